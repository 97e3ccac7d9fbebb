/**
 * Lines from top to bottom, as Japanese and Chinese are set: the article moves sideways, from right to left, in a box of
 * the window's height. This file puts that in the place of scrolling for all that ask where one is (reader/place.js);
 * pages may lie over it (aids/paged.js). upright.css sets the lines, words.js what stands upright in them.
 *
 * @import { Aids, Axis, Reading, Way } from "../../../types.js"
 */
import { takeKeys } from "../aids/keys.js";
import { isPaged } from "../aids/show.js";
import { blocksOf, flow, scrolling, setFlow } from "../reader/place.js";
import { settingsChanges } from "../settings.js";
import { standWords } from "./words.js";

/** Distance of the reading line from the right edge of the text, in px. */
const EDGE = 24;
/** How far an arrow goes, in px, and which share of the window a page is. */
const [STEP, PAGE] = [60, 0.85];
/** What scrolls by itself, or lies over the text. */
const BOXES = ".table, div.math, pre > code, figcaption, .ending, [popover], dialog, .player-bar, .toast, .find-bar";

/** The box that the text moves in. @type {HTMLElement | null} */
let main = null;
/** @type {AbortController | null} */
let ended = null;

/** @type {Axis} */
const leftward = {
  line: EDGE,
  at: () => -(main?.scrollLeft ?? 0),
  to: (at) => main?.scrollTo({ left: -at, behavior: "instant" }),
  room: () => main?.clientWidth ?? 0,
  box({ left, right, width }) {
    const from = main?.getBoundingClientRect().right ?? innerWidth;
    return { top: from - right, bottom: from - left, height: width };
  },
  shape: (text) => `${text.offsetHeight} ${innerWidth} ${text.offsetLeft} ${text.offsetWidth}`,
};

/** @type {Way} */
const upright = {
  ...scrolling,
  show(target) {
    const rect = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const { top, bottom } = leftward.box(rect);
    // Words that are in sight stay where they are.
    if (target instanceof Range && top >= 0 && bottom <= leftward.room()) return;
    leftward.to(leftward.at() + top - EDGE);
  },
  leave: endUpright,
};

/**
 * Lays an article that was just put in place in lines from top to bottom.
 * @param {Reading} reading
 */
export function beginUpright({ article, headline, text, signal }) {
  if (main === article.parentElement) return;
  endUpright();
  main = article.parentElement;
  document.documentElement.dataset.writing = "vertical";
  standWords([headline, ...blocksOf(text)]);
  setFlow(upright, leftward);
  const own = (ended = new AbortController());
  // Where another article comes in the place of this one, it is laid as this one was until then.
  const view = main?.parentElement;
  signal.addEventListener("abort", () => queueMicrotask(() => ended === own && view?.hidden && endUpright()), { signal: own.signal });
}

/** Lines are those of the window again. */
export function endUpright() {
  ended?.abort();
  ended = main = null;
  delete document.documentElement.dataset.writing;
  if (flow === upright) setFlow();
}

/**
 * The keys and the wheel, which go along the lines; and the same words in sight where lines were turned.
 * @param {Aids} aids
 * @param {AbortSignal} signal
 */
export function readUpright({ reading, place, keys }, signal) {
  const turned = (/** @type {() => void} */ turn) => {
    const at = place.now();
    turn();
    // What helps while one reads looks anew which way that goes; pages are measured.
    settingsChanges.dispatchEvent(new Event("change"));
    if (at !== null) place.to(at);
  };
  if (flow !== upright) turned(() => beginUpright(reading));
  // Of a long article, most came after it was laid.
  standWords(blocksOf(reading.text), signal);
  signal.addEventListener("abort", () => reading.signal.aborted || turned(endUpright));

  /** @param {number} far   In px, towards the end. @param {boolean} still */
  const go = (far, still = true) => {
    const smooth = !still && parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--move")) > 0;
    main?.scrollBy({ left: -far, behavior: smooth ? "smooth" : "instant" });
  };
  const page = () => leftward.room() * PAGE;
  /** @type {Aids["keys"]} */
  const mine = {
    ArrowLeft: () => go(STEP), ArrowRight: () => go(-STEP), ArrowDown: () => go(STEP), ArrowUp: () => go(-STEP),
    PageDown: () => go(page(), false), PageUp: () => go(-page(), false),
    " ": ({ shiftKey }) => go(shiftKey ? -page() : page(), false),
  };
  // Pages that were there first have their own; and Shift with an arrow leads to another article, as it does on pages.
  const laid = Object.entries(mine).map(([key, doing]) => [key, (/** @type {KeyboardEvent} */ event) =>
    (isPaged() || (event.shiftKey && key.startsWith("Arrow")) ? before[key] : doing)?.(event)]);
  const before = takeKeys(keys, Object.fromEntries(laid), signal);
  document.addEventListener("wheel", (event) => {
    const on = event.target instanceof Element ? event.target : null;
    if (isPaged() || event.ctrlKey || on?.closest(BOXES) || !main?.contains(on)) return;
    event.preventDefault();
    const along = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? -event.deltaX : event.deltaY;
    go(along * (event.deltaMode === 0 ? 1 : STEP));
  }, { passive: false, signal });
  addEventListener("resize", () => place.now(), { signal });
}
