/** A sheet that asks for a line of text, or only whether to go on. */

import { button, make } from "../make.js";
import { openSheet } from "./sheets.js";
import { say } from "../words.js";

/** What was typed, null where it was closed. @param {string} title @param {string} verb @param {string | null} value   What is in the field; null where nothing is to be typed. @param {string} [words] @returns {Promise<string | null>} */
export function ask(title, verb, value, words) {
  return new Promise((done) => {
    const { sheet, close } = openSheet(title, "ask");
    const field = make("input", { type: "text", class: "field", "aria-label": title, autocomplete: "off", spellcheck: "false" });
    field.value = value ?? verb;
    /** @type {string | null} */
    let given = null;
    const stay = button({ class: "button" }, close, say("cancel"));
    const form = make("form", {}, words !== undefined && make("p", {}, words), value !== null && field,
      make("p", { class: "choices" }, make("button", { class: "button first" }, verb), stay));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      given = field.value.trim() || null;
      close();
    });
    sheet.addEventListener("close", () => done(given));
    sheet.append(form);
    if (value === null) stay.focus();
    else field.select();
  });
}
