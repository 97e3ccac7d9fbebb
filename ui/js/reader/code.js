/** Code: the name of its language, and a button that copies it. */
import { button, make } from "./make.js";

/** @param {HTMLElement} article */
export function layCode(article) {
  for (const pre of article.querySelectorAll("pre")) {
    const code = pre.querySelector(":scope > code");
    if (code === null) continue;
    const figure = pre.closest("figure.code");
    const language = figure instanceof HTMLElement ? figure.dataset["language"] : undefined;
    const copied = make("span", { class: "unseen", role: "status" });
    const copy = button({ class: "copy", "aria-label": "Copy code", lang: "en" }, async () => {
      const done = await copyText(code.textContent);
      copy.textContent = done ? "Copied" : "Could not copy";
      copied.textContent = copy.textContent;
      setTimeout(() => {
        copy.textContent = "Copy";
        copied.textContent = "";
      }, 2000);
    }, "Copy");
    pre.prepend(make("div", { class: "code-bar", dir: "ltr" }, make("span", { class: "language" }, language ?? ""), copy, copied));
  }
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some webviews have no clipboard, or ask for a permission that no one can give.
    const from = document.activeElement;
    const field = make("textarea", { class: "unseen", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (from instanceof HTMLElement) from.focus({ preventScroll: true });
    return done;
  }
}
