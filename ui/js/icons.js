/** The pictograms that modules draw; those of the shelf's frame are in index.html. */

import { button } from "./make.js";

const SVG = "http://www.w3.org/2000/svg";

/** Strokes on a field of 24. */
const PATHS = {
  bookmark: "M7 4h10v16l-5-4-5 4z",
  archive: "M4 5h16v4H4zM5.5 9v10h13V9M10 13h4",
  unarchive: "M4 5h16v4H4zM5.5 9v10h13V9M12 17v-5M9.75 14 12 11.75 14.25 14",
  check: "m5 12.5 4.5 4.5L19 7.5",
  folder: "M3.5 6h6l2 2.5h9V19h-17z",
  close: "M6 6l12 12M18 6 6 18",
  back: "m14 6-6 6 6 6",
  next: "m10 6 6 6-6 6",
  contents: "M5 7h14M5 12h14M5 17h9",
  plus: "M12 6v12M6 12h12",
  minus: "M6 12h12",
  pause: "M9 6v12M15 6v12",
  play: "M8 5.5v13l10.5-6.5z",
  previous: "M17.5 6v12L9 12zM6.5 6v12",
  skip: "M6.5 6v12l8.5-6zM17.5 6v12",
  sound: "M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  again: "M19 12a7 7 0 1 1-2.2-5.1M17.5 3v4.5H13",
  versions: "M8.5 4H19v13H8.5zM5 7.5V20h10.5",
  pen: "m5 19 1-4L16.5 4.5l3 3L9 18z",
  more: "M6 12h0M12 12h0M18 12h0",
  tag: "M4 4.5h8l8 8-7.5 7.5-8.5-8.5zM8 8.5h0",
  collection: "M4 8h16v12H4zM6 4.5h12",
  trash: "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
  find: "M10.5 4.5a6 6 0 1 0 0 12a6 6 0 1 0 0-12M15 15l5 5",
  sliders: "M4 8h9M18 8h2M4 16h2M11 16h9M15.5 5.75a2.25 2.25 0 1 0 0 4.5a2.25 2.25 0 1 0 0-4.5M8.5 13.75a2.25 2.25 0 1 0 0 4.5a2.25 2.25 0 1 0 0-4.5",
  select: "M5 5h14v14H5zM8.5 12l2.5 2.5 4.5-5",
  up: "m6 14 6-6 6 6",
  down: "m6 10 6 6 6-6",
  print: "M7 8.5V4h10v4.5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z",
  out: "M9 5H5v14h14v-4M13 5h6v6M19 5l-8 8",
};

/** Those that point where one reads, and so the other way where that is from right to left. */
const TURNS = new Set(["back", "next", "contents", "out"]);

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", TURNS.has(name) ? "icon turns" : "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that is a pictogram.
 * @param {string} label
 * @param {keyof typeof PATHS} name
 * @param {() => void} press
 * @param {string} [title]
 */
export const tool = (label, name, press, title) => button({ class: "icon-button", "aria-label": label, title }, press, icon(name));
