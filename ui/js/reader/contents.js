/**
 * Contents: the headings. A panel at a desk, a sheet from the foot of a phone; aids/contents.js fills it.
 *
 * @import { Document } from "../../../types.js"
 */
import { button, make } from "../make.js";
import { say } from "../words.js";

/** @param {Document} document @returns {HTMLElement | null} null where there are no headings */
export function makeContents({ outline, meta }) {
  if (outline.length === 0) return null;
  const panel = make("nav", { class: "panel contents", popover: "auto", "aria-label": say("contents") },
    make("h2", {}, say("contents")), make("ol", { role: "list", lang: meta.language }), button({ class: "sheet-close" }, () => panel.hidePopover(), say("close")));
  return panel;
}
