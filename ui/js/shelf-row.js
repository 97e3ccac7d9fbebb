/** One article on the shelf. */

/** @import { Entry } from "../../types" */
import { ago, figure, moment } from "./dates.js";
import { isBegun, isRead } from "./entries.js";
import * as ipc from "./ipc.js";
import { make } from "./make.js";

/**
 * The row of an entry; `leads` makes it the large one at the top.
 * @param {Entry} entry
 * @param {boolean} leads
 */
export function row(entry, leads) {
  const begun = isBegun(entry);
  const kicker = leads && begun ? "Continue" : entry.section;
  const bar = begun ? make("div", { class: "progress" }) : null;
  bar?.style.setProperty("--done", entry.progress.toFixed(3));
  // Hyphens belong into a headline only where a word could not stand otherwise.
  const long = /\p{L}{20}/u.test(entry.title) ? "long" : null;
  return make("li", { class: `row${leads ? " lead" : ""}${isRead(entry) ? " read" : ""}`, "data-id": entry.id, dir: entry.direction, lang: entry.language },
    make("div", { class: "words" },
      kicker && make("p", { class: "kicker" }, kicker),
      make("h2", { class: long }, make("a", { href: `#/read/${encodeURIComponent(entry.id)}` }, entry.title)),
      leads && entry.excerpt !== "" && make("p", { class: "excerpt" }, entry.excerpt),
      bar,
      meta(entry, begun, leads && begun),
      ...entry.warnings.slice(0, 1).map((warning) => make("p", { class: "warning" }, warning))),
    picture(entry, leads),
    make("button", { class: "more", "aria-label": `More: ${entry.title}`, "aria-haspopup": "dialog" }));
}

/** A letter instead of a picture that can't be loaded. @param {HTMLElement} picture */
export function loseImage(picture) {
  picture.querySelector("img")?.remove();
  picture.classList.add("none");
}

/**
 * @param {Entry} entry
 * @param {boolean} begun
 * @param {boolean} short   Leave out when it was saved.
 */
function meta(entry, begun, short) {
  const from = entry.site ?? entry.author;
  const left = Math.max(1, Math.ceil(entry.minutes * (1 - entry.progress)));
  const length = begun ? `${figure(left)} min left of ${figure(entry.minutes)}` : `${figure(entry.minutes)} min`;
  const read = isRead(entry) && entry.read_at !== null;
  const when = read ? new Date(entry.read_at ?? 0) : moment(entry.created);
  return make("div", { class: "meta" },
    from && make("b", {}, within(entry, from)),
    entry.minutes > 0 && make("span", {}, within(entry, length)),
    !short && when && make("time", { datetime: when.toISOString() }, within(entry, read ? `read ${ago(when)}` : ago(when))),
    entry.status === "waiting" && make("span", {}, "not fetched yet"),
    entry.bookmarked && make("span", { class: "unseen" }, "bookmarked"),
    entry.archived && make("span", {}, "archived"));
}

/** Words keep their own direction in a row that runs the other way. @type {(entry: Entry, words: string) => string} */
const within = (entry, words) => (entry.direction === "rtl" ? `\u2068${words}\u2069` : words);

/**
 * @param {Entry} entry
 * @param {boolean} leads
 */
function picture(entry, leads) {
  const letter = /[\p{L}\p{N}]/u.exec(entry.site ?? entry.title)?.[0].toLocaleUpperCase() ?? "";
  const src = entry.picture && ipc.media(entry.id, entry.picture, Math.ceil((leads ? 480 : 112) * devicePixelRatio));
  return make("div", { class: src ? "picture" : "picture none", "data-letter": letter },
    src && make("img", { alt: "", decoding: "async", loading: "lazy", draggable: "false", src }),
    entry.bookmarked && make("i", { class: "ribbon" }));
}
