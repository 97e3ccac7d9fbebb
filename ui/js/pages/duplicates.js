/** The duplicates, a room of its own: what is in the library more than once, to be made one, or left as it is. */

/** @import { Duplicate, Merged, SameArticles } from "../../../types" */
import { ago, listed, moment, percent } from "../dates.js";
import * as ipc from "../ipc.js";
import { button, make } from "../make.js";
import { aboutLibrary } from "../shelf.js";
import { act } from "./acts.js";
import * as asks from "./asks.js";
import { order } from "./order.js";
import * as room from "./room.js";
import { say, withTitle } from "../words.js";

/** Groups that are shown at once. */
const MOST = 100;

/** Ends as the room is left. @type {AbortSignal} */
let inside;

/** What was found last, and where: whoever looks at an article comes back to it. @type {{ library: string | undefined, articles: number, groups: SameArticles[] } | null} */
let found = null;

/** Where it is shown now. @type {HTMLElement | null} */
let shown = null;

/** The articles that are to be kept, where another one was chosen. @type {WeakMap<SameArticles, string>} */
const choices = new WeakMap();

/** Shows the room in `view`. @param {HTMLElement} view @param {string} _part @param {() => void} leave */
export function enter(view, _part, leave) {
  const { held, signal } = room.showRoom(view, "duplicates", leave);
  [inside, shown] = [signal, held];
  if (found && found.library === aboutLibrary()?.library.path) draw(held);
  else void search(held, signal);
}

/** Leaving stops the search. @param {HTMLElement} view */
export function exit(view) {
  shown = null;
  room.exit(view);
}

/** @type {(held: HTMLElement, signal: AbortSignal) => Promise<void>} */
async function search(held, signal) {
  const library = aboutLibrary()?.library.path;
  const bar = make("progress", { "aria-label": say("duplicates-bar") });
  const words = make("p", { class: "import-words" }, say("looking-at-all"));
  const stopping = () => void asks.stopDuplicates().catch(() => {});
  const stop = button({ class: "button" }, stopping, say("stop"));
  held.replaceChildren(make("div", { class: "import" }, bar, words, make("p", { class: "choices" }, stop)));
  signal.addEventListener("abort", stopping);
  found = null;
  try {
    const { articles, stopped, groups } = await asks.findDuplicates(({ done, all }) => {
      bar.max = all;
      bar.value = done;
      words.textContent = say("of-texts", { now: done, all });
    });
    signal.removeEventListener("abort", stopping);
    if (signal.aborted) return;
    if (stopped) end(held, say("duplicates-stopped"));
    else {
      found = { library, articles, groups };
      draw(held);
    }
    focusOn(held);
  } catch (error) {
    signal.removeEventListener("abort", stopping);
    if (signal.aborted) return;
    end(held, ipc.asProblem(error).message);
    focusOn(held);
  }
}

/** The focus to what came of it. @param {HTMLElement} held */
const focusOn = (held) => held.querySelector("p")?.focus({ preventScroll: true });

/** A sentence, and the way to search once more. @type {(held: HTMLElement, sentence: string, ...more: Node[]) => void} */
function end(held, sentence, ...more) {
  const again = button({ class: "button" }, () => {
    void search(held, inside);
    held.querySelector("button")?.focus({ preventScroll: true });
  }, say("search-again"));
  held.replaceChildren(make("p", { role: "status", tabindex: "-1" }, sentence), ...more, make("p", { class: "choices" }, again));
}

/** @param {HTMLElement} held */
function draw(held) {
  const { articles, groups } = found ?? { articles: 0, groups: [] };
  if (groups.length === 0) return end(held, say("duplicates-none", { count: articles }));
  const hint = make("p", { class: "hint" }, say("duplicates-keep-hint"));
  const list = make("ul", { "aria-label": say("duplicates") }, ...groups.slice(0, MOST).map(card));
  const rest = groups.length - MOST;
  end(held, say("duplicates-found", { count: groups.length }),
    hint, list, ...(rest > 0 ? [make("p", { class: "hint" }, say("duplicates-more-later", { count: rest }))] : []));
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
    }, ({ id, trashed }) => say("merged", { title: articles.find((each) => each.id === id)?.title ?? title, count: trashed.length }),
    (merged) => takeBack(merged, () => {
      // Another search has found it by itself.
      if (found !== from) return;
      from?.groups.splice(at, 0, group);
      show(at);
    }));
    merging = false;
  };
  const keep = make("fieldset", {}, make("legend", {}, say("keep")), ...articles.map((article, number) => side(article, number === 0, article.id === chosen(), `keep-${at}`)));
  keep.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && choices.set(group, target.value));
  return make("li", {}, keep,
    make("p", { class: "choices" },
      button({ class: "button first", "aria-label": withTitle("merge", title) }, () => void merge(), say("merge")),
      button({ class: "button", "aria-label": withTitle("not-duplicates", title) }, () => drop(group, at), say("not-duplicates"))));
}

/** One of the articles. @type {(article: Duplicate, first: boolean, checked: boolean, name: string) => HTMLElement} */
function side(article, first, checked, name) {
  const { id, title, path, direction } = article;
  const input = make("input", { type: "radio", name, value: id, "aria-label": withTitle("keep", `${title}, ${path}`) });
  input.checked = checked;
  const about = facts(article).map((fact) => make("span", {}, fact));
  return make("div", { class: "side" },
    make("label", {}, input, make("b", { dir: direction }, title)),
    make("div", { class: "meta" }, ...about),
    make("small", { class: "path" }, path),
    make("small", { class: "why" }, why(article, first)),
    make("a", { href: `#/read/${encodeURIComponent(id)}`, "aria-label": withTitle("open", `${title}, ${path}`) }, say("open")));
}

/** @param {Duplicate} article */
function facts({ site, author, created, words, pictures, lacking, status, bookmarked, archived, progress, tags }) {
  const from = site ?? author;
  const saved = moment(created);
  return [
    from, saved && say("saved-ago", { when: ago(saved) }),
    status === "ready" ? say("words", { count: words }) : say(status === "waiting" ? "not-fetched-yet" : "without-text"),
    lacking > 0 ? say("pictures-saved-of", { count: pictures, all: pictures + lacking }) : pictures > 0 && say("pictures-saved", { count: pictures }),
    bookmarked && say("is-bookmarked"), archived && say("is-archived"), progress > 0 && say("percent-read", { percent: percent(progress) }),
    ...tags.map((tag) => `#${tag}`),
  ].filter((fact) => typeof fact === "string");
}

/** What makes it the same as the first. @type {(article: Duplicate, first: boolean) => string} */
function why({ same_address, same_text }, first) {
  if (first) return say("suggested");
  // Only what is the same to the last word is the same by a hundred.
  const text = same_text !== null && say("percent-same", { percent: percent(Math.floor(same_text * 100) / 100) });
  return listed([same_address && say("same-address"), text].filter((each) => typeof each === "string"));
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
