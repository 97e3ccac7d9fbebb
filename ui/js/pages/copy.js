/** Putting text on the clipboard. */

import { make } from "../make.js";

/** @param {string} text @returns {Promise<boolean>}   False where it can't be. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some webviews have no clipboard, or ask for a permission that no one can give.
    const from = document.activeElement;
    const field = make("textarea", { class: "unseen", "aria-hidden": "true" });
    field.value = text;
    // What lies outside of an open dialog can't be selected.
    (document.querySelector("dialog[open]") ?? document.body).append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (from instanceof HTMLElement) from.focus({ preventScroll: true });
    return done;
  }
}
