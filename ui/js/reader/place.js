/**
 * Where someone is in an article, as a Position that means the same words at any width and letter size.
 *
 * The reading line is a fixed distance below the top of the window. `block` is the block on that line, and `within`
 * is counted in letters where the block is running text (of the line that reaches below it), and in height
 * where it is not (pictures, tables, code). Its first thousandth is the room above the block: the margin, or for the
 * first block the headline.
 *
 * Heights are along the axis: down the window, unless js/upright has put another in its place.
 *
 * @import { Axis, Position, Way } from "../../../types.js"
 */

/** Distance of the reading line from the top of the window, in px: just below the bar of a desk. */
export const LINE = 72;
/** As much below it is there. */
const SLACK = 8;
/** The share of `within` that stands for the room above a block. */
export const ROOM = 0.001;
const RUNNING = /^(P|H\d|[UOD]L|BLOCKQUOTE|ASIDE)$/;

/** @type {Axis} */
const down = {
  line: LINE,
  at: () => scrollY,
  to: (top) => scrollTo({ top, behavior: "instant" }),
  room: () => innerHeight,
  box: (rect) => rect,
  shape: (text) => `${text.offsetWidth} ${innerHeight} ${text.offsetTop} ${text.offsetHeight}`,
};
export let axis = down;
const boxOf = (/** @type {Element | Range} */ of) => axis.box(of.getBoundingClientRect());

/** @type {Way} */
export const scrolling = {
  at: () => axis.at(),
  end: endOf,
  shape: (text) => axis.shape(text),
  now: positionNow,
  to: moveTo,
  show: (target) => "scrollIntoView" in target && target.scrollIntoView({ block: "start" }),
  passed: (target) => roughBoxOf(target).top <= axis.line + SLACK,
  leave() {},
};
/** How the text moves: by scrolling, unless aids/paged.js puts pages in place of that. */
export let way = scrolling;
/** What pages leave in their place. */
export let flow = scrolling;
export const setWay = (/** @type {Way} */ other = flow) => void (way = other);
export function setFlow(/** @type {Way} */ other = scrolling, /** @type {Axis} */ along = down) {
  if (way === flow) way = other;
  [flow, axis] = [other, along];
}

/** The position that the window shows now; null where no text is shown. @param {HTMLElement} text @returns {Position | null} */
function positionNow(text) {
  const blocks = blocksOf(text);
  const end = endOf(text);
  const [at, { line }] = [axis.at(), axis];
  const progress = end <= 0 ? 1 : Math.min(1, Math.max(0, at / end));
  const below = (/** @type {number} */ index) => roughBoxOf(/** @type {HTMLElement} */ (blocks[index])).bottom > line;
  // What has not come has no blocks: how far it is must do.
  const rest = [...text.querySelectorAll(":scope > .rest")].map(boxOf);
  if (rest.some(({ top, bottom }, i) => top <= line && (i || bottom > line))) return { block: "", within: 0, progress };
  const block = blocks[at <= 0 ? 0 : firstWhere(blocks.length, below)];
  if (block === undefined || text.offsetHeight === 0) return null;
  return { block: block.dataset.block ?? "", within: at <= 0 ? 0 : lineToWithin(block), progress };
}

/**
 * Scrolls so that the position is on the reading line. A block that is no more falls back to `progress`.
 * @param {HTMLElement} text
 * @param {Position} position
 * @param {number} further how far past the position, in px
 */
function moveTo(text, position, further = 0) {
  const block = blockOf(text, position);
  const first = position.within === 0 && block !== null && !before(block);
  const there = first ? 0 : block === null ? endOf(text) * position.progress : axis.at() + withinToLine(block, position.within) - axis.line;
  if (Math.abs(there + further - axis.at()) >= 1) axis.to(there + further);
}

/** @param {HTMLElement} text @param {Position} position */
export function blockOf(text, position) {
  return blocksOf(text).find((each) => each.dataset.block === position.block) ?? null;
}

/** How far the window is scrolled where the end of the text comes in sight: 0 where all fits. @param {HTMLElement} text */
function endOf(text) {
  return boxOf(text).bottom + axis.at() - axis.room();
}

/** The blocks of long texts, which lie on leaves (long/leaves.js). @type {WeakMap<HTMLElement, HTMLElement[]>} */
const listed = new WeakMap();
export const setBlocks = (/** @type {HTMLElement} */ text, /** @type {HTMLElement[]} */ blocks) => void listed.set(text, blocks);

