/**
 * Bookmark and archive: shown at once, taken back where Rust could not keep them.
 *
 * @import { Marks } from "../../../types.js"
 */
import * as ipc from "../ipc.js";
import { toast } from "../toast.js";

/** @typedef {Pick<Marks, "bookmarked" | "archived">} Two */

/**
 * @param {string} id
 * @param {Marks} marks
 * @param {(id: string, news: Two) => void} record
 * @param {(error: unknown) => void} failed
 */
export function marksOf(id, { bookmarked, archived }, record, failed) {
  let now = { bookmarked, archived };
  /** @type {(now: Two) => void} */
  let shown = () => {};
  /** @param {keyof Two} mark @param {boolean} on */
  const take = (mark, on) => {
    now = { ...now, [mark]: on };
    record(id, now);
    shown(now);
  };
  /** @param {keyof Two} mark @param {boolean} on */
  const set = (mark, on) => {
    take(mark, on);
    (mark === "archived" ? ipc.setArchived : ipc.setBookmarked)(id, on).catch((error) => {
      take(mark, !on);
      failed(error);
    });
  };
  return {
    /** @param {typeof shown} show called now, and whenever they change */
    show(show) {
      shown = show;
      show(now);
    },
    bookmark: () => set("bookmarked", !now.bookmarked),
    archive() {
      const on = !now.archived;
      set("archived", on);
      toast(on ? "Moved to archive." : "Moved out of the archive.", () => set("archived", !on));
    },
  };
}
