/** Code: the name of its language, and a button that copies it. */
import { button, make } from "../make.js";

/** @param {HTMLElement} article */
export function layCode(article) {
  for (const pre of article.querySelectorAll("pre")) {
    const code = pre.querySelector(":scope > code");
    if (code === null) continue;
    const language = pre.closest("figure.code")?.getAttribute("data-language") ?? "";
    const words = make("span", { role: "status" }, "Copy");
    const copy = button({ class: "copy", lang: "en" }, async () => {
      words.textContent = (await copyText(code.textContent)) ? "Copied" : "Could not copy";
      setTimeout(() => words.replaceChildren("Copy"), 2000);
    }, words);
    pre.prepend(make("div", { class: "code-bar", dir: "ltr" }, make("span", { class: "language" }, language), copy));
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
