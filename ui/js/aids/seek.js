/**
 * Finds words in an article: in all of its text, across inline elements, soft hyphens and line breaks, without regard to
 * case, accents and forms of the same letter.
 *
 * 1. The text nodes are read once, in slices, and written as one string of plain letters. 2. For each node is known
 * where it begins there, and where its letters do not lie one to one. 3. A search goes through that string alone.
 */

/** What stands by itself: no match goes from one into another. */
const BLOCKS = "p, div, li, dt, dd, h1, h2, h3, h4, h5, h6, pre, blockquote, figcaption, td, th, summary, aside, caption, section, details, article, figure, math";
/** What is no text of the article. */
const OTHER = ".code-bar, .enlarge, .back, .player, .note-card, audio, video, script, annotation";
/** Letters that have no plain form by decomposition. */
const PLAIN = new Map(Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ς: "σ", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "" }));
/** Accents of Latin and Greek, and the vowel signs of Hebrew and Arabic. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;
/** A letter with the signs that belong to it, however it is composed. */
const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|\P{M}\p{M}*|\p{M}+/gu;
/** Milliseconds of a slice. */
const SLICE = 8;

/** @type {Map<string, string>} */
const known = new Map(PLAIN);

/** A letter, with its signs, in its plain form, which may be several or none. @param {string} letter */
function plain(letter) {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const small = letter.normalize("NFC").toLowerCase();
  // Cyrillic й is a letter of its own, as are the syllables of Korean and the voiced ones of Japanese.
  const folded = /\p{Script=Cyrillic}/u.test(small) ? small : small.normalize("NFKD").replace(ACCENTS, "").normalize("NFC");
  const made = [...folded].map((each) => PLAIN.get(each) ?? (/\s/u.test(each) ? " " : each)).join("");
  known.set(letter, made);
  return made;
}

/** What is looked for, as plain as the text. @param {string} query */
export const folded = (query) => (query.match(CLUSTER) ?? []).map(plain).join("").replace(/ +/gu, " ").replace(/^ /u, "");

/**
 * @typedef {{ text: string, nodes: Text[], starts: number[], maps: (Uint32Array | null)[] }} Index
 *   `maps` has for each letter of a node where it lies in that node, where they do not lie one to one
 */

/**
 * Reads the text. Null where it was stopped.
 * @param {Element[]} roots in their order
 * @param {AbortSignal} signal
 * @returns {Promise<Index | null>}
 */
export async function read(roots, signal) {
  /** @type {Index} */
  const index = { text: "", nodes: [], starts: [], maps: [] };
  /** @type {string[]} */
  const parts = [];
  let length = 0;
  let spaced = true;
  /** @type {Element | null} */
  let within = null;
  let began = performance.now();
  const put = (/** @type {string} */ part) => {
    parts.push(part);
    length += part.length;
  };
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && node.matches(OTHER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.localName === "br" && !spaced) {
          put(" ");
          spaced = true;
        }
        continue;
      }
      const text = /** @type {Text} */ (node);
      const block = text.parentElement?.closest(BLOCKS) ?? null;
      if (block !== within) {
        within = block;
        put("\n");
        spaced = true;
      }
      const [part, map] = letters(text.data, spaced);
      if (part === "") continue;
      index.nodes.push(text);
      index.starts.push(length);
      index.maps.push(map);
      put(part);
      spaced = part.endsWith(" ");
      if (performance.now() - began > SLICE) {
        await new Promise((done) => setTimeout(done));
        if (signal.aborted) return null;
        began = performance.now();
      }
    }
  }
  index.text = parts.join("");
  return index;
}

/** @param {string} data @param {boolean} spaced a space was there already @returns {[string, Uint32Array | null]} */
function letters(data, spaced) {
  // Most text is this.
  if (/^[\x20-\x7e]*$/u.test(data) && !data.includes("  ") && !(spaced && data.startsWith(" "))) return [data.toLowerCase(), null];
  const places = [];
  let made = "";
  let at = 0;
  for (const [letter] of data.matchAll(CLUSTER)) {
    for (const each of plain(letter)) {
      if (each === " " && spaced) continue;
      spaced = each === " ";
      made += each;
      for (let unit = 0; unit < each.length; unit += 1) places.push(at);
    }
    at += letter.length;
  }
  return [made, Uint32Array.from(places)];
}

/** Where the words begin in the index. @param {Index} index @param {string} words folded */
export function matches({ text }, words) {
  const found = [];
  if (words !== "") for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at);
  return found;
}

/**
 * @param {Index} index
 * @param {number} from
 * @param {number} to
 * @returns {[Text, number, Text, number]} where it begins and ends in the article
 */
export function spot({ nodes, starts, maps }, from, to) {
  const [first, last] = [nodeAt(starts, from), nodeAt(starts, to - 1)];
  const begin = from - (starts[first] ?? 0);
  const end = to - 1 - (starts[last] ?? 0);
  const [begins, ends] = [maps[first]?.[begin] ?? begin, maps[last]?.[end] ?? end];
  const { data } = /** @type {Text} */ (nodes[last]);
  // A line that is broken ends behind its last letter.
  const [letter] = data.slice(ends, ends + 40).match(CLUSTER) ?? [""];
  return [/** @type {Text} */ (nodes[first]), begins, /** @type {Text} */ (nodes[last]), Math.min(data.length, ends + letter.length)];
}

/** The last node that begins at or before a place. @param {number[]} starts @param {number} place */
function nodeAt(starts, place) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
