/** Reading settings, of moving through an article: scrolled or by pages, and what helps the eye. */

import { make } from "../make.js";
import { settings } from "../settings.js";
import { change, choice, flag } from "./controls.js";
import { say } from "../words.js";

export function makeMoving() {
  /** @type {["scroll" | "pages", string][]} */
  const ways = [["scroll", say("moving-scroll")], ["pages", say("moving-pages")]];
  /** @type {["article" | "never" | "always", string][]} */
  const lines = [["article", say("lines-as-written")], ["never", say("lines-horizontal")], ["always", say("lines-vertical")]];
  return [
    choice(say("moving"), ways, () => settings().moving, (moving) => change({ moving })),
    choice(say("japanese-and-chinese"), lines, () => settings().vertical, (vertical) => change({ vertical })),
    make("div", { class: "switches", role: "group", "aria-label": say("while-reading") },
      flag("focus", say("paragraph-focus")), flag("ruler", say("reading-ruler")), flag("auto_scroll", say("auto-scroll"))),
  ];
}
