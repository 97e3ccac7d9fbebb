/** Reading settings, of moving through an article: scrolled or by pages, and what helps the eye. */

import { make } from "../make.js";
import { settings } from "../settings.js";
import { change, choice, flag } from "./controls.js";

export function makeMoving() {
  /** @type {["scroll" | "pages", string][]} */
  const ways = [["scroll", "Scroll"], ["pages", "Pages"]];
  /** @type {["article" | "never" | "always", string][]} */
  const lines = [["article", "As written"], ["never", "Horizontal"], ["always", "Vertical"]];
  return [
    choice("Moving", ways, () => settings().moving, (moving) => change({ moving })),
    choice("Japanese and Chinese", lines, () => settings().vertical, (vertical) => change({ vertical })),
    make("div", { class: "switches", role: "group", "aria-label": "While reading" },
      flag("focus", "Paragraph focus"), flag("ruler", "Reading ruler"), flag("auto_scroll", "Auto-scroll")),
  ];
}
