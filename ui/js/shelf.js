/** The shelf: a front page of the library, kept in step with its entries. */

/** @import { Entry, Problem, Start } from "../types" */
import { figure } from "./dates.js";
import { count, entries, keepOrder, listed, shelves, takeEntries } from "./entries.js";
import { emptyWords, problemWords } from "./shelf-states.js";
import { loseImage, row } from "./shelf-row.js";

/** Rows that stand before the first frame is painted: a tall window full. */
const FIRST = 24;
/** Milliseconds of work between two chances for the window to paint. */
const SLICE = 8;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const shelf = byId("shelf");
const list = byId("articles");
const empty = byId("empty");
const search = /** @type {HTMLInputElement} */ (byId("search"));

/** @type {Map<string, { entry: Entry, leads: boolean, element: HTMLElement }>} */
const rows = new Map();
/** @type {Omit<Start, "entries"> | null} */
let about = null;
let place = "";
let shown = listed("", "");
let turns = 0;
/** Puts further rows in their places. */
let steps = arrange([], false);
/** Where the shelf was left for an article. @type {{ id: string, scroll: number } | null} */
let left = null;

/** Takes over a library that was opened. @param {Start} start */
export function takeStart(start) {
  about = start;
  rows.clear();
  left = null;
  takeEntries(start.entries);
  showProblem(start.problem);
  showWarnings(start.warnings);
}

/**
 * Takes over what changed in the library from outside.
 * @param {Entry[]} entries
 * @param {string[]} warnings
 */
export function takeChange(entries, warnings) {
  takeEntries(entries);
  if (about) about.problem = null;
  showProblem(null);
  showWarnings(warnings);
  refreshShelf();
}

/** The library folder and what was left out of it. */
export const aboutLibrary = () => about;

/** The rows as they stand, for the keys. */
export const shownEntries = () => shown;

/** Shows one of the shelves, as it was left if it was left for an article. @param {string} name */
export function showShelf(name) {
  const next = name in shelves ? name : "";
  const back = left && next === place ? left : null;
  const fresh = !back;
  place = next;
  left = null;
  shelf.hidden = false;
  document.body.dataset.view = "shelf";
  byId("place").textContent = shelves[place].title;
  fill(fresh);
  if (back) {
    scrollTo(0, back.scroll);
    focusRow(back.id);
  } else {
    scrollTo(0, 0);
  }
  painted();
}

/** Leaves the shelf for an article. @param {string} id */
export function hideShelf(id) {
  if (shelf.hidden) return;
  left = { id, scroll: scrollY };
  keepOrder(shown.map((entry) => entry.id));
  shelf.hidden = true;
  document.body.dataset.view = "reader";
  scrollTo(0, 0);
}

/** Brings the rows in step with the entries, without moving what is being looked at. */
export function refreshShelf() {
  if (!shelf.hidden) fill(false);
}

/** Sees to it that the first rows stand, up to one by its number. @param {number} index */
export function moreRows(index) {
  while (list.childElementCount <= index && !steps.next().done);
}

/** Puts the keyboard's focus on an article's row. @param {string} id */
export function focusRow(id) {
  rows.get(id)?.element.querySelector("a")?.focus({ preventScroll: true });
}

/** Says why the library can't be shown, and what can be done. @param {Problem | null} problem */
export function showProblem(problem) {
  const section = byId("problem");
  section.hidden = !problem;
  section.replaceChildren(...(problem ? problemWords(problem, about) : []));
}

/** @param {string[]} warnings */
function showWarnings(warnings) {
  if (about) about.warnings = warnings;
  const line = byId("warnings");
  line.hidden = warnings.length === 0;
  line.textContent = warnings.length === 1 ? "1 file was left out" : `${figure(warnings.length)} files were left out`;
}

/** @param {boolean} fresh   Begin at the top, instead of keeping rows and the lead in their places. */
function fill(fresh) {
  const query = search.value.trim();
  const lead = fresh || scrollY < innerHeight / 2 ? undefined : list.querySelector(".lead");
  shown = listed(place, query, lead === undefined ? undefined : /** @type {HTMLElement | null} */ (lead)?.dataset.id);
  showCounts();
  const reachable = !about?.problem || entries().length > 0;
  empty.hidden = shown.length > 0 || !reachable || !about;
  if (!empty.hidden && about) empty.replaceChildren(...emptyWords(place, query, about));
  byId("found").textContent = query ? `${figure(shown.length)} found` : "";

  const turn = ++turns;
  const anchor = fresh || scrollY === 0 ? null : seen();
  const top = anchor?.getBoundingClientRect().top ?? 0;
  if (fresh) list.replaceChildren();
  steps = arrange(shown, place === "" && query === "");
  let least = fresh ? FIRST : 0;
  const slice = () => {
    const end = performance.now() + (least ? 0 : SLICE);
    while (least-- > 0 || performance.now() < end) {
      if (steps.next().done) return void list.removeAttribute("aria-busy");
    }
    least = 0;
    requestAnimationFrame(() => setTimeout(() => turn === turns && slice()));
  };
  slice();
  if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
}

/** The row in the middle of the window. */
const seen = () => document.elementFromPoint(list.getBoundingClientRect().left + list.offsetWidth / 2, innerHeight / 2)?.closest(".row");

/**
 * Brings the list's rows into the order of `wanted`, a row a step.
 * @param {Entry[]} wanted
 * @param {boolean} withLead
 */
function* arrange(wanted, withLead) {
  const ids = new Set(wanted.map((entry) => entry.id));
  let at = list.firstElementChild;
  const pass = () => {
    while (at instanceof HTMLElement && !ids.has(at.dataset.id ?? "")) {
      const gone = at;
      at = at.nextElementSibling;
      if (gone.contains(document.activeElement)) {
        (at ?? gone.previousElementSibling)?.querySelector("a")?.focus({ preventScroll: true });
      }
      gone.remove();
    }
  };
  for (const [index, entry] of wanted.entries()) {
    pass();
    const before = rows.get(entry.id);
    const element = rowOf(entry, withLead && index === 0);
    if (at === element) {
      at = at.nextElementSibling;
    } else {
      const focused = before?.element.contains(document.activeElement);
      if (before && before.element !== element) {
        if (at === before.element) at = at.nextElementSibling;
        before.element.remove();
      }
      list.insertBefore(element, at);
      if (focused) focusRow(entry.id);
    }
    yield;
  }
  pass();
}

/**
 * @param {Entry} entry
 * @param {boolean} leads
 */
function rowOf(entry, leads) {
  const now = rows.get(entry.id);
  if (now?.entry === entry && now.leads === leads) return now.element;
  const element = row(entry, leads);
  rows.set(entry.id, { entry, leads, element });
  return element;
}

function showCounts() {
  for (const link of shelf.querySelectorAll("nav a")) {
    const name = link.getAttribute("href")?.slice(2) ?? "";
    if (name === place) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    const number = link.querySelector("small");
    const standing = count(name);
    if (number) number.textContent = standing ? figure(standing) : "";
  }
  const all = entries().length;
  const within = place === "" ? (all > 1 ? `${figure(all)} articles` : "") : shelves[place].title.toLowerCase();
  search.placeholder = `Search ${within}`.trim();
}

/** Marks the second frame after the rows are in place: the first that is sure to show them. */
function painted() {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("offprint:shelf-painted")));
}

search.addEventListener("input", () => {
  fill(true);
  scrollTo(0, 0);
});

list.addEventListener("error", ({ target }) => {
  const picture = target instanceof HTMLImageElement && target.closest(".picture");
  if (picture instanceof HTMLElement) loseImage(picture);
}, true);
