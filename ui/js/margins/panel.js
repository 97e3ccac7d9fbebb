/**
 * The notes of the open article: what is said of all of it, its marks in their order, and those whose words are gone from
 * it, to be placed by hand.
 *
 * @import { Aids, HighlightChange, Marked } from "../../../types"
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
export function notesPanel({ id, bar, more, keys, reading: { document: { meta }, signal } }, marks, go, placeByHand) {
  const list = make("div", {});
  const panel = make("div", { class: "panel notes-panel", popover: "auto", role: "dialog", "aria-label": say("margin-notes"), tabindex: "-1" },
    make("h2", {}, say("margin-notes")), list, button({ class: "sheet-close" }, () => panel.hidePopover(), say("close")));
  bar.after(panel);
  let most = MOST;
  let flush = () => {};
  /** What is to be shown once the panel is open. @type {Marked | null} */
  let wanted = null;
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
    mark.reworded && make("p", { class: "hint" }, say("mark-reworded")),
    !mark.sought && make("p", { class: "hint" }, say("mark-unsought")), ...acts);
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
  /** A note that is not there yet: it is made once, and changed from then on, one after the other. */
  const begun = () => {
    /** @type {Marked | null} */
    let made = null;
    let last = Promise.resolve();
    const mark = /** @type {Marked} */ ({ id: `whole-${id}`, article: id, note: "", note_html: "", tags: /** @type {string[]} */ ([]), whole: true });
    return {
      mark,
      isMade: () => made !== null,
      named: async () => mark.id,
      /** @param {string} _ @param {HighlightChange} change */
      change(_, change) {
        const now = last.then(async () => (made ? marks.change(made.id, change) : (made = await marks.make(null, { note: change.note ?? "" }))));
        last = now.then(() => {}, () => {});
        return now;
      },
      remove: () => last.then(() => made && marks.remove(made, made.note)),
    };
  };
  let fresh = begun();
  const whole = () => {
    const all = marks.all().filter((each) => each.whole);
    if (fresh.isMade()) fresh = begun();
    const { mark, remove } = fresh;
    const fields = all.length > 0 ? all.map((mark) => ({ ...noteFields(marks, mark), remove: () => marks.remove(mark, mark.note) })) : [{ ...noteFields(fresh, mark), remove }];
    flush = () => fields.forEach(({ isEmpty, remove, flush }) => void (isEmpty() ? remove() : flush()));
    return fields.flatMap(({ read, note, status }) => {
      note.ariaLabel = say("note-on-article");
      if (all.length === 0) note.placeholder = note.ariaLabel;
      return all.length > 0 ? [read, note, status] : [note, status];
    });
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
      gone.length > 0 && make("section", { "aria-label": say("unplaced-title") }, make("h3", {}, say("unplaced-title")), gone.some((mark) => mark.sought) && make("p", { class: "hint" }, say("unplaced-hint")),
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
  /** Once: what is taken back later stays so. */
  const finish = () => {
    flush();
    flush = () => {};
  };
  addEventListener("pagehide", finish, { signal });
  panel.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "closed") finish();
  });
  panel.addEventListener("toggle", () => {
    if (!panel.matches(":popover-open")) return list.replaceChildren();
    draw();
    panel.focus({ preventScroll: true });
    if (wanted) list.querySelector(`[data-mark="${CSS.escape(wanted.id)}"]`)?.scrollIntoView({ block: "center" });
    wanted = null;
  });
  marks.changes.addEventListener("change", draw, { signal });
  signal.addEventListener("abort", () => {
    finish();
    panel.remove();
    item.remove();
  });
  draw();
  return {
    /** Opens the panel at a mark. @param {Marked} mark */
    show(mark) {
      wanted = mark;
      panel.showPopover();
    },
  };
}

/** @param {string} quote */
const short = (quote) => {
  const line = quote.replace(/\s+/gu, " ").trim();
  return line.length > 220 ? `${line.slice(0, 220).trimEnd()}…` : line;
};
