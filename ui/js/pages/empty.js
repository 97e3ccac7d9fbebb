/** What the shelf says when it has nothing to show. */

/** @import { Start } from "../../../types" */
import { does, make } from "../make.js";

/**
 * @param {string} place
 * @param {string} query
 * @param {Omit<Start, "entries">} about
 * @returns {HTMLElement[]}
 */
export function emptyWords(place, query, about) {
  if (query) return [...said(`Nothing found for “${query}”`, "Search looks at titles, sections, sites and authors."), does("Clear the search", "clear-search")];
  if (place === "unread") return said("All read", "What you save next will wait here.");
  if (place === "bookmarks") return said("No bookmarks yet", "Bookmark an article to find it here again.");
  if (place === "archive") return said("The archive is empty", "Move articles here when you are done with them. They stay in your library.");
  return [...said("Nothing on the shelf", "Put Markdown or text files into your library folder, and they appear here."), make("p", { class: "path" }, about.library.path),
    ...(about.desktop ? [make("p", { class: "choices" }, does("Show the folder", "reveal"), does("Import a folder…", "import"))] : [])];
}

/** @type {(title: string, words: string) => HTMLElement[]} */
const said = (title, words) => [make("h2", {}, title), make("p", {}, words)];
