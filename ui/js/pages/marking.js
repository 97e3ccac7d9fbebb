/** Shows where in an open article a search was answered, and marks its words, without a change to the text (CSS Custom Highlight API). */

/** Of scripts that have no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * @param {HTMLElement} text
 * @param {string} hit   The id of a block, `?`, and the words as they stand in the text, with `|` between.
 * @param {(block: HTMLElement) => void} show
 * @param {AbortSignal} signal
 */
export function showHit(text, hit, show, signal) {
  const [id, ...rest] = hit.split("?");
  const words = rest.join("?").split("|").filter(Boolean);
  const block = /** @type {HTMLElement | null} */ (text.querySelector(`[data-block="${CSS.escape(id)}"]`));
  if (block && !signal.aborted) show(block);
  if (words.length === 0 || !("highlights" in CSS)) return;
  // A word from its beginning on, where it has one.
  const pattern = new RegExp(words.map((word) =>
    `${/^[\p{L}\p{N}]/u.test(word) && !UNSPACED.test(word) ? "(?<![\\p{L}\\p{N}])" : ""}${word.replace(/[\^$\\.*+?()[\]{}|/]/gu, "\\$&")}`).join("|"), "giu");
  const found = new Highlight();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: { length }, index } of (node.nodeValue ?? "").matchAll(pattern)) {
      found.add(new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + length }));
    }
  }
  CSS.highlights.set("found", found);
  signal.addEventListener("abort", () => CSS.highlights.delete("found"));
}
