/** What the shelf says when it has nothing to show. */

/** @import { Problem, Start } from "../../types" */
import * as ipc from "./ipc.js";
import { make } from "./shelf-row.js";

/**
 * @param {string} place
 * @param {string} query
 * @param {Omit<Start, "entries">} about
 * @returns {HTMLElement[]}
 */
export function emptyWords(place, query, about) {
  if (query) {
    const title = make("h2", "", `Nothing found for “${query}”`);
    const words = "Search looks at titles, sites and authors.";
    return [title, make("p", "", words), button("Clear the search", "clear-search")];
  }
  if (place === "unread") return said("All read", "What you save next will wait here.");
  if (place === "bookmarks") return said("No bookmarks yet", "Bookmark an article to find it here again.");
  if (place === "archive") return said("The archive is empty", "Move articles here when you are done with them. They stay in your library.");
  const file = about.desktop ? [button("Show the folder", "reveal")] : [];
  return [...said("Nothing on the shelf", "Put Markdown or text files into your library folder, and they appear here."), make("p", "path", about.library.path), ...file];
}

/**
 * @param {Problem} problem
 * @param {Omit<Start, "entries"> | null} about
 * @returns {HTMLElement[]}
 */
export function problemWords(problem, about) {
  const unreachable = problem.code === "library_unreachable";
  const title = unreachable ? "Your library can’t be reached" : "Something went wrong";
  const choices = make("p", "choices");
  choices.append(button("Try again", "start", true));
  if (unreachable && about?.desktop) choices.append(button("Choose another folder", "choose"));
  if (unreachable && !about?.desktop) choices.append(button("Use Offprint’s own folder", "default"));
  return [make("h2", "", title), make("p", "", problem.message), choices];
}

/** @type {(title: string, words: string) => HTMLElement[]} */
const said = (title, words) => [make("h2", "", title), make("p", "", words)];

/**
 * A button that main.js knows by its `data-do`.
 * @param {string} text
 * @param {string} does
 */
function button(text, does, first = false) {
  const element = make("button", first ? "button first" : "button", text);
  element.dataset.do = does;
  return element;
}
