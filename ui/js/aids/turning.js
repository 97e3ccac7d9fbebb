/**
 * What turns pages: keys, taps, swipes and the wheel; and the line at the foot that says where one is. paged.js lays them out.
 *
 * @import { Aids } from "../../../types.js"
 */
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { leap } from "./back.js";
import { takeKeys } from "./keys.js";
import { minutesFrom } from "./minutes.js";
import { beginPages, endPages, goTo, pageOf, pagesNow } from "./paged.js";
import { isPaged, onPage } from "./show.js";
import { direction, say } from "../words.js";

/** A finger that goes so far sideways turns a page, in px. */
const SWIPE = 40;
/** The wheel turns one page a gesture: so far, in px, and then not before it has rested so long, in milliseconds. */
const [WHEEL, REST] = [24, 160];
/** What has a use of its own for a tap. */
const OWN = "a, area, button, summary, input, label, select, textarea, img, video, audio, [popover], dialog, .bar, .aid, .player-bar, .toast";
/** What scrolls by itself. */
const BOXES = ".table, div.math, pre > code, figcaption, [popover]";
/** What lies over the page, and is not turned with it. */
const APART = "dialog, .player-bar, .toast, .find-bar";

/** @param {Aids} aids @param {AbortSignal} signal @param {Promise<void>} whole   All of the article is there. */
export function turnPages(aids, signal, whole) {
  const { reading, place, bar, keys } = aids;
  const view = /** @type {HTMLElement} */ (bar.parentElement);
  const main = /** @type {HTMLElement} */ (reading.article.parentElement);
  const at = isPaged() ? null : place.now();
  beginPages(reading, keys);
  if (at !== null) place.to(at);
  signal.addEventListener("abort", () => {
    foot.remove();
    if (reading.signal.aborted) return;
    const at = place.now();
    endPages();
    if (at !== null) place.to(at);
  });

  /** @type {ReturnType<typeof minutesFrom> | null} */
  let minutes = null;
  const section = make("span", { class: "of-section" });
  const number = make("span", { class: "page-number", role: "status", dir: direction });
  const rest = make("span", { class: "of-article" });
  const arrows = make("div", {},
    button({ class: "icon-button", "aria-label": say("previous-page") }, () => turn(-1), icon("back")), number,
    button({ class: "icon-button", "aria-label": say("next-page") }, () => turn(1), icon("next")));
  const foot = make("nav", { class: "aid folio", "aria-label": say("pages") }, section, arrows, rest);
  view.append(foot);

  // What is asked of the page comes before what is written: each after the other has WebKit lay out once more.
  const draw = () => {
    const { at, count, sure, known, rightToLeft } = pagesNow();
    const now = place.now();
    // The way on is where the next page comes from.
    arrows.dir = rightToLeft ? "rtl" : "ltr";
    const words = say(known ? "of" : sure ? "of-about" : "about-of", { now: at + 1, all: count });
    put(number, words);
    foot.classList.toggle("guessed", !known);
    const left = minutes?.(now) ?? { section: null, article: 0 };
    put(section, left.section ? say("minutes-left-in-section", { count: left.section }) : "");
    put(rest, left.article > 0 ? say("minutes-left", { count: left.article }) : "");
  };
  /** @param {number} wanted @param {number} way   The direction in which it comes, 1 or -1. */
  const go = (wanted, way) => {
    const { at: before, rightToLeft } = pagesNow();
    goTo(wanted);
    if (pagesNow().at === before) return;
    draw();
    slide(main, rightToLeft ? -way : way);
    if (!bar.matches(":focus-within")) bar.dataset.away = "";
  };
  /** @param {number} way */
  const turn = (way) => go(pagesNow().page + way, way);
  /** Towards the right or the left, as one sees it. @param {number} way */
  const turnTo = (way) => turn(pagesNow().rightToLeft ? -way : way);

  /** To the first page of all, or the last: of a long article once that is there. @param {number} way */
  const toEnd = (way) => void whole.then(() => signal.aborted || leap(aids, () => go(way * Infinity, way)));

  const before = takeKeys(keys, {
    ArrowRight: (event) => (event.shiftKey ? before.ArrowRight?.(event) : turnTo(1)),
    ArrowLeft: (event) => (event.shiftKey ? before.ArrowLeft?.(event) : turnTo(-1)),
    ArrowDown: () => turn(1), ArrowUp: () => turn(-1), PageDown: () => turn(1), PageUp: () => turn(-1),
    " ": ({ shiftKey }) => turn(shiftKey ? -1 : 1),
    Home: () => toEnd(-1), End: () => toEnd(1),
  }, signal);

  /** Taps that are not for this: after a swipe, or to close what was open. */
  let spent = false;
  /** @type {{ x: number, y: number } | null} */
  let down = null;
  document.addEventListener("pointerdown", ({ clientX, clientY, pointerType, isPrimary, target }) => {
    const apart = target instanceof Element && target.closest(APART) !== null;
    spent = apart || document.querySelector(":popover-open") !== null;
    const boxed = target instanceof Element && target.closest(BOXES);
    down = apart || pointerType === "mouse" || !isPrimary || (boxed && boxed.scrollWidth > boxed.clientWidth) ? null : { x: clientX, y: clientY };
  }, { capture: true, signal });
  document.addEventListener("pointerup", ({ clientX, clientY }) => {
    const [x, y] = down === null ? [0, 0] : [clientX - down.x, clientY - down.y];
    down = null;
    if (Math.abs(x) < SWIPE || Math.abs(x) < 1.5 * Math.abs(y)) return;
    spent = true;
    turnTo(x < 0 ? 1 : -1);
  }, { signal });
  document.addEventListener("click", ({ target, clientX, defaultPrevented }) => {
    if (spent || defaultPrevented || !(target instanceof Element) || target.closest(OWN) || !getSelection()?.isCollapsed) return;
    const third = Math.floor((clientX / innerWidth) * 3) - 1;
    if (third === 0) bar.toggleAttribute("data-away");
    else turnTo(third);
  }, { signal });

  let [turned, last, sum] = [false, 0, 0];
  document.addEventListener("wheel", (event) => {
    const on = event.target instanceof Element ? event.target : null;
    const box = on?.closest(BOXES);
    if (on?.closest(APART) || event.ctrlKey || (box && goesOn(box, event.deltaX, event.deltaY))) return;
    event.preventDefault();
    if (event.timeStamp - last > REST) [turned, sum] = [false, 0];
    last = event.timeStamp;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    sum += (sideways ? event.deltaX : event.deltaY) * (event.deltaMode === 0 ? 1 : WHEEL);
    if (turned || Math.abs(sum) < WHEEL) return;
    turned = true;
    (sideways ? turnTo : turn)(Math.sign(sum));
  }, { passive: false, signal });

  // The page that is shown has what the Tab key leads to; not what had the focus before a sheet was opened, and has it again.
  let tabbed = false;
  addEventListener("keydown", ({ key }) => void (tabbed = key === "Tab"), { capture: true, signal });
  main.addEventListener("focusin", ({ target }) => {
    if (!tabbed || !(target instanceof HTMLElement) || target.closest("[popover]")) return;
    if ([...target.getClientRects()].some(onPage)) return;
    goTo(pageOf(target.getClientRects()[0] ?? target.getBoundingClientRect()));
    place.now();
    draw();
  }, { signal });
  addEventListener("mousemove", ({ clientY }) => {
    if (clientY < 8) bar.removeAttribute("data-away");
  }, { passive: true, signal });
  // Pictures come, letters grow, the window becomes another: all of that makes other pages.
  const resized = new ResizeObserver(() => {
    place.now();
    draw();
  });
  for (const each of [main, ...main.children]) resized.observe(each);
  signal.addEventListener("abort", () => resized.disconnect());
  addEventListener("resize", () => place.now(), { signal });
  main.addEventListener("scroll", draw, { signal });
  draw();
  void whole.then(() => {
    if (signal.aborted) return;
    minutes = minutesFrom(reading);
    draw();
  });
}

/** @param {HTMLElement} line @param {string} words */
function put(line, words) {
  if (line.textContent !== words) line.textContent = words;
}

/** Whether a box can be scrolled further that way. @param {Element} box @param {number} x @param {number} y */
function goesOn(box, x, y) {
  const vertical = Math.abs(y) >= Math.abs(x);
  const [at, room, by] = vertical ? [box.scrollTop, box.scrollHeight - box.clientHeight, y] : [Math.abs(box.scrollLeft), box.scrollWidth - box.clientWidth, x];
  return room > 1 && (by < 0 ? at > 0 : at < room - 1);
}

/** The page comes from where it lay: not far, or it would be wearisome. @param {HTMLElement} main @param {number} way */
function slide(main, way) {
  const move = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--move"));
  if (move > 0) main.animate([{ translate: `${way * 2}rem 0`, opacity: 0.2 }, {}], { duration: 140, easing: "cubic-bezier(.2, .7, .3, 1)" });
}
