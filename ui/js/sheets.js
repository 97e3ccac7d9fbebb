/** Sheets: settings, keys, and what was left out of the library. */

import { tool } from "./icons.js";
import { button, make } from "./make.js";
import { changeSettings, settings, THEMES } from "./settings.js";
import { aboutLibrary } from "./shelf.js";
import { tell } from "./toast.js";

/** By place: the keys, and what they do. */
const KEYS = {
  "On the shelf": { "/": "Search", "j k": "Next and previous article", Enter: "Open", b: "Bookmark", e: "Move to archive, or out of it", z: "Undo", "g h": "Home", "g u": "Unread", "g b": "Bookmarks", "g a": "Archive" },
  "In an article": { "← →": "Previous and next article", b: "Bookmark", e: "Move to archive, or out of it", t: "Contents", s: "Reading settings", "+ − 0": "Larger, smaller, usual text", Esc: "Back to the library" },
  Everywhere: { "?": "These keys", "Alt ←": "Back" },
};

/** By the name that a button's `data-sheet` gives. @param {string} name */
export function showSheet(name) {
  if (name === "help") showKeys();
  else if (name === "settings") showSettings();
  else if (name === "warnings") showWarnings();
}

/**
 * A sheet with a heading and a button to close it.
 * @param {string} title
 * @param {string} [kind]
 */
export function openSheet(title, kind = "") {
  const close = () => sheet.close();
  const sheet = make("dialog", { class: `sheet ${kind}`, "aria-label": title },
    make("header", {}, make("h2", {}, title), tool("Close", "close", close)));
  sheet.addEventListener("click", ({ target }) => target === sheet && close());
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return { sheet, close };
}

/**
 * One of a few, under a heading.
 * @template {string | number} T
 * @param {string} name
 * @param {[T, string][]} options
 * @param {T} now
 * @param {(value: T) => void} chosen
 */
export function choice(name, options, now, chosen) {
  const labels = options.map(([value, words]) => {
    const input = make("input", { type: "radio", name });
    input.checked = value === now;
    input.addEventListener("change", () => chosen(value));
    return make("label", {}, input, words);
  });
  return make("div", {}, make("h3", {}, name), make("div", { class: "choice", role: "radiogroup", "aria-label": name }, ...labels));
}

function showSettings() {
  const { sheet, close } = openSheet("Settings", "settings");
  sheet.append(choice("Appearance", THEMES, settings().theme, (theme) => void changeSettings({ theme }).catch(tell)));
  const about = aboutLibrary();
  if (!about) return;
  sheet.append(make("h3", {}, "Library folder"),
    make("p", { class: "folder" }, make("b", {}, about.library.name), make("span", {}, about.library.path)));
  if (!about.desktop) return;
  const does = { choose: "Choose another folder", reveal: "Show in file manager" };
  sheet.append(make("p", { class: "choices" },
    ...Object.entries(does).map(([act, text]) => button({ class: "button", "data-do": act }, close, text))));
}

function showKeys() {
  /** @param {[string, string]} line */
  const line = ([names, does]) => [make("dt", {}, ...names.split(" ").map((name) => make("kbd", {}, name))), make("dd", {}, does)];
  const sections = Object.entries(KEYS).map(([place, keys]) =>
    make("section", {}, make("h3", {}, place), make("dl", {}, ...Object.entries(keys).flatMap(line))));
  openSheet("Keys", "help").sheet.append(make("div", { class: "places" }, ...sections));
}

function showWarnings() {
  const warnings = aboutLibrary()?.warnings ?? [];
  openSheet("Left out of the library", "left-out").sheet.append(make("ul", {}, ...warnings.map((warning) => make("li", {}, warning))));
}
