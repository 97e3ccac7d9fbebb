/** How large everything in the window is: a desk's, as a phone has a size of its own for all programs. */

import { percent } from "../dates.js";
import { button, make } from "../make.js";
import { settings } from "../settings.js";
import { change, follow } from "./controls.js";
import { aboutLibrary } from "../shelf.js";
import { say } from "../words.js";

/** How many times as large as usual it may be. At four times a window of 1280 px has the room of a phone of 320. */
const SIZES = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next size so many steps further. @param {number} by */
const next = (by) => (by > 0 ? SIZES.find((size) => size > settings().zoom + 0.01) : SIZES.findLast((size) => size < settings().zoom - 0.01));

/** What a key with Ctrl does, if it is one of these. @param {string} key */
export function zooms(key) {
  const by = { "+": 1, "=": 1, "-": -1, 0: 0 }[key];
  if (by === undefined || !aboutLibrary()?.desktop) return false;
  zoom(by);
  return true;
}

/** @param {number} by   0 is as usual. */
function zoom(by) {
  const size = by === 0 ? 1 : next(by);
  if (size) change({ zoom: size });
}

/** For the settings. */
export function zoomChoice() {
  if (!aboutLibrary()?.desktop) return "";
  const value = make("output", {});
  const [smaller, larger] = [say("zoom-out"), say("zoom-in")].map((word, index) => button({ class: "button", "aria-label": word }, () => zoom(index * 2 - 1), "−+"[index]));
  follow(value, () => {
    value.textContent = percent(settings().zoom);
    smaller.disabled = !next(-1);
    larger.disabled = !next(1);
  });
  return make("div", { class: "sizes", role: "group", "aria-label": say("zoom") }, make("h3", {}, say("zoom")), smaller, value, larger);
}
