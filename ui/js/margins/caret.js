/**
 * Marking by keys. One key begins at the reading line: a word is selected; arrows go from word to word, with Alt or Ctrl
 * from sentence to sentence, up and down from paragraph to paragraph, and with Shift they take more. Enter asks what to do.
 *
 * @import { Aids } from "../../../types"
 */
import { UNIT, segmenter } from "../aids/sentences.js";
import { showRange } from "../aids/show.js";
import { make } from "../make.js";
import { blockOf } from "../reader/place.js";
import { toast } from "../toast.js";
import { say } from "../words.js";
import { offsetOf, rangeIn, unitsOf } from "./places.js";

/** @typedef {{ block: number, begin: number, end: number }} Unit   Words or a sentence of a block. */

/**
 * @param {Aids} aids
 * @param {import("./kept.js").Marks} marks
 * @param {{ enter(): void, done(): void }} toolbar
 */
export function markByKeys(aids, marks, toolbar) {
  const { bar, keys, place, reading: { article, text, document: { meta }, signal } } = aids;
  const { blocks } = marks;
  const cut = {
    word: segmenter(meta.language ?? "en", "word"),
    sentence: segmenter(meta.language ?? "en"),
  };
  const heard = make("p", { class: "unseen", role: "status" });
  const seen = make("p", { class: "toast marking-keys", "aria-hidden": "true" }, say("marking-hint"));
  /** @type {AbortController | null} */
  let running = null;
  /** Where it began, and where it is. @type {[Unit, Unit]} */
  let span = [{ block: 0, begin: 0, end: 0 }, { block: 0, begin: 0, end: 0 }];

  /** The pieces of a block; a stretch of spaces and signs alone is none. @param {number} block @param {"word" | "sentence"} kind @returns {Unit[]} */
  const pieces = (block, kind) => unitsOf(blocks[block], UNIT).flatMap(({ from, text }) => [...cut[kind].segment(text)].flatMap(({ segment, index }) => {
    return /[\p{L}\p{N}]/u.test(segment) ? [{ block, begin: from + index, end: from + index + segment.trimEnd().length }] : [];
  }));
  /** The next piece behind, or before, another one. @param {Unit} from @param {"word" | "sentence" | "block"} kind @param {1 | -1} way @returns {Unit} */
  const next = (from, kind, way) => {
    const all = kind === "block" ? [] : pieces(from.block, kind);
    // From a word within a sentence, the first step is to that sentence.
    const around = kind === "sentence" ? all.find(({ begin, end }) => begin <= from.begin && end >= from.end && end - begin > from.end - from.begin) : undefined;
    if (around) return around;
    const found = way > 0 ? all.find(({ begin }) => begin >= from.end) : all.findLast(({ begin }) => begin < from.begin);
    if (found) return found;
    for (let at = from.block + way; at >= 0 && at < blocks.length; at += way) {
      const there = pieces(at, kind === "block" ? "word" : kind);
      const piece = way > 0 || kind === "block" ? there[0] : there.at(-1);
      if (piece) return piece;
    }
    return from;
  };
  const show = () => {
    const [a, b] = span;
    const back = b.block < a.block || (b.block === a.block && b.begin < a.begin);
    const first = back ? b : a;
    // A sentence ends behind the word in it from which it was taken.
    const end = a.block === b.block ? (a.end > b.end ? a : b) : back ? a : b;
    const from = rangeIn(blocks[first.block], first.begin, first.end);
    const to = rangeIn(blocks[end.block], Math.min(end.begin, end.end), end.end);
    if (!from || !to) return;
    getSelection()?.setBaseAndExtent(from.startContainer, from.startOffset, to.endContainer, to.endOffset);
    showRange(new StaticRange(back ? from : to), bar);
    place.take();
    heard.textContent = String(getSelection());
  };
  /** @param {"word" | "sentence" | "block"} kind @param {1 | -1} way @param {boolean} more */
  const go = (kind, way, more) => {
    const [from, at] = span;
    const to = next(at, kind, way);
    span = more ? [from, to] : [to, to];
    show();
  };
  const leave = () => {
    running?.abort();
    running = null;
    heard.remove();
    seen.remove();
  };
  const begin = () => {
    if (running) return leave();
    const at = place.now();
    const block = at && blockOf(text, at);
    let here = Math.max(0, block ? blocks.indexOf(block) : 0);
    while (here < blocks.length - 1 && (blocks[here].getBoundingClientRect().bottom < bar.getBoundingClientRect().bottom + 8 || pieces(here, "word").length === 0)) here += 1;
    const words = pieces(here, "word");
    // The first that is in sight; or what is selected already.
    const selection = getSelection();
    const anchor = selection && !selection.isCollapsed && blocks[here].contains(selection.anchorNode) && selection.anchorNode ? offsetOf(blocks[here], selection.anchorNode, selection.anchorOffset) : null;
    const first = words.find((word) => (anchor !== null ? word.end > anchor : (rangeIn(blocks[here], word.begin, word.end)?.getBoundingClientRect().top ?? 0) >= bar.getBoundingClientRect().bottom - 4)) ?? words[0];
    if (!first) return toast(say("nothing-to-mark"));
    span = [first, first];
    running = new AbortController();
    signal.addEventListener("abort", leave, { signal: running.signal });
    bar.after(heard, seen);
    // The focus leaves buttons and links, so that Enter is ours.
    blocks[here].tabIndex = -1;
    blocks[here].focus({ preventScroll: true });
    addEventListener("keydown", (event) => {
      const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
      if (!/^Arrow|^Enter$|^Escape$/u.test(key) || document.querySelector("dialog[open], :popover-open, .marking:focus-within")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!key.startsWith("Arrow")) {
        leave();
        return key === "Enter" ? toolbar.enter() : toolbar.done();
      }
      const onward = getComputedStyle(blocks[span[1].block]).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      if (key === "ArrowUp" || key === "ArrowDown") go("block", key === "ArrowDown" ? 1 : -1, shiftKey);
      else go(altKey || ctrlKey || metaKey ? "sentence" : "word", key === onward ? 1 : -1, shiftKey);
    }, { capture: true, signal: running.signal });
    article.addEventListener("pointerdown", leave, { signal: running.signal });
    show();
    document.addEventListener("selectionchange", () => getSelection()?.isCollapsed && leave(), { signal: running.signal });
    heard.textContent = `${say("marking-hint")} ${heard.textContent}`;
  };
  keys.h = begin;
}
