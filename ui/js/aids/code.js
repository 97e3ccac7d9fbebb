/** Code: the name of its language, and a button that copies it. */
import { copying } from "../pages.js";
import { button, make } from "../make.js";
import { ours, say } from "../words.js";

/** @param {HTMLElement} article */
export function layCode(article) {
  for (const pre of article.querySelectorAll("pre")) {
    const code = pre.querySelector(":scope > code");
    if (code === null) continue;
    const language = pre.closest("figure.code")?.getAttribute("data-language") ?? "";
    const words = make("span", { role: "status" }, say("copy"));
    const copy = button({ class: "copy", ...ours }, async () => {
      words.textContent = (await (await copying()).copyText(code.textContent)) ? say("copied") : say("not-copied");
      setTimeout(() => words.replaceChildren(say("copy")), 2000);
    }, words);
    pre.prepend(make("div", { class: "code-bar", dir: "ltr" }, make("span", { class: "language" }, language), copy));
  }
}
