/** What stands on the shelves: the entries, which shelf holds which, and their neighbours. */

/** @import { Entry } from "../../types" */
import { matcher } from "./search.js";

/** From here on an article counts as read. */
const READ = 0.97;

/** By the name that the address gives them. @type {Record<string, { title: string, holds(entry: Entry): boolean }>} */
export const shelves = {
  "": { title: "Home", holds: (entry) => !entry.archived },
  unread: { title: "Unread", holds: (entry) => !entry.archived && !isRead(entry) },
  bookmarks: { title: "Bookmarks", holds: (entry) => entry.bookmarked },
  archive: { title: "Archive", holds: (entry) => entry.archived },
};

/** @type {Entry[]} */
let list = [];
/** @type {Map<string, Entry>} */
let byId = new Map();
/** The ids of the shelf that an article was opened from, in its order. @type {string[]} */
let order = [];

/** Tells of what becomes another: an event by the article's id with what is new in its `detail`; "files" after outside changes. */
export const changes = new EventTarget();

export const entries = () => list;

/** @param {string} id */
export const entry = (id) => byId.get(id);

/** @param {Pick<Entry, "progress">} entry */
export const isRead = (entry) => entry.progress >= READ;

/** Begun and not finished. @param {Entry} entry */
export const isBegun = (entry) => entry.progress > 0 && !isRead(entry);

/**
 * Takes over all entries. What is as it was stays the same object, so that its row can stay too.
 * @param {Entry[]} news
 */
export function takeEntries(news) {
  list = news.map((next) => {
    const now = byId.get(next.id);
    if (now && same(now, next)) return now;
    changes.dispatchEvent(new CustomEvent(next.id, { detail: next }));
    return next;
  });
  byId = new Map(list.map((entry) => [entry.id, entry]));
}

/**
 * Notes what the reader did with an article, ahead of the library saying so.
 * @param {string} id
 * @param {Partial<Pick<Entry, "bookmarked" | "archived" | "progress" | "read_at">>} news
 */
export function record(id, news) {
  changes.dispatchEvent(new CustomEvent(id, { detail: news }));
  const now = byId.get(id);
  if (!now) return;
  const next = { ...now, ...news };
  if (same(now, next)) return;
  byId.set(id, next);
  list[list.indexOf(now)] = next;
}

/**
 * What a shelf shows. A search at home looks through the whole library, elsewhere through that shelf.
 * The first one leads: at home `lead`, else the article that was last read and not finished, else the newest that can be read.
 * @param {string} place
 * @param {string} query
 * @param {string} [lead]
 */
export function listed(place, query, lead) {
  const { holds } = shelves[place] ?? shelves[""];
  const matches = matcher(query);
  const everywhere = place === "" && query !== "";
  const shown = list.filter((entry) => (everywhere || holds(entry)) && matches(entry));
  if (place === "" && query === "") {
    const last = shown.find((entry) => entry.id === lead) ?? shown.filter(isBegun).reduce(laterRead, /** @type {Entry | null} */ (null))
      ?? shown.find(({ status }) => status === "ready");
    if (last) shown.unshift(...shown.splice(shown.indexOf(last), 1));
  }
  return shown;
}

/** @param {string} place */
export const count = (place) => list.reduce((sum, entry) => sum + Number(shelves[place].holds(entry)), 0);

/** @param {string[]} ids */
export function keepOrder(ids) {
  order = ids;
}

/**
 * The articles before and after one, on the shelf that it was opened from, else in the whole library.
 * @param {string} id
 */
export function neighbours(id) {
  const ids = order.includes(id) ? order.filter((each) => byId.has(each)) : list.map((entry) => entry.id);
  const at = ids.indexOf(id);
  const beside = (/** @type {number} */ by) => (at < 0 ? null : (byId.get(ids[at + by]) ?? null));
  return { previous: beside(-1), next: beside(1) };
}

/** @type {(one: Entry | null, other: Entry) => Entry} */
const laterRead = (one, other) => (one && (one.read_at ?? 0) >= (other.read_at ?? 0) ? one : other);

/**
 * @param {Entry} one
 * @param {Entry} other
 */
function same(one, other) {
  /** @type {keyof Entry} */
  let key;
  for (key in other) {
    const a = one[key];
    const b = other[key];
    if (a !== b && !(Array.isArray(a) && Array.isArray(b) && a.join("\n") === b.join("\n"))) return false;
  }
  return true;
}
