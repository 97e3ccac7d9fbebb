/** Choosing rows, to do something with all of them: by their ticks, by keys, by a long press; and the bar that does it. */

import { at, changes, placeOf, shown } from "../entries.js";
import { tool } from "../icons.js";
import { button, byId, make } from "../make.js";
import { tell } from "../toast.js";
import { collecting, tagging } from "../pages.js";
import { mark, trash } from "./acts.js";
import { openExport } from "./exporting.js";
import { order } from "./order.js";
import { say, withKey } from "../words.js";

const list = byId("articles");

/** @type {Set<string>} */
const chosen = new Set();
/** The article from which a range goes on. @type {string | null} */
let from = null;
/** @type {HTMLElement | null} */
let bar = null;

/** The chosen ones, in the order in which they were. */
export const chosenIds = () => [...chosen];

/** Chooses an article, or not any more. @param {string} id */
export function toggleRow(id) {
  if (!chosen.delete(id)) chosen.add(id);
  from = id;
  show();
}

/** Chooses all from the one that was chosen last to this one. @param {string} id */
export async function chooseTo(id) {
  const [one, other] = [placeOf(from ?? id), placeOf(id)];
  if (one < 0 || other < 0) return chooseBetween(from ?? id, id);
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  for (let place = first; place <= last; place += 1) {
    const entry = at(place);
    // Of a long range not all rows are here.
    if (!entry) return chooseAll(first, last + 1);
    chosen.add(entry.id);
  }
  show();
}

/** The same, where the page of one of them is not here any more. @param {string} one @param {string} other */
async function chooseBetween(one, other) {
  try {
    const ids = await order.ids(shown().view);
    const places = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b);
    if (places[0] < 0) return toggleRow(other);
    for (const id of ids.slice(places[0], places[1] + 1)) chosen.add(id);
    show();
  } catch (error) {
    tell(error);
  }
}

/** Chooses all that the shelf shows, or a part of it. */
export async function chooseAll(first = 0, end = Infinity) {
  try {
    for (const id of (await order.ids(shown().view)).slice(first, end)) chosen.add(id);
    show();
  } catch (error) {
    tell(error);
  }
}

/** True where there was something to let go. */
export function chooseNone() {
  if (chosen.size === 0) return false;
  chosen.clear();
  from = null;
  show();
  return true;
}

function show() {
  const { total } = shown();
  if (chosen.size === 0) {
    const held = bar?.contains(document.activeElement);
    bar?.remove();
    bar = null;
    delete document.body.dataset.choosing;
    if (held) list.querySelector("a")?.focus({ preventScroll: true });
  } else {
    document.body.dataset.choosing = "";
    if (!bar) {
      bar = makeBar();
      byId("articles").closest("main")?.append(bar);
    }
    const [count, more] = bar.querySelectorAll("output, .all");
    count.textContent = say("selected", { count: chosen.size });
    /** @type {HTMLElement} */ (more).hidden = chosen.size >= total;
    more.textContent = say("select-all", { count: total });
  }
  decorate();
}

/** Marks the rows that are chosen. */
function decorate() {
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".row"))) {
    const is = chosen.has(row.dataset.id ?? "");
    row.classList.toggle("chosen", is);
    row.querySelector(".pick")?.setAttribute("aria-checked", String(is));
  }
}

function makeBar() {
  /** Does it with all, and lets them go. @type {(does: (ids: string[]) => unknown, keeps?: boolean) => () => void} */
  const on = (does, keeps = false) => () => {
    const ids = chosenIds();
    does(ids);
    if (!keeps) chooseNone();
  };
  return make("div", { class: "acts", role: "toolbar", "aria-label": say("selected-articles") },
    tool(say("clear-selection"), "close", chooseNone, withKey("clear-selection", say("key-esc"))),
    make("output", {}),
    button({ class: "text-button all" }, () => void chooseAll()),
    make("span", { class: "gap" }),
    tool(say("bookmark"), "bookmark", on((ids) => mark("b", ids)), withKey("toggle-bookmarks", "b")),
    tool(say("archive-verb"), "archive", on((ids) => mark("e", ids)), withKey("toggle-archive", "e")),
    tool(say("read-verb"), "check", on((ids) => mark("m", ids)), withKey("toggle-read", "m")),
    tool(say("tags"), "tag", on(async (ids) => (await tagging()).openTags(ids), true), withKey("tags", "t")),
    tool(say("collections"), "collection", on(async (ids) => (await collecting()).openCollections(ids), true), withKey("collections", "c")),
    tool(say("export"), "out", on((ids) => openExport(ids, say("articles-list")), true), say("export-more")),
    tool(say("move-to-trash"), "trash", on(trash), withKey("move-to-trash", "#")));
}

changes.addEventListener("drawn", () => chosen.size > 0 && decorate());
changes.addEventListener("place", chooseNone);
// What is acted on is what is seen: another search begins another choice.
byId("search").addEventListener("input", chooseNone);
/** What has gone is chosen no more. */
async function forgetGone() {
  if (chosen.size === 0) return;
  const here = new Set(await order.ids(shown().view).catch(() => [...chosen]));
  for (const id of chosen) if (!here.has(id)) chosen.delete(id);
  show();
}
for (const type of ["order", "files"]) changes.addEventListener(type, () => void forgetGone());
