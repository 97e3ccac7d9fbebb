/**
 * The one place where text becomes HTML: `html` is what crates/article wrote, which is safe by construction.
 * @param {HTMLElement} element
 * @param {string} html
 */
export function fill(element, html) {
  element.innerHTML = html;
}
