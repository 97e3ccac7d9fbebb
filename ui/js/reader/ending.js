/**
 * What stands after the text: what to do with the article now, where it came from, and its neighbours on the shelf.
 *
 * @import { Entry } from "../../types.js"
 */
import { icon } from "./icon.js";
import { button, make } from "./make.js";

/**
 * @typedef {object} Doings what can be done with an article, apart from reading it
 * @property {() => void} archive
 * @property {(() => void) | null} original opens the page that it was saved from
 * @property {(() => void) | null} reveal shows its file
 */

/**
 * @param {Doings} doings
 * @param {{ previous: Entry | null, next: Entry | null }} neighbours
 * @param {(id: string) => void} go
 */
export function makeEnding(doings, { previous, next }, go) {
  const archive = button({ class: "button" }, doings.archive);
  const ending = make(
    "footer",
    { class: "ending" },
    make("div", { class: "doings" }, archive, ...quietDoings(doings, "button plain")),
    previous === null && next === null ? null : make(
      "nav",
      { class: "neighbours", "aria-label": "Previous and next article" },
      card(previous, "Previous", go),
      card(next, "Next", go),
    ),
  );
  return {
    ending,
    /** @param {boolean} archived */
    showArchived(archived) {
      archive.replaceChildren(icon("archive"), archived ? "Move out of the archive" : "Move to archive");
    },
  };
}

/**
 * The menu behind "More".
 * @param {Doings} doings
 */
export function makeMore(doings) {
  const archive = button({ class: "item phone" }, doings.archive);
  const panel = make(
    "div",
    { class: "panel overflow", popover: "auto", role: "group", "aria-label": "More" },
    archive,
    ...quietDoings(doings, "item"),
    button({ class: "sheet-close" }, () => panel.hidePopover(), "Close"),
  );
  panel.addEventListener("click", () => panel.hidePopover());
  return {
    panel,
    /** @param {boolean} archived */
    showArchived(archived) {
      archive.replaceChildren(icon("archive"), archived ? "Move out of the archive" : "Move to archive");
    },
  };
}

/**
 * @param {Doings} doings
 * @param {string} style
 */
function quietDoings({ original, reveal }, style) {
  return [
    original === null ? null : button({ class: style }, original, icon("out"), "Open original"),
    reveal === null ? null : button({ class: style }, reveal, icon("folder"), "Show in file manager"),
  ];
}

/**
 * @param {Entry | null} entry
 * @param {string} place
 * @param {(id: string) => void} go
 */
function card(entry, place, go) {
  if (entry === null) return null;
  const link = make(
    "a",
    { class: `card ${place.toLowerCase()}`, href: `#/read/${encodeURIComponent(entry.id)}` },
    make("span", { class: "place" }, place),
    make("b", { dir: "auto", lang: entry.language ?? undefined }, entry.title),
    make("span", { class: "meta" },
      ...[entry.site ?? entry.author, entry.minutes > 0 ? `${entry.minutes} min` : null]
        .map((part) => (part === null ? null : make("span", { dir: "auto" }, part)))),
  );
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(entry.id);
  });
  return link;
}
