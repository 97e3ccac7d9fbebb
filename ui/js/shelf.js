/** The shelf: a front page of the library, kept in step with it. */

/** @import { Page, Place, Problem, Start } from "../../types" */
import { figure } from "./dates.js";
import { at, begin, changes, HOME, look, placeOf, shelves, shown, viewOf } from "./entries.js";
import * as ipc from "./ipc.js";
import { byId } from "./make.js";
import { drawRows, focusAt, focusedRow, focusRow, forgetRows, placesInSight, scrollOf } from "./shelf-rows.js";
import { loseImage } from "./shelf-row.js";
import { settings, settingsChanges } from "./settings.js";
import { say, sayFrame } from "./words.js";

const shelf = byId("shelf");
const list = byId("articles");
const empty = byId("empty");
const search = /** @type {HTMLInputElement} */ (byId("search"));

/** @type {Omit<Start, "page"> | null} */
let about = null;
let place = HOME;
/** Where each shelf was left. @type {Map<string, number>} */
const scrolls = new Map();
/**
 * What the shelf was left for (none for the settings), and which article was read last.
 * @type {{ id: string, at: number, scroll: number, focus: Element | null } | null}
 */
let left = null;
/** Of a search: the best first; the first rows will do. */
let [best, quick] = [false, false];
/** Rows asked for around those shown: what comes or goes moves them. */
const SOME = 30;
/** What is shown as wrong. @type {Problem | null} */
let wrong = null;
/** A library was opened, and its first page is at hand. */
let fresh = false;

/** @param {Start} start */
export function takeStart({ page, ...rest }) {
  about = rest;
  forgetRows();
  scrolls.clear();
  left = null;
  fresh = true;
  list.dataset.layout = settings().layout;
  search.value = "";
  begin(page);
  changes.dispatchEvent(new Event("order"));
  showProblem(rest.problem);
  showWarnings(rest.warnings);
}

/** Takes in what changed from outside. @param {string[]} warnings */
export function takeChange(warnings) {
  if (about) about.problem = null;
  showProblem(null);
  showWarnings(warnings);
  void refreshShelf();
  changes.dispatchEvent(new Event("files"));
}

export const aboutLibrary = () => about;

/** What the shelf shows. */
export const placeNow = () => place;

/** The address of a place. @type {(place: Place) => string} */
export const addressOf = ({ shelf, tag, collection }) =>
  tag !== null ? `#/tag/${encodeURIComponent(tag)}` : collection !== null ? `#/collection/${encodeURIComponent(collection)}` : `#/${shelf}`;

/** @type {(name: string, what: string) => Place} */
function placeOfAddress(name, what) {
  if (name === "tag" && what) return { ...HOME, tag: what };
  if (name === "collection" && what) return { ...HOME, collection: what };
  return Object.hasOwn(shelves, name) ? { ...HOME, shelf: /** @type {Place["shelf"]} */ (name) } : HOME;
}

/** Shows a shelf, a tag's articles or a collection's, as they were left. @type {(name: string, what: string) => Promise<void>} */
export async function showShelf(name, what) {
  const next = placeOfAddress(name, what);
  const back = left && addressOf(next) === addressOf(place) ? left : null;
  if (!shelf.hidden) scrolls.set(addressOf(place), scrollY);
  const first = fresh && addressOf(next) === addressOf(HOME) && !search.value;
  place = next;
  left = null;
  fresh = false;
  shelf.hidden = false;
  document.body.dataset.view = "shelf";
  showPlace();
  changes.dispatchEvent(new Event("place"));
  if (back) {
    scrollTo({ top: back.scroll, behavior: "instant" });
    drawRows();
    if (back.id === "" || back.focus?.closest(".front")) /** @type {HTMLElement | null} */ (back.focus)?.focus({ preventScroll: true });
    else focusRow(back.id);
    painted();
    // What was done while it was read may be on its way to the disk.
    await ipc.kept();
    await update(false, back.id || null);
    if (back.id && document.activeElement === document.body) focusBack(back);
  } else if (first) {
    scrollTo({ top: 0, behavior: "instant" });
    fill();
    painted();
  } else {
    await update(true, null, scrolls.get(addressOf(place)) ?? 0);
    painted();
  }
}

/** The focus to the article that was read last, or to what has taken its place. @param {NonNullable<typeof left>} back */
function focusBack(back) {
  const place = placeOf(back.id);
  if (place >= 0) void focusAt(place);
  else if (back.at >= 0 && shown().total > 0) focusRow(at(Math.min(back.at, shown().total - 1))?.id ?? "");
}

/** Leaves the shelf, or an article for the next. @param {string} id */
export function hideShelf(id) {
  if (left) left.id = id;
  if (shelf.hidden) return;
  left = { id, at: placeOf(id), scroll: scrollY, focus: document.activeElement };
  shelf.hidden = true;
  document.body.dataset.view = "reader";
  scrollTo(0, 0);
}

