/**
 * A long article: its blocks lie in leaves, boxes that WebKit lays out only as they come near the window. What is looked
 * at is here at once, the rest comes part by part once it is painted. A shade stands for what has not come.
 *
 * @import { Block, Opened, Reading } from "../../../types.js"
 */
import { make } from "../make.js";
import * as asks from "../pages/asks.js";
import { fill } from "../reader/blocks.js";
import { blocksOf, setBlocks } from "../reader/place.js";

/** Bytes of HTML on a leaf: laid out in some milliseconds, and over a window high. */
const LEAF = 24_000;

/**
 * Puts the blocks that are here on leaves.
 * @param {Reading} reading
 * @param {NonNullable<Opened["rest"]>} rest
 */
export function gather({ text, document: read }, rest) {
  const blocks = /** @type {HTMLElement[]} */ ([...text.children]);
  text.replaceChildren(shade(rest.before), ...leavesOf(read.blocks, blocks), shade(rest.after));
  read.blocks = read.blocks.map(known);
  setBlocks(text, blocks);
}

/**
 * Leaves are laid out from where it is opened on, until it is painted.
 * @param {HTMLElement} text
 * @param {Element | null} start   The block that it is opened at.
 */
export function layNear(text, start) {
  const leaf = start?.closest(".leaf") ?? text.querySelector(".leaf");
  for (const near of [leaf?.previousElementSibling, leaf, leaf?.nextElementSibling]) near?.classList.add("near");
}

/**
 * Brings the rest. Rejects where it can't be had.
 * @param {Reading} reading
 * @param {string} id
 * @param {NonNullable<Opened["rest"]>} rest
 * @param {(part: HTMLElement) => void} laid   What is done with each new leaf.
 */
export async function bringRest({ text, document: read, signal }, id, rest, laid) {
  const [above, below] = /** @type {HTMLElement[]} */ ([...text.querySelectorAll(":scope > .rest")]);
  let [first, last] = [rest.first, rest.first + read.blocks.length];
  let [before, after] = [rest.before, rest.after];
  /** @type {(back: boolean) => Promise<void>} */
  const bring = async (back) => {
    const { blocks, elements } = await ask(id, back ? first : last, back);
    if (signal.aborted) return;
    const leaves = leavesOf(blocks, elements);
    const bytes = blocks.reduce((sum, { html }) => sum + html.length, 0);
    if (back) {
      first -= blocks.length;
      read.blocks.unshift(...blocks.map(known));
      above.after(...leaves);
      resize(above, (before -= bytes));
    } else {
      last += blocks.length;
      read.blocks.push(...blocks.map(known));
      below.before(...leaves);
      resize(below, (after -= bytes));
    }
    leaves.forEach(laid);
    const had = blocksOf(text);
    setBlocks(text, back ? [...elements, ...had] : [...had, ...elements]);
    await new Promise(requestAnimationFrame);
  };
  // What is below is read next, and moves nothing.
  while (!signal.aborted && last < rest.all) await bring(false);
  while (!signal.aborted && first > 0) await bring(true);
  if (signal.aborted) return;
  above.remove();
  below.remove();
  for (const near of text.querySelectorAll(".near")) near.classList.remove("near");
}

/** A part of the rest, and its elements. @param {string} id @param {number} from @param {boolean} back */
async function ask(id, from, back) {
  const blocks = await asks.blocks(id, from, back);
  const box = make("div", {});
  fill(box, blocks.map(({ html }) => html).join(""));
  return { blocks, elements: /** @type {HTMLElement[]} */ ([...box.children]) };
}

/** What is still known of a block that lies on its leaf: its HTML would be kept twice. @param {Block} block @returns {Block} */
const known = ({ id }) => ({ id, html: "" });

/**
 * Adds the rest to a text that is not shown.
 * @param {HTMLElement} text
 * @param {string} id
 * @param {NonNullable<Opened["rest"]>} rest
 * @param {number} here   How many blocks it has.
 * @param {() => boolean} goesOn
 */
export async function addRest(text, id, { first, all }, here, goesOn) {
  let last = first + here;
  while (goesOn() && (last < all || first > 0)) {
    const back = last >= all;
    const { blocks, elements } = await ask(id, back ? first : last, back);
    if (back) text.prepend(...elements);
    else text.append(...elements);
    if (back) first -= blocks.length;
    else last += blocks.length;
  }
}

/** @param {Block[]} blocks @param {Element[]} elements */
function leavesOf(blocks, elements) {
  /** @type {HTMLElement[]} */
  const leaves = [];
  let bytes = LEAF;
  elements.forEach((element, at) => {
    if (bytes >= LEAF) {
      // A paragraph that follows one stays such.
      const on = element.localName === "p" && elements[at - 1]?.localName === "p";
      leaves.push(make("div", { class: on ? "leaf on" : "leaf" }));
      bytes = 0;
    }
    const leaf = /** @type {HTMLElement} */ (leaves.at(-1));
    leaf.append(element);
    resize(leaf, (bytes += blocks[at]?.html.length ?? 0));
  });
  return leaves;
}

/** @param {number} bytes */
function shade(bytes) {
  const rest = make("div", { class: "rest", "aria-hidden": "true" });
  resize(rest, bytes);
  return rest;
}

/** @param {HTMLElement} box @param {number} bytes   From which its height is guessed. */
const resize = (box, bytes) => box.style.setProperty("--bytes", String(Math.max(0, bytes)));
