/** What stands around a search: how it may go on, what was found in each article, what is wrong with it, and how it is kept. */

/** @import { Found } from "../../../types" */
import { changes, shown } from "../entries.js";
import { button, byId, make } from "../make.js";
import { notebook } from "../pages.js";
import { rankShelf } from "../shelf.js";
import { tell } from "../toast.js";
import { act } from "./acts.js";
import { ask } from "./ask.js";
import { offering } from "./offer.js";
import { order } from "./order.js";
import { say } from "../words.js";

/** Milliseconds without typing until the best come first, and how many passages are asked for. */
const [PAUSE, MOST] = [350, 60];

const search = /** @type {HTMLInputElement} */ (byId("search"));
const list = byId("articles");
const line = make("p", { class: "found-line" });
const notes = make("div", {});

/** The query that was searched for last, and what was found. @type {{ query: string, found: Found } | null} */
let last = null;
let timer = 0;

export function keepSearching() {
  const { list: offers } = offering(search, say("search-offers"), async () => {
    const { value, selectionStart } = search;
    if (!/\S$/u.test(value)) return [];
    const typed = new TextEncoder().encode(value.slice(0, selectionStart ?? value.length)).length;
    return (await order.complete(value, typed).catch(() => [])).slice(0, 5).map(({ text, query }) => ({ value: query, label: text }));
  }, (query) => {
    search.value = query;
    search.dispatchEvent(new Event("input"));
  });
  search.after(offers);
  byId("heading").after(line, notes);
  search.addEventListener("input", () => clearTimeout(timer));
  changes.addEventListener("found", () => void take());
  changes.addEventListener("drawn", decorate);
  void take();
}

/** Asks for the passages of what is shown. */
async function take() {
  // A space behind the last word says that it is whole.
  const query = search.value.trimStart();
  const { view } = shown();
  clearTimeout(timer);
  show(query);
  if (query.trim() === "") {
    last = null;
    notes.replaceChildren();
    return decorate();
  }
  if (view.quick) timer = setTimeout(rankShelf, PAUSE);
  try {
    const found = await order.search({ ...view, query }, MOST);
    if (search.value.trimStart() !== query) return;
    last = { query, found };
    notes.replaceChildren(...(found.notes.length > 0 ? [(await notebook()).showFound(found.notes)] : []));
    show(query);
    decorate();
  } catch (error) {
    tell(error);
  }
}

/** @param {string} query */
function show(query) {
  line.hidden = query.trim() === "";
  const { total, more } = shown();
  const said = last?.query === query ? last.found : null;
  const other = said?.instead && make("span", {}, say("searched-too", { words: said.instead }));
  line.replaceChildren(make("span", {}, more ? "" : say("articles", { count: total })), ...(other ? [other] : []),
    ...(said?.problems ?? []).map((problem) => make("span", { class: "wrong", lang: "en", dir: "auto" }, problem)),
    ...(total > 0 ? [button({ class: "text-button" }, () => void keep(query), say("save-search"))] : []));
}

/** The link and the excerpt that a row had before a passage took their place. @type {WeakMap<Element, [string, Element | null]>} */
const before = new WeakMap();

/** Puts the passages that answer into their rows, and has the links lead to them; other rows are as they were. */
function decorate() {
  const hits = (last?.found.hits ?? []).map((hit) => ({ ...hit, words: [...new Set(hit.snippet.filter(({ marked }) => marked).map(({ text }) => text.toLowerCase()))] }))
    .filter(({ block, words }) => block !== null && words.length > 0);
  const ids = new Set(hits.map(({ id }) => id));
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".row[data-hit]"))) if (!ids.has(row.dataset.id ?? "")) restore(row);
  for (const { id, snippet, block, words } of hits) {
    const row = list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const link = row?.querySelector("a");
    if (!row || !link) continue;
    const to = `#/read/${encodeURIComponent(id)}/${encodeURIComponent(`${block}?${words.join("|")}`)}`;
    if (link.getAttribute("href") === to) continue;
    if (!before.has(row)) before.set(row, [link.getAttribute("href") ?? "", row.querySelector(".excerpt")]);
    row.setAttribute("data-hit", "");
    link.setAttribute("href", to);
    row.querySelector(".excerpt")?.remove();
    row.querySelector(".head")?.append(make("p", { class: "excerpt" }, ...snippet.map(({ text, marked }) => (marked ? make("mark", {}, text) : text))));
  }
}

/** @param {HTMLElement} row */
function restore(row) {
  const [href, excerpt] = before.get(row) ?? ["", null];
  row.removeAttribute("data-hit");
  row.querySelector("a")?.setAttribute("href", href);
  row.querySelector(".excerpt")?.remove();
  if (excerpt) row.querySelector(".head")?.append(excerpt);
  before.delete(row);
}

/** @param {string} query */
async function keep(query) {
  const name = await ask(say("save-search"), say("save"), query.trim());
  if (name !== null) await act(() => order.makeCollection(name, query, []), () => say("search-saved", { name }), ({ id }) => order.deleteCollection(id));
}
