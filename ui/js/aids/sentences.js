/**
 * What an article says, sentence by sentence, as it is read aloud: no captions, code, formulas or marks of notes.
 *
 * @typedef {{ text: string, language: string, block: string, range: StaticRange }} Sentence
 *   `block` is the id of the block, none for the headline. `range` is where it stands.
 */

/** What is seen, and not said. */
const SILENT = "figcaption, figure, pre, sup.note, math, .math, .absent, rt, rp, button, audio, video, .player, [hidden], .lacking";
/** What ends a sentence where it ends. */
export const UNIT = "p, li, dt, dd, h1, h2, h3, h4, h5, h6, td, th, summary, [data-block]";
/** Milliseconds of a slice. */
const SLICE = 8;
/** Letters that are said at once, at most. */
const LONGEST = 800;
/** A point after these ends no sentence: an initial, or one of few that many languages share. */
const SHORTENED = /(?:^|[\s(“"„«])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|Nr|No|vs|bzw|ca|vgl|etc|Sr|Jr)\.\s*$/u;

/**
 * @param {HTMLElement} headline
 * @param {HTMLElement} text   Holds the blocks.
 * @param {string} language   Of what names none.
 * @returns {Promise<Sentence[]>}
 */
export async function sentencesOf(headline, text, language) {
  const sentences = [];
  let began = performance.now();
  for (const root of [headline, text]) {
    for (const unit of unitsOf(root)) {
      sentences.push(...split(unit, language));
      if (performance.now() - began < SLICE) continue;
      await new Promise((done) => setTimeout(done));
      began = performance.now();
    }
  }
  return sentences;
}

/** @typedef {{ element: Element, nodes: Text[] }} Unit */

/** The pieces of text that no sentence goes beyond. @param {HTMLElement} root @returns {Generator<Unit>} */
function* unitsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element ? (node.matches(SILENT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP) : NodeFilter.FILTER_ACCEPT);
  /** @type {Unit | null} */
  let unit = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement?.closest(UNIT) ?? root;
    if (unit !== null && unit.element !== element) {
      yield unit;
      unit = null;
    }
    unit ??= { element, nodes: [] };
    unit.nodes.push(/** @type {Text} */ (node));
  }
  if (unit) yield unit;
}

/** @param {Unit} unit @param {string} usual @returns {Sentence[]} */
function split({ element, nodes }, usual) {
  const language = element.closest("article [lang], article[lang]")?.getAttribute("lang") || usual;
  const block = element.closest("[data-block]")?.getAttribute("data-block") ?? "";
  const whole = nodes.map(({ data }) => data).join("");
  /** @type {[number, number][]} */
  const parts = [];
  let from = 0;
  for (const { segment, index } of segmenter(language).segment(whole)) {
    const to = index + segment.length;
    if (SHORTENED.test(whole.slice(from, to)) && to < whole.length) continue;
    // Some scripts have no sign at a sentence's end, and a voice takes only so much at once.
    while (to - from > LONGEST) {
      const space = whole.lastIndexOf(" ", from + LONGEST);
      const cut = space > from ? space + 1 : from + LONGEST;
      parts.push([from, cut]);
      from = cut;
    }
    parts.push([from, to]);
    from = to;
  }
  return parts.flatMap(([from, to]) => {
    const said = whole.slice(from, to);
    // What has no letter and no number is a line, or a row of stars.
    if (!/[\p{L}\p{N}]/u.test(said)) return [];
    const start = from + said.length - said.trimStart().length;
    const [startContainer, startOffset] = placeIn(nodes, start, false);
    const [endContainer, endOffset] = placeIn(nodes, from + said.trimEnd().length, true);
    return [{ text: said.trim().replace(/\s+/gu, " "), language, block, range: new StaticRange({ startContainer, startOffset, endContainer, endOffset }) }];
  });
}

/** Where the letter `at` of all nodes together is. @param {Text[]} nodes @param {number} at @param {boolean} end @returns {[Text, number]} */
function placeIn(nodes, at, end) {
  let before = 0;
  for (const node of nodes) {
    if (at < before + node.length || (end && at === before + node.length)) return [node, at - before];
    before += node.length;
  }
  const last = /** @type {Text} */ (nodes.at(-1));
  return [last, last.length];
}

/** @type {Map<string, Intl.Segmenter>} */
const segmenters = new Map();

/** What cuts text of a language into sentences, or words. @param {string} language @param {"sentence" | "word"} [granularity] */
export function segmenter(language, granularity = "sentence") {
  const key = `${granularity} ${language}`;
  let known = segmenters.get(key);
  if (!known) {
    try {
      known = new Intl.Segmenter(language, { granularity });
    } catch {
      // The file may name a language as it likes.
      known = new Intl.Segmenter("en", { granularity });
    }
    segmenters.set(key, known);
  }
  return known;
}
