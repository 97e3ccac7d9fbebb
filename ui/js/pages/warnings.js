/** What there is to know of the library: files that are not on the shelf, marks that wait or can’t be kept. */

import { make } from "../make.js";
import { aboutLibrary } from "../shelf.js";
import { openSheet } from "./sheets.js";
import { say } from "../words.js";

export function showWarnings() {
  openSheet(say("warnings-title"), "warnings").sheet.append(sentences(aboutLibrary()?.warnings ?? []));
}

/** @param {string[]} all */
export const sentences = (all) => make("ul", { class: "sentences", lang: "en" }, ...all.map((each) => make("li", { dir: "auto" }, each)));
