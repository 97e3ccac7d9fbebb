/** What stands beside words as a block. */
const BLOCK = ":is(ul, ol, dl, p, pre, blockquote, figure, div, details, table, hr)";

/**
 * Puts words that stand bare beside a block, as those of an item above its list, into an element of their own: on others
 * WebKit paints no highlight, and so no mark, nothing that is found, and no sentence that is read aloud.
 * @param {HTMLElement} article
 */
export function frameBareWords(article) {
  for (const holder of article.querySelectorAll(`:is(li, dd, td, th):has(> ${BLOCK})`)) {
    /** @type {HTMLElement | null} */
    let frame = null;
    for (const node of [...holder.childNodes]) {
      if (node instanceof Element && node.matches(`${BLOCK}, input`)) frame = null;
      else if (frame !== null || node.textContent?.trim()) {
        if (frame === null) node.before((frame = document.createElement("span")));
        frame.append(node);
      }
    }
  }
}
