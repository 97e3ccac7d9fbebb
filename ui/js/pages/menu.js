/** The menu of a row: all that can be done with an article from the shelf. */

/** @import { Entry } from "../../../types" */
import { isRead } from "../entries.js";
import { icon } from "../icons.js";
import * as ipc from "../ipc.js";
import { button } from "../make.js";
import { toggleRead } from "../marks.js";
import { offers } from "../shelf-tools.js";
import { aboutLibrary } from "../shelf.js";
import { openSheet } from "../sheets.js";
import { tell } from "../toast.js";
import { showDetails } from "./details.js";

/** @param {Entry} about */
export function showMenu(about) {
  const { sheet, close } = openSheet(about.title, "menu");
  const all = offers(about);
  all.push(["check", isRead(about) ? "Mark as unread" : "Mark as read", () => toggleRead(about.id)]);
  if (aboutLibrary()?.desktop) all.push(["folder", "Show in file manager", () => void ipc.reveal(about.id).catch(tell)]);
  if (about.status === "ready" && !/\.txt$/iu.test(about.path)) all.push(["pen", "Details", () => void showDetails(about.id)]);
  const act = (/** @type {() => void} */ does) => () => {
    close();
    does();
  };
  sheet.append(...all.map(([name, label, does]) => button({ class: "item" }, act(does), icon(name), label)));
  /** @type {HTMLElement | null} */ (sheet.querySelector("header ~ button"))?.focus();
}
