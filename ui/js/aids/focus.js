/**
 * Paragraph focus: the others step back. It goes along with the reading line as one scrolls; on pages the arrows lead it on.
 *
 * @import { Aids } from "../../../types.js"
 */
import { blocksOf, firstWhere, way } from "../reader/place.js";
import { takeKeys } from "./keys.js";
import { isBoxed, onPage, sidesOf } from "./show.js";

/** Where one reads, as a share of the window's height. */
export const EYE = 0.38;

/** How far down the window one reads: higher up where it begins, and lower down at its end, for there it scrolls no further. */
export function eyeLine() {
  const below = document.documentElement.scrollHeight - innerHeight - scrollY;
  const usual = innerHeight * EYE;
  return Math.max(Math.min(usual, innerHeight * 0.12 + scrollY), innerHeight * 0.9 - below);
}

/** @param {Aids} aids @param {AbortSignal} signal */
export function focusParagraph({ reading, place, keys }, signal) {
  const { text } = reading;
  const blocks = blocksOf(text);
  /** @type {HTMLElement | undefined} */
  let here;
  const stand = (/** @type {HTMLElement | undefined} */ block) => {
    if (block === undefined || block === here) return;
    here?.removeAttribute("data-here");
    here = block;
    here.dataset.here = "";
  };
  /** Where the window stood when the arrows led to a paragraph, which is not always at the line: there it stays. */
  let led = NaN;
  const look = () => {
    if (!isBoxed() && scrollY === led) return;
    if (isBoxed()) {
      if (here && isShown(here)) return;
      const shown = blocks.filter(isShown);
      // One that began on the page before was read there.
      stand(shown.find(startsHere) ?? shown[0]);
    } else {
      const line = eyeLine();
      stand(blocks[firstWhere(blocks.length, (index) => sidesOf(blocks[index], reading)[1] > line)]);
    }
  };
  let waiting = 0;
  document.addEventListener("scroll", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(look);
  }, { capture: true, passive: true, signal });
  addEventListener("resize", look, { signal });
  text.addEventListener("click", ({ target }) => {
    const block = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-block]")) : null;
    if (block) stand(block);
  }, { signal });
  /** @param {number} step */
  const go = (step) => {
    const next = blocks[(here ? blocks.indexOf(here) : -1) + step];
    if (next === undefined) return;
    stand(next);
    if (isBoxed()) {
      if (!isShown(next) || !startsHere(next)) way.show(next);
      place.now();
    } else {
      const { top, height } = next.getBoundingClientRect();
      scrollBy({ top: top + Math.min(height, innerHeight / 2) / 2 - innerHeight * EYE, behavior: "instant" });
      led = scrollY;
    }
  };
  takeKeys(keys, { ArrowDown: () => go(1), ArrowUp: () => go(-1) }, signal);
  text.dataset.focus = "";
  signal.addEventListener("abort", () => {
    delete text.dataset.focus;
    here?.removeAttribute("data-here");
  });
  look();
}

/** @param {Element} block */
const isShown = (block) => [...block.getClientRects()].some((rect) => rect.height > 0 && onPage(rect));

/** @param {Element} block */
function startsHere(block) {
  const first = block.getClientRects()[0];
  return first !== undefined && onPage(first);
}
