/** Shows where in an open article a search was answered, and marks its words, without a change to the text (CSS Custom Highlight API). */

/** Of scripts that have no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** @param {HTMLElement} text @param {string} hit   The words as they stand in the text, with `|` between. @param {AbortSignal} signal */
export function showHit(text, hit, signal) {
  if (signal.aborted) return;
  const words = hit.split("|").filter(Boolean);
  // Who comes back later comes to where reading was by then.
  history.replaceState(history.state, "", location.hash.split("/").slice(0, 3).join("/"));
  if (words.length === 0 || !("highlights" in CSS)) return;
  // A word from its beginning on, where it has one.
  const pattern = new RegExp(words.map((word) =>
    `${/^[\p{L}\p{N}]/u.test(word) && !UNSPACED.test(word) ? "(?<![\\p{L}\\p{N}])" : ""}${word.replace(/[\^$\\.*+?()[\]{}|/]/gu, "\\$&")}`).join("|"), "giu");
  const found = new Highlight();
  // Over all marks.
  found.priority = 9;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: { length }, index } of (node.nodeValue ?? "").matchAll(pattern)) {
      found.add(new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + length }));
    }
  }
  CSS.highlights.set("found", found);
  signal.addEventListener("abort", () => CSS.highlights.delete("found"));
}
