/**
 * What stands upright among lines from top to bottom: numbers of two digits side by side in the room of one letter, those of
 * three and four one digit below the other, and so capitals that stand alone. Everything longer lies on its side, as words do.
 * Requirements for Japanese Text Layout, 2.3.2 and 3.2.5: https://www.w3.org/TR/jlreq/
 */
import { make } from "../make.js";

/** A number or capitals with no other Latin letter beside them, nor beyond a space, a point or a sign. */
const SHORT = /(?<![\p{Script=Latin}\p{Nd}][ .,:/%+\-–’'_@]?)(?:(\d{2}|[!?]{2})|\d{3,4}|\d|[A-Z]{1,4})(?![ .,:/%+\-–’'_@]?[\p{Script=Latin}\p{Nd}]|[!?%])/gu;
/** Where signs are as they are. */
const APART = "pre, code, math, .table, figcaption, .stands, script, rt";

/** Milliseconds of a slice. */
const SLICE = 8;
/** @type {WeakSet<Element>} */
const done = new WeakSet();

/**
 * @param {Element[]} blocks
 * @param {AbortSignal} [signal]   Where there is one, it is done in slices, until then.
 */
export function standWords(blocks, signal) {
  const due = blocks.filter((block) => !done.has(block));
  let at = 0;
  const slice = () => {
    const start = performance.now();
    for (; at < due.length && !signal?.aborted; at += 1) {
      if (signal && performance.now() - start > SLICE) return void requestAnimationFrame(slice);
      const block = due[at];
      if (block) stand(block);
    }
  };
  slice();
}

/** @param {Element} block */
function stand(block) {
  done.add(block);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  for (const node of nodes) {
    if (!/[\dA-Z!?]/.test(node.data) || node.parentElement?.closest(APART)) continue;
    /** @type {(string | Node)[]} */
    const parts = [];
    let last = 0;
    for (const found of node.data.matchAll(SHORT)) {
      const [words, pair] = found;
      const boxes = pair ? [pair] : [...words];
      parts.push(node.data.slice(last, found.index), ...boxes.map((box) => make("span", { class: "stands" }, box)));
      last = found.index + words.length;
    }
    if (last > 0) node.replaceWith(...parts.filter((part) => part !== ""), node.data.slice(last));
  }
}
