/** The menu of a row: all that can be done with an article from the shelf. */

/** @import { Entry } from "../../../types" */
import { isRead, placeOf, at, shown } from "../entries.js";
import { icon } from "../icons.js";
import * as ipc from "../ipc.js";
import { button, byId } from "../make.js";
import { toggleRead } from "../marks.js";
import { offers } from "./shelf-tools.js";
import * as pages from "../pages.js";
import { aboutLibrary, placeNow } from "../shelf.js";
import { act, trash } from "./acts.js";
import { openExport } from "./exporting.js";
import { order } from "./order.js";
import { openSheet } from "./sheets.js";
import { tell } from "../toast.js";
import { showDetails } from "./details.js";
import { say } from "../words.js";

/** @param {Entry} about */
export function showMenu(about) {
  const { sheet, close } = openSheet(about.title, "menu");
  const all = offers(about);
  all.push(["check", say(isRead(about) ? "mark-unread" : "mark-read"), () => toggleRead(about.id)]);
  if (about.status === "ready") all.push(["sound", say("read-aloud-later"), () => void pages.listening().then(({ listenLater }) => listenLater(about), tell)]);
  all.push(["tag", say("open-tags"), () => void pages.tagging().then(({ openTags }) => openTags([about.id]))], ["collection", say("open-collections"), () => void pages.collecting().then(({ openCollections }) => openCollections([about.id]))], ...moves(about.id));
  all.push(["select", say("select"), () => void pages.select().then(({ toggleRow }) => toggleRow(about.id))]);
  if (aboutLibrary()?.desktop) all.push(["folder", say("show-in-file-manager"), () => void ipc.reveal(about.id).catch(tell)]);
  if (about.status === "ready" && !/\.txt$/iu.test(about.path)) all.push(["pen", say("details"), () => void showDetails(about.id)]);
  if (aboutLibrary()?.desktop) all.push(["out", say("export-more"), () => openExport([about.id], about.title)]);
  all.push(["trash", say("move-to-trash"), () => void trash([about.id])]);
  const closing = (/** @type {() => void} */ does) => () => {
    close();
    does();
  };
  sheet.append(...all.map(([name, label, does]) => button({ class: "item" }, closing(does), icon(name), label)));
  /** @type {HTMLElement | null} */ (sheet.querySelector("header ~ button"))?.focus();
}

/**
 * In a collection that was put together by hand: its place there. A saved search has none.
 * @param {string} id
 * @returns {ReturnType<typeof offers>}
 */
function moves(id) {
  const { collection } = placeNow();
  if (collection === null || byId("heading").querySelector(".query")) return [];
  const place = placeOf(id);
  const [before, after] = [at(place - 1), at(place + 1)];
  const move = (/** @type {string | null} */ to) => () => void act(() => order.moveInCollection(collection, [id], to), () => say("told-moved"), (placed) => order.placeInCollection(collection, placed));
  const remove = () => void act(() => order.removeFromCollection(collection, [id]), () => say("told-removed-here"), (placed) => order.placeInCollection(collection, placed));
  return [...(before ? [/** @type {ReturnType<typeof offers>[number]} */ (["up", say("move-up"), move(before.id)])] : []),
    ...(after && (at(place + 2) || place + 2 >= shown().total) ? [/** @type {ReturnType<typeof offers>[number]} */ (["down", say("move-down"), move(at(place + 2)?.id ?? null)])] : []),
    ["close", say("remove-from-this"), remove]];
}
