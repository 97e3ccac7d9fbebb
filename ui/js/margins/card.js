/**
 * A mark beside its words: colour, note, tags, and what can be done with it. What is typed is kept when it rests, and as
 * the card closes; what can't be kept stays here.
 *
 * @import { Aids, Marked } from "../../../types"
 */
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { placeBeside } from "../pages/notes.js";
import { tell } from "../toast.js";
import { say } from "../words.js";
import { COLOURS } from "./door.js";
import { said } from "./said.js";
import { copy, copyWithSource } from "./words.js";

/** Milliseconds without typing until it is kept. */
const PAUSE = 700;

/** What was typed and could not be kept yet, by mark, and the note that was changed by it. @type {Map<string, { note: string, tags: string, was: string }>} */
const drafts = new Map();

/** What keeps that of which typing has not rested yet: it is called once more before the window goes. @type {Set<() => Promise<void>>} */
const unrested = new Set();
for (const kind of ["pagehide", "visibilitychange"]) addEventListener(kind, () => unrested.forEach((flush) => void flush()));

/** @param {string} typed */
const tagsIn = (typed) => typed.split(/[,،、，]/u).map((tag) => tag.trim().replace(/^#/u, "")).filter(Boolean);

/**
 * The fields of a mark, which keep themselves. A note that is there is read first. A note on the whole article of which
 * nothing is left is none: whoever shows it removes it in the end, and until then it is kept as it was.
 * @param {Pick<import("./kept.js").Marks, "named" | "change">} marks
 * @param {Marked} mark
 */
export function noteFields(marks, mark) {
  const draft = drafts.get(mark.id);
  const note = make("textarea", { class: "field", rows: "3", dir: "auto", "aria-label": say("note-of-mark"), placeholder: say("note-hint") });
  note.value = draft?.note ?? mark.note;
  const write = () => {
    read.hidden = true;
    note.hidden = false;
    note.focus({ preventScroll: true });
  };
  const read = make("div", {}, said(mark), button({ class: "text-button" }, write, say("change")));
  note.hidden = !draft && mark.note !== "";
  read.hidden = !note.hidden;
  const tags = make("input", { class: "field", dir: "auto", "aria-label": say("tags"), placeholder: say("tags-hint-commas"), autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  tags.value = draft?.tags ?? mark.tags.join(", ");
  const status = make("p", { class: "hint", role: "status" });
  let timer = 0;
  // As the fields have them, which write line ends their own way: what was only looked at is not changed.
  let kept = { note: (draft?.was ?? mark.note).replace(/\r\n?/gu, "\n"), tags: mark.tags.join(", ") };
  /** As Rust has it. */
  let was = draft?.was ?? mark.note;
  const isEmpty = () => mark.whole && mark.tags.length === 0 && note.value.trim() === "";
  const flush = async () => {
    clearTimeout(timer);
    unrested.delete(flush);
    const typed = { note: note.value, tags: tags.value, was };
    if (isEmpty()) return void drafts.delete(mark.id);
    if (typed.note === kept.note && typed.tags === kept.tags) return void drafts.delete(mark.id);
    drafts.set(mark.id, typed);
    // What others did with the rest stays.
    const [has, had] = [typed, kept].map((each) => tagsIn(each.tags));
    const tag = has.filter((each) => !had.includes(each));
    const untag = had.filter((each) => !has.includes(each));
    try {
      const now = await marks.change(mark.id, { note: typed.note === kept.note ? null : typed.note, was, tag, untag });
      // Where another one was written elsewhere meanwhile, both stand in it now: this one behind the other.
      const own = typed.note.trimEnd();
      const other = now.note !== own && now.note.endsWith(own) ? now.note.slice(0, now.note.length - own.length) : "";
      if (other !== "") note.setRangeText(other, 0, 0, "preserve");
      kept = { note: other + typed.note, tags: typed.tags };
      was = now.note;
      if (drafts.get(mark.id) === typed) drafts.delete(mark.id);
      status.textContent = say("note-kept");
    } catch (error) {
      // A mark that was on its way has another name by now.
      const id = await marks.named(mark.id).catch(() => mark.id);
      if (drafts.get(mark.id) === typed && drafts.delete(mark.id)) drafts.set(id, typed);
      status.textContent = say("note-not-kept");
      tell(error);
    }
  };
  const soon = () => {
    status.textContent = "";
    clearTimeout(timer);
    unrested.add(flush);
    timer = setTimeout(() => void flush(), PAUSE);
  };
  for (const field of [note, tags]) field.addEventListener("input", soon);
  for (const field of [note, tags]) field.addEventListener("change", () => void flush());
  if (drafts.has(mark.id)) status.textContent = say("note-not-kept");
  return { read, note, tags, status, flush, write, isEmpty };
}

/** The five colours, one of them chosen. @param {Marked} mark @param {(colour: Marked["colour"]) => void} choose */
function colourChoice(mark, choose) {
  return make("fieldset", { class: "paints" }, make("legend", { class: "unseen" }, say("mark-colour")), ...COLOURS.map((colour) => {
    const input = make("input", { type: "radio", name: `colour-${mark.id}`, value: colour, "aria-label": say(`paint-${colour}`) });
    input.checked = mark.colour === colour;
    input.addEventListener("change", () => choose(colour));
    return make("label", { class: "paint", "data-colour": colour, title: say(`paint-${colour}`) }, input);
  }));
}

/**
 * @param {Aids} aids
 * @param {import("./kept.js").Marks} marks
 * @param {(mark: Marked | null) => void} point   Shows which mark is meant.
 */
export function markCards({ bar, reading: { article, headline, document: { meta }, signal } }, marks, point) {
  const card = make("div", { class: "note-card mark-card", popover: "auto", role: "dialog", tabindex: "-1" });
  bar.after(card);
  let place = () => {};
  // It grows as it is written in.
  const grows = new ResizeObserver(() => card.matches(":popover-open") && place());
  grows.observe(card);
  let flush = async () => {};
  /** @type {HTMLElement | null} */
  let from = null;
  card.addEventListener("toggle", () => {
    if (card.matches(":popover-open")) return;
    void flush();
    flush = async () => {};
    point(null);
    const { activeElement: at } = document;
    if (at === document.body || card.contains(at)) from?.focus({ preventScroll: true });
    // A field that is out of sight takes keys no more.
    if (from === null && at instanceof HTMLElement && card.contains(at)) at.blur();
  });
  signal.addEventListener("abort", () => {
    void flush();
    grows.disconnect();
    card.remove();
  });

  /**
   * @param {Marked} given
   * @param {{ getBoundingClientRect(): DOMRect }} beside
   * @param {{ field?: "note" | "tags", back?: HTMLElement | null }} [more]
   */
  return (given, beside, { field, back = null } = {}) => {
    const mark = marks.find(given.id) ?? given;
    if (card.matches(":popover-open")) card.hidePopover();
    from = back;
    const fields = noteFields(marks, mark);
    flush = fields.flush;
    const say1 = mark.quote.replace(/\s+/gu, " ").slice(0, 140);
    card.setAttribute("aria-label", say("mark-named", { quote: say1 }));
    card.replaceChildren(
      make("blockquote", { dir: "auto", lang: meta.language, "data-colour": mark.colour }, mark.quote),
      mark.reworded && make("p", { class: "hint" }, say("mark-reworded")) || "",
      colourChoice(mark, (colour) => void marks.change(mark.id, { colour }).catch(tell)),
      fields.read, fields.note, fields.tags, fields.status,
      make("div", { class: "card-acts" },
        button({ class: "text-button" }, () => void copy(mark.quote), say("copy")),
        button({ class: "text-button" }, () => void copyWithSource(mark.quote, meta, headline.textContent), say("copy-with-source")),
        button({ class: "icon-button", "aria-label": say("mark-remove"), title: say("mark-remove") }, () => {
          // What was typed last comes back with it.
          void flush();
          flush = async () => {};
          card.hidePopover();
          void marks.remove(mark);
        }, icon("trash"))),
      button({ class: "sheet-close" }, () => card.hidePopover(), say("close")),
    );
    card.showPopover();
    point(mark);
    const { x, y, width, height } = beside.getBoundingClientRect();
    const top = y + scrollY;
    place = () => placeBeside(card, { getBoundingClientRect: () => new DOMRect(x, top - scrollY, width, height) }, article);
    place();
    if (field === "note") fields.write();
    else (field ? fields.tags : card).focus({ preventScroll: true });
  };
}
