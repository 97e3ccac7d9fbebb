/** Bookmark and archive from the shelf: shown at once, then kept, and taken back where that fails. */

/** @import { Entry } from "../../types" */
import { entry, record } from "./entries.js";
import * as ipc from "./ipc.js";
import { focusRow } from "./shelf-pages.js";
import { refreshShelf } from "./shelf.js";
import { toast } from "./toast.js";

/** @param {string} id */
export function toggleBookmark(id) {
  const on = !entry(id)?.bookmarked;
  const undo = () => void mark(id, { bookmarked: !on }, () => focusRow(id));
  void mark(id, { bookmarked: on }, () => toast(on ? "Bookmarked." : "Bookmark removed.", undo));
}

/** @param {string} id */
export function toggleArchive(id) {
  const on = !entry(id)?.archived;
  const undo = () => void mark(id, { archived: !on }, () => focusRow(id));
  void mark(id, { archived: on }, () => toast(on ? "Moved to archive." : "Moved out of the archive.", undo));
}

/**
 * @param {string} id
 * @param {Partial<Pick<Entry, "bookmarked" | "archived">>} news
 * @param {() => void} [tell]
 */
async function mark(id, news, tell) {
  const was = entry(id);
  if (!was) return;
  record(id, news);
  refreshShelf();
  tell?.();
  try {
    if (news.bookmarked !== undefined) await ipc.setBookmarked(id, news.bookmarked);
    if (news.archived !== undefined) await ipc.setArchived(id, news.archived);
  } catch (error) {
    record(id, { bookmarked: was.bookmarked, archived: was.archived });
    refreshShelf();
    toast(ipc.asProblem(error).message);
  }
}
