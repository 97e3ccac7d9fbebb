/**
 * Pages: the text lies in columns as high as the window, of which one or two make a page, and the window is moved
 * sideways by whole pages. All of the text is laid out: where a page begins depends on all that stands before it.
 *
 * This file puts pages in the place of scrolling for all that ask where one is (reader/place.js); turning.js has what
 * turns them. A position is the same in both ways: the first letter of a page is what else lies on the reading line.
 *
 * @import { Aids, Position, Reading, Way } from "../../../types.js"
 */
import { blockOf, blocksOf, firstWhere, lettersOf, ROOM, setWay, way } from "../reader/place.js";
import { settings, settingsChanges } from "../settings.js";
import { takeKeys } from "./keys.js";
import { isUpright } from "./show.js";

/** Between two columns, and half of it beside them, in px. On a phone less. */
const [GAP, SMALL_GAP] = [72, 40];
/** From this width on the window is a desk's, in rem. */
const DESK = 46;
/** Two columns have this many letters' widths each at least, in em. */
const NARROWEST = 24;

/** The element that holds the columns, its page now, and the width of one. */
let [main, page, step, columns, gap] = [/** @type {HTMLElement | null} */ (null), 0, 0, 1, GAP];
/** Whether the text runs from right to left, and whether its pages do. */
let [leftwards, rightToLeft] = [false, false];
/** Whether lines run from top to bottom: then pages lie one below the other. */
let upright = false;

/**
 * Lays the article out in pages, if it is not.
 * @param {Reading} reading
 * @param {Aids["keys"]} keys
 */
export function beginPages({ article, signal }, keys) {
  if (way === paged && main === article.parentElement) return;
  main = article.parentElement;
  if (main === null) return;
  page = 0;
  leftwards = article.dir === "rtl";
  // Columns follow each other in the direction of what holds them.
  main.dir = article.dir;
  article.nextElementSibling?.setAttribute("dir", "ltr");
  document.documentElement.dataset.moving = "pages";
  setWay(paged);
  measure();
  const own = new AbortController();
  ended = own;
  const { signal: inside } = own;
  addEventListener("resize", measure, { signal: inside });
  // These are there before turning.js is: an arrow that is pressed at once must not lead to another article.
  const before = takeKeys(keys, {
    ArrowRight: (event) => (event.shiftKey ? before.ArrowRight?.(event) : goTo(page + (rightToLeft ? -1 : 1))),
    ArrowLeft: (event) => (event.shiftKey ? before.ArrowLeft?.(event) : goTo(page - (rightToLeft ? -1 : 1))),
  }, inside);
  settingsChanges.addEventListener("change", measure, { signal: inside });
  // What the system scrolls to, a link that has the focus for one, is brought to where its page begins.
  main.addEventListener("scroll", rest, { signal: inside });
  // Whoever keeps the place hears of the end too, and asks for the page that was shown last. Where another article comes
  // in the place of this one, the page stays as it is until then.
  const view = main.parentElement;
  signal.addEventListener("abort", () => queueMicrotask(() => ended === own && view?.hidden && endPages()), { signal: inside });
}

/** @type {AbortController | null} */
let ended = null;

/** Back to one long page. */
export function endPages() {
  ended?.abort();
  ended = null;
  main?.removeAttribute("dir");
  main?.removeAttribute("data-odd");
  main = null;
  delete document.documentElement.dataset.moving;
  setWay();
}

/** The page now, and how many there are. */
export const pagesNow = () => ({ page, count: count(), step, rightToLeft });

/** Shows a page; the first or the last where there is no such. @param {number} wanted */
export function goTo(wanted) {
  page = Math.max(0, Math.min(wanted, count() - 1));
  rest();
}

function rest() {
  if (main === null) return;
  const [left, top] = upright ? [0, page * step] : [(rightToLeft ? -1 : 1) * page * step, 0];
  if (main.scrollLeft !== left) main.scrollLeft = left;
  if (main.scrollTop !== top) main.scrollTop = top;
}

/** The size of a page: whole pixels, or a hundred pages on it would be off by as many halves. */
function measure() {
  if (main === null || innerWidth === 0) return;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const em = parseFloat(getComputedStyle(main.firstElementChild ?? main).fontSize);
  gap = innerWidth < DESK * rem ? SMALL_GAP : GAP;
  upright = isUpright();
  rightToLeft = upright || leftwards;
  columns = !upright && innerWidth / 2 - gap >= NARROWEST * em ? 2 : 1;
  const wanted = Math.floor(Math.min(innerWidth, columns * (settings().measure * rem + gap)));
  step = wanted - (wanted % columns);
  const { style } = main;
  style.setProperty("--page-width", `${upright ? innerWidth - gap : step - gap}px`);
  if (upright) step = main.clientHeight + gap;
  // By their width: of one column alone WebKit makes no columns.
  style.setProperty("--column", `${step / columns - gap}px`);
  style.setProperty("--gap", `${gap}px`);
  style.setProperty("--page-height", `${main.clientHeight}px`);
  keepHeadings(main);
}

/** What is one thing, and is not broken. */
const WHOLE = "figure, .table, pre, div.math";
const HEADING = "h2, h3, h4, h5, h6";

