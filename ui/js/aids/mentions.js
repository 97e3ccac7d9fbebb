/**
 * From a note back to its marks, once all of them are there.
 *
 * @import { Reading } from "../../../types.js"
 */
import { make } from "../make.js";
import { say } from "../words.js";

/** Of thousands WebKit lays a line for seconds. */
const MOST = 99;

/** @param {Reading} reading */
export function leadBack({ article, text, document: { notes } }) {
  if (notes.length === 0) return;
  /** By note. @type {Map<string, Element[]>} */
  const marks = new Map();
  for (const mark of text.querySelectorAll("a[role=doc-noteref][id]")) {
    const note = mark.getAttribute("href")?.slice(1) ?? "";
    if (!marks.get(note)?.push(mark)) marks.set(note, [mark]);
  }
  for (const item of article.querySelectorAll(":scope > .notes > ol > li")) {
    const back = (marks.get(item.id) ?? []).slice(0, MOST).map(({ id }, index) =>
      make("a", { class: "back", href: `#${id}`, role: "doc-backlink", "aria-label": index === 0 ? say("back-to-text") : say("back-to-mention", { number: index + 1 }) }, "↩\uFE0E"));
    (item.querySelector(":scope > p:last-of-type") ?? item).append(...back.flatMap((link, at) => [at === 0 ? "\u00A0" : " ", link]));
  }
}
