/** The keys, by the place where they work. */

import { make } from "../make.js";

/** @type {Record<string, Record<string, string>>} */
const KEYS = {
  "On the shelf": { "/": "Search", a: "Save pages", "j k": "Next and previous article", Enter: "Open", "x X": "Select, or all up to here", "Ctrl A": "Select all", t: "Tags", c: "Collections", "#": "Move to trash", v: "Sort and layout", b: "Bookmark", e: "Move to archive, or out of it", m: "Mark as read, or unread", z: "Undo", "g h": "Home", "g u": "Unread", "g b": "Bookmarks", "g a": "Archive", "g t": "Trash", "g s": "Settings" },
  "In an article": { "← →": "Previous and next article; on pages, with Shift", "/ Ctrl F": "Find in the article", F3: "Next match, with Shift the one before", Backspace: "Back to where you were, after a jump", p: "Preview the link that has the focus", a: "Auto-scroll: start and pause", "[ ]": "Slower and faster", "↑ ↓": "Move the ruler, or the focus, by a line or paragraph", l: "Read aloud, or pause", b: "Bookmark", e: "Move to archive, or out of it", m: "Mark as read, or unread", t: "Contents", s: "Reading settings", "+ − 0": "Larger, smaller, usual text", "Ctrl P": "Print", Esc: "Back to the library" },
  "On pages": { "← →": "Turn a page", Space: "Next page, with Shift the one before", "Page ↑ ↓": "Turn a page", "Home End": "First and last page" },
  Everywhere: { "?": "Help", "Alt ←": "Back", Esc: "Close, or go back" },
};

export function keyTables() {
  /** @param {[string, string]} line */
  const line = ([names, does]) => [make("dt", {}, ...names.split(" ").map((name) => make("kbd", {}, name))), make("dd", {}, does)];
  const sections = Object.entries(KEYS).map(([place, keys]) =>
    make("section", {}, make("h3", {}, place), make("dl", {}, ...Object.entries(keys).flatMap(line))));
  return make("div", { class: "key-tables" }, ...sections);
}
