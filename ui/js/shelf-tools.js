/** What can be done with a row by pointer: buttons that follow the mouse, and a menu for every other hand. */

/** @import { Entry } from "../../types" */
import { entry } from "./entries.js";
import { icon, tool } from "./icons.js";
import * as ipc from "./ipc.js";
import { button, byId, make } from "./make.js";
import { toggle } from "./marks.js";
import { aboutLibrary } from "./shelf.js";
import { openSheet } from "./sheets.js";
import { tell } from "./toast.js";

const list = byId("articles");

/** One set of buttons for all rows. */
const tools = make("div", { class: "tools" });

export function listenToRows() {
  /** @type {(type: "pointerover" | "focusin" | "click" | "contextmenu", does: (row: HTMLElement, about: Entry, event: Event) => void) => void} */
  const on = (type, does) => list.addEventListener(type, (event) => {
    const row = /** @type {Element} */ (event.target).closest(".row");
    const about = row instanceof HTMLElement && entry(row.dataset.id ?? "");
    if (about) does(/** @type {HTMLElement} */ (row), about, event);
  });
  on("pointerover", giveTools);
  on("focusin", giveTools);
  list.addEventListener("pointerleave", () => tools.contains(document.activeElement) || tools.remove());
  on("click", (_, about, { target }) => /** @type {Element} */ (target).matches(".more") && openMenu(about));
  on("contextmenu", (_, about, event) => {
    event.preventDefault();
    openMenu(about);
  });
}

/**
 * @param {Entry} entry
 * @returns {[Parameters<typeof icon>[0], string, () => void][]}
 */
const offers = ({ id, bookmarked, archived }) => [
  ["bookmark", bookmarked ? "Remove bookmark" : "Bookmark", () => toggle(id, "bookmarked")],
  [archived ? "unarchive" : "archive", archived ? "Move out of the archive" : "Move to archive", () => toggle(id, "archived")],
];

/**
 * @param {HTMLElement} row
 * @param {Entry} about
 */
function giveTools(row, about) {
  if (tools.parentElement === row) return;
  tools.replaceChildren(...offers(about).map(([name, label, does]) => {
    const button = tool(`${label}: ${about.title}`, name, does, label);
    if (name === "bookmark") button.ariaPressed = String(about.bookmarked);
    return button;
  }));
  row.querySelector(".more")?.before(tools);
}

/** @param {Entry} about */
function openMenu(about) {
  const { sheet, close } = openSheet(about.title, "menu");
  const all = offers(about);
  if (aboutLibrary()?.desktop) all.push(["folder", "Show in file manager", () => void ipc.reveal(about.id).catch(tell)]);
  const act = (/** @type {() => void} */ does) => () => {
    close();
    does();
  };
  sheet.append(...all.map(([name, label, does]) => button({ class: "item" }, act(does), icon(name), label)));
  /** @type {HTMLElement | null} */ (sheet.querySelector("header ~ button"))?.focus();
}
