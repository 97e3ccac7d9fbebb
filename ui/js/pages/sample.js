/** A few lines of real text, by which the letters are judged while they are chosen. */

import { make } from "../make.js";

/** @param {boolean} short */
export const sample = (short) => make("div", { class: "sample", "aria-label": "Sample", role: "group" },
  !short && make("p", { class: "sample-title" }, "The lamp by the window"),
  make("p", {}, "A page is a quiet place. The harbour lights went out one by one, and she read on by the lamp until the story was done.",
    !short && " In the morning there were 17 boats at the quay, nets drying in the wind, and a letter under the door."));
