/** Bookmark, archive and read: shown at once, then kept, and taken back where that fails. */

import { entry, isRead, record } from "./entries.js";
import * as ipc from "./ipc.js";
import { drawRows } from "./shelf-rows.js";
import { refreshShelf } from "./shelf.js";
import { tell, toast } from "./toast.js";
import { say } from "./words.js";

/** What is said when a mark goes, and when it comes. */
const WORDS = { bookmarked: ["told-unbookmarked", "told-bookmarked"], archived: ["told-unarchived", "told-archived"] };

/** @typedef {keyof typeof WORDS} Mark */

/** From the shelf. @type {(id: string, mark: Mark) => void} */
export const toggle = (id, mark) => void set(id, mark, !entry(id)?.[mark], true);

/**
 * @param {string} id
 * @param {Mark} mark
 * @param {boolean} on
 * @param {boolean} told   Say so, and offer to undo it.
 * @param {string} [focus]   The article that has the focus then.
 */
export async function set(id, mark, on, told, focus) {
  show(id, { [mark]: on });
  if (told) toast(say(WORDS[mark][Number(on)], { count: 1 }), () => void set(id, mark, !on, false, id));
  try {
    await (mark === "archived" ? ipc.setArchived : ipc.setBookmarked)(id, on);
    await refreshShelf(focus);
  } catch (error) {
    show(id, { [mark]: !on });
    tell(error);
  }
}

/** From the shelf. @param {string} id */
export const toggleRead = (id) => void setRead(id, !isRead(entry(id) ?? { progress: 0 }));

/** @param {string} id @param {boolean} on @param {() => void} [undone]   Called where it is taken back. */
export async function setRead(id, on, undone = () => {}) {
  const was = entry(id)?.progress ?? 0;
  const back = (/** @type {number} */ progress) => {
    undone();
    show(id, { progress });
  };
  show(id, { progress: Number(on), read_at: Date.now() });
  const before = ipc.setRead(id, on);
  toast(say(on ? "told-read" : "told-unread", { count: 1 }), async () => {
    try {
      const position = await before;
      back(position?.progress ?? 0);
      await ipc.setPosition(id, position ?? { block: "", within: 0, progress: 0 });
      await refreshShelf(id);
    } catch (error) {
      tell(error);
    }
  });
  try {
    await before;
    await refreshShelf();
  } catch (error) {
    back(was);
    tell(error);
  }
}

/** @type {(id: string, news: Parameters<typeof record>[1]) => void} */
const show = (id, news) => {
  record(id, news);
  drawRows();
};
