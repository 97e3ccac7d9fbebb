/** Bookmark and archive from the shelf: shown at once, then kept, and taken back where that fails. */

import { entry, record } from "./entries.js";
import * as ipc from "./ipc.js";
import { focusRow } from "./shelf-pages.js";
import { refreshShelf } from "./shelf.js";
import { toast } from "./toast.js";

/** @param {string} id */
export const toggleBookmark = (id) => void mark(id, "bookmarked", !entry(id)?.bookmarked, ["Bookmark removed.", "Bookmarked."]);

/** @param {string} id */
export const toggleArchive = (id) => void mark(id, "archived", !entry(id)?.archived, ["Moved out of the archive.", "Moved to archive."]);

/**
 * @param {string} id
 * @param {"bookmarked" | "archived"} what
 * @param {boolean} on
 * @param {string[]} [words]   What to say of it; none for an undo.
 */
async function mark(id, what, on, words) {
  record(id, { [what]: on });
  refreshShelf();
  if (words) toast(words[Number(on)], () => void mark(id, what, !on));
  else focusRow(id);
  try {
    await (what === "archived" ? ipc.setArchived : ipc.setBookmarked)(id, on);
  } catch (error) {
    record(id, { [what]: !on });
    refreshShelf();
    toast(ipc.asProblem(error).message);
  }
}
