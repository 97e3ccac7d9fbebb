/** The duplicates, a room of its own: what is in the library more than once, to be made one, or left as it is. */

/** @import { Duplicate, Merged, SameArticles } from "../../../types" */
import { ago, counted, figure, moment } from "../dates.js";
import * as ipc from "../ipc.js";
import { button, make } from "../make.js";
import { aboutLibrary } from "../shelf.js";
import { act } from "./acts.js";
import * as asks from "./asks.js";
import { order } from "./order.js";
import { showRoom } from "./room.js";

/** Groups that are shown at once. */
const MOST = 100;

let inside = new AbortController();

/** What was found last, and where: whoever looks at an article comes back to it. @type {{ library: string | undefined, articles: number, groups: SameArticles[] } | null} */
let found = null;

/** Where it is shown now. @type {HTMLElement | null} */
let shown = null;

/** The articles that are to be kept, where another one was chosen. @type {WeakMap<SameArticles, string>} */
const choices = new WeakMap();

/**
 * Shows the room in `view`.
 * @param {HTMLElement} view
 * @param {string} _part
 * @param {() => void} leave
 */
export function enter(view, _part, leave) {
  exit(view);
  inside = new AbortController();
  const held = make("div", { class: "duplicates" });
  shown = held;
  showRoom(view, "Duplicates", held, leave, inside.signal);
  if (found && found.library === aboutLibrary()?.library.path) draw(held);
  else void search(held, inside.signal);
}

/** Leaving stops the search. @param {HTMLElement} view */
export function exit(view) {
  inside.abort();
  shown = null;
  view.replaceChildren();
}

/** @type {(held: HTMLElement, signal: AbortSignal) => Promise<void>} */
async function search(held, signal) {
  const library = aboutLibrary()?.library.path;
  const bar = make("progress", { "aria-label": "Search for duplicates" });
  const words = make("p", { class: "import-words" }, "Looking at every article…");
  const stopping = () => void asks.stopDuplicates().catch(() => {});
  const stop = button({ class: "button" }, stopping, "Stop");
  held.replaceChildren(make("div", { class: "import" }, bar, words, make("p", { class: "choices" }, stop)));
  signal.addEventListener("abort", stopping);
  found = null;
  try {
    const { articles, stopped, groups } = await asks.findDuplicates(({ done, all }) => {
      bar.max = all;
      bar.value = done;
      words.textContent = `${figure(done)} of ${counted(all, "text")}`;
    });
    signal.removeEventListener("abort", stopping);
    if (signal.aborted) return;
    if (stopped) end(held, "Stopped. Nothing was changed.");
    else {
      found = { library, articles, groups };
      draw(held);
    }
    say(held);
  } catch (error) {
    signal.removeEventListener("abort", stopping);
    if (signal.aborted) return;
    end(held, ipc.asProblem(error).message);
    say(held);
  }
}

/** The focus to what came of it. @param {HTMLElement} held */
const say = (held) => held.querySelector("p")?.focus({ preventScroll: true });

/** A sentence, and the way to search once more. @type {(held: HTMLElement, sentence: string, ...more: Node[]) => void} */
function end(held, sentence, ...more) {
  const again = button({ class: "button" }, () => {
    void search(held, inside.signal);
    held.querySelector("button")?.focus({ preventScroll: true });
  }, "Search again");
  held.replaceChildren(make("p", { role: "status", tabindex: "-1" }, sentence), ...more, make("p", { class: "choices" }, again));
}

/** @param {HTMLElement} held */
function draw(held) {
  const { articles, groups } = found ?? { articles: 0, groups: [] };
  if (groups.length === 0) return end(held, `Nothing is here twice among ${counted(articles, "article")}.`);
  const hint = make("p", { class: "hint" }, "The one that you keep gets the bookmark, tags, collections and reading position of the others. These go to the trash.");
  const list = make("ul", { "aria-label": "Duplicates" }, ...groups.slice(0, MOST).map(card));
  const rest = groups.length - MOST;
  end(held, groups.length === 1 ? "One article is here more than once." : `${figure(groups.length)} articles are here more than once.`,
    hint, list, ...(rest > 0 ? [make("p", { class: "hint" }, `and ${figure(rest)} more, when these are seen to`)] : []));
}

