/**
 * Draws the marks by the CSS Custom Highlight API, which changes nothing in the text: one highlight for each colour, and
 * one more where marks overlap; one that is open has an edge. Only what is near the window is drawn: there may be thousands.
 *
 * @import { Aids, Marked } from "../../../types"
 */
import { drawEdge } from "../aids/edge.js";
import { sidesOf, windowAcross } from "../aids/show.js";
import { firstWhere } from "../reader/place.js";
import { COLOURS } from "./door.js";
import { boxesOf, rangeIn } from "./places.js";
import { drawSigns } from "./signs.js";

/** @typedef {import("./kept.js").Marks} Marks */
/** What of a mark lies in a block. @typedef {{ mark: Marked, begin: number, end: number }} Part */

/** @type {[name: string, priority: number][]} */
const NAMES = [.../** @type {[string, number][]} */ (COLOURS.map((colour, at) => [`mark-${colour}`, at])), ["mark-both", 5]];

/**
 * @param {Aids} aids
 * @param {Marks} marks
 * @param {(mark: Marked, from: HTMLElement) => void} open
 */
export function drawMarks(aids, marks, open) {
  const { reading: { article, signal } } = aids;
  const { blocks } = marks;
  const signs = drawSigns(aids, open);
  const edge = drawEdge(aids);
  /** The places of the blocks that have marks, in order, and what is in each. @type {number[]} */
  let places = [];
  /** @type {Map<number, Part[]>} */
  let parts = new Map();
  /** @type {Marked | null} */
  let here = null;
  /** What is drawn. @type {[number, number]} */
  let span = [-1, -1];
  let waiting = 0;
  let first = true;
  /** The same ones for all that is drawn: where others come in their place, WebKit leaves the old ones on the screen. */
  const drawn = new Map("highlights" in CSS ? NAMES.map(([name, priority]) => [name, Object.assign(new Highlight(), { priority })]) : []);

  const take = () => {
    parts = new Map();
    for (const mark of marks.all()) {
      for (const { block, begin, end } of mark.ranges) {
        const place = marks.placeOf(block);
        if (place === undefined) continue;
        const there = parts.get(place);
        if (there) there.push({ mark, begin, end });
        else parts.set(place, [{ mark, begin, end }]);
      }
    }
    places = [...parts.keys()].sort((a, b) => a - b);
    span = [-1, -1];
  };
  /** @returns {[number, number]} */
  const near = () => {
    const size = windowAcross();
    const sides = (/** @type {number} */ at) => sidesOf(blocks[places[at]], aids.reading);
    const from = firstWhere(places.length, (at) => sides(at)[1] > -size);
    let to = from;
    while (to < places.length && sides(to)[0] < 2 * size) to += 1;
    return [from, to];
  };
  const draw = () => {
    const now = near();
    if (now[0] !== span[0] || now[1] !== span[1]) {
      span = now;
      paint();
    }
    const noted = places.slice(...span).flatMap((place) => (parts.get(place) ?? []).filter(({ mark }) => mark.note !== "" && blocks[place] && marks.placeOf(mark.ranges[0].block) === place)
      .map((part) => ({ ...part, block: blocks[place] })));
    signs(noted);
    showEdge();
    if (first) requestAnimationFrame(() => performance.mark("offprint:marks-painted"));
    first = false;
  };
  const paint = () => {
    // An old WebKit can't draw them; all else of the marks works there, too.
    if (!("highlights" in CSS)) return;
    /** @type {Map<string, StaticRange[]>} */
    const wanted = new Map(NAMES.map(([name]) => [name, []]));
    for (const place of places.slice(...span)) {
      const there = parts.get(place) ?? [];
      for (const { mark, begin, end } of there) add(wanted.get(`mark-${mark.colour}`), blocks[place], begin, end);
      for (const [begin, end] of overlaps(there)) add(wanted.get("mark-both"), blocks[place], begin, end);
    }
    for (const [name, highlight] of drawn) {
      replace(highlight, wanted.get(name) ?? []);
      // Setting paints all of it anew.
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  };
  const showEdge = () => {
    const there = here?.ranges.map((range) => ({ ...range, block: blocks[marks.placeOf(range.block) ?? -1] })).filter(({ block }) => block) ?? [];
    edge(there.flatMap(({ block, begin, end }) => boxesOf(block, begin, end)), here?.colour, there[0] && getComputedStyle(there[0].block).direction);
  };
  const soon = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(draw);
  };
  marks.changes.addEventListener("change", () => {
    take();
    here = here && (marks.find(here.id) ?? here);
    // In the frame in which it was asked for.
    draw();
  }, { signal });
  document.addEventListener("scroll", soon, { capture: true, passive: true, signal });
  addEventListener("resize", soon, { signal });
  // Whatever moves words: letters of another size, pictures that come.
  const watch = new ResizeObserver(soon);
  watch.observe(article);
  signal.addEventListener("abort", () => {
    watch.disconnect();
    cancelAnimationFrame(waiting);
    if ("highlights" in CSS) for (const [name] of NAMES) CSS.highlights.delete(name);
  });
  take();
  draw();

  return {
    /** Which mark is meant by what is done now. @param {Marked | null} mark */
    point(mark) {
      here = mark;
      showEdge();
    },
    /** The marks at a point of the window, the shortest first. @param {number} x @param {number} y @returns {Marked[]} */
    at(x, y) {
      const found = places.slice(...span).flatMap((place) => {
        const box = blocks[place].getBoundingClientRect();
        if (y < box.top - 8 || y > box.bottom + 8) return [];
        return (parts.get(place) ?? []).filter(({ begin, end }) => {
          const range = rangeIn(blocks[place], begin, end);
          return range && [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
        });
      });
      return found.sort((a, b) => a.end - a.begin - (b.end - b.begin)).map(({ mark }) => mark);
    },
  };
}

/** The words of a mark. @param {Marks} marks @param {Marked} mark @returns {Range[]} */
export const rangesIn = ({ blocks, placeOf }, mark) => mark.ranges.flatMap(({ block, begin, end }) => {
  const place = placeOf(block);
  return (place !== undefined && rangeIn(blocks[place], begin, end)) || [];
});

/** @param {StaticRange[] | undefined} ranges @param {Element} block @param {number} begin @param {number} end */
function add(ranges, block, begin, end) {
  const range = rangeIn(block, begin, end);
  if (range) ranges?.push(new StaticRange(range));
}

/** Takes out what is no more, and adds what is new: of what stays as it is nothing is painted. @param {Highlight} highlight @param {StaticRange[]} ranges */
function replace(highlight, ranges) {
  /** By where it begins. @type {Map<Node, AbstractRange[]>} */
  const had = new Map();
  for (const range of highlight) {
    const there = had.get(range.startContainer);
    if (there) there.push(range);
    else had.set(range.startContainer, [range]);
  }
  const fresh = ranges.filter((range) => {
    const same = had.get(range.startContainer) ?? [];
    const at = same.findIndex(({ startOffset, endContainer, endOffset }) => startOffset === range.startOffset && endContainer === range.endContainer && endOffset === range.endOffset);
    if (at >= 0) same.splice(at, 1);
    return at < 0;
  });
  for (const range of [...had.values()].flat()) highlight.delete(range);
  for (const range of fresh) highlight.add(range);
}

/** Where two marks and more lie over each other. @param {Part[]} parts @returns {[number, number][]} */
function overlaps(parts) {
  const turns = parts.flatMap(({ begin, end }) => [[begin, 1], [end, -1]]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {[number, number][]} */
  const found = [];
  let [deep, from] = [0, 0];
  for (const [at, step] of turns) {
    if (deep === 2 && step < 0 && at > from) found.push([from, at]);
    deep += step;
    if (deep === 2 && step > 0) from = at;
  }
  return found;
}
