/**
 * The marks of the open article: shown at once, then kept, and taken back where that fails. Whoever shows them hears
 * `change`.
 *
 * @import { Aids, Colour, HighlightChange, Marked, Said, Selected } from "../../../types"
 */
import { changes as news } from "../entries.js";
import { tell, toast } from "../toast.js";
import { say } from "../words.js";
import * as door from "./door.js";
import { allBlocks, idOf, rangesOf } from "./places.js";

/** @typedef {Awaited<ReturnType<typeof keepMarks>>} Marks */

/** @param {Aids} aids */
export async function keepMarks({ id, reading }) {
  const changes = new EventTarget();
  let { print, marks: all } = await door.highlights(id);
  const blocks = allBlocks(reading);
  const places = new Map(blocks.map((block, at) => [idOf(block), at]));
  const place = (/** @type {Marked} */ { whole, ranges: [first] }) => (whole ? [-1, 0] : first ? [places.get(first.block) ?? blocks.length, first.begin] : [Infinity, 0]);
  /** The notes on all of it, then by their places, then those without one. @param {Marked[]} marks */
  const put = (marks) => {
    all = marks.map((mark) => ({ mark, at: place(mark) })).sort(({ at: a }, { at: b }) => (a[0] === b[0] ? 0 : a[0] - b[0]) || a[1] - b[1]).map(({ mark }) => mark);
    changes.dispatchEvent(new Event("change"));
  };
  const again = async () => {
    const now = await door.highlights(id).catch(() => null);
    // Of another text, the reader is laid anew for it.
    if (now && now.print === print && !reading.signal.aborted) put(now.marks);
  };
  news.addEventListener("files", () => void again(), { signal: reading.signal });
  news.addEventListener("margins", () => void again(), { signal: reading.signal });
  let count = 0;

  return {
    changes,
    blocks,
    all: () => all,
    find: (/** @type {string} */ mark) => all.find((each) => each.id === mark),
    /** Where the block of this id is among all. */
    placeOf: (/** @type {string} */ block) => places.get(block),
    /**
     * Marks words, or where nothing is selected, writes a note on all of the article. Null where it could not be kept.
     * @param {Selected | null} selected
     * @param {Partial<Said>} said
     * @returns {Promise<Marked | null>}
     */
    async add(selected, said) {
      const what = { colour: /** @type {Colour} */ ("yellow"), note: "", tags: [], ...said };
      const ranges = selected ? rangesOf(blocks, selected) : [];
      const shown = { id: `new-${(count += 1)}`, article: id, quote: "", note_html: "", placed: true, block: ranges[0]?.block ?? null, ranges, reworded: false, whole: !selected, created: Date.now(), changed: Date.now(), ...what };
      if (selected) put([...all, shown]);
      try {
        const made = await door.highlight(id, print, selected, what);
        put([...all.filter((each) => each !== shown && each.id !== made.id), made]);
        return made;
      } catch (error) {
        put(all.filter((each) => each !== shown));
        tell(error);
        return null;
      }
    },
    /** Rejects where it can't be kept. @param {string} mark @param {HighlightChange} change */
    async change(mark, change) {
      const { now } = await door.changeHighlight(mark, change);
      put(all.map((each) => (each.id === mark ? { ...each, ...now } : each)));
    },
    /** Says so, and offers to take it back. @param {Marked} mark */
    async remove(mark) {
      put(all.filter(({ id }) => id !== mark.id));
      try {
        await door.removeHighlights([mark.id]);
        toast(say(mark.whole ? "note-removed" : "mark-removed"), () => void door.restoreHighlights([mark.id]).then(again, tell));
      } catch (error) {
        put([...all, mark]);
        tell(error);
      }
    },
    /** Sets a mark in its place by hand. @param {Marked} mark @param {Selected} selected */
    async place(mark, selected) {
      const { mark: placed, before } = await door.placeHighlight(mark.id, id, print, selected);
      put(all.map((each) => (each.id === mark.id ? placed : each)));
      toast(say("mark-placed"), () => void door.changeHighlight(mark.id, before).then(again, tell));
    },
  };
}
