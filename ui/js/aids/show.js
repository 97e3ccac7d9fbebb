/**
 * Brings words of the article into sight.
 *
 * @import { Reading } from "../../../types.js"
 */

import { axis, way } from "../reader/place.js";

/** Whether the text lies on pages. */
export const isPaged = () => document.documentElement.dataset.moving === "pages";

/** Whether lines run from top to bottom. */
export const isUpright = () => document.documentElement.dataset.writing === "vertical";

/** Whether the text moves within its box, and not with the window. */
export const isBoxed = () => isPaged() || isUpright();

/** How long the window is along the way that the text moves. */
export const windowAlong = () => (isPaged() === isUpright() ? innerHeight : innerWidth);

/** How far from where the window begins something ends, or where there are pages, begins. @param {DOMRect} rect @param {boolean} rightToLeft */
const along = (rect, rightToLeft) => (!isPaged() ? axis.box(rect).bottom : isUpright() ? rect.bottom : rightToLeft ? innerWidth - rect.right : rect.left);

/** The same of words: without end where they lie in a part that is not there. @param {StaticRange} spot @param {Reading} reading */
export function far(spot, { article, stretches }) {
  const side = stretches?.sideOf(spot.startContainer) ?? 0;
  return side !== 0 ? side * Infinity : along(farLeaf(spot.startContainer.parentElement) ?? rangeOf(spot).getBoundingClientRect(), article.dir === "rtl");
}

/** How far that is of a window, to one side of which a block may lie. */
export const windowAcross = () => (isBoxed() ? innerWidth : innerHeight);

/** The box of a leaf that is far away: to look into it would lay it out. @param {Element | null} on */
function farLeaf(on) {
  const [size, leaf] = [windowAcross(), isUpright() ? null : on?.closest(".leaf")?.getBoundingClientRect()];
  return leaf && (leaf.bottom < -size || leaf.top > 2 * size) ? leaf : null;
}

/**
 * Where a block begins and ends along the way that one reads; of one far away, where its leaf does; without end where it is not
 * there.
 * @param {HTMLElement} block
 * @param {Reading} reading
 * @returns {[number, number]}
 */
export function sidesOf(block, { article, stretches }) {
  const side = stretches?.sideOf(block) ?? 0;
  if (side !== 0) return [side * Infinity, side * Infinity];
  const { top, bottom, left, right } = farLeaf(block) ?? block.getBoundingClientRect();
  return !isBoxed() ? [top, bottom] : isUpright() || article.dir === "rtl" ? [innerWidth - right, innerWidth - left] : [left, right];
}

/** Whether something lies on the page that is shown, which may be narrower than the window. @param {DOMRect} rect */
export function onPage({ left, right, top, bottom }) {
  const box = document.querySelector(".reader > main")?.getBoundingClientRect() ?? new DOMRect();
  return right > box.left && left < box.right && bottom > box.top && top < box.bottom;
}

/**
 * Draws words under a name, over all marks (CSS Custom Highlight API). One for all: where another comes in its place, WebKit
 * leaves the old one on the screen. None that is empty: each costs whatever is painted.
 * @param {string} name @returns {(ranges: AbstractRange[]) => void}
 */
export function drawnAs(name) {
  if (!("highlights" in CSS)) return () => {};
  const drawn = Object.assign(new Highlight(), { priority: 9 });
  return (ranges) => {
    drawn.clear();
    for (const range of ranges) drawn.add(range);
    if (ranges.length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, drawn);
  };
}

/** As a range that knows where it lies. @param {StaticRange} spot */
export function rangeOf({ startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/**
 * Moves as little as may be: not at all where the words are in sight.
 * @param {StaticRange} spot
 * @param {HTMLElement} cover   What lies over the top of the page.
 */
export function showRange(spot, cover) {
  const range = rangeOf(spot);
  const holder = spot.startContainer.parentElement;
  for (let folded = holder?.closest("details:not([open])"); folded; folded = folded.parentElement?.closest("details:not([open])")) {
    folded.setAttribute("open", "");
  }
  holder?.closest("[data-block]")?.classList.remove("far");
  if (isPaged()) way.show(range);
  const box = holder?.closest(".table, div.math, pre > code");
  const rect = () => range.getClientRects()[0] ?? range.getBoundingClientRect();
  if (box) {
    const [room, at] = [box.getBoundingClientRect(), rect()];
    if (at.left < room.left || at.right > room.right) box.scrollLeft += at.left - room.left - room.width / 3;
    if (at.top < room.top || at.bottom > room.bottom) box.scrollTop += at.top - room.top - room.height / 3;
  }
  if (isBoxed()) return way.show(range);
  const { top, bottom } = rect();
  if (top < cover.getBoundingClientRect().bottom + 16 || bottom > innerHeight - 96) scrollBy({ top: top - innerHeight * 0.38, behavior: "instant" });
}
