/**
 * The open article once its file has changed: read anew, with the place where the same words are.
 *
 * @import { Aids, Document, Opened, Position } from "../../../types.js"
 */
import { entry, record } from "../entries.js";
import * as ipc from "../ipc.js";
import * as pages from "../pages.js";
import { isUpright, settings } from "../settings.js";

/** The last time that was asked for, and how often it was: of several that wait, the last one answers for all. */
let [last, asked] = [Promise.resolve(/** @type {unknown} */ (null)), 0];

/** @type {typeof readAnew} */
export function opensAnew(...what) {
  const mine = (asked += 1);
  const answer = last.then(() => (mine === asked ? readAnew(...what) : null));
  last = answer.catch(() => {});
  return answer;
}

/**
 * What is to be laid in the place of what is open; null where that is as it was. An article that is gone stays to be read:
 * what became of it is told when it is opened again.
 * @param {Aids} aids
 * @param {Opened["print"]} print
 * @param {Opened["capture"]} capture
 */
async function readAnew({ id, reading: { document: before, signal }, place }, print, capture) {
  await ipc.kept();
  const row = entry(id);
  const opened = await ipc.open(id, place.now()?.block).catch(() => null);
  if (opened === null || signal.aborted) return null;
  // What the reader did meanwhile is newer than the answer.
  if (entry(id) === row) record(id, { bookmarked: opened.marks.bookmarked, archived: opened.marks.archived });
  if (opened.print === print && JSON.stringify(opened.capture) === JSON.stringify(capture)) return null;
  const parts = await Promise.all([
    settings().moving === "pages" ? pages.paged() : null, opened.rest && pages.leaves(), isUpright(opened.document.meta) ? pages.upright() : null,
  ]);
  const now = signal.aborted ? null : place.now();
  return { opened, parts, position: now && placeIn(opened, before, now) };
}

/**
 * The same place in another version of the text: in the same block, or where that was changed, in the one that took its turn.
 * @param {Opened} now
 * @param {Document} before
 * @param {Position} place
 */
function placeIn({ document: { blocks }, rest }, before, place) {
  if (blocks.some(({ id }) => id === place.block)) return place;
  return { ...place, block: blocks[before.blocks.findIndex(({ id }) => id === place.block) - (rest?.first ?? 0)]?.id ?? "" };
}
