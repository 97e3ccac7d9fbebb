/** Finding by title, section, site and author: without regard to case, accents and the order of words. */

/** @import { Entry } from "../../types" */

/** The folded text of an entry, made when it is first searched. @type {WeakMap<Entry, string>} */
const folded = new WeakMap();

/** Letters that do not come apart into a plain one and its accent. @type {Record<string, string>} */
const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i" };

/**
 * Whether an entry has every word of the query somewhere.
 * @param {string} query
 * @returns {(entry: Entry) => boolean}
 */
export function matcher(query) {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return () => true;
  return (entry) => {
    let text = folded.get(entry);
    if (text === undefined) {
      text = fold([entry.title, entry.section, entry.site, entry.author].join("\n"));
      folded.set(entry, text);
    }
    const all = text;
    return words.every((word) => all.includes(word));
  };
}

/** @param {string} text */
const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłħı]/gu, (letter) => PLAIN[letter])
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”„«»]/gu, '"');
