/** Bookmark and archive: shown at once, then kept, and taken back where that fails. */

import { entry, record } from "./entries.js";
import * as ipc from "./ipc.js";
import { focusRow } from "./shelf-pages.js";
import { refreshShelf } from "./shelf.js";
import { tell, toast } from "./toast.js";

/** What is said when a mark goes, and when it comes. */
const WORDS = { bookmarked: ["Bookmark removed.", "Bookmarked."], archived: ["Moved out of the archive.", "Moved to archive."] };

/** @typedef {keyof typeof WORDS} Mark */

/** From the shelf. @type {(id: string, mark: Mark) => void} */
export const toggle = (id, mark) => void set(id, mark, !entry(id)?.[mark], true);

/**
 * @param {string} id
 * @param {Mark} mark
 * @param {boolean} on
 * @param {boolean} told   Say so, and offer to undo it.
 */
export async function set(id, mark, on, told) {
  show(id, mark, on);
  if (told) {
    toast(WORDS[mark][Number(on)], () => {
      void set(id, mark, !on, false);
      focusRow(id);
    });
  }
  try {
    await (mark === "archived" ? ipc.setArchived : ipc.setBookmarked)(id, on);
  } catch (error) {
    show(id, mark, !on);
    tell(error);
  }
}

/** @type {(id: string, mark: Mark, on: boolean) => void} */
const show = (id, mark, on) => {
  record(id, { [mark]: on });
  refreshShelf();
};
