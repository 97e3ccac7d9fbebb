/**
 * Bookmark and archive: shown at once, taken back where Rust could not keep them.
 *
 * @import { Marks } from "../../types.js"
 */
import * as ipc from "../ipc.js";
import { toast } from "../toast.js";

/**
 * @param {string} id
 * @param {Marks} marks
 * @param {(id: string, news: { bookmarked: boolean, archived: boolean }) => void} record
 * @param {(error: unknown) => void} failed
 */
export function marksOf(id, { bookmarked, archived }, record, failed) {
  let now = { bookmarked, archived };
  /** @type {(now: { bookmarked: boolean, archived: boolean }) => void} */
  let shown = () => {};
  /** @param {Partial<typeof now>} news */
  const take = (news) => {
    now = { ...now, ...news };
    record(id, now);
    shown(now);
  };
  /** @param {boolean} on */
  const archiveOrNot = (on) => {
    take({ archived: on });
    ipc.setArchived(id, on).catch((error) => {
      take({ archived: !on });
      failed(error);
    });
  };
  return {
    /** @param {typeof shown} show called now, and whenever they change */
    show(show) {
      shown = show;
      shown(now);
    },
    bookmark() {
      const on = !now.bookmarked;
      take({ bookmarked: on });
      ipc.setBookmarked(id, on).catch((error) => {
        take({ bookmarked: !on });
        failed(error);
      });
    },
    archive() {
      const on = !now.archived;
      archiveOrNot(on);
      toast(on ? "Moved to archive." : "Moved out of the archive.", () => archiveOrNot(!on));
    },
  };
}
