/**
 * What stands after the text: what to do with the article now, where it came from, and its neighbours on the shelf.
 *
 * @import { Doings, Entry, Neighbours } from "../../../types.js"
 */
import { isRead } from "../entries.js";
import { icon } from "../icons.js";
import { button, make } from "../make.js";

/** @param {Doings} doings */
export function makeEnding(doings) {
  const { buttons, showMarks } = buttonsFor(doings, "button", "button plain");
  const cards = make("nav", { class: "neighbours", "aria-label": "Previous and next article" });
  const ending = make("footer", { class: "ending" }, make("div", { class: "doings" }, ...buttons), cards);
  return {
    ending,
    showMarks,
    /** @type {(neighbours: Neighbours, go: (entry: Entry) => void) => void} */
    showNeighbours({ previous, next }, go) {
      for (const each of [card(previous, "Previous", go), card(next, "Next", go)]) if (each) cards.append(each);
    },
  };
}

/**
 * The menu behind "More".
 * @param {Doings} doings
 */
export function makeMore(doings) {
  const { buttons: [move, ...others], showMarks } = buttonsFor(doings, "item phone", "item");
  const read = button({ class: "item" }, doings.read);
  const panel = make("div", { class: "panel overflow", popover: "auto", role: "group", "aria-label": "More" }, move, read, ...others,
    button({ class: "sheet-close" }, () => {}, "Close"));
  panel.addEventListener("click", () => panel.hidePopover());
  return {
    panel,
    /** @param {{ archived: boolean, progress?: number }} marks */
    showMarks(marks) {
      showMarks(marks);
      read.replaceChildren(icon("check"), isRead({ progress: 0, ...marks }) ? "Mark as unread" : "Mark as read");
    },
  };
}

/**
 * @param {Doings} doings
 * @param {string} first class of the first button
 * @param {string} others
 */
function buttonsFor({ archive, original, reveal }, first, others) {
  const move = button({ class: first }, archive);
  const buttons = [
    move,
    original && button({ class: others }, original, icon("out"), "Open original"),
    reveal && button({ class: others }, reveal, icon("folder"), "Show in file manager"),
  ];
  /** @param {{ archived: boolean }} marks */
  const showMarks = ({ archived }) => {
    move.replaceChildren(icon(archived ? "unarchive" : "archive"), archived ? "Move out of the archive" : "Move to archive");
  };
  return { buttons, showMarks };
}

/**
 * @param {Entry | null} entry
 * @param {string} place
 * @param {(entry: Entry) => void} go
 */
function card(entry, place, go) {
  if (entry === null) return null;
  const { id, title, site, author, language, minutes } = entry;
  const from = site ?? author;
  const link = make("a", { class: `card ${place.toLowerCase()}`, href: `#/read/${encodeURIComponent(id)}` },
    make("span", { class: "place" }, place),
    make("b", { dir: "auto", lang: language }, title),
    make("span", { class: "meta" },
      from && make("span", {}, make("bdi", {}, from)),
      minutes > 0 ? make("span", {}, `${minutes} min`) : null));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(entry);
  });
  return link;
}
