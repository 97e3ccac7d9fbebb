/** What is done with one article or many: kept, told, and taken back by Undo. */

import { changes } from "../entries.js";
import { icon } from "../icons.js";
import { button } from "../make.js";
import * as pages from "../pages.js";
import { refreshShelf } from "../shelf.js";
import { tell, toast } from "../toast.js";
import { listenToKeys } from "../reader/keys.js";
import { order } from "./order.js";
import { say } from "../words.js";

/**
 * Does something, tells of it, and offers to take it back.
 * @template T
 * @param {() => Promise<T>} does
 * @param {(done: T) => string | null} words   Null where nothing came of it.
 * @param {(done: T) => Promise<unknown>} undo
 */
export async function act(does, words, undo) {
  try {
    const done = await does();
    const sentence = words(done);
    if (sentence !== null) toast(sentence, () => void undo(done).then(after, tell));
  } catch (error) {
    tell(error);
  }
  await after();
}

/** What is shown is brought in step: of what is done here, nobody tells. */
async function after() {
  changes.dispatchEvent(new Event("order"));
  await refreshShelf();
}

/** By the key that does it: how many have the mark, what gives and takes it, and the messages that tell it. @type {Record<string, ["bookmarked" | "archived" | "read", (ids: string[], on: boolean) => Promise<(string | { id: string })[]>, string, string]>} */
const MARKS = {
  b: ["bookmarked", order.setBookmarkedAll, "told-bookmarked", "told-unbookmarked"],
  e: ["archived", order.setArchivedAll, "told-archived", "told-unarchived"],
  m: ["read", order.setReadAll, "told-read", "told-unread"],
};

/** Marks all of them, or where all have the mark, takes it from them: of rows that are not loaded, Rust knows. @param {string} key @param {string[]} ids */
export function mark(key, ids) {
  const [has, set, given, taken] = MARKS[key];
  let on = true;
  return act(async () => {
    const held = await order.held(ids);
    on = held[has] < held.articles;
    return set(ids, on);
  }, (changed) => say(on ? given : taken, { count: changed.length }),
  (changed) => (key === "m" ? order.setPositions(/** @type {any} */ (changed)) : set(/** @type {any} */ (changed), !on)));
}

/** @param {string[]} ids */
export const trash = (ids) => act(() => order.trash(ids), ({ trashed, failed }) => {
  if (trashed.length === 0) throw { code: "not_saved", message: failed[0]?.message };
  return `${say("told-trashed", { count: trashed.length })} ${failed[0]?.message ?? ""}`;
}, ({ trashed }) => order.untrash(trashed.map(({ key }) => key)));

/** Offers the same for an open article of the library, in its menu. @param {HTMLElement} panel @param {string} id @param {() => void} leave @param {AbortSignal} signal */
export async function offerActs(panel, id, leave, signal) {
  const listen = () => void pages.listening().then((listening) => listening.listen(id), tell);
  panel.querySelector(".item")?.before(button({ class: "item" }, listen, icon("sound"), say("read-aloud")));
  listenToKeys({ l: listen }, signal);
  // A file from outside the library has neither tags nor a place in the trash.
  if (await order.entry(id) === null) return;
  const item = (/** @type {Parameters<typeof icon>[0]} */ name, /** @type {string} */ label, /** @type {() => unknown} */ does) => button({ class: "item" }, () => void does(), icon(name), label);
  panel.querySelector(".sheet-close")?.before(
    item("tag", say("open-tags"), async () => (await pages.tagging()).openTags([id])),
    item("collection", say("open-collections"), async () => (await pages.collecting()).openCollections([id])),
    button({ class: "item", "data-last": "" }, () => void (leave(), trash([id])), icon("trash"), say("move-to-trash")));
}
