/**
 * The rows, as many as the window shows and some more: each in its place in a box that is as high as all of them.
 * A row whose article is still being asked for is a shade of one.
 */

/** @import { Entry } from "../../types" */
import { at, changes, placeOf, reach, shown, want } from "./entries.js";
import { byId, make } from "./make.js";
import { givePicture, row, shade } from "./shelf-row.js";

/** How far beyond the window rows are laid out, and asked for, in windows. */
const [LAID, ASKED] = [0.6, 3];
/** Milliseconds without scrolling after which it rests: what is flung past shows no pictures. */
const REST = 120;

const list = byId("articles");
const run = make("div", { class: "run", role: "none" });

/** By the ids of their articles; shades by their places. @type {Map<string, { entry: Entry | null, leads: boolean, element: HTMLElement }>} */
let rows = new Map();
let [height, columns, scrolled, rest] = [1, 1, 0, 0];
let flung = false;

/** Brings the rows in step with what is shown. */
export function drawRows() {
  if (!list.offsetParent) return;
  if (!run.isConnected) list.append(run);
  measure();
  const { total, leads } = shown();
  run.style.blockSize = `${Math.ceil((total - Number(leads)) / columns) * height}px`;
  draw();
  list.removeAttribute("aria-busy");
}

/** For another library. */
export function forgetRows() {
  rows.clear();
  run.replaceChildren();
  list.replaceChildren();
}

/** The places of the first and the last row in the window. */
export function placesInSight() {
  const { total, leads } = shown();
  const { top } = run.getBoundingClientRect();
  const place = (/** @type {number} */ y) => Math.floor((y - top) / height) * columns + Number(leads);
  return [Math.max(0, Math.min(place(0), total - 1)), Math.max(0, Math.min(place(innerHeight) + columns - 1, total - 1))];
}

/** How far the window is scrolled where the row of a place is at its top. @param {number} place */
export const scrollOf = (place) => Math.max(0, run.getBoundingClientRect().top + scrollY + Math.floor((place - Number(shown().leads)) / columns) * height);

/** Puts the focus on the row of a place, and has it seen. @param {number} place */
export async function focusAt(place) {
  if (!at(place)) scrollTo({ top: scrollOf(place) - innerHeight / 2, behavior: "instant" });
  await reach(place);
  const link = rowAt(place)?.querySelector("a");
  link?.closest(".row")?.scrollIntoView({ block: "nearest" });
  link?.focus({ preventScroll: true });
}

/** Puts the focus on an article's row, if that is here. @param {string} id */
export function focusRow(id) {
  rowAt(placeOf(id))?.querySelector("a")?.focus({ preventScroll: true });
}

/** The id of the row that holds the focus. */
export const focusedRow = () => /** @type {HTMLElement | null | undefined} */ (list.contains(document.activeElement) ? document.activeElement?.closest(".row") : null)?.dataset.id;

function measure() {
  const style = getComputedStyle(list);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  height = Math.round(parseFloat(style.getPropertyValue("--row")) * rem);
  columns = Number(style.getPropertyValue("--columns")) || 1;
  run.style.setProperty("--height", `${height}px`);
}

function draw() {
  const { total, leads } = shown();
  const [top, bottom] = placesInSight();
  const inSight = Math.max(bottom - top + 1, Math.ceil(innerHeight / height) * columns);
  const [first, end] = [Math.max(Number(leads), top - Math.ceil(inSight * LAID)), Math.min(total, bottom + 1 + Math.ceil(inSight * LAID))];
  want(first - inSight * ASKED, end + inSight * ASKED);
  const focused = focusedRow();
  const next = new Map();
  /** @type {(place: number) => HTMLElement} */
  const rowOf = (place) => {
    const entry = at(place);
    const key = entry?.id ?? `${place}`;
    const now = rows.get(key);
    const leading = leads && place === 0;
    const same = now && now.leads === leading && (now.entry === entry || (now.entry && entry && JSON.stringify(now.entry) === JSON.stringify(entry)));
    const element = same ? now.element : entry ? row(entry, leading, !flung) : shade();
    if (!same) now?.element.replaceWith(element);
    putIn(element, place, total, leads);
    next.set(key, { entry: entry ?? null, leads: leading, element });
    return element;
  };
  if (leads && total > 0) {
    const lead = rowOf(0);
    if (lead.parentElement !== list) list.prepend(lead);
  }
  const wanted = Array.from({ length: Math.max(0, end - first) }, (_, index) => rowOf(first + index));
  const stays = new Set(/** @type {Element[]} */ (wanted));
  let before = run.firstElementChild;
  for (const element of wanted) {
    // What goes anyway is passed over, so that no row that stays is moved: moved, it would lose the focus.
    while (before && !stays.has(before)) before = before.nextElementSibling;
    if (before === element) before = element.nextElementSibling;
    else run.insertBefore(element, before);
  }
  for (const [key, old] of rows) {
    if (next.get(key)?.element === old.element) continue;
    if (!next.has(key) && key === focused && placeOf(key) >= 0) next.set(key, old);
    else old.element.remove();
  }
  rows = next;
  changes.dispatchEvent(new Event("drawn"));
  // What was made anew or moved has lost it.
  if (focused && focusedRow() !== focused) rows.get(focused)?.element.querySelector("a")?.focus({ preventScroll: true });
}

/** @type {(element: HTMLElement, place: number, total: number, leads: boolean) => void} */
function putIn(element, place, total, leads) {
  const index = place - Number(leads);
  element.style.setProperty("--line-of", `${Math.floor(index / columns)}`);
  element.style.setProperty("--column", `${index % columns}`);
  element.ariaSetSize = `${total}`;
  element.ariaPosInSet = `${place + 1}`;
}

/** The row of a place, laid out wherever that is. @param {number} place */
function rowAt(place) {
  const entry = at(place);
  if (!entry) return undefined;
  const known = rows.get(entry.id);
  if (known) return known.element;
  const { total, leads } = shown();
  const element = row(entry, false, true);
  putIn(element, place, total, leads);
  run.append(element);
  rows.set(entry.id, { entry, leads: false, element });
  return element;
}

changes.addEventListener("page", () => list.offsetParent && draw());
addEventListener("scroll", () => {
  if (!list.offsetParent) return;
  flung = Math.abs(scrollY - scrolled) > innerHeight;
  scrolled = scrollY;
  clearTimeout(rest);
  rest = setTimeout(() => {
    flung = false;
    for (const { entry, leads, element } of rows.values()) if (entry) givePicture(element, entry, leads);
    changes.dispatchEvent(new Event("drawn"));
  }, REST);
  draw();
}, { passive: true });
addEventListener("resize", () => run.isConnected && drawRows());
