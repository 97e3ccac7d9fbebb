/**
 * The page itself: kicker, headline, byline, text, notes.
 *
 * @import { Document, Meta } from "../../../types.js"
 */
import { moment } from "../dates.js";
import { fill } from "./blocks.js";
import { make } from "../make.js";

const long = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

/**
 * @param {Document} document
 * @param {string} title
 */
export function makePage(document, title) {
  const { meta } = document;
  const headline = make("h1", { id: "reader-headline", tabindex: "-1", dir: "auto" }, title);
  const text = make("div", { class: "text" });
  fill(text, document.blocks.map((block) => block.html).join(""));
  if (document.blocks.length === 0) text.append(make("p", { class: "nothing", lang: "en", dir: "ltr" }, "There is nothing in this file yet."));
  const article = make(
    "article",
    { class: "page", "aria-labelledby": "reader-headline", dir: meta.direction, lang: meta.language },
    make("header", {}, kickerOf(meta), headline, bylineOf(meta), warningsOf(document.warnings)),
    text,
    notesOf(document),
  );
  return { article, headline, text };
}

/** @param {Meta} meta */
function kickerOf(meta) {
  return meta.section === null ? null : make("p", { class: "kicker", dir: "auto" }, meta.section);
}

/** @param {Meta} meta */
function bylineOf({ author, site, published, created, minutes }) {
  const parts = [
    author && make("bdi", {}, author),
    site !== author && site && make("bdi", {}, site),
    dateOf(published ?? created, published === null ? "Saved " : ""),
    minutes > 0 && make("bdi", { lang: "en" }, `${minutes} min`),
  ];
  const items = parts.flatMap((part) => (part ? make("li", {}, part) : []));
  return items.length === 0 ? null : make("div", { class: "byline" }, make("ul", { class: "meta", role: "list" }, ...items));
}

/**
 * @param {string | null} written
 * @param {string} before
 */
function dateOf(written, before) {
  if (written === null) return null;
  // Only dates that are written to be read by machines; "Spring 2019" stays as it is.
  const day = /^\d{4}-\d\d-\d\d/.test(written) ? moment(written) : null;
  const date = day === null ? written : make("time", { datetime: written.slice(0, 10) }, long.format(day));
  return make("bdi", {}, before, date);
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

/** @param {Document} document */
function notesOf(document) {
  if (document.notes.length === 0) return null;
  const items = document.notes.map((note) => {
    const item = make("li", { id: note.id, tabindex: "-1", value: String(note.number) });
    fill(item, note.html);
    return item;
  });
  return make("section", { class: "notes", role: "doc-endnotes", "aria-label": "Notes" }, make("ol", {}, ...items));
}
