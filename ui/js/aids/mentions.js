/**
 * From a note back to its marks. The marks of a long article come after its notes: here all are there.
 *
 * @import { Reading } from "../../../types.js"
 */
import { make } from "../make.js";
import { say } from "../words.js";

/** @param {Reading} reading */
export function leadBack({ article, text, document: { notes } }) {
  if (notes.length === 0) return;
  /** By the note that they name. @type {Map<string, Element[]>} */
  const marks = new Map();
  for (const mark of text.querySelectorAll("a[role=doc-noteref][id]")) {
    const note = mark.getAttribute("href")?.slice(1) ?? "";
    marks.set(note, [...(marks.get(note) ?? []), mark]);
  }
  for (const item of article.querySelectorAll(":scope > .notes > ol > li")) {
    const back = (marks.get(item.id) ?? []).map(({ id }, index) =>
      make("a", { class: "back", href: `#${id}`, role: "doc-backlink", "aria-label": index === 0 ? say("back-to-text") : say("back-to-mention", { number: index + 1 }) }, "↩\uFE0E"));
    (item.querySelector(":scope > p:last-of-type") ?? item).append(...back.flatMap((link) => [" ", link]));
  }
}
