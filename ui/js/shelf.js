/** The shelf: a front page of the library, kept in step with its entries. */

/** @import { Entry, Problem, Start } from "../../types" */
import { counted, figure } from "./dates.js";
import { changes, count, entries, keepOrder, listed, shelves, takeEntries } from "./entries.js";
import { byId } from "./make.js";
import { focusRow, forgetRows, showRows } from "./shelf-pages.js";
import { loseImage } from "./shelf-row.js";

const shelf = byId("shelf");
const list = byId("articles");
const empty = byId("empty");
const search = /** @type {HTMLInputElement} */ (byId("search"));

/** @type {Omit<Start, "entries"> | null} */
let about = null;
let place = "";
let shown = listed("", "");
/**
 * Where the shelf was left for an article, and which one was read last (none for the settings).
 * @type {{ id: string, at: number, scroll: number, focus: Element | null } | null}
 */
let left = null;
/** What is shown as wrong. @type {Problem | null} */
let wrong = null;

/** @param {Start} start */
export function takeStart(start) {
  about = start;
  forgetRows();
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
  changes.dispatchEvent(new Event("files"));
}

export const aboutLibrary = () => about;

export const shownEntries = () => shown;

/** Shows one of the shelves, as it was left if it was left for an article. @param {string} name */
export function showShelf(name) {
  const next = Object.hasOwn(shelves, name) ? name : "";
  const back = left && next === place ? left : null;
  place = next;
  left = null;
  shelf.hidden = false;
  document.body.dataset.view = "shelf";
  byId("place").textContent = shelves[place].title;
  scrollTo(0, back?.scroll ?? 0);
  fill(!back);
  if (back?.id === "") /** @type {HTMLElement | null} */ (back.focus)?.focus({ preventScroll: true });
  else if (back) focusRow((shown.find(({ id }) => id === back.id) ?? shown[Math.min(back.at, shown.length - 1)])?.id);
  painted();
}

/** Leaves the shelf for an article, or that for the next. @param {string} id */
export function hideShelf(id) {
  if (left) left.id = id;
  if (shelf.hidden) return;
  left = { id, at: shown.findIndex((entry) => entry.id === id), scroll: scrollY, focus: document.activeElement };
  keepOrder(shown.map((entry) => entry.id));
  shelf.hidden = true;
  document.body.dataset.view = "reader";
  scrollTo(0, 0);
}

/** Brings the rows in step with the entries. */
export function refreshShelf() {
  if (!shelf.hidden) fill(false);
}

/** Says why the library can't be shown, and what can be done. @param {Problem | null} problem */
export async function showProblem(problem) {
  const section = byId("problem");
  wrong = problem;
  section.hidden = !problem;
  section.replaceChildren();
  if (!problem) return;
  empty.hidden = true;
  const { problemWords } = await (await import("./pages.js")).fault();
  if (wrong === problem) section.replaceChildren(...problemWords(problem, about));
}

/** @param {string[]} warnings */
function showWarnings(warnings) {
  if (about) about.warnings = warnings;
  const line = byId("warnings");
  line.hidden = warnings.length === 0;
  line.textContent = `${counted(warnings.length, "thing")} to know`;
}

/** @param {boolean} fresh   Begin at the top, instead of keeping rows and the lead in their places. */
function fill(fresh) {
  const query = search.value.trim();
  const lead = fresh || scrollY === 0 ? null : /** @type {HTMLElement | null} */ (list.querySelector(".lead"));
  shown = listed(place, query, lead?.dataset.id);
  showCounts();
  empty.hidden = shown.length > 0 || !about || (about.problem !== null && entries().length === 0);
  if (!empty.hidden) void sayEmpty();
  byId("found").textContent = query ? `${figure(shown.length)} found` : "";
  showRows(shown, place === "" && query === "", fresh);
}

async function sayEmpty() {
  const { emptyWords } = await (await import("./pages.js")).empty();
  if (about) empty.replaceChildren(...emptyWords(place, search.value.trim(), about));
}

function showCounts() {
  for (const link of shelf.querySelectorAll("nav li a")) {
    const name = link.getAttribute("href")?.slice(2) ?? "";
    if (name === place) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    const number = link.querySelector("small");
    const standing = count(name);
    if (number) number.textContent = standing ? figure(standing) : "";
  }
  const all = entries().length;
  if (place) search.placeholder = `Search ${shelves[place].title.toLowerCase()}`;
  else search.placeholder = all > 1 ? `Search ${figure(all)} articles` : "Search";
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
