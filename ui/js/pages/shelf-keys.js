/** The shelf's keys, and those that work everywhere. */

import { byId } from "../make.js";
import { placeOf, shown } from "../entries.js";
import { toggle, toggleRead } from "../marks.js";
import { acts, collecting, help, layout, saving, select, tagging } from "../pages.js";
import { isComposing, keyOf } from "../reader/keys.js";
import { focusAt, focusedRow, placesInSight } from "../shelf-rows.js";
import { undoLast } from "../toast.js";
import { zooms } from "./zoom.js";

const shelf = byId("shelf");
const list = byId("articles");
const search = /** @type {HTMLInputElement} */ (byId("search"));

/** After "g", a place to go. @type {Record<string, string>} */
const PLACES = { h: "#/", u: "#/unread", b: "#/bookmarks", a: "#/archive", s: "#/settings", t: "#/trash" };

/** By how many rows a key moves the focus, from where the window shows the rows of two places. @type {Record<string, (seen: number[]) => number>} */
const LEAPS = { Home: () => -Infinity, End: () => Infinity, PageDown: ([first, last]) => Math.max(1, last - first - 1), PageUp: ([first, last]) => Math.min(-1, first - last + 1) };

let going = false;

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isComposing(event)) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && zooms(event.key)) return event.preventDefault();
    if (document.querySelector("dialog[open]")) return;
    const key = keyOf(event);
    // In a field of a Mac they go by words.
    const leap = event.altKey && !/^(?:text|search)/u.test(/** @type {any} */ (event.target).type) && { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (leap) history.go(leap);
    else if ((event.ctrlKey || event.metaKey) && key === "a" && !shelf.hidden && !isTyping(event.target)) void select().then(({ chooseAll }) => chooseAll());
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.target === search) {
      if (!inSearch(event.key)) return;
    } else if (isTyping(event.target)) return;
    else if (key === "?") void help().then(({ showHelp }) => showHelp());
    else if (shelf.hidden || !onShelf(key)) return;
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
  const choosing = "choosing" in document.body.dataset;
  const place = going ? PLACES[key] : undefined;
  going = key === "g" && !going;
  if (place) location.hash = place;
  else if (going) return true;
  else if (key === "/") search.select();
  else if (key === "j" || key === "ArrowDown") step(1);
  else if (key === "k" || key === "ArrowUp") step(-1);
  else if (id && LEAPS[key]) step(LEAPS[key](placesInSight()));
  else if (key === "x" && id) void select().then(({ toggleRow }) => toggleRow(id));
  else if (key === "X" && id) void select().then(({ chooseTo }) => chooseTo(id));
  else if (choosing ? /^[bemtc#]$/u.test(key) : id && MANY[key]) void many(key, id);
  else if (key === "b" && id) toggle(id, "bookmarked");
  else if (key === "e" && id) toggle(id, "archived");
  else if (key === "v") void layout().then(({ showLayout }) => showLayout());
  else if (key === "a") void saving().then(({ showSaving }) => showSaving());
  else if (key === "m" && id) toggleRead(id);
  else if (key === "z") return undoLast();
  else if (key === "Escape" && choosing) void select().then(({ chooseNone }) => chooseNone());
  else if (key === "Escape" && search.value) clearSearch();
  else return false;
  return true;
}

/** Keys for all rows that are chosen, else the one that has the focus. @type {Record<string, (ids: string[]) => unknown>} */
const MANY = {
  t: async (ids) => (await tagging()).openTags(ids),
  c: async (ids) => (await collecting()).openCollections(ids),
  "#": async (ids) => (await acts()).trash(ids),
};

/** For the row that had the focus when the key was pressed: it may move meanwhile. @type {(key: string, id: string | undefined) => Promise<void>} */
async function many(key, id) {
  const { chooseNone, chosenIds } = await select();
  const chosen = chosenIds();
  const ids = chosen.length > 0 ? chosen : id ? [id] : [];
  if (ids.length === 0) return;
  await (MANY[key] ? MANY[key](ids) : (await acts()).mark(key, ids));
  if (key !== "t" && key !== "c") chooseNone();
}

/** Moves the focus by rows; without one, to the first row that can be seen. @param {number} by */
function step(by) {
  const from = by ? placeOf(focusedRow() ?? "") : -1;
  const to = from < 0 ? firstSeen() : Math.max(0, Math.min(shown().total - 1, from + by));
  if (to >= 0) void focusAt(to);
}

function firstSeen() {
  const top = search.getBoundingClientRect().bottom;
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".row:not(.shade)")]);
  return placeOf(rows.find((row) => row.getBoundingClientRect().top >= top)?.dataset.id ?? "");
}

/** @param {EventTarget | null} target */
const isTyping = (target) => target instanceof Element && target.matches("input, textarea, select");
