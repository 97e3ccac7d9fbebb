/**
 * A footnote beside its mark: a small card at a desk, a sheet at the foot of a phone. It holds a copy of the note;
 * the note itself stays at the end of the article.
 *
 * @import { Reading } from "./reader.js"
 */
import { button, make } from "./make.js";

/**
 * @param {Reading} reading
 * @returns {(note: HTMLElement, mark: HTMLElement) => void} shows a note
 */
export function noteCards({ article }) {
  const card = make("div", { class: "note-card", popover: "auto", role: "dialog", tabindex: "-1" });
  article.append(card);
  /** @type {HTMLElement | null} */
  let from = null;
  card.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "closed") return;
    const lost = document.activeElement === document.body || card.contains(document.activeElement);
    if (lost) from?.focus({ preventScroll: true });
  });

  return (note, mark) => {
    from = mark;
    const number = mark.textContent.trim();
    const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
    for (const each of copy.querySelectorAll(".back")) each.remove();
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    card.setAttribute("aria-label", `Note ${number}`);
    const close = button({ class: "sheet-close" }, () => card.hidePopover(), "Close");
    card.replaceChildren(make("span", { class: "note-number", "aria-hidden": "true" }, number), make("div", {}, ...copy.childNodes), close);
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
function placeBeside(card, mark, article) {
  const at = mark.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const column = article.getBoundingClientRect();
  const start = Math.max(column.left, at.left + at.width / 2 - width / 2);
  const left = Math.max(8, Math.min(start, column.right - width, innerWidth - width - 8));
  const below = at.bottom + 8;
  const top = below + height > innerHeight - 8 && at.top - height - 8 > 0 ? at.top - height - 8 : below;
  card.style.setProperty("--left", `${left + scrollX}px`);
  card.style.setProperty("--top", `${top + scrollY}px`);
}
