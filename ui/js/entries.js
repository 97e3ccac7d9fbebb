/** What the shelf shows, as far as it is here: Rust keeps all of it, the pages near the window are asked of it. */

/** @import { Entry, Page, Place, View } from "../../types" */
import * as ipc from "./ipc.js";
import { settings } from "./settings.js";

/** From here on an article counts as read. */
const READ = 0.97;

/** Rows of a page, and how many pages are kept. */
const [PAGE, KEPT] = [60, 10];

/** Their messages, by the name that the address gives them. @type {Record<View["shelf"], string>} */
export const shelves = { "": "home", unread: "unread", bookmarks: "bookmarks", archive: "archive" };

/** Chooses the order where that is to be random. */
let seed = Math.floor(Math.random() * 2 ** 32);

/** Shuffles. */
export const shuffle = () => (seed = (seed + 1) % 2 ** 32);

/**
 * What a place shows, as the reader likes it: the newest are led by one where there is room.
 * @param {Place} place
 * @param {string} query
 * @returns {View}
 */
export function viewOf({ shelf, tag, collection }, query, best = false, quick = false) {
  const { sort, descending, layout } = settings();
  const newest = sort === "saved" && descending && layout !== "compact";
  return { shelf, tag, collection, query, best, quick, sort, descending, seed, lead: newest && !shelf && !tag && !collection && !query ? "" : null };
}

/** @type {Place} */
export const HOME = { shelf: "", tag: null, collection: null };

let view = viewOf(HOME, "");
/** Known of it. @type {Omit<Page, "entries" | "from" | "at">} */
let told = { total: 0, more: false, leads: false, counts: { all: 0, home: 0, unread: 0, bookmarks: 0, archive: 0 }, revision: 0 };
/** By their numbers. @type {Map<number, Entry[]>} */
const pages = new Map();
/** Grows with each view: a late answer is known by it. */
let turn = 0;
/** The rows that are to be here; pages, and views, being asked. */
let [first, last, asking, looking] = [0, 0, 0, 0];

/**
 * Tells of what becomes another: an event `:` and the article's id, which may be any word, with what is new in its `detail`; "files" after outside
 * changes, "margins" after an import of marks; "page" when rows came that were asked for, "drawn" when rows were laid out; "place" when
 * another shelf is shown; "found" when what is shown was asked for; "order" when the reader changed tags, collections or articles here; "stale" where what is here is out of date.
 */
export const changes = new EventTarget();

/** What is shown, and what is known of all of it. */
export const shown = () => ({ view, ...told });

/** The article in a place, if it is here. @param {number} place */
export const at = (place) => pages.get(Math.floor(place / PAGE))?.[place % PAGE];

/** @param {string} id */
export const entry = (id) => at(placeOf(id));

/** The place of an article that is here, else -1. @param {string} id */
export function placeOf(id) {
  for (const [number, entries] of pages) {
    const within = entries.findIndex((entry) => entry.id === id);
    if (within >= 0) return number * PAGE + within;
  }
  return -1;
}

/** @param {Pick<Entry, "progress">} entry */
export const isRead = (entry) => entry.progress >= READ;

/** Begun and not finished. @param {Entry} entry */
export const isBegun = (entry) => entry.progress > 0 && !isRead(entry);

/** Takes over a library's first page. @param {Page} page */
export function begin(page) {
  turn += 1;
  take(viewOf(HOME, ""), page);
}

/**
 * Asks for what a view shows around the places `from` to `to`. Gives where the article `about` is in it, null where it is
 * not; undefined where another view was asked for meanwhile.
 * @param {View} next
 * @param {number} from
 * @param {number} to
 * @param {string | null} about
 */
export async function look(next, from, to, about) {
  const mine = ++turn;
  const begin = Math.floor(Math.max(0, from) / PAGE) * PAGE;
  looking += 1;
  const page = await ipc.page(next, begin, Math.ceil((to + 1) / PAGE) * PAGE - begin, about).finally(() => (looking -= 1));
  if (mine !== turn) {
    // What was wanted meanwhile waited for this.
    void ask();
    return undefined;
  }
  take(next, page);
  return page.at;
}

/** Has the places `from` to `to` asked for, where they are not here. @type {(from: number, to: number) => void} */
export function want(from, to) {
  [first, last] = [Math.max(0, from), Math.min(to, told.total - 1)];
  ask();
}

/** Asks for one place, where it is not here. @param {number} place */
export async function reach(place) {
  // Others may come first.
  for (let tries = 5; !at(place) && tries > 0; tries -= 1) {
    want(place, place);
    await new Promise((done) => changes.addEventListener("page", done, { once: true }));
  }
}

/** The articles before and after one, on the shelf that it was opened from, as that was then. @param {string} id */
export const neighbours = (id) => ipc.neighbours(view, told.revision, id);

/**
 * Notes what the reader did with an article, ahead of the library saying so.
 * @param {string} id
 * @param {Partial<Pick<Entry, "bookmarked" | "archived" | "progress" | "read_at">>} news
 */
export function record(id, news) {
  changes.dispatchEvent(new CustomEvent(`:${id}`, { detail: news }));
  const place = placeOf(id);
  const page = pages.get(Math.floor(place / PAGE));
  if (page) page[place % PAGE] = { ...page[place % PAGE], ...news };
}

/** @param {View} next @param {Page} page */
function take(next, { entries, from, at: _, ...rest }) {
  view = next;
  told = rest;
  pages.clear();
  keep(from, entries);
}

/** @type {(from: number, entries: Entry[]) => void} */
function keep(from, entries) {
  for (let within = 0; within < entries.length; within += PAGE) pages.set((from + within) / PAGE, entries.slice(within, within + PAGE));
}

/** Asks for the first page that is wanted and not here, two at a time. */
async function ask() {
  const mine = turn;
  const [low, high] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
  let number = low;
  while (number <= high && (pages.has(number) || pending.has(number))) number += 1;
  // The one that leads is laid out wherever one looks.
  if (number > high && told.leads && !pages.has(0) && !pending.has(0)) number = 0;
  else if (number > high) return;
  // A view on its way brings what is seen; a page of another revision would have it asked again.
  if (asking >= 2 || looking > 0 || told.total === 0) return;
  asking += 1;
  pending.add(number);
  const page = await ipc.page(view, number * PAGE, PAGE, null).catch(() => null);
  asking -= 1;
  pending.delete(number);
  if (page && mine === turn) {
    if (page.revision !== told.revision) changes.dispatchEvent(new Event("stale"));
    else pages.set(number, page.entries);
    for (const old of pages.keys()) if (pages.size > KEPT && old !== 0 && (old < low - 1 || old > high + 1)) pages.delete(old);
  }
  changes.dispatchEvent(new Event("page"));
  if (page) void ask();
}

/** @type {Set<number>} */
const pending = new Set();
