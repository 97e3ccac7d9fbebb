/**
 * Reading settings. What is chosen shows at once, in the article beside the sheet.
 *
 * @import { Settings } from "../../../types"
 */
import { make } from "../make.js";
import { LARGEST, settings, sizeNow, SMALLEST } from "../settings.js";
import { change, choice, flag, stepper } from "./controls.js";
import { faces } from "./faces.js";
import { looks } from "./looks.js";
import { makeMoving } from "./moving.js";
import { openSheet } from "./sheets.js";
import { themes } from "./themes.js";

/** In the order of the sheet; another group is a line here. @type {[string, () => Node[]][]} */
const GROUPS = [
  ["Looks", () => [looks(), size()]],
  ["Colours", () => themes()],
  ["Letters", () => [faces(), make("div", { class: "flags" }, flag("ligatures", "Ligatures"), flag("old_figures", "Old-style figures"))]],
  ["Lines", lines],
  ["Moving", makeMoving],
];

export function openAppearance() {
  const { sheet } = openSheet("Reading settings", "appearance");
  sheet.append(...makeAppearance());
  // At a desk the article makes room.
  document.body.dataset.beside = "";
  sheet.addEventListener("close", () => delete document.body.dataset.beside);
}

export const makeAppearance = () => GROUPS.map(([name, parts]) => make("div", { class: "group", role: "group", "aria-label": name }, ...parts()));

export const size = () => stepper("Text size", ["Smaller text", "Larger text"], [SMALLEST, LARGEST, 1], sizeNow, (size) => change({ size }), (size) => `${size} px`);

/** The number that the page has of a property, where the reader chose none. @param {string} property @param {number} usual */
const shown = (property, usual) => parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property)) || usual;

function lines() {
  const margin = stepper("Page margins", ["Narrower margins", "Wider margins"], [.5, 4, .25], () => settings().margin ?? 1.25, (margin) => change({ margin }), String);
  margin.classList.add("narrow");
  return [
    stepper("Line height", ["Lower lines", "Higher lines"], [1.2, 2.4, .1], () => settings().leading ?? shown("--leading", 1.6), (leading) => change({ leading }), (leading) => leading.toFixed(1)),
    stepper("Line width", ["Shorter lines", "Longer lines"], [28, 48, 2], () => settings().measure, (measure) => change({ measure }), String),
    margin,
    choice("Paragraphs", [[false, "Spaced"], [true, "Indented"]], () => settings().indented, (indented) => change({ indented })),
    choice("Alignment", [[false, "Ragged"], [true, "Justified"]], () => settings().justified, (justified) => change({ justified })),
    make("div", { class: "flags" }, flag("hyphens", "Hyphenate words")),
  ];
}
