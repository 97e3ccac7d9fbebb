/** The shelf's keys, and those that work everywhere. */

import { byId } from "./make.js";
import { toggle, toggleRead } from "./marks.js";
import { help, saving } from "./pages.js";
import { focusedRow, focusRow } from "./shelf-pages.js";
import { shownEntries } from "./shelf.js";
import { undoLast } from "./toast.js";

const shelf = byId("shelf");
const list = byId("articles");
const search = /** @type {HTMLInputElement} */ (byId("search"));

/** After "g", a place to go. @type {Record<string, string>} */
const PLACES = { h: "#/", u: "#/unread", b: "#/bookmarks", a: "#/archive", s: "#/settings" };

let going = false;

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isComposing(event) || document.querySelector("dialog[open]")) return;
    if (event.altKey && event.key === "ArrowLeft") history.back();
    else if (event.altKey && event.key === "ArrowRight") history.forward();
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.target === search) {
      if (!inSearch(event.key)) return;
    } else if (isTyping(event.target)) return;
    else if (event.key === "?") void help().then(({ showHelp }) => showHelp());
    else if (shelf.hidden || !onShelf(event.key)) return;
    event.preventDefault();
  });
}

/** @param {string} key */
function inSearch(key) {
  if (key === "Escape" && search.value) clearSearch();
  else if (key === "Escape") search.blur();
  else if (key === "ArrowDown" || key === "Enter") step(0);
  else return false;
  return true;
}

export function clearSearch() {
  search.value = "";
  search.dispatchEvent(new Event("input"));
  search.focus();
}

/** @param {string} key */
function onShelf(key) {
  const id = focusedRow();
  const place = going ? PLACES[key] : undefined;
  going = key === "g" && !going;
  if (place) location.hash = place;
  else if (going) return true;
  else if (key === "/") search.select();
  else if (key === "j" || key === "ArrowDown") step(1);
  else if (key === "k" || key === "ArrowUp") step(-1);
  else if (key === "b" && id) toggle(id, "bookmarked");
  else if (key === "e" && id) toggle(id, "archived");
  else if (key === "a") void saving().then(({ showSaving }) => showSaving());
  else if (key === "m" && id) toggleRead(id);
  else if (key === "z") return undoLast();
  else if (key === "Escape" && search.value) clearSearch();
  else return false;
  return true;
}

/** Moves the focus by rows; without one, to the first row that can be seen. @param {number} by */
function step(by) {
  const entries = shownEntries();
  const at = by ? entries.findIndex((entry) => entry.id === focusedRow()) : -1;
  const id = at < 0 ? firstSeen() : entries[at + by]?.id;
  if (!id) return;
  focusRow(id);
  document.activeElement?.closest(".row")?.scrollIntoView({ block: "nearest" });
}

function firstSeen() {
  const top = search.getBoundingClientRect().bottom;
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".row")]);
  return rows.find((row) => row.getBoundingClientRect().top >= top)?.dataset.id;
}

/** Whether a key belongs to an input method: WebKit ends a composition before the Enter that ends it. @param {KeyboardEvent} event */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));
