/** The keys, by the place where they work. */

import { make } from "../make.js";
import { say } from "../words.js";

/** By messages: the places, and what the keys do there. @type {Record<string, Record<string, string>>} */
const KEYS = {
  "keys-shelf": { "/": "search", a: "save-pages", "j k": "keys-step", Enter: "keys-open", "x X": "keys-select", "Ctrl A": "keys-select-all", t: "tags", c: "collections", "#": "move-to-trash", v: "sort-and-layout", b: "bookmark", e: "toggle-archive", m: "toggle-read", z: "undo", "g h": "home", "g u": "unread", "g b": "bookmarks", "g a": "archive", "g t": "trash", "g s": "settings" },
  "keys-article": { "← →": "keys-neighbours", "/ Ctrl F": "keys-find", F3: "keys-match", Backspace: "keys-jump-back", p: "keys-preview", a: "keys-auto-scroll", "[ ]": "keys-pace", "↑ ↓": "keys-line", l: "keys-listen", h: "keys-mark", ", .": "keys-marks", n: "margin-notes", b: "bookmark", e: "toggle-archive", m: "toggle-read", z: "undo", t: "contents", s: "reading-settings", "+ − 0": "keys-size", "Ctrl P": "keys-print", Esc: "keys-leave" },
  "keys-pages": { "← →": "keys-turn", Space: "keys-page", "Page ↑ ↓": "keys-turn", "Home End": "keys-ends" },
  "keys-everywhere": { "?": "help", "Ctrl + − 0": "keys-zoom", "Alt ←": "back", Esc: "keys-close" },
};

/** What stands on a key: a letter as it is. @param {string} name */
const onKey = (name) => (/^[A-Z][a-z]+$/u.test(name) ? say(`key-${name.toLowerCase()}`) : name);

export function keyTables() {
  /** @param {[string, string]} line */
  const line = ([names, does]) => [make("dt", {}, ...names.split(" ").map((name) => make("kbd", {}, onKey(name)))), make("dd", {}, say(does))];
  const sections = Object.entries(KEYS).map(([place, keys]) =>
    make("section", {}, make("h3", {}, say(place)), make("dl", {}, ...Object.entries(keys).flatMap(line))));
  return make("div", { class: "key-tables" }, ...sections);
}
