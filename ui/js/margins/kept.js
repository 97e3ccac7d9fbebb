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
import { allBlocks, idOf, rangesOf, textOf } from "./places.js";

/** @typedef {NonNullable<Awaited<ReturnType<typeof keepMarks>>>} Marks */

/** Null where Rust has another text by now than the page: then the reader is laid anew. @param {Aids} aids */
export async function keepMarks({ id, print: shown, reading }) {
  const changes = new EventTarget();
  let { print, marks: all } = await door.highlights(id);
  // A file from outside of the library has none.
  if (print !== "" && print !== shown) return void news.dispatchEvent(new Event("files"));
  const blocks = allBlocks(reading);
  const places = new Map(blocks.map((block, at) => [idOf(block), at]));
  const place = (/** @type {Marked} */ { whole, ranges: [first] }) => (whole ? [-1, 0] : first ? [places.get(first.block) ?? blocks.length, first.begin] : [Infinity, 0]);
  /** The notes on all of it, then by their places, then those without one. @param {Marked[]} marks */
  const put = (marks) => {
    all = marks.map((mark) => ({ mark, at: place(mark) })).sort(({ at: a }, { at: b }) => (a[0] === b[0] ? 0 : a[0] - b[0]) || a[1] - b[1]).map(({ mark }) => mark);
    changes.dispatchEvent(new Event("change"));
  };
  /** How often all were asked for, changes that were begun or done here, and those on their way. */
  let [asked, changed, going] = [0, 0, 0];
  /** An answer that was asked for before the last change may be older than that. */
  let late = false;
  const again = async () => {
    const [mine, then] = [(asked += 1), changed];
    const now = await door.highlights(id).catch(() => null);
    // Of another text, the reader is laid anew for it.
    if (mine !== asked || !now || now.print !== print || reading.signal.aborted) return;
    if (going > 0) late = true;
    else if (then !== changed) void again();
    else put(now.marks);
  };
  /** @template T @param {() => Promise<T>} does @returns {Promise<T>} */
  const during = async (does) => {
    [changed, going] = [changed + 1, going + 1];
    try {
      return await does();
    } finally {
      [changed, going] = [changed + 1, going - 1];
      if (late && going === 0) {
        late = false;
        void again();
      }
    }
  };
  news.addEventListener("files", () => void again(), { signal: reading.signal });
  news.addEventListener("margins", () => void again(), { signal: reading.signal });
  /** What takes back what was done here, the last at the end. @type {(() => Promise<unknown>)[]} */
  const done = [];
  /** How it is taken back: once. @param {() => Promise<unknown>} does */
  const took = (does) => {
    const undo = async () => {
      if (done.includes(undo)) done.splice(done.indexOf(undo), 1);
      await does().then(again, tell);
    };
    done.push(undo);
    return () => void undo();
  };
  let count = 0;
  /** What marks are named that were on their way, by what they were named until then. @type {Map<string, Promise<string>>} */
  const names = new Map();
  /** Rejects where it could not be made. @param {string} mark */
  const named = async (mark) => (await names.get(mark)) ?? mark;

  /** @param {Selected | null} selected @param {Partial<Said>} said */
  const make = (selected, said) => during(async () => {
    const what = { colour: /** @type {Colour} */ ("yellow"), note: "", tags: [], ...said };
    const ranges = selected ? rangesOf(blocks, selected) : [];
    const shown = { id: `new-${(count += 1)}`, article: id, quote: ranges.map(({ block, begin, end }) => textOf(blocks[places.get(block) ?? 0]).slice(begin, end)).join("\n"), note_html: "", placed: true, sought: true, block: ranges[0]?.block ?? null, ranges, reworded: false, whole: !selected, gone: false, created: Date.now(), changed: Date.now(), ...what };
    const making = door.highlight(id, print, selected, what);
    names.set(shown.id, making.then((made) => made.id));
    names.get(shown.id)?.catch(() => {});
    if (selected) put([...all, shown]);
    try {
      const made = await making;
      put([...all.filter((each) => each.id !== shown.id && each.id !== made.id), made]);
      took(() => door.removeHighlights([made.id]));
      return made;
    } catch (error) {
      put(all.filter((each) => each.id !== shown.id));
      throw error;
    }
  });

  return {
    changes,
    blocks,
    all: () => all,
    find: (/** @type {string} */ mark) => all.find((each) => each.id === mark),
    named,
    /** Takes back what was done last, of what was done since the article was opened; false where there is nothing. */
    undo: () => {
      const last = done.at(-1);
      void last?.();
      return last !== undefined;
    },
    /** The mark on just these words, if there is one; a space before or behind them is none. @param {Selected} selected */
    on(selected) {
      const print = (/** @type {Marked["ranges"]} */ ranges) => ranges.map(({ block, begin, end }) => {
        const words = textOf(blocks[places.get(block) ?? 0]).slice(begin, end);
        return `${block} ${end - words.trimStart().length} ${begin + words.trimEnd().length}`;
      }).join();
      const here = print(rangesOf(blocks, selected));
      return all.find((each) => !each.whole && print(each.ranges) === here);
    },
    /** Where the block of this id is among all. */
    placeOf: (/** @type {string} */ block) => places.get(block),
    /**
     * Marks words, or where nothing is selected, writes a note on all of the article. Rejects where it can't be kept.
     * @param {Selected | null} selected
     * @param {Partial<Said>} said
     */
    make,
    /** The same; null where it could not be kept, which is told. @type {(selected: Selected | null, said: Partial<Said>) => Promise<Marked | null>} */
    add: (selected, said) => make(selected, said).catch((error) => (tell(error), null)),
    /** Gives what is said of it now; rejects where it can't be kept. @param {string} mark @param {HighlightChange} change */
    change: (mark, change) => during(async () => {
      const id = await named(mark);
      const { now, before } = await door.changeHighlight(id, change);
      // What is typed comes in many pieces, and has an undo of its own.
      if (change.note === undefined) took(() => door.changeHighlight(id, before));
      put(all.map((each) => (each.id === id ? { ...each, ...now } : each)));
      return now;
    }),
    /** Says so, and offers to take it back, with the note that it had before. @param {Marked} mark @param {string | null} [note] */
    remove: (mark, note = null) => during(async () => {
      put(all.filter(({ id }) => id !== mark.id));
      const id = await named(mark.id).catch(() => null);
      if (id === null) return;
      try {
        await door.removeHighlights([id]);
        put(all.filter((each) => each.id !== id));
        toast(say(mark.whole ? "note-removed" : "mark-removed"), took(async () => {
          await door.restoreHighlights([id]);
          if (note !== null) await door.changeHighlight(id, { note });
        }));
      } catch (error) {
        put([...all.filter(({ id }) => id !== mark.id), mark]);
        tell(error);
      }
    }),
    /** Sets a mark in its place by hand. @param {Marked} mark @param {Selected} selected */
    place: (mark, selected) => during(async () => {
      const { mark: placed, before } = await door.placeHighlight(mark.id, id, print, selected);
      put(all.map((each) => (each.id === mark.id ? placed : each)));
      toast(say("mark-placed"), took(() => door.changeHighlight(mark.id, before)));
    }),
  };
}
