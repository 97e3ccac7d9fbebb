/** Pictograms that only the margins need, as those of icons.js. */

import { icon } from "../icons.js";

const PATHS = {
  copy: "M8.5 8.5H19V20H8.5zM5 16V4.5h10.5",
  quote: "M10 7C6.5 8 5 10.5 5 14v3h5v-5H7.5M19.5 7c-3.5 1-5 3.5-5 7v3h5v-5H17",
};

/** @param {keyof typeof PATHS} name */
export function picture(name) {
  const svg = icon("pen");
  svg.firstElementChild?.setAttribute("d", PATHS[name]);
  return svg;
}
