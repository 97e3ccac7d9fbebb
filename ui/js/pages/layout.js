/** How the shelf is sorted and laid out. */

/** @import { Settings, Sort } from "../../../types" */
import { shuffle } from "../entries.js";
import { make } from "../make.js";
import { placeNow } from "../shelf.js";
import { changeSettings, settings } from "../settings.js";
import { tell } from "../toast.js";
import { choice } from "./controls.js";
import { openSheet } from "./sheets.js";

/** Each with what its two directions are called: downwards, upwards; and which one is usual. @type {[Sort, string, string, string, boolean][]} */
const SORTS = [
  ["saved", "Saved", "Newest first", "Oldest first", true],
  ["published", "Published", "Newest first", "Oldest first", true],
  ["title", "Title", "Z to A", "A to Z", false],
  ["site", "Site", "Z to A", "A to Z", false],
  ["length", "Length", "Longest first", "Shortest first", true],
  ["progress", "Progress", "Most read first", "Least read first", true],
  ["random", "Shuffled", "", "", true],
];

/** @type {[Settings["layout"], string][]} */
const LAYOUTS = [["list", "List"], ["compact", "Compact"], ["grid", "Grid"]];

export function showLayout() {
  const { sheet } = openSheet("Sort and layout", "layout");
  const directions = make("div", {});
  const change = (/** @type {Partial<Settings>} */ some) => void changeSettings(some).catch(tell);
  const showDirections = () => {
    const [, , down, up] = SORTS.find(([sort]) => sort === settings().sort) ?? SORTS[0];
    /** @type {[string, string][]} */
    const ways = [["down", down], ["up", up]];
    if (settings().sort === "title" || settings().sort === "site") ways.reverse();
    directions.replaceChildren(...(down === "" ? [] : [choice("Order", ways, () => (settings().descending ? "down" : "up"), (way) => change({ descending: way === "down" }))]));
  };
  const sorted = choice("Sort by", SORTS.map(([sort, name]) => [sort, name]), () => settings().sort, (sort) => {
    if (sort === "random") shuffle();
    change({ sort, descending: SORTS.find(([each]) => each === sort)?.[4] ?? true });
    showDirections();
  });
  showDirections();
  const front = make("input", { type: "checkbox" });
  front.checked = settings().front;
  front.addEventListener("change", () => change({ front: front.checked }));
  sheet.append(choice("Layout", LAYOUTS, () => settings().layout, (layout) => change({ layout })),
    ...(placeNow().collection === null ? [sorted, directions] : [make("p", { class: "hint" }, "A collection stands in its own order: articles are moved by their menus. A saved search is sorted as its words say.")]),
    make("label", { class: "check" }, front, "Front page above the newest articles"));
  /** @type {HTMLElement | null} */ (sheet.querySelector("input:checked"))?.focus();
}
