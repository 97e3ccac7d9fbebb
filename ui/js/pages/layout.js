/** How the shelf is sorted and laid out. */

/** @import { Settings, Sort } from "../../../types" */
import { shuffle } from "../entries.js";
import { make } from "../make.js";
import { placeNow } from "../shelf.js";
import { changeSettings, settings } from "../settings.js";
import { tell } from "../toast.js";
import { choice } from "./controls.js";
import { openSheet } from "./sheets.js";
import { say } from "../words.js";

/** Each with its message, what its two directions are called: downwards, upwards; and which one is usual. @type {[Sort, string, string, string, boolean][]} */
const SORTS = [
  ["saved", "sort-saved", "newest-first", "oldest-first", true],
  ["published", "sort-published", "newest-first", "oldest-first", true],
  ["title", "sort-title", "z-to-a", "a-to-z", false],
  ["site", "sort-site", "z-to-a", "a-to-z", false],
  ["length", "sort-length", "longest-first", "shortest-first", true],
  ["progress", "sort-progress", "most-read-first", "least-read-first", true],
  ["random", "sort-random", "", "", true],
];

/** @type {[Settings["layout"], string][]} */
const LAYOUTS = [["list", "layout-list"], ["compact", "layout-compact"], ["grid", "layout-grid"]];

export function showLayout() {
  const { sheet } = openSheet(say("sort-and-layout"), "layout");
  const directions = make("div", {});
  const change = (/** @type {Partial<Settings>} */ some) => void changeSettings(some).catch(tell);
  const showDirections = () => {
    const [, , down, up] = SORTS.find(([sort]) => sort === settings().sort) ?? SORTS[0];
    /** @type {[string, string][]} */
    const ways = [["down", down], ["up", up]];
    if (settings().sort === "title" || settings().sort === "site") ways.reverse();
    directions.replaceChildren(...(down === "" ? [] : [choice(say("order"), ways.map(([way, name]) => [way, say(name)]), () => (settings().descending ? "down" : "up"), (way) => change({ descending: way === "down" }))]));
  };
  const sorted = choice(say("sort-by"), SORTS.map(([sort, name]) => [sort, say(name)]), () => settings().sort, (sort) => {
    if (sort === "random") shuffle();
    change({ sort, descending: SORTS.find(([each]) => each === sort)?.[4] ?? true });
    showDirections();
  });
  showDirections();
  const front = make("input", { type: "checkbox" });
  front.checked = settings().front;
  front.addEventListener("change", () => change({ front: front.checked }));
  sheet.append(choice(say("layout"), LAYOUTS.map(([layout, name]) => [layout, say(name)]), () => settings().layout, (layout) => change({ layout })),
    ...(placeNow().collection === null ? [sorted, directions] : [make("p", { class: "hint" }, say("collection-order"))]),
    make("label", { class: "check" }, front, say("front-setting")));
  /** @type {HTMLElement | null} */ (sheet.querySelector("input:checked"))?.focus();
}
