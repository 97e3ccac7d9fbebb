/**
 * Reading settings: theme, letter size, line width. What is chosen shows at once, behind the dialog.
 *
 * @import { Settings, Theme } from "../../../types.js"
 */
import { button, make } from "../make.js";
import { changeSettings, LARGEST, settings, settingsChanges, sized, sizeNow, SMALLEST } from "../settings.js";
import { openSheet } from "./sheets.js";
import { tell } from "../toast.js";

/** @type {[number, string][]} */
const MEASURES = [[30, "Narrow"], [36, "Normal"], [44, "Wide"]];
/** @type {[Theme, string][]} */
const THEMES = [["system", "System"], ["paper", "Paper"], ["sepia", "Sepia"], ["night", "Night"], ["black", "Black"]];

export function openAppearance() {
  openSheet("Reading settings", "appearance").sheet.append(...makeAppearance());
}

/** The choices of theme, letter size and line width. */
export function makeAppearance() {
  /** @param {Partial<Settings>} some */
  const change = (some) => void changeSettings(some).catch(tell);
  const size = make("output", {});
  const smaller = button({ class: "button", "aria-label": "Smaller text" }, () => change(sized(-1)), "−");
  const larger = button({ class: "button", "aria-label": "Larger text" }, () => change(sized(1)), "+");
  follow(size, () => {
    const now = sizeNow();
    size.textContent = `${now} px`;
    smaller.disabled = now <= SMALLEST;
    larger.disabled = now >= LARGEST;
  });
  return [
    choice("Theme", THEMES, () => settings().theme, (theme) => change({ theme })),
    make("div", { class: "sizes", role: "group", "aria-label": "Text size" }, make("h3", {}, "Text size"), smaller, size, larger),
    choice("Line width", MEASURES, () => (settings().measure < 33 ? 30 : settings().measure < 40 ? 36 : 44), (measure) => change({ measure })),
  ];
}

/**
 * Shows the settings now, and when they change elsewhere, until `part` is taken from the page.
 * @param {HTMLElement} part
 * @param {() => void} show
 */
function follow(part, show) {
  show();
  const heard = () => (part.isConnected ? show() : settingsChanges.removeEventListener("change", heard));
  settingsChanges.addEventListener("change", heard);
}

let choices = 0;

/**
 * One of a few, under a heading.
 * @template {string | number} T
 * @param {string} name
 * @param {[T, string][]} options
 * @param {() => T} now
 * @param {(value: T) => void} chosen
 */
export function choice(name, options, now, chosen) {
  // The same choice may stand in two places: radio buttons of one name would be one group.
  const group = `${name} ${++choices}`;
  const labels = options.map(([value, words]) => {
    const input = make("input", { type: "radio", name: group });
    follow(input, () => void (input.checked = value === now()));
    input.addEventListener("change", () => chosen(value));
    return make("label", {}, input, words);
  });
  return make("div", {}, make("h3", {}, name), make("div", { class: "choice", role: "radiogroup", "aria-label": name }, ...labels));
}
