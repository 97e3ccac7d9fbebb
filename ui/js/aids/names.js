/** Names for those who hear the page, in the window's words: Rust does not know what it speaks. */
import { figure } from "../dates.js";
import { say } from "../words.js";

/** @param {HTMLElement} article */
export function nameParts(article) {
  const tables = article.querySelectorAll(".table");
  tables.forEach((table, at) => {
    table.ariaLabel = tables.length > 1 ? `${say("table")} ${figure(at + 1)}` : say("table");
  });
  // A corner without words heads nothing.
  for (const corner of article.querySelectorAll("th:empty")) corner.role = "cell";
  for (const box of article.querySelectorAll(".task > input")) box.ariaLabel = say("done");
}
