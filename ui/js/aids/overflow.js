/**
 * Tables, code and formulas that are wider than the page scroll in a box of their own, which fades where there is more.
 *
 * @import { Reading } from "../../../types.js"
 */
/** @param {Reading} reading */
export function markOverflow({ article, signal }) {
  const resized = new ResizeObserver((boxes) => boxes.forEach(({ target }) => mark(target)));
  for (const box of article.querySelectorAll(".table, div.math, pre > code")) resized.observe(box);
  signal.addEventListener("abort", () => resized.disconnect());
  article.addEventListener("scroll", (event) => {
    if (event.target instanceof Element) mark(event.target);
  }, { capture: true, passive: true, signal });
}

/** @param {Element} box */
function mark(box) {
  const room = box.scrollWidth - box.clientWidth;
  const left = getComputedStyle(box).direction === "rtl" ? room + box.scrollLeft : box.scrollLeft;
  box.toggleAttribute("data-more-left", left > 1);
  box.toggleAttribute("data-more-right", room - left > 1);
  // What scrolls has to be reached by the keyboard.
  if (room > 1) box.setAttribute("tabindex", "0");
}
