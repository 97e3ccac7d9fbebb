/** A few lines of real text, by which the letters are judged while they are chosen. */

import { make } from "../make.js";
import { say } from "../words.js";

/** @param {boolean} short */
export const sample = (short) => make("div", { class: "sample", "aria-label": say("sample"), role: "group" },
  !short && make("p", { class: "sample-title" }, say("sample-title")),
  make("p", {}, say("sample-text"),
    !short && say("sample-more")));
