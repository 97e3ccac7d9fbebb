/**
 * The rows, in pages. A short shelf has all of its rows; of a long one only those near the window are in the document,
 * and the other pages are empty and as high as they were, or as they are likely to be.
 */

/** @import { Entry } from "../../types" */
import { byId, make } from "./make.js";
import { row } from "./shelf-row.js";

/** Rows of a page, the lead not counted: what the first frame shows, in whole lines of two or three columns. */
const PAGE = 18;
/** A shelf with more rows than this is long. */
const LONG = 300;

const list = byId("articles");

/** @type {Map<string, { entry: Entry, leads: boolean, element: HTMLElement }>} */
const rows = new Map();
/** @type {Entry[]} */
let wanted = [];
let withLead = false;
let turns = 0;

const near = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting, boundingClientRect } of seen) {
    const page = /** @type {HTMLElement} */ (target);
    if (isIntersecting && !page.hasChildNodes()) keepingView(boundingClientRect.top < 0, () => fillPage(page));
    // While an article is read the shelf has no height, and stays as it is.
    else if (!isIntersecting && boundingClientRect.height > 0 && page.hasChildNodes() && wanted.length > LONG) emptyPage(page, boundingClientRect.height);
  }
}, { rootMargin: "150% 0px" });

/**
 * @param {Entry[]} entries
 * @param {boolean} lead   The first one is to be large.
 * @param {boolean} fresh   Begin at the top, instead of keeping in its place what is looked at.
 */
export function showRows(entries, lead, fresh) {
  const focused = fresh ? undefined : focusedRow();
  const at = focused ? wanted.findIndex((entry) => entry.id === focused) : -1;
  wanted = entries;
  withLead = lead;
  if (fresh) list.replaceChildren();
  keepingView(!fresh && scrollY > 0, () => {
    const pages = wanted.length ? pageOf(wanted.length - 1) + 1 : 0;
    while (list.childElementCount > pages) list.lastElementChild?.remove();
    while (list.childElementCount < pages) addPage();
    for (const page of pagesNow()) if (page.hasChildNodes() || page === list.firstElementChild) fillPage(page);
  });
  if (focused && focusedRow() !== focused) {
    const next = wanted.find((entry) => entry.id === focused) ?? wanted[Math.min(at, wanted.length - 1)];
    if (next) focusRow(next.id);
  }
  list.removeAttribute("aria-busy");
  if (wanted.length <= LONG) void fillAll(++turns);
  else turns += 1;
}

/** For another library. */
export function forgetRows() {
  rows.clear();
  list.replaceChildren();
}

/** Puts the keyboard's focus on an article's row. @param {string} [id] */
export function focusRow(id = "") {
  const page = pagesNow()[pageOf(wanted.findIndex((entry) => entry.id === id))];
  if (page && !page.hasChildNodes()) fillPage(page);
  rows.get(id)?.element.querySelector("a")?.focus({ preventScroll: true });
}

/** The id of the row that holds the focus. */
export const focusedRow = () => /** @type {HTMLElement | null | undefined} */ (list.contains(document.activeElement) ? document.activeElement?.closest(".row") : null)?.dataset.id;

/** The lead stands in the first page beside its rows. @param {number} index */
const pageOf = (index) => Math.max(0, Math.floor((index - Number(withLead)) / PAGE));

const pagesNow = () => childrenOf(list);

/** @param {HTMLElement} element */
const childrenOf = (element) => /** @type {HTMLElement[]} */ ([...element.children]);

function addPage() {
  const page = make("div", { class: "leaf", role: "none" });
  list.append(page);
  near.observe(page);
}

/** Fills the rest of a short shelf, a page between two frames. @param {number} turn */
async function fillAll(turn) {
  for (const page of pagesNow()) {
    if (page.hasChildNodes()) continue;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    if (turn !== turns) return;
    fillPage(page);
  }
}

/** Brings a page's rows in step with its entries. @param {HTMLElement} page */
function fillPage(page) {
  const number = pagesNow().indexOf(page);
  const start = number && PAGE * number + Number(withLead);
  const entries = wanted.slice(start, PAGE * (number + 1) + Number(withLead));
  const ids = new Set(entries.map((entry) => entry.id));
  for (const row of childrenOf(page)) if (!ids.has(row.dataset.id ?? "")) row.remove();
  let at = page.firstElementChild;
  for (const [index, entry] of entries.entries()) {
    const before = rows.get(entry.id)?.element;
    const element = rowOf(entry, withLead && start + index === 0);
    if (at !== null && at === before) {
      at = at.nextElementSibling;
      if (before !== element) before?.replaceWith(element);
    } else {
      if (before !== element) before?.remove();
      page.insertBefore(element, at);
    }
  }
  page.style.removeProperty("block-size");
}

/** @type {(page: HTMLElement, height: number) => void} */
function emptyPage(page, height) {
  if (page.contains(document.activeElement)) return;
  for (const row of childrenOf(page)) rows.delete(row.dataset.id ?? "");
  page.replaceChildren();
  page.style.setProperty("block-size", `${height}px`);
}

/** @type {(entry: Entry, leads: boolean) => HTMLElement} */
function rowOf(entry, leads) {
  const now = rows.get(entry.id);
  if (now?.entry === entry && now.leads === leads) return now.element;
  const element = row(entry, leads);
  rows.set(entry.id, { entry, leads, element });
  return element;
}

/**
 * Changes the list so that the row in the middle of the window stays where it is.
 * @param {boolean} asked
 * @param {() => void} change
 */
function keepingView(asked, change) {
  const box = list.getBoundingClientRect();
  const row = asked ? document.elementFromPoint(box.left + box.width / 2, innerHeight / 2)?.closest(".row, .leaf") : null;
  const top = row?.getBoundingClientRect().top ?? 0;
  change();
  if (row?.isConnected) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
}
