/** The settings, a room of its own: library, appearance, keys, about. */

import { changes, shown } from "../entries.js";
import { icon } from "../icons.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, does, make } from "../make.js";
import { makeAppearance } from "./appearance.js";
import { importFile } from "./arriving.js";
import { checkLibrary } from "./check.js";
import { openExport } from "./exporting.js";
import { listenToKeys } from "../reader/keys.js";
import { changeSettings, settings } from "../settings.js";
import { aboutLibrary } from "../shelf.js";
import { tell } from "../toast.js";
import { reportParts } from "./fault.js";
import { keyTables } from "./keys.js";
import { languageChoice } from "./language.js";
import { licences } from "./licences.js";
import { sample } from "./sample.js";
import { say, withKey } from "../words.js";
import { zoomChoice } from "./zoom.js";

/** By their messages, in their order. What a section holds is made when the room is entered. @type {[string, string, () => (Node | string | false | null)[]][]} */
const SECTIONS = [
  ["library", "library", library],
  ["appearance", "appearance", () => [make("div", { class: "looks" }, languageChoice(), zoomChoice(), ...makeAppearance()), sample(false)]],
  ["saving", "saving-title", saving],
  ["keys", "keys", () => [keyTables()]],
  ["about", "about", about],
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
  document.title = `${say("settings")} · Offprint`;
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
      make("h2", { id: `title-${name}`, tabindex: "-1" }, say(title)), ...content()));
  const { from } = history.state;
  const links = SECTIONS.map(([name, title]) => make("li", {}, make("a", { href: `#/settings/${name}` }, say(title))));
  view.replaceChildren(
    make("div", { class: "room-side" },
      button({ class: "room-back", "aria-label": say(from), title: withKey(from, say("key-esc")) }, leave, icon("back"), say(from)),
      make("nav", { "aria-label": say("settings") }, make("ul", {}, ...links))),
    make("main", {}, make("h1", { tabindex: "-1" }, say("settings")), ...sections));
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
  if (!about) return [make("p", {}, say("library-not-open"))];
  const held = make("p", { class: "held" });
  const showCount = async () => {
    const known = about.warnings.length;
    const { counts } = await ipc.page(shown().view, 0, 0, null).catch(shown);
    held.replaceChildren(say("articles", { count: counts.all }),
      ...(known > 0 ? [" · ", make("button", { class: "text-button", "data-sheet": "warnings" }, say("to-know", { count: known }))] : []));
  };
  void showCount();
  changes.addEventListener("files", () => void showCount(), { signal: inside?.signal });
  const recent = make("div", { class: "recent" });
  void asks.libraries().then((all) => all.length > 0 && recent.append(make("h3", {}, say("recent-libraries")), make("ul", {}, ...all.map(({ id, name, path }) =>
    make("li", {}, make("button", { class: "item", "data-do": "library", "data-id": id }, icon("folder"), make("span", {}, make("b", {}, name), " ", make("small", { class: "path" }, path))))))), () => {});
  return [
    make("p", { class: "path" }, about.library.path), held,
    about.desktop && make("p", { class: "choices" }, button({ class: "button" }, () => void importFile(), say("import-file-more")), does(say("import-folder-more"), "import"), button({ class: "button" }, () => openExport(null), say("export-everything")), does(say("choose-folder"), "choose"), does(say("show-in-file-manager"), "reveal")),
    about.desktop && make("p", { class: "hint" }, say("library-hint")),
    ...check("notes_beside", say("notes-beside"), say("notes-beside-hint")),
    recent,
  ];
}

/** A setting that is on or off. @param {"own_network" | "notes_beside"} name @param {string} words @param {string} hint */
function check(name, words, hint) {
  const box = make("input", { type: "checkbox" });
  box.checked = settings()[name];
  box.addEventListener("change", () => void changeSettings({ [name]: box.checked }).catch(tell));
  return [make("label", { class: "check" }, box, words), make("p", { class: "hint" }, hint)];
}

function saving() {
  return [
    make("p", { class: "hint" }, say("saving-hint")),
    ...check("own_network", say("own-network"), say("own-network-hint")),
    make("h3", {}, say("check-title")),
    make("p", { class: "hint" }, say("check-hint")),
    make("p", { class: "choices" }, button({ class: "button" }, () => void checkLibrary(), say("check-more"))),
    make("h3", {}, say("duplicates-title")),
    make("p", { class: "hint" }, say("duplicates-hint")),
    make("p", { class: "choices" }, make("a", { class: "button", href: "#/duplicates" }, say("duplicates-more"))),
  ];
}

function about() {
  const facts = make("p", {});
  const place = make("p", { class: "path" });
  void asks.about().then(({ version, settings }) => {
    facts.replaceChildren(`Offprint ${version}`);
    place.textContent = settings;
  }, () => {});
  return [
    facts,
    make("p", { class: "hint" }, say("about-hint")),
    make("p", { class: "choices" }, make("button", { class: "button", "data-sheet": "help" }, say("help"))),
    make("h3", {}, say("settings-kept-in")), place,
    make("h3", {}, say("report-fault")),
    make("p", { class: "hint" }, say("report-hint")),
    ...reportParts("none", []),
    licences(),
  ];
}
