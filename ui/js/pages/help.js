/** Help: how articles come in, where they are, what to do when something fails, and the keys. */

import { button, make } from "../make.js";
import { aboutLibrary } from "../shelf.js";
import { openSheet } from "./sheets.js";
import { reportParts } from "./fault.js";
import { keyTables } from "./keys.js";

export function showHelp() {
  const { sheet, close } = openSheet("Help", "help");
  const about = aboutLibrary();
  const settings = make("a", { href: "#/settings/library" }, "Settings, Library");
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
    make("p", { class: "jump" }, button({ class: "text-button" }, toKeys, "To the keys")),
    part("Getting articles in",
      make("p", {}, "Put Markdown (.md) or plain text (.txt) files into your library folder: they appear on the shelf by themselves. ",
        about?.desktop === true && "To copy in a whole folder with its pictures, go to ", about?.desktop === true && settings, about?.desktop === true && ".")),
    part("Where they are", make("p", { class: "path" }, about?.library.path ?? null),
      make("p", {}, "They are plain files. Any editor opens them, and any program that syncs folders carries them to your other devices, with your bookmarks.")),
    part("When something goes wrong",
      make("p", {}, "Copy a report, say what you did, and send both to the people you have Offprint from. The report holds no titles, no text and no names of folders."),
      ...reportParts("none", [])),
    keys);
}
