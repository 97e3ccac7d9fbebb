/**
 * Fills the contents, once all text is there.
 *
 * @import { Aids } from "../../../types.js"
 */
import { make } from "../make.js";
import { say } from "../words.js";

/** @param {Aids} aids @returns what each line leads to */
export function fillContents({ reading: { document: { outline }, article, headline }, contents: panel, jump }) {
  if (panel === null) return [];
  const targets = new Map([...article.querySelectorAll("[id]")].map((each) => [each.id, /** @type {HTMLElement} */ (each)]));
  const parts = outline.flatMap(({ id, text, level }) => {
    const target = targets.get(id);
    return target === undefined ? [] : [{ target, text, level }];
  });
  const shallowest = parts.reduce((least, { level }) => Math.min(least, level), 6);
  parts.unshift({ target: headline, text: headline.textContent, level: 0 });
  const notes = /** @type {HTMLElement | null} */ (article.querySelector(":scope > .notes"));
  if (notes !== null) parts.push({ target: notes, text: say("notes"), level: 0 });
  const list = panel.querySelector("ol");
  return parts.map(({ target, text, level }) => {
    const link = make("a", { href: `#${target.id}`, class: `depth-${Math.min(3, level - shallowest)}`, dir: "auto" }, text);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      panel.hidePopover();
      jump(target);
    });
    list?.append(make("li", {}, link));
    return { link, target };
  });
}
