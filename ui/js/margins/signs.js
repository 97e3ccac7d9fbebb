/**
 * The signs of notes: beside the column, at the line where the marked words begin. They lie over the page, and not in it.
 *
 * @import { Aids, Marked } from "../../../types"
 */
import { isPaged, onPage } from "../aids/show.js";
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { say } from "../words.js";
import { rangeIn } from "./places.js";

/** How high a sign is, in px: two on one line stand below each other. */
const HIGH = 28;

/**
 * @param {Aids} aids
 * @param {(mark: Marked, from: HTMLElement) => void} open
 */
export function drawSigns({ bar, reading: { article, signal } }, open) {
  const layer = make("section", { class: "note-signs", "aria-label": say("marks"), hidden: "" });
  bar.after(layer);
  signal.addEventListener("abort", () => layer.remove());
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map();

  /** Shows just these. @param {{ mark: Marked, block: HTMLElement, begin: number }[]} parts */
  return (parts) => {
    const here = new Set(parts.map(({ mark }) => mark.id));
    for (const [id, sign] of shown) {
      if (here.has(id)) continue;
      sign.remove();
      shown.delete(id);
    }
    layer.hidden = parts.length === 0;
    if (layer.hidden) return;
    const vertical = document.documentElement.dataset.writing === "vertical";
    layer.classList.toggle("fixed", isPaged() || vertical);
    const origin = layer.getBoundingClientRect();
    const column = article.getBoundingClientRect();
    const pad = parseFloat(getComputedStyle(article).paddingInlineEnd) || 0;
    const rightToLeft = article.dir === "rtl";
    const places = parts.map(({ block, begin }) => rangeIn(block, begin, begin + 1)?.getClientRects()[0]);
    let before = -Infinity;
    parts.forEach(({ mark, block }, at) => {
      const place = places[at];
      let sign = shown.get(mark.id);
      if (!sign) {
        const { id } = mark;
        sign = button({ class: "note-sign", "data-mark": id }, () => open(mark, /** @type {HTMLElement} */ (shown.get(id))), icon("pen"));
        shown.set(id, sign);
      }
      sign.dataset.colour = mark.colour;
      sign.ariaLabel = say("open-note", { note: mark.note.slice(0, 120) });
      sign.hidden = place === undefined || (isPaged() && !onPage(place));
      if (layer.children[at] !== sign) layer.insertBefore(sign, layer.children[at] ?? null);
      if (place === undefined) return;
      const put = (/** @type {number} */ top, /** @type {number} */ left) => {
        sign.style.setProperty("--top", `${top - origin.top}px`);
        sign.style.setProperty("--left", `${left - origin.left}px`);
      };
      // Where lines run from top to bottom, it stands above its line.
      if (vertical) return put(block.getBoundingClientRect().top - HIGH, place.left + (place.width - HIGH) / 2);
      // A page has its columns beside each other: there the sign stands at the end of the line.
      const [left, right] = isPaged() ? pageSides(place) : [column.left + pad, column.right - pad];
      const top = Math.max(place.top + (place.height - HIGH) / 2, Math.abs(place.top - before) < HIGH ? before + HIGH : -Infinity);
      before = top;
      put(top, rightToLeft ? left - HIGH : right);
    });
  };
}

/** The sides of the column that words are in. @param {DOMRect} place @returns {[number, number]} */
function pageSides(place) {
  const main = /** @type {HTMLElement} */ (document.querySelector(".reader > main"));
  const box = main.getBoundingClientRect();
  const column = parseFloat(getComputedStyle(main).columnWidth);
  const left = place.left - box.left < column ? box.left : box.right - column;
  return [left, left + column];
}
