/**
 * The notes of the open article: what is said of all of it, its marks in their order, and those whose words are gone from
 * it, to be placed by hand.
 *
 * @import { Aids, Marked } from "../../../types"
 */
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { tell } from "../toast.js";
import { figure } from "../dates.js";
import { say } from "../words.js";
import { noteFields } from "./card.js";
import { said } from "./said.js";

/** Marks that are listed at once; more on demand. */
const MOST = 200;

/**
 * @param {Aids} aids
 * @param {import("./kept.js").Marks} marks
 * @param {(mark: Marked, open: boolean) => void} go   To the words of a mark.
 * @param {(mark: Marked) => void} placeByHand
 */
export function notesPanel({ bar, more, keys, reading: { document: { meta }, signal } }, marks, go, placeByHand) {
  const list = make("div", {});
  const panel = make("div", { class: "panel notes-panel", popover: "auto", role: "dialog", "aria-label": say("margin-notes"), tabindex: "-1" },
    make("h2", {}, say("margin-notes")), list, button({ class: "sheet-close" }, () => panel.hidePopover(), say("close")));
  bar.after(panel);
  let most = MOST;
  let flush = async () => {};
  /** What is typed on an article that has no note yet, until it is kept. */
  let draft = "";
  const count = make("small", {});
  const open = () => panel.togglePopover();
  const item = button({ class: "item" }, open, icon("pen"), make("span", {}, say("margin-notes")), count);
  more.prepend(item);
  keys.n = open;

  /** @param {Marked} mark */
  const quote = (mark) => make("blockquote", { dir: "auto", lang: meta.language, "data-colour": mark.colour }, short(mark.quote));
  /** @param {Marked} mark @param {Node} words @param {...Node} acts */
  const line = (mark, words, ...acts) => make("div", { class: "of-mark" }, words,
    mark.note !== "" && said(mark),
    mark.tags.length > 0 && make("p", { class: "hint", dir: "auto" }, mark.tags.map((tag) => `#${tag}`).join(" ")),
    mark.reworded && make("p", { class: "hint" }, say("mark-reworded")), ...acts);
  /** @param {Marked} mark */
  const placed = (mark) => {
    const to = button({ class: "to-mark", "aria-label": say("mark-named", { quote: short(mark.quote) }) }, () => {
      panel.hidePopover();
      go(mark, false);
    }, quote(mark));
    return make("li", { "data-mark": mark.id }, line(mark, to), button({ class: "icon-button", "aria-label": say("mark-change", { quote: short(mark.quote) }), title: say("change") }, () => {
      panel.hidePopover();
      go(mark, true);
    }, icon("more")));
  };
  const whole = () => {
    const all = marks.all().filter((each) => each.whole);
    if (all.length > 0) {
      const fields = all.map((mark) => ({ mark, ...noteFields(marks, mark) }));
      // A note of which nothing is left is none; one that never said anything has tags.
      flush = async () => void fields.forEach(({ mark, note, flush: keep }) => void (note.value.trim() === "" && mark.note !== "" && mark.tags.length === 0 ? marks.remove(mark) : keep()));
      return fields.flatMap(({ read, note, status }) => {
        note.ariaLabel = say("note-on-article");
        return [read, note, status];
      });
    }
    const note = make("textarea", { class: "field", rows: "2", dir: "auto", "aria-label": say("note-on-article"), placeholder: say("note-on-article") });
    /** One after the other: it is made once, and changed from then on. @type {Promise<Marked | null>} */
    let made = Promise.resolve(null);
    flush = () => (made = made.then(async (before) => {
      const { value } = note;
      if (value.trim() === "" || value === before?.note) return before;
      if (before === null) {
        const added = await marks.add(null, { note: value });
        if (added !== null) draft = "";
        return added;
      }
      await marks.change(before.id, { note: value }).catch(tell);
      return { ...before, note: value };
    })).then(() => {});
    note.value = draft;
    note.addEventListener("input", () => (draft = note.value));
    note.addEventListener("change", () => void flush());
    return [note];
  };
  /** Once: what is taken back later stays so. */
  const finish = () => {
    void flush();
    flush = async () => {};
  };
  const draw = () => {
    const all = marks.all().filter((mark) => !mark.whole);
    const here = all.filter((mark) => mark.placed);
    const gone = all.filter((mark) => !mark.placed);
    count.textContent = all.length > 0 ? figure(all.length) : "";
    if (!panel.matches(":popover-open")) return;
    // What is typed there is not taken away.
    const writing = list.querySelector(":scope > .whole");
    const first = writing?.contains(document.activeElement) ? writing : make("div", { class: "whole" }, ...whole());
    const others = [
      here.length > 0 ? make("ol", { role: "list", "aria-label": say("marks") }, ...here.slice(0, most).map(placed)) : make("p", { class: "hint" }, say("no-marks-yet")),
      here.length > most && button({ class: "text-button" }, () => {
        most = Infinity;
        draw();
      }, say("and-more", { count: here.length - most })),
      gone.length > 0 && make("section", { "aria-label": say("unplaced-title") }, make("h3", {}, say("unplaced-title")), make("p", { class: "hint" }, say("unplaced-hint")),
        make("ul", { role: "list" }, ...gone.map((mark) => make("li", { "data-mark": mark.id }, line(mark, quote(mark), make("p", { class: "choices" },
          button({ class: "button" }, () => {
            panel.hidePopover();
            placeByHand(mark);
          }, say("place-by-hand")),
          button({ class: "text-button" }, () => void marks.remove(mark).catch(tell), say("mark-remove")))))))),
    ].filter((each) => each !== false);
    if (first !== writing) list.replaceChildren(first, ...others);
    else {
      while (first.nextSibling) first.nextSibling.remove();
      list.append(...others);
    }
  };
  panel.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed") finish();
  });
  panel.addEventListener("toggle", () => {
    if (!panel.matches(":popover-open")) return list.replaceChildren();
    draw();
    panel.focus({ preventScroll: true });
  });
  marks.changes.addEventListener("change", draw, { signal });
  signal.addEventListener("abort", () => {
    finish();
    panel.remove();
    item.remove();
  });
  draw();
}

/** @param {string} quote */
const short = (quote) => {
  const line = quote.replace(/\s+/gu, " ").trim();
  return line.length > 220 ? `${line.slice(0, 220).trimEnd()}…` : line;
};
