/**
 * Tables, code and formulas that are wider than the page scroll in a box of their own, which fades where there is more.
 *
 * @import { Reading } from "./reader.js"
 */

/** @param {Reading} reading */
export function markOverflow({ article, signal }) {
  const boxes = /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(".table, div.math, pre > code"));
  if (boxes.length === 0) return;
  const resized = new ResizeObserver((entries) => entries.forEach((entry) => mark(/** @type {HTMLElement} */ (entry.target))));
  for (const box of boxes) resized.observe(box);
  signal.addEventListener("abort", () => resized.disconnect());
  article.addEventListener("scroll", (event) => {
    if (event.target instanceof HTMLElement) mark(event.target);
  }, { capture: true, passive: true, signal });
}

/** @param {HTMLElement} box */
function mark(box) {
  const room = box.scrollWidth - box.clientWidth;
  const left = getComputedStyle(box).direction === "rtl" ? room + box.scrollLeft : box.scrollLeft;
  box.toggleAttribute("data-more-left", left > 1);
  box.toggleAttribute("data-more-right", room - left > 1);
  // What scrolls has to be reached by the keyboard.
  if (room > 1) box.tabIndex = 0;
}
