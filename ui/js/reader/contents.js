/**
 * Contents: the headings, and where in them you are. A panel at a desk, a sheet from the foot of a phone.
 *
 * @import { Reading } from "../../../types.js"
 */
import { button, make } from "../make.js";
import { partOf } from "./links.js";
import { LINE } from "./place.js";

/**
 * @param {Reading} reading
 * @param {(target: HTMLElement) => void} show
 * @returns {HTMLElement | null} null where there are no headings
 */
export function makeContents({ document, article, headline }, show) {
  const parts = document.outline.flatMap(({ id, text, level }) => {
    const target = partOf(article, id);
    return target === null ? [] : [{ target, text, level }];
  });
  if (parts.length === 0) return null;
  const shallowest = Math.min(...parts.map((part) => part.level));
  parts.unshift({ target: headline, text: headline.textContent, level: 0 });
  const notes = /** @type {HTMLElement | null} */ (article.querySelector(":scope > .notes"));
  if (notes !== null) parts.push({ target: notes, text: "Notes", level: 0 });
  const links = parts.map(({ target, text, level }) => {
    const link = make("a", { href: `#${target.id}`, class: `depth-${Math.min(3, level - shallowest)}`, dir: "auto" }, text);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      panel.hidePopover();
      show(target);
    });
    return link;
  });
  const panel = make("nav", { class: "panel contents", popover: "auto", "aria-label": "Contents" },
    make("h2", {}, "Contents"),
    make("ol", { role: "list", lang: document.meta.language }, ...links.map((link) => make("li", {}, link))),
    button({ class: "sheet-close" }, () => panel.hidePopover(), "Close"));
  panel.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    const at = Math.max(0, parts.findLastIndex(({ target }) => target.getBoundingClientRect().top <= LINE + 8));
    for (const link of links) link.removeAttribute("aria-current");
    links[at]?.setAttribute("aria-current", "location");
  });
  panel.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") links.find((link) => link.ariaCurrent)?.focus();
  });
  return panel;
}