/** @type {(group: SameArticles, at: number) => HTMLElement} */
function card(group, at) {
  const { articles } = group;
  const title = articles[0].title;
  const chosen = () => choices.get(group) ?? articles[0].id;
  const from = found;
  let merging = false;
  const merge = async () => {
    if (merging) return;
    merging = true;
    await act(async () => {
      const merged = await order.merge(chosen(), articles.map(({ id }) => id).filter((id) => id !== chosen()));
      drop(group, at);
      return merged;
    }, ({ id, trashed }) => `“${articles.find((each) => each.id === id)?.title ?? title}” is kept, ${trashed.length === 1 ? "the other is" : "the others are"} in the trash.`,
    (merged) => takeBack(merged, () => {
      // Another search has found it by itself.
      if (found !== from) return;
      from?.groups.splice(at, 0, group);
      show(at);
    }));
    merging = false;
  };
  const keep = make("fieldset", {}, make("legend", {}, "Keep"), ...articles.map((article, number) => side(article, number === 0, article.id === chosen(), `keep-${at}`)));
  keep.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && choices.set(group, target.value));
  return make("li", {}, keep,
    make("p", { class: "choices" },
      button({ class: "button first", "aria-label": `Merge: ${title}` }, () => void merge(), "Merge"),
      button({ class: "button", "aria-label": `Not duplicates: ${title}` }, () => drop(group, at), "Not duplicates")));
}

/** One of the articles. @type {(article: Duplicate, first: boolean, checked: boolean, name: string) => HTMLElement} */
function side(article, first, checked, name) {
  const { id, title, path, direction } = article;
  const input = make("input", { type: "radio", name, value: id, "aria-label": `Keep: ${title}, ${path}` });
  input.checked = checked;
  const about = facts(article).map((fact) => make("span", {}, fact));
  return make("div", { class: "side" },
    make("label", {}, input, make("b", { dir: direction }, title)),
    make("div", { class: "meta" }, ...about),
    make("small", { class: "path" }, path),
    make("small", { class: "why" }, why(article, first)),
    make("a", { href: `#/read/${encodeURIComponent(id)}`, "aria-label": `Open: ${title}, ${path}` }, "Open"));
}

/** @param {Duplicate} article */
function facts({ site, author, created, words, pictures, lacking, status, bookmarked, archived, progress, tags }) {
  const from = site ?? author;
  const saved = moment(created);
  return [
    from, saved && `saved ${ago(saved)}`,
    status === "ready" ? counted(words, "word") : status === "waiting" ? "not fetched yet" : "without a text",
    lacking > 0 ? `${figure(pictures)} of ${counted(pictures + lacking, "picture")} saved` : pictures > 0 && `${counted(pictures, "picture")} saved`,
    bookmarked && "bookmarked", archived && "archived", progress > 0 && `${figure(Math.round(progress * 100))} % read`,
    ...tags.map((tag) => `#${tag}`),
  ].filter((fact) => typeof fact === "string");
}

/** What makes it the same as the first. @type {(article: Duplicate, first: boolean) => string} */
function why({ same_address, same_text }, first) {
  if (first) return "Suggested";
  // Only what is the same to the last word is the same by a hundred.
  const text = same_text !== null && `${figure(Math.floor(same_text * 100))} % the same text`;
  return [same_address && "Same address", text].filter(Boolean).join(", ");
}

/** The group is seen to; the focus goes to the next. @type {(group: SameArticles, at: number) => void} */
function drop(group, at) {
  if (!found) return;
  found.groups = found.groups.filter((each) => each !== group);
  show(at);
}

/** Shows what there is now, with the focus on the group in this place. @param {number} at */
function show(at) {
  if (!shown?.isConnected) return;
  draw(shown);
  const items = [...shown.querySelectorAll("li")];
  const next = items[Math.min(at, items.length - 1)]?.querySelector("input:checked") ?? shown.querySelector("p");
  /** @type {HTMLElement | null} */ (next)?.focus({ preventScroll: items.length > 0 });
}

/** @type {(merged: Merged, then: () => void) => Promise<void>} */
async function takeBack(merged, then) {
  const { failed } = await order.unmerge(merged);
  if (failed.length > 0) throw { code: "not_saved", message: failed[0].message };
  then();
}