/** A heading takes room along for lines that follow it (aids.css): where one thing does, or another heading, for all of that. @param {HTMLElement} main */
function keepHeadings(main) {
  const page = upright ? main.clientWidth : main.clientHeight;
  const led = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(`.text > :is(${HEADING}):has(+ :is(${WHOLE}, ${HEADING}))`)]);
  for (const heading of led) heading.style.removeProperty("--after");
  const heights = led.map((heading) => extent(/** @type {HTMLElement} */ (heading.nextElementSibling).getBoundingClientRect()));
  // The last first: what a heading takes along, the one before it does too.
  let after = 0;
  for (let at = led.length - 1; at >= 0; at -= 1) {
    const [heading, next] = [led[at], led[at]?.nextElementSibling];
    const more = next !== null && next === led[at + 1] ? Math.max(0, after) : 0;
    after = Math.min((heights[at] ?? 0) + more, page * 0.8);
    heading?.style.setProperty("--after", `${after}px`);
  }
}

/** How many pages there are. An odd column at the end gets an empty one beside it, or its page could not be reached. */
function count() {
  if (main === null || step === 0) return 1;
  const all = Math.round((((upright ? main.scrollHeight : main.scrollWidth) + gap) * columns) / step) - Number(main.hasAttribute("data-odd"));
  main.toggleAttribute("data-odd", columns === 2 && all % 2 === 1);
  return Math.max(1, Math.ceil(all / columns));
}

/** On which page something lies, by where it begins. @param {DOMRect} rect */
export function pageOf(rect) {
  if (main === null) return 0;
  const box = main.getBoundingClientRect();
  // What stands upright in a box of its own may reach over where the page begins.
  const along = upright ? (rect.top + rect.bottom) / 2 - box.top + main.scrollTop : rightToLeft ? box.right - rect.right + 1 - main.scrollLeft : rect.left + 1 - box.left + main.scrollLeft;
  return Math.floor(along / step);
}

/** @type {Way} */
const paged = {
  at: () => page,
  end: (text) => {
    const last = blocksOf(text).at(-1);
    return last === undefined ? 0 : endsOn(last);
  },
  shape: (text) => `${step} ${main?.clientHeight} ${columns} ${text.offsetTop} ${text.offsetHeight}`,
  now(text) {
    const blocks = blocksOf(text);
    const block = blocks[page === 0 ? 0 : firstWhere(blocks.length, (index) => endsOn(blocks[index]) >= page)];
    if (block === undefined || text.offsetHeight === 0) return null;
    const end = paged.end(text);
    const progress = end <= 0 ? 1 : Math.min(1, page / end);
    return { block: block.dataset.block ?? "", within: page === 0 ? 0 : withinOf(block, block === blocks[0]), progress };
  },
  to(text, position, further = 0) {
    const block = blockOf(text, position);
    const there = block === null ? Math.round(paged.end(text) * position.progress) : pageAt(block, position.within, block === text.firstElementChild);
    goTo(there + further);
  },
  show(target) {
    goTo(pageOf(firstOf(target)));
  },
  passed: (target) => pageOf(firstOf(target)) <= page,
  leave: endPages,
};

/** @param {HTMLElement | Range} target */
const firstOf = (target) => target.getClientRects()[0] ?? target.getBoundingClientRect();

/** The page on which a block begins. @param {HTMLElement} block */
const beginsOn = (block) => pageOf(lettersOf(block)?.rect(0) ?? firstOf(block));

/** The page on which a block ends. @param {HTMLElement} block */
function endsOn(block) {
  const letters = lettersOf(block);
  // A list may end with a line break, which has no box.
  for (let at = (letters?.count ?? 0) - 1; letters && at >= Math.max(0, letters.count - 40); at -= 1) {
    const rect = letters.rect(at);
    if (rect !== null) return pageOf(rect);
  }
  const rects = block.getClientRects();
  return pageOf(rects[rects.length - 1] ?? block.getBoundingClientRect());
}

/** How far into a block the page begins. @param {HTMLElement} block @param {boolean} first   What stands above the first is the headline. */
function withinOf(block, first) {
  const begins = beginsOn(block);
  if (begins > page) return first ? (ROOM * page) / begins : 0;
  if (begins === page) return ROOM;
  // Beyond the text is its end.
  if (endsOn(block) < page) return 1;
  const letters = lettersOf(block);
  if (letters !== null) {
    const at = firstWhere(letters.count, (index) => {
      const rect = letters.rect(index);
      return rect === null || pageOf(rect) >= page;
    });
    return ROOM + (1 - ROOM) * (at / letters.count);
  }
  const rects = [...block.getClientRects()];
  const before = rects.filter((rect) => pageOf(rect) < page);
  return ROOM + (1 - ROOM) * (heightOf(before) / heightOf(rects));
}

/** The page that holds a place in a block. @param {HTMLElement} block @param {number} within @param {boolean} first */
function pageAt(block, within, first) {
  if (within < ROOM) return first ? Math.floor((within / ROOM) * beginsOn(block) + 1e-6) : beginsOn(block);
  if (within >= 1) return endsOn(block) + 1;
  const part = (within - ROOM) / (1 - ROOM);
  const letters = lettersOf(block);
  if (letters !== null) {
    const rect = letters.rect(Math.floor(part * letters.count + 1e-6));
    return rect === null ? endsOn(block) : pageOf(rect);
  }
  let left = part * heightOf([...block.getClientRects()]) + 0.5;
  for (const rect of block.getClientRects()) {
    left -= extent(rect);
    if (left < 0) return pageOf(rect);
  }
  return endsOn(block);
}

/** @param {DOMRect[]} rects */
const heightOf = (rects) => rects.reduce((sum, rect) => sum + extent(rect), 0);
/** How much of a page something takes. @param {DOMRect} rect */
const extent = ({ width, height }) => (upright ? width : height);
