/** One article on the shelf. */

/** @import { Entry } from "../../types" */
import { ago, moment } from "./dates.js";
import { isBegun, isRead } from "./entries.js";
import * as ipc from "./ipc.js";
import { make } from "./make.js";
import { direction, language, locale, say, withTitle } from "./words.js";

/**
 * The row of an entry; `leads` makes it the large one at the top.
 * @param {Entry} entry
 * @param {boolean} leads
 * @param {boolean} pictured   False where its picture comes later, by `givePicture`.
 */
export function row(entry, leads, pictured) {
  const begun = isBegun(entry);
  const kicker = leads && begun ? say("continue") : entry.section;
  // Hyphens belong into a headline only where a word could not stand otherwise.
  const long = /\p{L}{20}/u.test(entry.title) ? "long" : null;
  return make("li", { class: `row${leads ? " lead" : ""}${isRead(entry) ? " read" : ""}`, "data-id": entry.id, dir: entry.direction, lang: entry.language },
    make("div", { class: "words" },
      kicker && make("p", { class: "kicker" }, kicker),
      make("div", { class: "head" },
        make("h2", { class: long, title: entry.title.length > 60 ? entry.title : null }, make("a", { href: `#/read/${encodeURIComponent(entry.id)}` }, entry.title)),
        entry.excerpt !== "" && entry.warnings.length === 0 && make("p", { class: "excerpt" }, entry.excerpt),
        ...entry.warnings.slice(0, 1).map((warning) => make("p", { class: "warning", title: warning }, warning))),
      leads && begun && bar(entry),
      meta(entry, begun, leads)),
    picture(entry, leads, pictured),
    make("button", { class: "more", "aria-label": withTitle("more", entry.title), "aria-haspopup": "dialog" }));
}

/** What stands in a row's place while its article is asked for. */
export const shade = () => make("li", { class: "row shade", "aria-hidden": "true" }, make("div", { class: "words" }), make("div", { class: "picture" }));

/** Shows the picture of a row that was made without it. @type {(row: HTMLElement, entry: Entry, leads: boolean) => void} */
export function givePicture(row, entry, leads) {
  const bare = row.querySelector(".picture.later");
  if (bare) bare.replaceWith(picture(entry, leads, true));
}

/** A letter instead of a picture that can't be loaded. @param {HTMLElement} picture */
export function loseImage(picture) {
  picture.querySelector("img")?.remove();
  picture.classList.add("none");
}

/** How much of it was read. @param {Entry} entry */
function bar(entry) {
  const bar = make("div", { class: "progress" });
  bar.style.setProperty("--done", entry.progress.toFixed(3));
  return bar;
}

/**
 * @param {Entry} entry
 * @param {boolean} begun
 * @param {boolean} leads   Where it was begun, its bar stands above, and when it was saved is left out.
 */
function meta(entry, begun, leads) {
  const from = entry.site ?? entry.author;
  const left = Math.max(1, Math.ceil(entry.minutes * (1 - entry.progress)));
  const length = begun ? say("minutes-left-of", { left, all: entry.minutes }) : say("minutes", { count: entry.minutes });
  const read = isRead(entry) && entry.read_at !== null;
  const when = read ? new Date(entry.read_at ?? 0) : moment(entry.created);
  return make("div", { class: "meta", lang: entry.language === language ? null : locale },
    from && make("b", {}, within(entry, from)),
    begun && !leads && make("span", { class: "how-far" }, bar(entry)),
    entry.minutes > 0 && make("span", {}, within(entry, length)),
    !(leads && begun) && when && make("time", { datetime: when.toISOString() }, within(entry, read ? say("read-when", { when: ago(when) }) : ago(when))),
    entry.status === "waiting" && make("span", {}, say("not-fetched-yet")),
    entry.bookmarked && make("span", { class: "unseen" }, say("is-bookmarked")),
    entry.archived && make("span", {}, say("is-archived")));
}

/** Words keep their own direction in a row that runs the other way. @type {(entry: Entry, words: string) => string} */
const within = (entry, words) => (entry.direction !== direction ? `\u2068${words}\u2069` : words);

/** @param {Entry} entry @param {boolean} leads @param {boolean} now */
function picture(entry, leads, now) {
  const letter = /[\p{L}\p{N}]/u.exec(entry.site ?? entry.title)?.[0].toLocaleUpperCase() ?? "";
  const src = entry.picture && ipc.media(entry.id, entry.picture, Math.ceil((leads ? 480 : 112) * devicePixelRatio));
  return make("div", { class: src && now ? "picture" : src ? "picture later" : "picture none", "data-letter": letter },
    src && now && make("img", { alt: "", decoding: "async", loading: "lazy", draggable: "false", src }),
    entry.bookmarked && make("i", { class: "ribbon" }),
    make("button", { class: "pick", role: "checkbox", "aria-checked": "false", "aria-label": withTitle("select", entry.title), tabindex: "-1" }));
}
