/** Names for those who hear the page, in the window's words: Rust does not know what it speaks. */
import { locale, say } from "../words.js";

/** @param {HTMLElement} article */
export function nameParts(article) {
  const tables = article.querySelectorAll(".table");
  tables.forEach((table, at) => {
    table.ariaLabel = tables.length > 1 ? `${say("table")} ${(at + 1).toLocaleString(locale)}` : say("table");
  });
  for (const box of article.querySelectorAll(".task > input")) box.ariaLabel = say("done");
}
