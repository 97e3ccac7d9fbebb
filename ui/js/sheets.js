/** Sheets: settings, keys, and what was left out of the library. */

import { icon } from "./icons.js";
import * as ipc from "./ipc.js";
import { changeSettings, settings, THEMES } from "./settings.js";
import { aboutLibrary } from "./shelf.js";
import { make } from "./shelf-row.js";
import { toast } from "./toast.js";

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
  const sheet = make("dialog", `sheet ${kind}`);
  sheet.ariaLabel = title;
  const header = make("header");
  const closer = make("button", "icon-button");
  closer.ariaLabel = "Close";
  closer.append(icon("close"));
  header.append(make("h2", "", title), closer);
  sheet.append(header);
  const close = () => sheet.close();
  closer.addEventListener("click", close);
  sheet.addEventListener("click", ({ target }) => target === sheet && close());
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
  return { sheet, close };
}

function showSettings() {
  const { sheet, close } = openSheet("Settings", "settings");
  const choice = make("div", "choice");
  choice.role = "radiogroup";
  choice.ariaLabel = "Appearance";
  for (const [theme, name] of THEMES) {
    const label = make("label");
    const input = make("input");
    input.type = "radio";
    input.name = "theme";
    input.value = theme;
    input.checked = settings().theme === theme;
    input.addEventListener("change", () => void changeSettings({ theme }).catch(tell));
    label.append(input, name);
    choice.append(label);
  }
  sheet.append(make("h3", "", "Appearance"), choice);

  const about = aboutLibrary();
  if (!about) return;
  const folder = make("p", "folder");
  folder.append(make("b", "", about.library.name), make("span", "", about.library.path));
  sheet.append(make("h3", "", "Library folder"), folder);
  if (!about.desktop) return;
  const choices = make("p", "choices");
  for (const [does, text] of Object.entries({ choose: "Choose another folder", reveal: "Show in file manager" })) {
    const button = make("button", "button", text);
    button.dataset.do = does;
    button.addEventListener("click", close);
    choices.append(button);
  }
  sheet.append(choices);
}

function showKeys() {
  const { sheet } = openSheet("Keys", "help");
  const places = make("div", "places");
  for (const [place, keys] of Object.entries(KEYS)) {
    const section = make("section");
    const table = make("dl");
    for (const [names, does] of Object.entries(keys)) {
      const term = make("dt");
      term.append(...names.split(" ").map((name) => make("kbd", "", name)));
      table.append(term, make("dd", "", does));
    }
    section.append(make("h3", "", place), table);
    places.append(section);
  }
  sheet.append(places);
}

function showWarnings() {
  const { sheet } = openSheet("Left out of the library", "left-out");
  const list = make("ul");
  for (const warning of aboutLibrary()?.warnings ?? []) list.append(make("li", "", warning));
  sheet.append(list);
}

/** @param {unknown} error */
const tell = (error) => toast(ipc.asProblem(error).message);
