/**
 * Where words are: between a selection in the page and offsets in the text of its blocks, as Rust counts them (UTF-16 code
 * units of `textContent`). What the window itself has put into a block is none of its text.
 *
 * @import { Reading, Selected, TextRange } from "../../../types"
 */
import { blocksOf, firstWhere } from "../reader/place.js";

/** What the window puts into the blocks of an article. */
const OURS = ".code-bar, .enlarge, .back, .player, .note-card, div.absent, span.absent";

/** @typedef {{ node: Text, end: number }[]} Nodes */

/** @type {WeakMap<Element, Nodes>} */
const known = new WeakMap();

/** The text nodes of a block, each with where it ends in its text. @param {Element} block @returns {Nodes} */
function nodesOf(block) {
  let nodes = known.get(block);
  if (nodes?.every(({ node }) => node.isConnected)) return nodes;
  nodes = [];
  let end = 0;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    // The space before a link back from a note is the window's, too.
    const next = node.nextSibling;
    if (node.parentElement?.closest(OURS) || (next instanceof Element && next.matches(".back"))) continue;
    nodes.push({ node, end: (end += node.length) });
  }
  known.set(block, nodes);
  return nodes;
}

/** @param {Element} block */
export const lengthOf = (block) => nodesOf(block).at(-1)?.end ?? 0;

/** The text of a block, as offsets count it. @param {Element} block */
export const textOf = (block) => nodesOf(block).map(({ node }) => node.data).join("");

/**
 * The text of a block, cut where elements that `units` names begin and end: of two items of a list the words are two.
 * @param {Element} block
 * @param {string} units
 */
export function unitsOf(block, units) {
  /** @type {{ element: Element | null | undefined, from: number, text: string }[]} */
  const cut = [];
  for (const { node, end } of nodesOf(block)) {
    const element = node.parentElement?.closest(units);
    const last = cut.at(-1);
    if (last && last.element === element) last.text += node.data;
    else cut.push({ element, from: end - node.length, text: node.data });
  }
  return cut;
}

/** All that has an id by which words are found: blocks, then notes. @param {Reading} reading @returns {HTMLElement[]} */
export const allBlocks = ({ article, text }) =>
  [...blocksOf(text), .../** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll(":scope > .notes > ol > li[id]"))];

/** @param {HTMLElement} block */
export const idOf = (block) => block.dataset.block ?? block.id;

/**
 * The words between two offsets; null where the block has no text there.
 * @param {Element} block
 * @param {number} begin
 * @param {number} end
 */
export function rangeIn(block, begin, end) {
  const nodes = nodesOf(block);
  if (nodes.length === 0 || end <= begin) return null;
  const from = nodes[firstWhere(nodes.length, (at) => nodes[at].end > begin)];
  const to = nodes[firstWhere(nodes.length, (at) => nodes[at].end >= end)];
  const within = (/** @type {Nodes[0]} */ { node, end: last }, /** @type {number} */ at) => Math.max(0, Math.min(node.length, at - last + node.length));
  const range = document.createRange();
  range.setStart(from.node, within(from, begin));
  range.setEnd(to.node, within(to, end));
  return range.collapsed ? null : range;
}

/** The boxes of those words alone, without those of elements that hold them. @type {(block: Element, begin: number, end: number) => DOMRect[]} */
export const boxesOf = (block, begin, end) => nodesOf(block).flatMap(({ node, end: last }) => {
  return [...(rangeIn(block, Math.max(begin, last - node.length), Math.min(end, last))?.getClientRects() ?? [])];
});

/** How far into the text of a block a place in the page is. @param {Element} block @param {Node} container @param {number} offset */
export function offsetOf(block, container, offset) {
  const nodes = nodesOf(block);
  const point = document.createRange();
  point.setStart(container, offset);
  const at = firstWhere(nodes.length, (each) => nodes[each].node === container || point.comparePoint(nodes[each].node, 0) > 0 || each === nodes.length - 1);
  const found = nodes[at];
  if (found === undefined) return 0;
  if (found.node === container) return found.end - found.node.length + offset;
  return point.comparePoint(found.node, 0) >= 0 ? found.end - found.node.length : found.end;
}

/** The block that holds a node. @param {Reading} reading @param {Node | null} node @returns {HTMLElement | null} */
export function blockAround({ article, text }, node) {
  const element = node instanceof Element ? node : node?.parentElement;
  const block = /** @type {HTMLElement | null | undefined} */ (element?.closest("[data-block], .notes > ol > li[id]"));
  return block && article.contains(block) && (text.contains(block) || block.localName === "li") ? block : null;
}

/**
 * What of the article's text is selected; null where nothing is.
 * @param {Reading} reading
 * @param {AbstractRange} range
 * @returns {Selected | null}
 */
export function selectedIn(reading, { startContainer, startOffset, endContainer, endOffset, collapsed }) {
  if (collapsed || !reading.article.contains(startContainer) || !reading.article.contains(endContainer)) return null;
  const [first, last] = [startContainer, endContainer].map((node) => blockAround(reading, node));
  const blocks = allBlocks(reading);
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const held = first && last ? [] : blocks.filter((block) => range.intersectsNode(block));
  const from = first ?? held[0];
  let to = last ?? held.at(-1);
  if (!from || !to) return null;
  const begin = first ? offsetOf(first, startContainer, startOffset) : 0;
  let end = last ? offsetOf(last, endContainer, endOffset) : lengthOf(to);
  // A third click selects up to the beginning of the next block.
  for (let at = blocks.indexOf(to); end === 0 && to !== from && at > 0; ) {
    to = blocks[(at -= 1)];
    end = lengthOf(to);
  }
  if (to === from && end <= begin) return null;
  return { from_block: idOf(from), from: begin, to_block: idOf(to), to: end };
}

/** What is selected, block by block. @param {HTMLElement[]} blocks @param {Selected} selected @returns {TextRange[]} */
export function rangesOf(blocks, { from_block, from, to_block, to }) {
  const [first, last] = [from_block, to_block].map((id) => blocks.findIndex((block) => idOf(block) === id));
  return blocks.slice(first, last + 1).map((block, at) => ({
    block: idOf(block),
    begin: at === 0 ? from : 0,
    end: at === last - first ? to : lengthOf(block),
  })).filter(({ begin, end }) => end > begin);
}
