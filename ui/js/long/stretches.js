/**
 * Pages of a long article (aids/paged.js): to count all of them, all of it had to be laid out. So it falls into stretches,
 * runs of leaves that end before a chapter where that can be had, and one of them is there for the window at a time
 * (aids.css), with its pages. How many the others have is known of those that were there, and guessed of the rest.
 *
 * @import { Stretches } from "../../../types.js"
 */

/** @param {HTMLElement} text @returns {Stretches} */
export function makeStretches(text) {
  /** The leaves that are there. @type {HTMLElement[]} */
  let here = [];
  /** By the leaf that begins a stretch, how many pages that has. @type {Map<Element, number>} */
  const known = new Map();
  /** The last stretch has the notes on its pages, too. @type {number | undefined} */
  let notes;

  const edge = (/** @type {number} */ way) => here.at(way > 0 ? -1 : 0);
  const next = (/** @type {number} */ way) => (way > 0 ? edge(1)?.nextElementSibling : edge(-1)?.previousElementSibling) ?? null;
  const leaves = /** @type {HTMLCollectionOf<HTMLElement>} */ (text.getElementsByClassName("leaf"));
  const far = (/** @type {number} */ way) => leaves[way > 0 ? leaves.length - 1 : 0] ?? null;
  const beside = (/** @type {number} */ way) => {
    if (!Number.isFinite(way)) return here.includes(far(way)) ? null : far(way);
    return leafOr(next(way));
  };
  /** Whether there is more that way, or more to come. @param {number} way */
  const goesOn = (way) => {
    const other = next(way);
    return other !== null && weigh(other) > 0;
  };
  const look = () => {
    if (here.length === 0) return;
    const main = text.closest("main");
    main?.toggleAttribute("data-before", goesOn(-1));
    main?.toggleAttribute("data-after", goesOn(1));
  };
  /** @param {Node} node */
  const sideOf = (node) => {
    const [first, last] = [edge(-1), edge(1)];
    if (!first || !last) return 0;
    if (first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) return !node.contains(first) && goesOn(-1) ? -1 : 0;
    const after = last.compareDocumentPosition(node);
    return after & Node.DOCUMENT_POSITION_FOLLOWING && !(after & Node.DOCUMENT_POSITION_CONTAINED_BY) && goesOn(1) ? 1 : 0;
  };

  return {
    show(node) {
      const holder = node instanceof Element ? node : node?.parentElement;
      const side = node && here.length > 0 ? sideOf(node) : 0;
      // What stands above the text belongs to its beginning, and what stands below to its end.
      const leaf = holder?.closest(".leaf") ?? (side !== 0 ? far(side) : here[0]) ?? text.querySelector(".start") ?? leaves[0];
      if (!leaf || here.includes(/** @type {HTMLElement} */ (leaf))) return false;
      for (const each of here) delete each.dataset.shown;
      here = [];
      let first = leaf;
      while (!first.classList.contains("new") && leafOr(first.previousElementSibling)) first = /** @type {Element} */ (first.previousElementSibling);
      for (let each = leafOr(first); each && (each === first || !each.classList.contains("new")); each = leafOr(each.nextElementSibling)) here.push(each);
      for (const each of here) each.dataset.shown = "";
      look();
      return true;
    },
    leave() {
      for (const each of here) delete each.dataset.shown;
      here = [];
      known.clear();
    },
    look,
    sideOf,
    beside,
    leaves: () => here,
    isFirstHere: () => here.length > 0 && beside(-1) === null,
    blocks: () => /** @type {HTMLElement[]} */ (here.flatMap((leaf) => [...leaf.children])),
    counted: (pages) => void known.set(here[0], pages),
    forget: () => known.clear(),
    pages(way) {
      let [counted, unknown, all, of] = [0, 0, 0, 0];
      let pages = /** @type {number | undefined} */ (undefined);
      notes ??= text.parentElement?.querySelector(":scope > .notes")?.textContent.length ?? 0;
      for (const [side, each] of sides(text, here)) {
        const weight = weigh(each) + (each.nextElementSibling ? 0 : notes);
        const begins = !leafOr(each) || each.classList.contains("new");
        if (begins) pages = known.get(each);
        if (pages !== undefined) {
          of += weight;
          if (begins) all += pages;
        }
        if (side !== way) continue;
        if (pages === undefined) unknown += weight;
        else if (begins) counted += pages;
      }
      return [counted + (of > 0 ? (unknown * all) / of : 0), unknown === 0];
    },
    at(progress) {
      const parts = [...text.children];
      const ends = [0];
      for (const part of parts) ends.push(ends[ends.length - 1] + weigh(part));
      const place = progress * ends[parts.length];
      const at = parts.findIndex((part, index) => leafOr(part) && (ends[index + 1] >= place || !leafOr(parts[index + 1])));
      const { children } = parts[at];
      const share = Math.max(0, place - ends[at]) / (ends[at + 1] - ends[at]);
      return /** @type {HTMLElement} */ (children[Math.min(children.length - 1, Math.floor(share * children.length))]);
    },
  };
}

/** @param {Element | null | undefined} element */
const leafOr = (element) => (element?.classList.contains("leaf") ? /** @type {HTMLElement} */ (element) : null);

/** How much HTML it holds, or stands for. @param {Element} part */
const weigh = (part) => parseFloat(/** @type {HTMLElement} */ (part).style.getPropertyValue("--bytes"));

/** All leaves and shades, each with where it stands: before what is there, in it, or behind it. @param {HTMLElement} text @param {HTMLElement[]} here @returns {[number, Element][]} */
function sides(text, here) {
  let side = -1;
  return [...text.children].map((each) => {
    if (each === here[0]) side = 0;
    else if (side === 0 && !here.includes(/** @type {HTMLElement} */ (each))) side = 1;
    return [side, each];
  });
}
