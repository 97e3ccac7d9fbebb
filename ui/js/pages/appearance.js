/**
 * Reading settings. What is chosen shows at once, in the article beside the sheet.
 *
 * @import { Settings } from "../../../types"
 */
import { figure } from "../dates.js";
import { make } from "../make.js";
import { LARGEST, settings, sizeNow, SMALLEST } from "../settings.js";
import { change, choice, flag, stepper } from "./controls.js";
import { faces } from "./faces.js";
import { looks } from "./looks.js";
import { makeMoving } from "./moving.js";
import { openSheet } from "./sheets.js";
import { themes } from "./themes.js";
import { say } from "../words.js";

/** By their messages, in the order of the sheet; another group is a line here. @type {[string, () => Node[]][]} */
const GROUPS = [
  ["looks", () => [looks(), size()]],
  ["colours", () => themes()],
  ["letters", () => [faces(), make("div", { class: "flags" }, flag("ligatures", say("ligatures")), flag("old_figures", say("old-figures")))]],
  ["lines", lines],
  ["moving", makeMoving],
];

export function openAppearance() {
  const { sheet } = openSheet(say("reading-settings"), "appearance");
  sheet.append(...makeAppearance());
  // At a desk the article makes room.
  document.body.dataset.beside = "";
  sheet.addEventListener("close", () => delete document.body.dataset.beside);
}

export const makeAppearance = () => GROUPS.map(([name, parts]) => make("div", { class: "group", role: "group", "aria-label": say(name) }, ...parts()));

export const size = () => stepper(say("text-size"), [say("smaller-text"), say("larger-text")], [SMALLEST, LARGEST, 1], sizeNow, (size) => change({ size }), (size) => say("pixels", { count: size }));

/** The number that the page has of a property, where the reader chose none. @param {string} property @param {number} usual */
const shown = (property, usual) => parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property)) || usual;

function lines() {
  const margin = stepper(say("page-margins"), [say("narrower-margins"), say("wider-margins")], [.5, 4, .25], () => settings().margin ?? 1.25, (margin) => change({ margin }), figure);
  margin.classList.add("narrow");
  return [
    stepper(say("line-height"), [say("lower-lines"), say("higher-lines")], [1.2, 2.4, .1], () => settings().leading ?? shown("--leading", 1.6), (leading) => change({ leading }), (leading) => figure(leading, 1)),
    stepper(say("line-width"), [say("shorter-lines"), say("longer-lines")], [28, 48, 2], () => settings().measure, (measure) => change({ measure }), figure),
    margin,
    choice(say("paragraphs"), [[false, say("spaced")], [true, say("indented")]], () => settings().indented, (indented) => change({ indented })),
    choice(say("alignment"), [[false, say("ragged")], [true, say("justified")]], () => settings().justified, (justified) => change({ justified })),
    make("div", { class: "flags" }, flag("hyphens", say("hyphenate"))),
  ];
}
