/**
 * Pages: the text lies in columns as high as the window, of which one or two make a page, and the window is moved
 * sideways by whole pages. All of the text is laid out: where a page begins depends on all that stands before it. Of a long
 * article one stretch is, and pages are turned from one into the next.
 *
 * This file puts pages in the place of scrolling for all that ask where one is (reader/place.js); turning.js has what
 * turns them. A position is the same in both ways: the first letter of a page is what else lies on the reading line.
 *
 * @import { Aids, Position, Reading, Stretches, Way } from "../../../types.js"
 */
import { blockOf, blocksOf, firstWhere, lettersOf, ROOM, setWay, way } from "../reader/place.js";
import { settings, settingsChanges } from "../settings.js";
import { takeKeys } from "./keys.js";
import { isUpright } from "./show.js";
import { direction } from "../words.js";

/** Between two columns, and half of it beside them, in px. On a phone less. */
const [GAP, SMALL_GAP] = [72, 40];
/** From this width on the window is a desk's, in rem. */
const DESK = 46;
/** Two columns have this many letters' widths each at least, in em. */
const NARROWEST = 24;

/** The element that holds the columns, its page now, and the width of one. */
let [main, page, step, columns, gap] = [/** @type {HTMLElement | null} */ (null), 0, 0, 1, GAP];
/** Of a long article; how many pages lie before those there, as far as is known, and whether it is. @type {Stretches | undefined} */
let stretches;
let [before, sure] = [0, true];
/** What the text that is there measures, and how often that has become another for the same words. */
let [size, sizes] = ["", 0];
/** Whether the text runs from right to left, and whether its pages do. */
let [leftwards, rightToLeft] = [false, false];
/** Whether lines run from top to bottom: then pages lie one below the other. */
let upright = false;

