/** Help: how articles come in, where they are, what to do when something fails, and the keys. */

import { button, make } from "../make.js";
import { aboutLibrary } from "../shelf.js";
import { openSheet } from "./sheets.js";
import { reportParts } from "./fault.js";
import { keyTables } from "./keys.js";
import { say, sayWith } from "../words.js";

export function showHelp() {
  const { sheet, close } = openSheet(say("help"), "help");
  const about = aboutLibrary();
  const settings = make("a", { href: "#/settings/library" }, say("help-settings"));
  settings.addEventListener("click", close);
  /** @type {(title: string, ...words: (Node | string | false)[]) => HTMLElement} */
  const part = (title, ...words) => make("section", {}, make("h3", {}, title), ...words);
  const keys = keyTables();
  keys.tabIndex = -1;
  const toKeys = () => {
    keys.focus({ preventScroll: true });
    keys.scrollIntoView({ block: "start" });
  };
  sheet.append(
    make("p", { class: "jump" }, button({ class: "text-button" }, toKeys, say("to-keys"))),
    part(say("help-in"),
      make("p", {}, say("help-in-text"), ...(about?.desktop === true ? sayWith("help-in-folder", { settings }) : []))),
    part(say("help-where"), make("p", { class: "path" }, about?.library.path ?? null),
      make("p", {}, say("help-where-text"))),
    part(say("help-wrong"),
      make("p", {}, say("help-wrong-text")),
      ...reportParts("none", [])),
    keys);
}
