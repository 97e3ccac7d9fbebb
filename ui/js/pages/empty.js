/** What the shelf says when it has nothing to show. */

/** @import { Place, Start } from "../../../types" */
import { does, make } from "../make.js";
import { say } from "../words.js";

/** @param {Place} place @param {string} query @param {Omit<Start, "page">} about @returns {HTMLElement[]} */
export function emptyWords(place, query, about) {
  if (query) return [...said(say("nothing-found", { words: query }), say("nothing-found-hint")), does(say("clear-search"), "clear-search")];
  if (place.tag !== null) return said(say("no-tagged"), say("no-tagged-hint"));
  if (place.collection !== null) return said(say("empty-collection"), say("empty-collection-hint"));
  if (place.shelf === "unread") return said(say("all-read"), say("all-read-hint"));
  if (place.shelf === "bookmarks") return said(say("no-bookmarks"), say("no-bookmarks-hint"));
  if (place.shelf === "archive") return said(say("empty-archive"), say("empty-archive-hint"));
  return [...said(say("empty-shelf"), say("empty-shelf-hint")), make("p", { class: "path" }, about.library.path),
    ...(about.desktop ? [make("p", { class: "choices" }, does(say("show-folder"), "reveal"), does(say("import-folder-more"), "import"))] : [])];
}

/** @type {(title: string, words: string) => HTMLElement[]} */
const said = (title, words) => [make("h2", {}, title), make("p", {}, words)];
