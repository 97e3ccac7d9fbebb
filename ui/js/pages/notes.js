/**
 * A footnote beside its mark: a small card at a desk, a sheet at the foot of a phone. It holds a copy of the note;
 * the note itself stays at the end of the article.
 *
 * @import { Reading } from "../../../types.js"
 */
import { button, make } from "../make.js";
import { say } from "../words.js";

/**
 * @param {Reading} reading
 * @returns {(note: HTMLElement, mark: HTMLElement) => void} shows a note
 */
export function noteCards({ article }) {
  const card = make("div", { class: "note-card", popover: "auto", role: "dialog", tabindex: "-1" });
  article.append(card);
  /** @type {HTMLElement | null} */
  let from = null;
  card.addEventListener("toggle", () => {
    const lost = document.activeElement === document.body || card.contains(document.activeElement);
    if (lost && !card.matches(":popover-open")) from?.focus({ preventScroll: true });
  });

  return (note, mark) => {
    from = mark;
    const number = mark.textContent.trim();
    const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
    for (const each of copy.querySelectorAll(".back")) each.remove();
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    card.setAttribute("aria-label", say("note", { number }));
    card.replaceChildren(
      make("span", { class: "note-number", "aria-hidden": "true" }, number),
      make("div", {}, ...copy.childNodes),
      button({ class: "sheet-close" }, () => card.hidePopover(), say("close")),
    );
    card.showPopover();
    placeBeside(card, mark, article);
    card.focus({ preventScroll: true });
  };
}

/**
 * Beneath the mark where there is room, else above it; scrolls with the text.
 * @param {HTMLElement} card
 * @param {HTMLElement} mark
 * @param {HTMLElement} article
 */
export function placeBeside(card, mark, article) {
  const at = mark.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const column = article.getBoundingClientRect();
  const left = Math.max(8, column.left, Math.min(at.left + (at.width - width) / 2, column.right - width, innerWidth - width - 8));
  const above = at.bottom + height + 16 > innerHeight && at.top > height + 16;
  const top = above ? at.top - height - 8 : at.bottom + 8;
  card.style.setProperty("--left", `${left + scrollX}px`);
  card.style.setProperty("--top", `${top + scrollY}px`);
}
