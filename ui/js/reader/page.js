/**
 * The page itself: kicker, headline, byline, text, notes.
 *
 * @import { Document, Meta } from "../../../types.js"
 */
import { fullDay, moment } from "../dates.js";
import { fill } from "./blocks.js";
import { make } from "../make.js";
import { ours, say, sayWith } from "../words.js";

/** @param {Document} document @param {string} title */
export function makePage(document, title) {
  const { meta } = document;
  const headline = make("h1", { id: "reader-headline", tabindex: "-1", dir: "auto" }, title);
  const text = make("div", { class: "text" });
  fill(text, document.blocks.map((block) => block.html).join(""));
  if (document.blocks.length === 0) text.append(make("p", { class: "nothing", ...ours }, say("nothing-in-file")));
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
    dateOf(published ?? created, published === null),
    minutes > 0 && make("bdi", ours, say("minutes", { count: minutes })),
  ];
  const items = parts.flatMap((part) => (part ? make("li", {}, part) : []));
  return items.length === 0 ? null : make("div", { class: "byline" }, make("ul", { class: "meta", role: "list" }, ...items));
}

/** @param {string | null} written @param {boolean} saved   It is the day on which it was saved. */
function dateOf(written, saved) {
  if (written === null) return null;
  // Only dates that are written to be read by machines; "Spring 2019" stays as it is.
  const day = /^\d{4}-\d\d-\d\d/.test(written) ? moment(written) : null;
  const date = day === null ? written : make("time", { datetime: written.slice(0, 10) }, fullDay(day));
  return make("bdi", ours, ...(saved ? sayWith("saved-on", { when: typeof date === "string" ? new Text(date) : date }) : [date]));
}

/** @param {string[]} warnings */
function warningsOf(warnings) {
  if (warnings.length === 0) return null;
  return make(
    "details",
    { class: "oddities", ...ours },
    make("summary", {}, say("not-as-written", { count: warnings.length })),
    make("ul", {}, ...warnings.map((warning) => make("li", { lang: "en", dir: "auto" }, warning))),
  );
}

/** @param {Document} document */
function notesOf({ notes }) {
  if (notes.length === 0) return null;
  const list = make("ol", {});
  for (const { id, number, html } of notes) {
    const item = make("li", { id, tabindex: "-1", value: String(number) });
    fill(item, html);
    list.append(item);
  }
  return make("section", { class: "notes", role: "doc-endnotes", "aria-label": say("notes") }, list);
}
