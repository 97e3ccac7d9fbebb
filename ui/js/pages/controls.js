/** What a setting is chosen by: one of a few, a step up or down, yes or no. Each shows the setting as it is, wherever that changes. */

/** @import { Settings } from "../../../types" */
import { button, make } from "../make.js";
import { changeSettings, settings, settingsChanges } from "../settings.js";
import { tell } from "../toast.js";

/** @param {Partial<Settings>} some */
export const change = (some) => void changeSettings(some).catch(tell);

/**
 * Shows the settings now, and when they change elsewhere, until `part` is taken from the page.
 * @param {HTMLElement} part
 * @param {() => void} show
 */
export function follow(part, show) {
  show();
  const heard = () => (part.isConnected ? show() : settingsChanges.removeEventListener("change", heard));
  settingsChanges.addEventListener("change", heard);
}

let choices = 0;

/**
 * One of a few, under a heading.
 * @template {string | number | boolean} T
 * @param {string} name
 * @param {[T, string][]} options
 * @param {() => T} now
 * @param {(value: T) => void} chosen
 * @param {(value: T) => Node | null} [picture]   Stands before an option's words.
 */
export function choice(name, options, now, chosen, picture = () => null) {
  // The same choice may stand in two places: radio buttons of one name would be one group.
  const group = `${name} ${++choices}`;
  const labels = options.map(([value, words]) => {
    const input = make("input", { type: "radio", name: group });
    follow(input, () => void (input.checked = value === now()));
    input.addEventListener("change", () => chosen(value));
    return make("label", { "data-value": String(value) }, input, picture(value), words);
  });
  return make("div", {}, make("h3", {}, name), make("div", { class: "choice", role: "radiogroup", "aria-label": name }, ...labels));
}

/**
 * A number between two others, a step smaller or larger.
 * @param {string} name
 * @param {[string, string]} words   What the buttons are called.
 * @param {[number, number, number]} range   The smallest, the largest, and a step.
 * @param {() => number} now
 * @param {(value: number) => void} chosen
 * @param {(value: number) => string} told
 */
export function stepper(name, words, [least, most, step], now, chosen, told) {
  const value = make("output", {});
  const move = (/** @type {number} */ by) => () => chosen(Math.min(most, Math.max(least, Math.round((now() + by * step) / step) * step)));
  const [smaller, larger] = words.map((word, index) => button({ class: "button", "aria-label": word }, move(index * 2 - 1), "−+"[index]));
  follow(value, () => {
    value.textContent = told(now());
    smaller.disabled = now() <= least;
    larger.disabled = now() >= most;
  });
  return make("div", { class: "sizes", role: "group", "aria-label": name }, make("h3", {}, name), smaller, value, larger);
}

/** Yes or no. @param {"hyphens" | "ligatures" | "old_figures" | "focus" | "ruler" | "auto_scroll"} setting @param {string} words */
export function flag(setting, words) {
  const input = make("input", { type: "checkbox" });
  follow(input, () => void (input.checked = settings()[setting]));
  input.addEventListener("change", () => change({ [setting]: input.checked }));
  return make("label", { class: "check" }, input, words);
}
