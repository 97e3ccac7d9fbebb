/**
 * Where someone is in an article, as a Position that means the same words at any width and letter size.
 *
 * The reading line is a fixed distance below the top of the window. `block` is the block on that line, and `within`
 * is counted in letters where the block is running text, and in height where it is not (pictures, tables, code). Its
 * first thousandth is the room above the block: the margin, or for the first block the headline.
 * Scrolling is the document's own.
 *
 * @import { Position } from "../../types.js"
 */

/** Distance of the reading line from the top of the window, in px: just below the bar of a desk. */
export const LINE = 72;

/** The share of `within` that stands for the room above a block. */
const ROOM = 0.001;

const RUNNING = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "DL", "BLOCKQUOTE", "ASIDE"]);

/**
 * The position that the window shows now; null where there is no text.
 * @param {HTMLElement} text holds the blocks
 * @returns {Position | null}
 */
export function positionNow(text) {
  const blocks = blocksOf(text);
  const first = blocks[0];
  if (first === undefined) return null;
  const progress = progressNow(text);
  if (scrollY <= 0) return { block: idOf(first), within: 0, progress };
  const block = firstWhere(blocks, (each) => each.getBoundingClientRect().bottom > LINE);
  const { top } = block.getBoundingClientRect();
  const room = roomAbove(block);
  const within = top > LINE ? ROOM * Math.max(0, (LINE - room) / (top - room)) : ROOM + (1 - ROOM) * lineToWithin(block);
  return { block: idOf(block), within, progress };
}

/**
 * How much of the article lies behind: 0 at its top, 1 where the end of the text is in sight.
 * @param {HTMLElement} text
 * @returns {number}
 */
export function progressNow(text) {
  const end = text.getBoundingClientRect().bottom + scrollY - innerHeight;
  return end <= 0 ? 1 : Math.min(1, Math.max(0, scrollY / end));
}

/**
 * Scrolls so that the position is on the reading line. A block that is no more falls back to `progress`.
 * @param {HTMLElement} text
 * @param {Position} position
 */
export function moveTo(text, position) {
  const blocks = blocksOf(text);
  const block = blockOf(text, position);
  const untouched = block === blocks[0] && position.within === 0;
  if (block === null || untouched) {
    const end = text.getBoundingClientRect().bottom + scrollY - innerHeight;
    scrollTo({ top: untouched ? 0 : end * position.progress, behavior: "instant" });
    return;
  }
  const { top } = block.getBoundingClientRect();
  const room = roomAbove(block);
  const { within } = position;
  const line = within < ROOM ? room + (top - room) * (within / ROOM) : withinToLine(block, (within - ROOM) / (1 - ROOM));
  const distance = line - LINE;
  if (Math.abs(distance) >= 1) scrollBy({ top: distance, behavior: "instant" });
}

/**
 * @param {HTMLElement} text
 * @param {Position} position
 * @returns {HTMLElement | null} null where the text has changed
 */
export function blockOf(text, position) {
  return blocksOf(text).find((each) => idOf(each) === position.block) ?? null;
}

/**
 * Where the room above a block begins: at the end of the block before, for the first at the top of the page.
 * @param {HTMLElement} block
 */
function roomAbove(block) {
  return block.previousElementSibling?.getBoundingClientRect().bottom ?? -scrollY;
}

/** @param {HTMLElement} block */
function lineToWithin(block) {
  const rect = block.getBoundingClientRect();
  if (rect.top >= LINE) return 0;
  if (rect.bottom <= LINE) return 1;
  const letters = lettersOf(block);
  if (letters === null) return (LINE - rect.top) / rect.height;
  const { leading, count } = letters;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const letter = letters.rect(middle);
    if (letter !== null && letter.bottom + (leading - letter.height) / 2 > LINE) high = middle;
    else low = middle + 1;
  }
  const letter = letters.rect(low);
  const part = letter === null ? 0 : (LINE - letter.top + (leading - letter.height) / 2) / leading;
  return (low + Math.min(0.999, Math.max(0, part))) / count;
}

/**
 * @param {HTMLElement} block
 * @param {number} within
 */
function withinToLine(block, within) {
  const rect = block.getBoundingClientRect();
  const letters = within > 0 && within < 1 ? lettersOf(block) : null;
  if (letters === null) return rect.top + rect.height * within;
  const { leading, count } = letters;
  // A hair more, so that a number that was divided and multiplied again does not fall to the letter before it.
  const at = within * count + 1e-6;
  const letter = letters.rect(Math.min(count - 1, Math.floor(at)));
  if (letter === null) return rect.top + rect.height * within;
  return letter.top - (leading - letter.height) / 2 + (at % 1) * leading;
}

/**
 * The letters of a block of running text, null for other blocks.
 * @param {HTMLElement} block
 */
function lettersOf(block) {
  if (!RUNNING.has(block.tagName)) return null;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {{ node: Text, start: number }[]} */
  const nodes = [];
  let count = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = /** @type {Text} */ (node);
    nodes.push({ node: words, start: count });
    count += words.length;
  }
  if (count === 0) return null;
  const range = document.createRange();
  /**
   * The box of a letter, or of the next that has one: spaces at a line's end have none.
   * @param {number} index
   * @returns {DOMRect | null}
   */
  const rect = (index) => {
    for (let at = index; at < Math.min(count, index + 400); at += 1) {
      const { node, start } = firstWhere(nodes, (each) => each.start + each.node.length > at);
      range.setStart(node, at - start);
      range.setEnd(node, at - start + 1);
      const box = range.getClientRects()[0];
      if (box !== undefined && box.height > 0) return box;
    }
    return null;
  };
  const style = getComputedStyle(block);
  const leading = parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.5;
  return { count, leading, rect };
}

/**
 * The first item that passes, in a list where all after it do as well; the last where none does.
 * @template T
 * @param {T[]} items at least one
 * @param {(item: T) => boolean} passes
 * @returns {T}
 */
function firstWhere(items, passes) {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(/** @type {T} */ (items[middle]))) high = middle;
    else low = middle + 1;
  }
  return /** @type {T} */ (items[low]);
}

/** @param {HTMLElement} text */
function blocksOf(text) {
  return /** @type {HTMLElement[]} */ ([...text.children].filter((each) => each.hasAttribute("data-block")));
}

/** @param {HTMLElement} block */
function idOf(block) {
  return block.dataset["block"] ?? "";
}