/** Brings the rows in step with the library; `focus` names the article that has the focus then. @param {string} [focus] */
export async function refreshShelf(focus) {
  if (shelf.hidden) return;
  await update(false, focus ?? null);
  if (focus && placeOf(focus) >= 0) await focusAt(placeOf(focus));
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
  line.textContent = say("to-know", { count: warnings.length });
}

/**
 * Asks what the shelf shows, and shows it: anew at `scroll`, or so that what is looked at stays where it is.
 * @param {boolean} anew
 * @param {string | null} id   An article that may be far from where it was.
 * @param {number} [scroll]
 */
async function update(anew, id, scroll = 0) {
  const query = search.value.trimStart();
  const [first, last] = placesInSight();
  const focused = anew ? undefined : focusedRow();
  const held = focused ? placeOf(focused) : -1;
  const keeps = anew ? null : (held >= first && held <= last ? focused : at(first < last && (first > 0 || !shown().leads) ? first + 1 : first)?.id) ?? null;
  const before = keeps === null ? 0 : placeOf(keeps);
  const [from, to] = anew ? [rowsAbove(scroll), rowsAbove(scroll) + SOME] : [first - SOME, last + SOME];
  const view = viewOf(place, query, best, quick);
  // The one that leads stays while it is not looked at, and what is looked at with it.
  if (view.lead !== null && !anew && scrollY > 0 && shown().leads) view.lead = at(0)?.id ?? "";
  const now = await look(view, from, to, id ?? keeps).catch((error) => void showProblem(ipc.asProblem(error)));
  if (now === undefined || shelf.hidden) return;
  const holds = anew ? undefined : focusedRow();
  fill();
  if (anew) scrollTo({ top: scroll, behavior: "instant" });
  else if (keeps && scrollY > 0) {
    const place = placeOf(keeps);
    if (place >= 0 && place !== before) scrollBy({ top: scrollOf(place) - scrollOf(before), behavior: "instant" });
  }
  if (holds && focusedRow() !== holds) {
    const place = placeOf(holds);
    const next = at(place >= 0 ? place : Math.min(held, shown().total - 1));
    if (next) focusRow(next.id);
  }
}

/** About how many rows are above a place. @param {number} scroll */
const rowsAbove = (scroll) => Math.floor(scroll / Math.max(1, scrollOf(1001) - scrollOf(1)) * 1000);

function fill() {
  const { total, more, counts } = shown();
  showPlace();
  empty.hidden = total > 0 || !about || (about.problem !== null && counts.all === 0);
  if (!empty.hidden) void sayEmpty();
  byId("found").textContent = search.value.trim() && !more ? say("found", { count: total }) : "";
  drawRows();
  changes.dispatchEvent(new Event("found"));
}

async function sayEmpty() {
  const { emptyWords } = await (await import("./pages.js")).empty();
  if (about) empty.replaceChildren(...emptyWords(place, search.value.trim(), about));
}

/** Where one is. */
function showPlace() {
  const { counts } = shown();
  const { all } = counts;
  for (const link of shelf.querySelectorAll("nav li a")) {
    const address = link.getAttribute("href") ?? "";
    if (address === addressOf(place)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    const number = link.querySelector("small");
    const standing = counts[/** @type {keyof Page["counts"]} */ (address.slice(2) || "home")];
    if (number && link.closest("#shelves") === null) number.textContent = standing ? figure(standing) : "";
  }
  const { shelf: name, tag, collection } = place;
  if (tag === null && collection === null) byId("place").textContent = say(shelves[name]);
  if (name || tag !== null || collection !== null) search.placeholder = say("search-in", { shelf: name });
  else search.placeholder = all > 1 ? say("search-all", { count: all }) : say("search");
}

/** Marks the second frame after the rows are in place: the first that is sure to show them. */
function painted() {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("offprint:shelf-painted")));
}

/** Typing rests: the best come first if nobody looks further down, then all is found. */
export async function rankShelf() {
  if (shelf.hidden) return;
  if ((best = scrollY === 0 && !focusedRow())) {
    await update(true, null);
    // Typed on.
    if (!best) return;
  }
  quick = false;
  void update(false, null);
}

search.addEventListener("input", () => {
  [best, quick] = [false, true];
  scrolls.clear();
  void update(true, null);
});

sayFrame();

settingsChanges.addEventListener("change", () => {
  const { view } = shown();
  const { sort, descending, layout } = settings();
  if (!about || (view.sort === sort && view.descending === descending && list.dataset.layout === layout)) return;
  list.dataset.layout = layout;
  scrolls.clear();
  if (!shelf.hidden) void update(true, null);
});

changes.addEventListener("stale", () => void refreshShelf());

list.addEventListener("error", ({ target }) => {
  const picture = target instanceof HTMLImageElement && target.closest(".picture");
  if (picture instanceof HTMLElement) loseImage(picture);
}, true);
