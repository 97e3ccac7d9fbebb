/**
 * The page itself: kicker, headline, byline, text, notes.
 *
 * @import { Document, Meta } from "../../../types.js"
 */
import { moment } from "../dates.js";
import { fillNote, fillText } from "./blocks.js";
import { make } from "./make.js";

const long = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

/**
 * @param {Document} document
 * @param {string} title
 */
export function makePage(document, title) {
  const { meta } = document;
  const headline = make("h1", { id: "reader-headline", tabindex: "-1", dir: "auto" }, title);
  const text = make("div", { class: "text" });
  fillText(text, document.blocks);
  const article = make(
    "article",
    { class: "page", "aria-labelledby": "reader-headline", dir: meta.direction, lang: meta.language ?? undefined },
    make("header", {}, kickerOf(meta), headline, bylineOf(meta), warningsOf(document.warnings)),
    text,
    notesOf(document, text),
  );
  return { article, headline, text };
}

/** @param {Meta} meta */
function kickerOf(meta) {
  return meta.section === null ? null : make("p", { class: "kicker", dir: "auto" }, meta.section);
}

/** @param {Meta} meta */
function bylineOf(meta) {
  const parts = [
    meta.author === null ? null : make("span", { dir: "auto" }, meta.author),
    meta.site === null || meta.site === meta.author ? null : make("span", { dir: "auto" }, meta.site),
    dateOf(meta),
    meta.minutes > 0 ? make("span", {}, `${meta.minutes} min`) : null,
  ];
  const items = parts.flatMap((part) => part ?? []).map((part) => make("li", {}, part));
  // The interface is in English, whatever the article is in.
  return items.length === 0 ? null : make("div", { class: "byline", lang: "en" }, make("ul", { class: "meta", role: "list" }, ...items));
}

/** @param {Meta} meta */
function dateOf({ published, created }) {
  const written = published ?? created;
  if (written === null) return null;
  const words = dateInWords(written);
  const date = words === written ? make("span", {}, words) : make("time", { datetime: written.slice(0, 10) }, words);
  return published === null ? make("span", {}, "Saved ", date) : date;
}

/** @param {string[]} warnings */
function warningsOf(warnings) {
  if (warnings.length === 0) return null;
  const count = warnings.length === 1 ? "One thing is" : `${warnings.length} things are`;
  return make(
    "details",
    { class: "oddities", lang: "en", dir: "ltr" },
    make("summary", {}, `${count} not shown as written`),
    make("ul", {}, ...warnings.map((warning) => make("li", { dir: "auto" }, warning))),
  );
}

/**
 * @param {Document} document
 * @param {HTMLElement} text
 */
function notesOf(document, text) {
  if (document.notes.length === 0) return null;
  const marks = [...text.querySelectorAll("a[role=doc-noteref]")];
  const items = document.notes.map((note) => {
    const item = make("li", { id: note.id, tabindex: "-1", value: String(note.number) });
    fillNote(item, note);
    const back = marks.filter((mark) => mark.getAttribute("href") === `#${note.id}` && mark.id !== "");
    (item.querySelector(":scope > p:last-of-type") ?? item).append(
      ...back.flatMap((mark, index) => [" ", backTo(mark.id, index === 0 ? "Back to the text" : `Back to mention ${index + 1}`)]),
    );
    return item;
  });
  return make("section", { class: "notes", role: "doc-endnotes", "aria-label": "Notes" }, make("ol", {}, ...items));
}

/**
 * @param {string} id
 * @param {string} name
 */
function backTo(id, name) {
  return make("a", { class: "back", href: `#${id}`, role: "doc-backlink", "aria-label": name }, "↩\uFE0E");
}

/** @param {string} written */
function dateInWords(written) {
  // Only dates that are written to be read by machines; "Spring 2019" stays as it is.
  const day = /^\d{4}-\d\d-\d\d/.test(written) ? moment(written) : null;
  return day === null ? written : long.format(day);
}
