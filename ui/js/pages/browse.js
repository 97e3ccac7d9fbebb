/** Tags and collections: in the rail, in a sheet where there is no room for them, and over what they hold. */

/** @import { Collection, Place, Tag } from "../../../types" */
import { figure } from "../dates.js";
import { changes, HOME } from "../entries.js";
import { icon, tool } from "../icons.js";
import { button, byId, make } from "../make.js";
import { addressOf, placeNow } from "../shelf.js";
import { act } from "./acts.js";
import { ask } from "./ask.js";
import { become } from "./become.js";
import { order } from "./order.js";
import { openSheet } from "./sheets.js";
import { say } from "../words.js";

/** Tags that the rail has room for: those of the most articles. */
const IN_RAIL = 12;

/** @type {[Tag[], Collection[]]} */
let known = [[], []];
/** Once they are known for the first time. @type {Promise<void>} */
let drawn = Promise.resolve();

/** Keeps rail and heading in step with the library. */
export function keepBrowsing() {
  for (const type of ["order", "files"]) changes.addEventListener(type, () => void draw());
  changes.addEventListener("place", head);
  drawn = draw();
}

async function draw() {
  try {
    known = await Promise.all([order.tags(), order.collections([])]);
  } catch {
    // A library that can’t be read says so elsewhere.
  }
  become(byId("shelves"), lists(IN_RAIL));
  head();
}

/** @param {number} most   Of the tags. */
function lists(most) {
  const [tags, collections] = known;
  const often = [...tags].sort((a, b) => b.count - a.count).slice(0, most);
  const every = button({}, showBrowse, icon("more"), make("span", {}, say("all-tags", { count: tags.length })));
  return [
    group(say("collections"), collections.map(({ id, name, count, query }) => link(addressOf({ ...HOME, collection: id }), query === null ? "collection" : "find", name, count))),
    group(say("tags"), tags.filter((tag) => often.includes(tag)).map(({ name, count }) => link(addressOf({ ...HOME, tag: name }), "tag", name, count)), tags.length > most && every),
    make("ul", {}, link("#/notebook", "pen", say("notebook"), null), link("#/trash", "trash", say("trash"), null)),
  ];
}

/** @type {(name: string, items: HTMLElement[], more?: HTMLElement | false) => HTMLElement} */
const group = (name, items, more = false) => make("section", { "aria-label": name, hidden: items.length > 0 ? null : "" }, make("h2", {}, name), make("ul", {}, ...items), more);

/** @type {(address: string, picture: Parameters<typeof icon>[0], name: string, count: number | null) => HTMLElement} */
const link = (address, picture, name, count) => make("li", {},
  make("a", { href: address, "aria-current": addressOf(placeNow()) === address ? "page" : null }, icon(picture), make("span", { dir: "auto" }, name), make("small", {}, count ? figure(count) : "")));

/** All of them. */
export async function showBrowse() {
  await drawn;
  const { sheet, close } = openSheet(say("browse"), "browse");
  sheet.append(...lists(Infinity), make("ul", {}, link("#/settings", "sliders", say("settings"), null)));
  sheet.addEventListener("click", ({ target }) => /** @type {Element} */ (target).closest("a") && close());
}

/** Where one is, with what is known of a collection. @returns {Place & { about?: Collection }} */
const shownHere = () => ({ ...placeNow(), about: known[1].find(({ id }) => id === placeNow().collection) });

/** Names what is shown, and offers what can be done with it. */
function head() {
  const { tag, collection, about } = shownHere();
  const title = byId("place");
  title.className = tag === null && collection === null ? "unseen" : "";
  if (tag !== null || collection !== null) title.textContent = tag ?? about?.name ?? say("collection");
  become(byId("heading"), [
    title,
    ...(about?.query ? [make("p", { class: "query" }, about.query)] : []),
    ...(tag !== null || about ? [tool(say("more"), "more", showDoings)] : []),
  ]);
}

function showDoings() {
  const { tag, about } = shownHere();
  const { sheet, close } = openSheet(tag ?? about?.name ?? "", "menu");
  const offer = (/** @type {string} */ label, /** @type {() => Promise<unknown>} */ does) => sheet.append(button({ class: "item" }, () => {
    close();
    void does();
  }, label));
  /** Where what is shown goes, it is left. @param {Place} place */
  const to = (place) => location.replace(addressOf(place));
  if (tag !== null) {
    offer(say("rename-more"), async () => {
      const name = await ask(say("rename-tag"), say("rename"), tag);
      if (name !== null && name !== tag) await act(() => order.renameTag(tag, name).then((back) => (to({ ...HOME, tag: name }), back)), () => say("renamed", { before: tag, name }), (back) => order.tag(back).then(() => placeNow().tag === name && document.body.dataset.view === "shelf" && to({ ...HOME, tag })));
    });
    offer(say("remove-from-all"), () => act(() => order.removeTag(tag), () => say("tag-removed", { name: tag }), (back) => order.tag(back)));
  } else if (about) {
    const { id, name, query } = about;
    offer(say("rename-more"), async () => {
      const next = await ask(say("rename-collection"), say("rename"), name);
      if (next !== null) await act(() => order.renameCollection(id, next), () => say("renamed", { before: name, name: next }), (before) => order.renameCollection(id, before));
    });
    if (query !== null) {
      offer(say("change-search-more"), async () => {
        const next = await ask(say("change-search"), say("change"), query);
        if (next !== null) await act(() => order.setCollectionQuery(id, next), () => say("search-changed"), (before) => order.setCollectionQuery(id, before));
      });
    }
    offer(say("delete"), () => act(() => order.deleteCollection(id).then(() => to(HOME)), () => say("collection-deleted", { name }), () => order.restoreCollection(id)));
  }
}
