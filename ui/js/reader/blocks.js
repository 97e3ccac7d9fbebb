/**
 * The one place where text becomes HTML: what crates/article wrote, which is safe by construction.
 *
 * @import { Document } from "../../../types.js"
 */

/**
 * @param {HTMLElement} text
 * @param {Document["blocks"]} blocks
 */
export function fillText(text, blocks) {
  text.innerHTML = blocks.map((block) => block.html).join("");
}

/**
 * @param {HTMLElement} item
 * @param {Document["notes"][number]} note
 */
export function fillNote(item, note) {
  item.innerHTML = note.html;
}