/** Lays the article out in pages, if it is not. @param {Reading} reading @param {Aids["keys"]} keys */
export function beginPages({ article, text, signal, stretches: parts }, keys) {
  if (way === paged && main === article.parentElement) return;
  main = article.parentElement;
  if (main === null) return;
  page = 0;
  stretches = parts;
  [before, sure] = [0, true];
  leftwards = article.dir === "rtl";
  // Columns follow each other in the direction of what holds them.
  main.dir = article.dir;
  // What follows the article is the window's, not the text's.
  article.nextElementSibling?.setAttribute("dir", direction);
  document.documentElement.dataset.moving = "pages";
  setWay(paged);
  stretches?.show(null);
  measure();
  bring(text, true);
  const own = new AbortController();
  ended?.abort();
  ended = own;
  const { signal: inside } = own;
  addEventListener("resize", measure, { signal: inside });
  // These are there before turning.js is: an arrow that is pressed at once must not lead to another article.
  const others = takeKeys(keys, {
    ArrowRight: (event) => (event.shiftKey ? others.ArrowRight?.(event) : goTo(page + (rightToLeft ? -1 : 1))),
    ArrowLeft: (event) => (event.shiftKey ? others.ArrowLeft?.(event) : goTo(page - (rightToLeft ? -1 : 1))),
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
  for (const name of ["dir", "data-odd", "data-before", "data-after"]) main?.removeAttribute(name);
  main?.querySelector(":scope > .ending")?.removeAttribute("dir");
  stretches?.leave();
  stretches = undefined;
  main = null;
  delete document.documentElement.dataset.moving;
  setWay();
}

/** The page now, from 0, of those there; how far it is of all, how many these are, and whether that is counted or guessed. */
export function pagesNow() {
  const here = count();
  const [after, all] = stretches?.pages(1) ?? [0, true];
  const known = sure && all;
  const first = Math.round(before);
  const most = first + here + Math.ceil(after);
  // What is guessed is not told to a page.
  return { page, at: first + page, step, rightToLeft, sure, known, count: all || most < 100 ? most : Math.ceil(most / 10) * 10 };
}

/** Shows a page, counted from the first that is there; the first or the last of all where there is no such. @param {number} wanted */
export function goTo(wanted) {
  page = wanted;
  let [all, way] = [count(), 0];
  while (stretches && (page < 0 || page >= all)) {
    // Who goes on does not turn back, however the pages are counted.
    if (way === (page < 0 ? 1 : -1)) break;
    way = page < 0 ? -1 : 1;
    const far = !Number.isFinite(page);
    const other = stretches.beside(far ? page : way);
    if (other === null) break;
    const passed = all;
    lay(other);
    all = count();
    const from = before + (way > 0 ? passed : -all);
    page += way > 0 ? -passed : all;
    [before, sure] = stretches.pages(-1);
    // One page more is one more, also where it is not known which it is.
    if (!sure && !far && from > 0) before = from;
  }
  page = Math.max(0, Math.min(page, all - 1));
  rest();
}

/** Has the stretch there that something lies in. @param {Node | null} node */
function lay(node) {
  if (main === null || !stretches?.show(node)) return false;
  size = "";
  main.removeAttribute("data-odd");
  keepHeadings(main);
  // Whoever looks where one is when that is scrolled.
  queueMicrotask(() => main?.dispatchEvent(new Event("scroll")));
  return true;
}

/** The same for what is gone to, and not turned to. @param {Node} node @param {boolean} anew   How far it is, is guessed anew in any case. */
function bring(node, anew = false) {
  if ((!lay(node) && !anew) || !stretches) return;
  count();
  [before, sure] = stretches.pages(-1);
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
  stretches?.forget();
  // What was added for another count of columns.
  main.removeAttribute("data-odd");
  keepHeadings(main);
}

/** What is one thing, and is not broken. */
const WHOLE = "figure, .table, pre, div.math";
const HEADING = "h2, h3, h4, h5, h6";

/**
 * A heading takes room along for lines that follow it (aids.css): where one thing does, or another heading, for all of
 * that. What follows is made small enough for both.
 * @param {HTMLElement} main
 */
function keepHeadings(main) {
  const parts = stretches?.leaves() ?? main.querySelectorAll(".text");
  const led = /** @type {HTMLElement[]} */ ([...parts].flatMap((part) => [...part.querySelectorAll(`:scope > :is(${HEADING}):has(+ :is(${WHOLE}, ${HEADING}))`)]));
  const following = led.map((heading) => /** @type {HTMLElement} */ (heading.nextElementSibling));
  const heightsOf = (/** @type {HTMLElement[]} */ all) => all.map((one) => extent(one.getBoundingClientRect()));
  for (const heading of led) heading.style.setProperty("--after", "0px");
  const gaps = following.map((one) => parseFloat(getComputedStyle(one).marginBlockStart));
  let above = 0;
  heightsOf(led).forEach((height, at) => {
    above = height + (gaps[at] || 0) + (following[at - 1] === led[at] ? above : 0);
    following[at]?.style.setProperty("--above", `${above}px`);
  });
  const heights = heightsOf(following);
  // The last first: what a heading takes along, the one before it does too.
  let after = 0;
  for (let at = led.length - 1; at >= 0; at -= 1) {
    after = (gaps[at] || 0) + (heights[at] ?? 0) + (following[at] === led[at + 1] ? after : 0);
    led[at]?.style.setProperty("--after", `${after}px`);
  }
}

/** How many pages are there. An odd column at the end gets room for another beside it, or its page could not be reached. */
function count() {
  if (main === null || step === 0) return 1;
  const all = Math.round((((upright ? main.scrollHeight : main.scrollWidth) + gap) * columns) / step) - Number(main.hasAttribute("data-odd"));
  main.toggleAttribute("data-odd", columns === 2 && all % 2 === 1);
  main.style.setProperty("--end", `${((all + 1) * step) / columns - gap - 1}px`);
  const pages = Math.max(1, Math.ceil(all / columns));
  stretches?.counted(pages);
  return pages;
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
  at: () => before + page,
  end: (text) => {
    const last = blocksOf(text).at(-1);
    if (last === undefined) return 0;
    return stretches && sideOf(last) > 0 ? before + count() + stretches.pages(1)[0] - 1 : before + endsOn(last);
  },
  shape(text) {
    const now = `${text.offsetTop} ${text.offsetHeight}`;
    // Another stretch has another size, and the same pages.
    if (size !== now && size !== "") sizes += 1;
    size = now;
    return `${step} ${main?.clientHeight} ${columns} ${sizes}`;
  },
  now(text) {
    const blocks = stretches?.blocks() ?? blocksOf(text);
    const block = blocks[page === 0 ? 0 : firstWhere(blocks.length, (index) => endsOn(blocks[index]) >= page)];
    if (block === undefined || text.offsetHeight === 0) return null;
    const end = paged.end(text);
    const progress = end <= 0 ? 1 : Math.min(1, paged.at() / end);
    return { block: block.dataset.block ?? "", within: page === 0 ? 0 : withinOf(block, block === blocks[0]), progress };
  },
  to(text, position, further = 0) {
    const own = blockOf(text, position);
    const block = own ?? stretches?.at(position.progress);
    if (block) bring(block, true);
    const there = block ? pageAt(block, own ? position.within : ROOM, block === blocksOf(text)[0]) : Math.round(paged.end(text) * position.progress);
    goTo(there + Math.round(further));
  },
  show(target) {
    bring(target instanceof Range ? target.startContainer : target);
    goTo(pageOf(firstOf(target)));
  },
  passed(target) {
    const side = sideOf(target instanceof Range ? target.startContainer : target);
    return side < 0 || (side === 0 && pageOf(firstOf(target)) <= page);
  },
  leave: endPages,
};

/** @param {Node} node */
const sideOf = (node) => stretches?.sideOf(node) ?? 0;

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
