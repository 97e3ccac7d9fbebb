/** One article on the shelf. */

/** @import { Entry } from "../../types" */
import { ago, figure, moment } from "./dates.js";
import { isBegun, isRead } from "./entries.js";
import * as ipc from "./ipc.js";

/**
 * The row of an entry; `leads` makes it the large one at the top.
 * @param {Entry} entry
 * @param {boolean} leads
 */
export function row(entry, leads) {
  const begun = isBegun(entry);
  const item = make("li", leads ? "row lead" : "row");
  item.dataset.id = entry.id;
  item.dir = entry.direction;
  if (entry.language) item.lang = entry.language;
  if (isRead(entry)) item.classList.add("read");

  const words = make("div", "words");
  const kicker = leads && begun ? "Continue" : entry.section;
  if (kicker) words.append(make("p", "kicker", kicker));
  // Hyphens belong into a headline only where a word could not stand otherwise.
  const title = make("h2", /\p{L}{20}/u.test(entry.title) ? "long" : "");
  const link = make("a", "", entry.title);
  link.href = `#/read/${encodeURIComponent(entry.id)}`;
  title.append(link);
  words.append(title);
  if (leads && entry.excerpt) words.append(make("p", "excerpt", entry.excerpt));
  if (begun) {
    const bar = make("div", "progress");
    bar.style.setProperty("--done", entry.progress.toFixed(3));
    words.append(bar);
  }
  words.append(meta(entry, begun, leads && begun));
  for (const warning of entry.warnings.slice(0, 1)) words.append(make("p", "warning", warning));

  const more = make("button", "more");
  more.ariaLabel = `More: ${entry.title}`;
  more.ariaHasPopup = "dialog";
  item.append(words, picture(entry, leads), more);
  return item;
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
  const parts = make("div", "meta");
  const from = entry.site ?? entry.author;
  if (from) parts.append(make("b", "", within(entry, from)));
  if (entry.minutes > 0) {
    const left = Math.max(1, Math.ceil(entry.minutes * (1 - entry.progress)));
    const length = begun ? `${figure(left)} min left of ${figure(entry.minutes)}` : `${figure(entry.minutes)} min`;
    parts.append(make("span", "", within(entry, length)));
  }
  const read = isRead(entry) && entry.read_at !== null;
  const when = read ? new Date(entry.read_at ?? 0) : moment(entry.created);
  if (when && !short) {
    const time = make("time", "", within(entry, read ? `read ${ago(when)}` : ago(when)));
    time.dateTime = when.toISOString();
    parts.append(time);
  }
  if (entry.bookmarked) parts.append(make("span", "unseen", "bookmarked"));
  if (entry.archived) parts.append(make("span", "shelved", "archived"));
  return parts;
}

/** Words keep their own direction in a row that runs the other way. @type {(entry: Entry, words: string) => string} */
const within = (entry, words) => (entry.direction === "rtl" ? `\u2068${words}\u2069` : words);

/**
 * @param {Entry} entry
 * @param {boolean} leads
 */
function picture(entry, leads) {
  const frame = make("div", "picture");
  frame.dataset.letter = /[\p{L}\p{N}]/u.exec(entry.site ?? entry.title)?.[0].toLocaleUpperCase() ?? "";
  if (entry.picture) {
    const image = make("img");
    image.alt = "";
    image.decoding = "async";
    image.loading = "lazy";
    image.draggable = false;
    image.src = ipc.media(entry.id, entry.picture, Math.ceil((leads ? 480 : 112) * devicePixelRatio));
    frame.append(image);
  } else {
    frame.classList.add("none");
  }
  if (entry.bookmarked) frame.append(make("i", "ribbon"));
  return frame;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [classes]
 * @param {string} [text]
 */
export function make(name, classes = "", text = "") {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  if (text) element.textContent = text;
  return element;
}
