/**
 * What stands after the text: what to do with the article now, and where it came from. pages/related.js adds others.
 *
 * @import { Doings } from "../../../types.js"
 */
import { isRead } from "../entries.js";
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { say } from "../words.js";

/** @param {Doings} doings */
export function makeEnding(doings) {
  const { buttons, showMarks } = buttonsFor(doings, "button", "button plain");
  return { ending: make("footer", { class: "ending" }, make("div", { class: "doings" }, ...buttons)), showMarks };
}

/** The menu behind "More". @param {Doings} doings */
export function makeMore(doings) {
  const { buttons: [move, ...others], showMarks } = buttonsFor(doings, "item phone", "item");
  const read = button({ class: "item" }, doings.read);
  const panel = make("div", { class: "panel overflow", popover: "auto", role: "dialog", "aria-label": say("more") }, move, read, ...others,
    button({ class: "sheet-close" }, () => {}, say("close")));
  panel.addEventListener("click", () => panel.hidePopover());
  return {
    panel,
    /** @param {{ archived: boolean, progress?: number }} marks */
    showMarks(marks) {
      showMarks(marks);
      read.replaceChildren(icon("check"), say(isRead({ progress: 0, ...marks }) ? "mark-unread" : "mark-read"));
    },
  };
}

/** @param {Doings} doings @param {string} first class of the first button @param {string} others */
function buttonsFor({ archive, original, reveal }, first, others) {
  const move = button({ class: first }, archive);
  const buttons = [
    move,
    original && button({ class: others }, original, icon("out"), say("open-original")),
    reveal && button({ class: others }, reveal, icon("folder"), say("show-in-file-manager")),
  ];
  /** @param {{ archived: boolean }} marks */
  const showMarks = ({ archived }) => {
    move.replaceChildren(icon(archived ? "unarchive" : "archive"), say(archived ? "move-out-of-archive" : "move-to-archive"));
  };
  return { buttons, showMarks };
}
