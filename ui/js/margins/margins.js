/**
 * The margins: marks in an article, and what the reader says of them.
 *
 * 1. `kept` has the marks of the open article and keeps what is done with them. 2. `places` knows where words are, `drawn`
 * and `signs` show the marks. 3. `toolbar` marks what is selected, `caret` selects by keys. 4. `card` is one mark, `panel`
 * all of the article, `notebook` those of the library, `review` the few of a day, `found` those of a search.
 *
 * @import { Aids, Marked } from "../../../types"
 */
import { settle } from "../aids/keys.js";
import { isPaged, onPage, showRange } from "../aids/show.js";
import { decode, make } from "../make.js";
import { keyOf } from "../reader/keys.js";
import { way } from "../reader/place.js";
import { tell, toast, undoLast } from "../toast.js";
import { say } from "../words.js";
import { markCards } from "./card.js";
import { markByKeys } from "./caret.js";
import { drawMarks, rangesIn } from "./drawn.js";
import { keepMarks } from "./kept.js";
import { notesPanel } from "./panel.js";
import { offerMarking } from "./toolbar.js";

export { enter, exit } from "./notebook.js";
export { showFound } from "./found.js";
export * as review from "./review.js";

/** How a link names a mark, after the article. */
export const MARK = "mark-";

/** For an open article. @param {Aids} aids */
export async function begin(aids) {
  const { bar, keys, place, reading, reading: { article, signal } } = aids;
  // A file from outside of the library has no marks.
  const marks = await keepMarks(aids).catch((error) => void tell(error));
  if (!marks || signal.aborted) return;
  /** @param {Marked} mark @param {HTMLElement | null} [back] @param {"note" | "tags"} [field] */
  const open = (mark, back, field) => {
    const range = rangesIn(marks, mark)[0];
    card(mark, range && range.getClientRects().length > 0 ? { getBoundingClientRect: () => range.getClientRects()[0] } : back ?? article, { back, field });
  };
  const drawn = drawMarks(aids, marks, open);
  const card = markCards(aids, marks, drawn.point);
  const toolbar = offerMarking(aids, marks, (mark, field) => open(mark, null, field));
  const heard = make("p", { class: "unseen", role: "status" });
  bar.after(heard);
  signal.addEventListener("abort", () => heard.remove());
  /** Which mark the keys have led to. @type {Marked | null} */
  let here = null;

  /** Shows the words of a mark, with the way back, which it gives. @param {Marked} mark @param {boolean} opens */
  const go = (mark, opens) => {
    const range = rangesIn(marks, mark)[0];
    if (!range) return null;
    /** @type {Parameters<Aids["jumped"]>} */
    const from = [place.now(), way.at()];
    showRange(new StaticRange(range), bar);
    place.take();
    aids.jumped(...from);
    here = mark;
    drawn.point(mark);
    if (opens) open(mark);
    return from[0];
  };
  /** @param {1 | -1} step */
  const step = (step) => {
    const all = marks.all().filter((mark) => mark.ranges.length > 0);
    if (all.length === 0) return toast(say("no-marks-yet"));
    const known = here === null ? -1 : all.findIndex(({ id }) => id === here?.id);
    const top = bar.getBoundingClientRect().bottom;
    const below = (/** @type {Marked} */ mark) => {
      const range = rangesIn(marks, mark)[0];
      const box = range?.getBoundingClientRect();
      return box && (isPaged() ? !way.passed(range) || onPage(box) : box.top > top);
    };
    const to = known >= 0 ? known + step : step > 0 ? all.findIndex(below) : all.findLastIndex((mark) => !below(mark));
    const mark = all[(to + all.length) % all.length];
    go(mark, false);
    heard.textContent = say("mark-of", { now: all.indexOf(mark) + 1, all: all.length, quote: `${mark.quote} ${mark.note}` });
  };
  keys["."] = () => step(1);
  keys[","] = () => step(-1);
  keys.z = () => void (undoLast() || marks.undo());
  addEventListener("keydown", (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || altKey || shiftKey || keyOf(event) !== "z" || event.defaultPrevented) return;
    // A field takes back what is typed in it.
    if (target instanceof Element && target.matches("input, textarea")) return;
    if (undoLast() || marks.undo()) event.preventDefault();
  }, { signal });
  markByKeys(aids, marks, toolbar);
  const panel = notesPanel(aids, marks, go, (mark) => {
    const done = () => toolbar.placeNext(null);
    toolbar.placeNext({ quote: mark.quote, cancel: done, does: (selected) => void marks.place(mark, selected).then(() => {
      done();
      toolbar.done();
    }, tell) });
  });
  settle(keys);

  addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || here === null || event.defaultPrevented || document.querySelector("dialog[open], :popover-open, .marking")) return;
    if (event.target instanceof Element && event.target.closest("a, button, input, textarea, select, summary, audio, video")) return;
    event.preventDefault();
    open(here);
  }, { signal });
  document.addEventListener("pointerdown", () => {
    if (here === null || document.querySelector(":popover-open")) return;
    here = null;
    drawn.point(null);
  }, { signal });
  article.addEventListener("click", (event) => {
    const { target, clientX, clientY } = event;
    if (event.defaultPrevented || getSelection()?.isCollapsed === false) return;
    if (target instanceof Element && target.closest("a, button, input, summary, audio, video, .note-card")) return;
    const [mark] = drawn.at(clientX, clientY);
    if (!mark || !marks.find(mark.id)) return;
    // It turns no page.
    event.preventDefault();
    card(mark, { getBoundingClientRect: () => new DOMRect(clientX - 8, clientY - 12, 16, 24) });
  }, { signal });

  const asked = decode(location.hash.split("/")[3] ?? "");
  const wanted = asked.startsWith(MARK) ? marks.find(asked.slice(MARK.length)) : undefined;
  if (wanted) {
    if (wanted.placed) aids.left = go(wanted, false);
    else panel.show(wanted);
    // Once: an article that is laid anew stays where it is.
    history.replaceState(history.state, "", location.hash.split("/").slice(0, 3).join("/"));
  }
  reading.article.dispatchEvent(new Event("marked"));
}
