/** Sheets: dialogs with a heading. */

import { tool } from "../icons.js";
import { make } from "../make.js";
import { say } from "../words.js";

/**
 * A sheet with a heading and a button to close it. While `data-busy` is set, a click beside it does not.
 * @param {string} title
 * @param {string} [kind]
 */
export function openSheet(title, kind = "") {
  const close = () => sheet.close();
  const sheet = make("dialog", { class: `sheet ${kind}`, "aria-label": title },
    make("header", { role: "presentation" }, make("h2", {}, title), tool(say("close"), "close", close)));
  sheet.addEventListener("click", ({ target }) => target === sheet && sheet.dataset.busy === undefined && close());
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return { sheet, close };
}
