/**
 * A long article: its blocks lie in leaves, boxes that WebKit lays out only as they come near the window. What is looked
 * at is here at once, the rest comes part by part once it is painted. A shade stands for what has not come.
 *
 * @import { Block, Document, Opened, Reading } from "../../../types.js"
 */
import { make } from "../make.js";
import * as asks from "../pages/asks.js";
import { fill } from "../reader/blocks.js";
import { blocksOf, setBlocks } from "../reader/place.js";
import { makeStretches } from "./stretches.js";

/** Letters of HTML on a leaf: laid out in some milliseconds, and over a window high. */
const LEAF = 24_000;
/** A stretch (stretches.js) has so many before it ends before a chapter; before another heading; anywhere. */
const STRETCHES = { chapter: 32_000, heading: 64_000, block: 100_000 };

/**
 * Puts the blocks that are here on leaves.
 * @param {Reading} reading
 * @param {NonNullable<Opened["rest"]>} rest
 */
export function gather(reading, rest) {
  const { text, document: read } = reading;
  const blocks = /** @type {HTMLElement[]} */ ([...text.children]);
  // Rust counts bytes, of which a letter of some scripts has two or three.
  const html = read.blocks.map((block) => block.html).join("");
  const letters = html.length / new TextEncoder().encode(html).length;
  rest.before *= letters;
  rest.after *= letters;
  text.replaceChildren(shade(rest.before), ...leavesOf(read, read.blocks, blocks), shade(rest.after));
  read.blocks = read.blocks.map(known);
  setBlocks(text, blocks);
  reading.stretches = makeStretches(text);
}

/**
 * Leaves are laid out from where it is opened on, until it is painted.
 * @param {HTMLElement} text
 * @param {Element | null} start   The block that it is opened at.
 */
export function layNear(text, start) {
  const leaf = start?.closest(".leaf") ?? text.querySelector(".leaf");
  for (const near of [leaf?.previousElementSibling, leaf, leaf?.nextElementSibling]) if (near?.className !== "rest") near?.classList.add("near");
  leaf?.classList.add("start");
}

/**
 * Brings the rest. Rejects where it can't be had.
 * @param {Reading} reading
 * @param {string} id
 * @param {NonNullable<Opened["rest"]>} rest
 * @param {(part: HTMLElement) => void} laid   What is done with each new leaf.
 */
export async function bringRest({ text, document: read, signal, stretches }, id, rest, laid) {
  const [above, below] = /** @type {HTMLElement[]} */ ([...text.querySelectorAll(":scope > .rest")]);
  let [first, last] = [rest.first, rest.first + read.blocks.length];
  let [before, after] = [rest.before, rest.after];
  /** @type {(back: boolean) => Promise<void>} */
  const bring = async (back) => {
    const { blocks, elements } = await ask(id, back ? first : last, back);
    if (signal.aborted) return;
    // Its file has become shorter: there is no more.
    if (blocks.length === 0) return void ([first, last] = [0, rest.all]);
    const leaves = leavesOf(read, blocks, elements);
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
    stretches?.look();
    await new Promise(requestAnimationFrame);
  };
  // What is below is read next, and moves nothing; but where pages can't be turned back, what is above.
  while (!signal.aborted && (last < rest.all || first > 0)) await bring(last >= rest.all || (first > 0 && !!stretches?.isFirstHere()));
  if (signal.aborted) return;
  above.remove();
  below.remove();
  stretches?.look();
  for (const near of text.querySelectorAll(".near")) near.classList.remove("near");
  // What comes with all of it there has a frame of its own.
  await new Promise(requestAnimationFrame);
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
    if (blocks.length === 0) return;
    if (back) text.prepend(...elements);
    else text.append(...elements);
    if (back) first -= blocks.length;
    else last += blocks.length;
  }
}

/** @param {Document} read @param {Block[]} blocks @param {Element[]} elements */
function leavesOf({ outline }, blocks, elements) {
  /** @type {HTMLElement[]} */
  const leaves = [];
  const chapters = chaptersOf(outline);
  /** What lies on this leaf, and in this stretch. A part begins both. */
  let [letters, stretch] = [Infinity, Infinity];
  elements.forEach((element, at) => {
    const before = elements[at - 1];
    const heading = isHeading(element);
    const chapter = chapters.has(blocks[at]?.id);
    // A heading stays with what it leads.
    const led = before !== undefined && isHeading(before);
    const ends = !led && stretch >= STRETCHES[chapter ? "chapter" : heading ? "heading" : "block"];
    if (ends || (!led && letters >= LEAF)) {
      // A paragraph that follows one stays such.
      const on = element.localName === "p" && before?.localName === "p";
      leaves.push(make("div", { class: `leaf${on ? " on" : ""}${ends ? " new" : ""}` }));
      if (ends) stretch = 0;
      letters = 0;
    }
    const leaf = /** @type {HTMLElement} */ (leaves.at(-1));
    const more = blocks[at]?.html.length ?? 0;
    leaf.append(element);
    resize(leaf, (letters += more));
    stretch += more;
  });
  return leaves;
}

/** @param {Element} element */
const isHeading = (element) => /^h\d$/.test(element.localName);

/** The blocks that begin chapters: of the headings, the highest of which there is more than one. @param {Document["outline"]} outline */
function chaptersOf(outline) {
  const levels = outline.map(({ level }) => level).sort((a, b) => a - b);
  const highest = levels.find((level, at) => level === levels[at + 1]);
  return new Set(outline.filter(({ level }) => level <= (highest ?? 0)).map(({ block }) => block));
}

/** @param {number} bytes */
function shade(bytes) {
  const rest = make("div", { class: "rest", "aria-hidden": "true" });
  resize(rest, bytes);
  return rest;
}

/** @param {HTMLElement} box @param {number} bytes   From which its height is guessed. */
const resize = (box, bytes) => box.style.setProperty("--bytes", String(Math.max(0, bytes)));
