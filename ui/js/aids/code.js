/** Code: the name of its language, and a button that copies it. */
import { copying } from "../pages.js";
import { button, make } from "../make.js";

/** @param {HTMLElement} article */
export function layCode(article) {
  for (const pre of article.querySelectorAll("pre")) {
    const code = pre.querySelector(":scope > code");
    if (code === null) continue;
    const language = pre.closest("figure.code")?.getAttribute("data-language") ?? "";
    const words = make("span", { role: "status" }, "Copy");
    const copy = button({ class: "copy", lang: "en" }, async () => {
      words.textContent = (await (await copying()).copyText(code.textContent)) ? "Copied" : "Could not copy";
      setTimeout(() => words.replaceChildren("Copy"), 2000);
    }, words);
    pre.prepend(make("div", { class: "code-bar", dir: "ltr" }, make("span", { class: "language" }, language), copy));
  }
}
