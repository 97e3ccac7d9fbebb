/**
 * What can be done with words that are selected, or marked, besides marking them.
 *
 * @import { Aids, Document } from "../../../types"
 */
import { changes } from "../entries.js";
import { byId } from "../make.js";
import { lookUp } from "../pages/asks.js";
import { copyText } from "../pages/copy.js";
import { tell, toast } from "../toast.js";
import { say } from "../words.js";

/** What a search is asked for at most, in letters. */
const LONGEST = 300;

/** @param {string} words */
export const copy = async (words) => toast(say(await copyText(words) ? "words-copied" : "words-not-copied"));

/** With where they are from. @param {string} words @param {Document["meta"]} meta @param {string} title */
export function copyWithSource(words, { author, site, source }, title) {
  const from = [title, author, site !== author && site].filter(Boolean).join(", ");
  return copy([`“${words}”`, `— ${from}`, source].filter(Boolean).join("\n"));
}

/** Leaves the article, and searches the library. @param {string} words */
export function searchLibrary(words) {
  const search = /** @type {HTMLInputElement} */ (byId("search"));
  const sought = words.replace(/["\s]+/gu, " ").trim().slice(0, LONGEST);
  search.value = sought.includes(" ") ? `"${sought}"` : sought;
  // The shelf takes what stands there once it is shown.
  changes.addEventListener("place", () => search.dispatchEvent(new Event("input")), { once: true });
  location.hash = "#/";
}

/** Asks the web, in the browser. @param {Aids} aids @param {string} words */
export const searchWeb = ({ id }, words) => void lookUp(id, words.replace(/\s+/gu, " ").trim().slice(0, LONGEST)).catch(tell);
