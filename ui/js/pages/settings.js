/** The settings, a room of its own: library, appearance, keys, about. */

import { counted } from "../dates.js";
import { changes, shown } from "../entries.js";
import { icon } from "../icons.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, does, make } from "../make.js";
import { makeAppearance } from "./appearance.js";
import { importFile } from "./arriving.js";
import { checkLibrary } from "./check.js";
import { listenToKeys } from "../reader/keys.js";
import { changeSettings, settings } from "../settings.js";
import { aboutLibrary } from "../shelf.js";
import { tell } from "../toast.js";
import { reportParts } from "./fault.js";
import { keyTables } from "./keys.js";
import { licences } from "./licences.js";
import { sample } from "./sample.js";

/** In their order. What a section holds is made when the room is entered. @type {[string, string, () => (Node | string | false | null)[]][]} */
const SECTIONS = [
  ["library", "Library", library],
  ["appearance", "Appearance", () => [make("div", { class: "looks" }, ...makeAppearance()), sample(false)]],
  ["saving", "Saving", saving],
  ["keys", "Keys", () => [keyTables()]],
  ["about", "About", about],
];

/** Ends what listens while the room is open. @type {AbortController | null} */
let inside = null;

/**
 * Shows the room in `view`, or another part of it where it is shown already.
 * @param {HTMLElement} view
 * @param {string} part   A section's name, or none.
 * @param {() => void} leave
 */
export function enter(view, part, leave) {
  if (!inside || view.dataset.library !== aboutLibrary()?.library.path) draw(view, leave);
  const section = document.getElementById(`settings-${part}`);
  const target = section?.querySelector("h2") ?? view.querySelector("h1");
  if (!section) scrollTo({ top: 0, behavior: "instant" });
  target?.focus({ preventScroll: true });
  section?.scrollIntoView({ block: "start" });
  document.title = "Settings · Offprint";
}

/** @param {HTMLElement} view */
export function exit(view) {
  inside?.abort();
  inside = null;
  view.replaceChildren();
}

/** @type {(view: HTMLElement, leave: () => void) => void} */
function draw(view, leave) {
  inside?.abort();
  inside = new AbortController();
  view.dataset.library = aboutLibrary()?.library.path;
  const sections = SECTIONS.map(([name, title, content]) =>
    make("section", { id: `settings-${name}`, "aria-labelledby": `title-${name}` },
      make("h2", { id: `title-${name}`, tabindex: "-1" }, title), ...content()));
  const links = SECTIONS.map(([name, title]) => make("li", {}, make("a", { href: `#/settings/${name}` }, title)));
  view.replaceChildren(
    make("div", { class: "room-side" },
      button({ class: "room-back", "aria-label": "Library", title: "Library (Esc)" }, leave, icon("back"), "Library"),
      make("nav", { "aria-label": "Settings" }, make("ul", {}, ...links))),
    make("main", {}, make("h1", { tabindex: "-1" }, "Settings"), ...sections));
  listenToKeys({ Escape: leave }, inside.signal);
  showPart(view, inside.signal);
}

/** Marks in the list of sections which one is read. @type {(view: HTMLElement, signal: AbortSignal) => void} */
function showPart(view, signal) {
  const sections = [...view.querySelectorAll("main > section")];
  const show = () => {
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const now = (atEnd && scrollY > 0 ? sections.at(-1) : sections.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3)) ?? sections[0];
    for (const link of view.querySelectorAll("nav a")) {
      if (link.getAttribute("href") === `#/${now.id.replace("-", "/")}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  addEventListener("scroll", show, { passive: true, signal });
  show();
}

function library() {
  const about = aboutLibrary();
  if (!about) return [make("p", {}, "The library is not open.")];
  const held = make("p", { class: "held" });
  const showCount = async () => {
    const known = about.warnings.length;
    const { counts } = await ipc.page(shown().view, 0, 0, null).catch(shown);
    held.replaceChildren(`${counted(counts.all, "article")}${known > 0 ? ", " : "."}`,
      ...(known > 0 ? [make("button", { class: "text-button", "data-sheet": "warnings" }, `${counted(known, "thing")} to know`), "."] : []));
  };
  void showCount();
  changes.addEventListener("files", () => void showCount(), { signal: inside?.signal });
  const recent = make("div", { class: "recent" });
  void asks.libraries().then((all) => all.length > 0 && recent.append(make("h3", {}, "Recent libraries"), make("ul", {}, ...all.map(({ id, name, path }) =>
    make("li", {}, make("button", { class: "item", "data-do": "library", "data-id": id }, icon("folder"), make("span", {}, make("b", {}, name), " ", make("small", { class: "path" }, path))))))), () => {});
  return [
    make("p", { class: "path" }, about.library.path), held,
    about.desktop && make("p", { class: "choices" }, button({ class: "button" }, () => void importFile(), "Import a file…"), does("Import a folder…", "import"), does("Choose another folder", "choose"), does("Show in file manager", "reveal")),
    about.desktop && make("p", { class: "hint" }, "A file is what another program exported: Pocket, Instapaper, Omnivore, wallabag, Readwise, a browser’s bookmarks and others; you see what it holds first. An import of a folder copies its articles and their pictures into the library; the folder that they come from stays as it is. Another folder that you choose is read where it is."),
    recent,
  ];
}

function saving() {
  const own = make("input", { type: "checkbox" });
  own.checked = settings().own_network;
  own.addEventListener("change", () => void changeSettings({ own_network: own.checked }).catch(tell));
  return [
    make("p", { class: "hint" }, "Offprint opens a connection only to fetch a page that you save, and its pictures and recordings. It sends no cookies and says nothing of you. Reading opens none."),
    make("label", { class: "check" }, own, "Fetch pages of my own network too"),
    make("p", { class: "hint" }, "For a wiki at home or at work. Else a page could have Offprint ask devices of your network for something."),
    make("h3", {}, "Is everything here?"),
    make("p", { class: "hint" }, "A check reads every picture and recording that was saved, and says what is missing or damaged. It changes nothing."),
    make("p", { class: "choices" }, button({ class: "button" }, () => void checkLibrary(), "Check the library…")),
    make("h3", {}, "Is something here twice?"),
    make("p", { class: "hint" }, "Articles are compared by their addresses and by their texts. You see what is the same, and choose what to keep."),
    make("p", { class: "choices" }, make("a", { class: "button", href: "#/duplicates" }, "Find duplicates…")),
  ];
}

function about() {
  const facts = make("p", {}, "Offprint");
  const place = make("p", { class: "path" });
  void asks.about().then(({ version, settings }) => {
    facts.textContent = `Offprint ${version}`;
    place.textContent = settings;
  }, () => {});
  return [
    facts,
    make("p", { class: "hint" }, "Free software under the MIT or the Apache 2.0 licence, as you like. The articles that come with it are under CC BY 4.0; the typefaces, Literata and Atkinson Hyperlegible Next, under the SIL Open Font License 1.1. It sends nothing to anyone."),
    make("p", { class: "choices" }, make("button", { class: "button", "data-sheet": "help" }, "Help")),
    make("h3", {}, "Settings are kept in"), place,
    make("h3", {}, "Report a fault"),
    make("p", { class: "hint" }, "A report holds no titles, no text and no names of folders."),
    ...reportParts("none", []),
    licences(),
  ];
}
