const SVG = "http://www.w3.org/2000/svg";

/** What each icon draws, on a field of 24 by 24. */
const PATHS = {
  back: "m14 6-6 6 6 6",
  contents: "M5 7h14M5 12h14M5 17h9",
  archive: "M4 5h16v4H4zM5.5 9v10h13V9M10 13h4",
  bookmark: "M7 4h10v16l-5-4-5 4z",
  more: "M6 12h0M12 12h0M18 12h0",
  close: "m6 6 12 12M18 6 6 18",
  next: "m10 6 6 6-6 6",
  enlarge: "M14 5h5v5M10 19H5v-5M19 5l-6 6M5 19l6-6",
  out: "M9 5H5v14h14v-4M13 5h6v6M19 5l-8 8",
  folder: "M4 6h6l2 2h8v10H4z",
};

/**
 * @param {keyof typeof PATHS} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