/** @param {HTMLElement} text */
export const blocksOf = (text) => listed.get(text) ?? /** @type {HTMLElement[]} */ ([...text.children].filter((each) => each.hasAttribute("data-block")));

/** The leaf that something lies on. @param {Element | Range} of */
const leafOf = (of) => (of instanceof Element ? of.closest(".leaf") : null);

/** Where something lies, or its leaf, where that is off the reading line: to look into one is to lay it out. @param {Element | Range} of */
function roughBoxOf(of) {
  const leaf = leafOf(of);
  const box = leaf && boxOf(leaf);
  return box && (box.bottom <= axis.line || box.top > axis.line + SLACK) ? box : boxOf(of);
}

/** Where the room above a block begins: at the end of the block before, or the top of the page. @param {HTMLElement} block */
const roomAbove = (block) => {
  const other = before(block);
  return other ? boxOf(other).bottom : -axis.at();
};

/** What stands before a block. @param {HTMLElement} block */
const before = (block) => {
  const other = block.previousElementSibling ?? leafOf(block)?.previousElementSibling;
  return other?.className === "rest" && !(/** @type {HTMLElement} */ (other).offsetHeight) ? null : other;
};

const along = (/** @type {DOMRect | null | undefined} */ rect) => (rect ? axis.box(rect) : null);

/** @param {HTMLElement} block */
function lineToWithin(block) {
  const { line } = axis;
  const { top, bottom, height } = boxOf(block);
  if (top > line) {
    const room = roomAbove(block);
    return ROOM * Math.max(0, (line - room) / (top - room));
  }
  const letters = bottom > line ? lettersOf(block) : null;
  if (letters === null) return ROOM + (1 - ROOM) * Math.min(1, (line - top) / height);
  const { leading, count, rect } = letters;
  const first = firstWhere(count, (index) => {
    const letter = along(rect(index));
    return letter !== null && letter.bottom > line;
  });
  const letter = along(rect(first));
  const part = letter === null ? 0 : 1 - (letter.bottom - line) / leading;
  return ROOM + (1 - ROOM) * ((first + Math.min(0.999, Math.max(0, part))) / count);
}

/** @param {HTMLElement} block @param {number} within */
function withinToLine(block, within) {
  const { top, height } = boxOf(block);
  if (within < ROOM) {
    const room = roomAbove(block);
    return room + (top - room) * (within / ROOM);
  }
  const part = (within - ROOM) / (1 - ROOM);
  const letters = part < 1 ? lettersOf(block) : null;
  // A hair more, so that a number that was divided and multiplied again does not fall to the letter before it.
  const at = part * (letters?.count ?? 0) + 1e-6;
  const letter = along(letters?.rect(Math.floor(at)));
  if (!letters || !letter) return top + height * part;
  return letter.bottom - (1 - (at % 1)) * letters.leading;
}

/** The letters of a block of running text, null for other blocks. @param {HTMLElement} block */
export function lettersOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {{ node: Text, end: number }[]} */
  const nodes = [];
  let count = 0;
  while (RUNNING.test(block.tagName) && walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    // What copies code comes later.
    if (!node.parentElement?.closest(".code-bar")) nodes.push({ node, end: (count += node.length) });
  }
  if (count === 0) return null;
  const range = document.createRange();
  /** The box of a letter, or of the next that has one: spaces at a line's end have none. @param {number} index */
  const rect = (index) => {
    for (let at = index; at < Math.min(count, index + 400); at += 1) {
      const found = nodes[firstWhere(nodes.length, (index) => (nodes[index]?.end ?? 0) > at)];
      if (found === undefined) break;
      const start = at - found.end + found.node.length;
      range.setStart(found.node, start);
      range.setEnd(found.node, start + 1);
      const box = range.getClientRects()[0];
      if (box !== undefined && box.height > 0) return box;
    }
    return null;
  };
  const { lineHeight, fontSize } = getComputedStyle(block);
  return { count, leading: parseFloat(lineHeight) || parseFloat(fontSize) * 1.5, rect };
}

/**
 * The first index that passes, where all after it do as well; the last where none does.
 * @param {number} count
 * @param {(index: number) => boolean} passes
 */
export function firstWhere(count, passes) {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
