/**
 * A footnote beside its mark: a small card at a desk, a sheet at the foot of a phone. It holds a copy of the note;
 * the note itself stays at the end of the article.
 *
 * @import { Reading } from "../../../types.js"
 */
import { button, make } from "../make.js";
import { say } from "../words.js";

/** @param {Reading} reading @returns {(note: HTMLElement, mark: HTMLElement) => void} shows a note */
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
 * Beneath the mark where there is room, else above it, or at its side; scrolls with the text.
 * @param {HTMLElement} card
 * @param {{ getBoundingClientRect(): DOMRect }} mark
 * @param {HTMLElement} article
 */
export function placeBeside(card, mark, article) {
  const at = mark.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const column = article.getBoundingClientRect();
  const isBelow = at.bottom + height + 16 <= innerHeight;
  const isBeside = !isBelow && at.top <= height + 16;
  const behind = at.right + width + 16 <= innerWidth ? at.right + 8 : at.left - width - 8;
  const left = isBeside ? behind : Math.max(column.left, Math.min(at.left + (at.width - width) / 2, column.right - width));
  const top = isBelow || isBeside ? at.bottom + 8 : at.top - height - 8;
  /** Wholly within the window, whatever else. @type {(place: number, size: number, all: number) => number} */
  const within = (place, size, all) => Math.max(8, Math.min(place, all - size - 8));
  card.style.setProperty("--left", `${within(left, width, document.documentElement.clientWidth) + scrollX}px`);
  card.style.setProperty("--top", `${within(top, height, innerHeight) + scrollY}px`);
}
