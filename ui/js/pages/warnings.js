/** Which files of the library are not on the shelf, and why. */

import { make } from "../make.js";
import { aboutLibrary } from "../shelf.js";
import { openSheet } from "../sheets.js";

export function showLeftOut() {
  openSheet("Left out of the library", "left-out").sheet.append(sentences(aboutLibrary()?.warnings ?? []));
}

/** @param {string[]} all */
export const sentences = (all) => make("ul", { class: "sentences" }, ...all.map((each) => make("li", {}, each)));
