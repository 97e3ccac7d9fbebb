/**
 * Every link of an article: fragments scroll within it, all else is Rust's to follow. The window itself never
 * navigates, by whatever way a link is pressed, dragged or sent.
 *
 * @import { Reading } from "../../../types.js"
 */
import { decode } from "../make.js";

/**
 * @param {Reading} reading
 * @param {(fragment: string, link: HTMLElement) => void} within a link to a part of this article
 * @param {(href: string, wiki: boolean) => void} away
 */
export function catchLinks({ article, signal }, within, away) {
  /** @param {MouseEvent} event */
  const pressed = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a, area, form") : null;
    if (link === null) return;
    const href = link.getAttribute("href");
    if (href === null) return;
    event.preventDefault();
    if (event.button > 1) return;
    if (href.startsWith("#")) within(decode(href.slice(1)), /** @type {HTMLElement} */ (link));
    else away(href, link.classList.contains("wiki"));
  };
  article.addEventListener("click", pressed, { signal });
  article.addEventListener("auxclick", pressed, { signal });
  for (const kind of ["submit", "dragstart", "dragover", "drop"]) {
    document.addEventListener(kind, stop, { signal });
  }
}

/**
 * The element that a fragment of this article names.
 * @param {HTMLElement} article
 * @param {string} fragment
 * @returns {HTMLElement | null}
 */
export function partOf(article, fragment) {
  return fragment === "" ? null : article.querySelector(`[id="${CSS.escape(fragment)}"]`);
}

/** @param {Event} event */
function stop(event) {
  // Words may still be dragged out; nothing is dropped in, and no link or picture is taken along.
  const dragged = event.target instanceof Element && event.target.closest("a, img") !== null;
  if (event.type !== "dragstart" || dragged) event.preventDefault();
}
