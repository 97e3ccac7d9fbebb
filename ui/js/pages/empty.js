/** What the shelf says when it has nothing to show. */

/** @import { Place, Start } from "../../../types" */
import { does, make } from "../make.js";

/**
 * @param {Place} place
 * @param {string} query
 * @param {Omit<Start, "page">} about
 * @returns {HTMLElement[]}
 */
export function emptyWords(place, query, about) {
  if (query) return [...said(`Nothing found for “${query}”`, "Search looks at titles, sections, sites and authors."), does("Clear the search", "clear-search")];
  if (place.tag !== null) return said("No article has this tag", "Give it to articles by their menus, or with the key t.");
  if (place.collection !== null) return said("This collection is empty", "Add articles to it by their menus.");
  if (place.shelf === "unread") return said("All read", "What you save next will wait here.");
  if (place.shelf === "bookmarks") return said("No bookmarks yet", "Bookmark an article to find it here again.");
  if (place.shelf === "archive") return said("The archive is empty", "Move articles here when you are done with them. They stay in your library.");
  return [...said("Nothing on the shelf", "Put Markdown or text files into your library folder, and they appear here."), make("p", { class: "path" }, about.library.path),
    ...(about.desktop ? [make("p", { class: "choices" }, does("Show the folder", "reveal"), does("Import a folder…", "import"))] : [])];
}

/** @type {(title: string, words: string) => HTMLElement[]} */
const said = (title, words) => [make("h2", {}, title), make("p", {}, words)];
