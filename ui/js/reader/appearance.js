/**
 * Reading settings: theme, letter size, measure. What is chosen shows at once, behind the dialog.
 *
 * @import { Settings, Theme } from "../../types.js"
 */
import { changeSettings, settings } from "../settings.js";
import { openSheet } from "../sheets.js";
import { button, make } from "./make.js";

/** @type {[Theme, string][]} */
const THEMES = [["system", "System"], ["paper", "Paper"], ["sepia", "Sepia"], ["night", "Night"], ["black", "Black"]];
/** @type {[number, string][]} */
const MEASURES = [[30, "Narrow"], [36, "Normal"], [44, "Wide"]];
const [SMALLEST, LARGEST] = [14, 30];

/** @param {(error: unknown) => void} failed */
export function openAppearance(failed) {
  /** @param {Partial<Settings>} some */
  const change = (some) => {
    changeSettings(some).catch(failed);
    show();
  };
  const size = make("output", { "aria-live": "polite" });
  const smaller = button({ class: "button", "aria-label": "Smaller text" }, () => change(sized(-1)), "−");
  const larger = button({ class: "button", "aria-label": "Larger text" }, () => change(sized(1)), "+");
  const themes = choice("theme", "Theme", THEMES, (theme) => change({ theme }));
  const measures = choice("measure", "Line width", MEASURES, (measure) => change({ measure }));
  const show = () => {
    const now = sizeNow();
    size.textContent = `${now} px`;
    smaller.disabled = now <= SMALLEST;
    larger.disabled = now >= LARGEST;
    themes.show(settings().theme);
    measures.show(nearest(settings().measure));
  };
  show();
  openSheet("Reading settings", "appearance").sheet.append(
    themes.element,
    make("div", { class: "sizes", role: "group", "aria-labelledby": "appearance-size" },
      make("h3", { id: "appearance-size" }, "Text size"), smaller, size, larger),
    measures.element,
  );
}

/**
 * The setting for letters a step larger (1) or smaller (-1); the size of the device again for 0.
 * @param {number} step
 * @returns {Partial<Settings>}
 */
export function sized(step) {
  return { size: step === 0 ? null : Math.min(LARGEST, Math.max(SMALLEST, sizeNow() + step)) };
}

function sizeNow() {
  return settings().size ?? (parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--size")) || 19);
}

/** @param {number} measure */
function nearest(measure) {
  return MEASURES.map(([each]) => each).reduce((one, other) => (Math.abs(other - measure) < Math.abs(one - measure) ? other : one));
}

/**
 * @template {string | number} T
 * @param {string} name
 * @param {string} title
 * @param {[T, string][]} options
 * @param {(value: T) => void} chosen
 */
function choice(name, title, options, chosen) {
  const labels = options.map(([value, words]) => {
    const input = make("input", { type: "radio", name: `reader-${name}`, value: String(value) });
    input.addEventListener("change", () => chosen(value));
    return { value, input, label: make("label", {}, input, words) };
  });
  const heading = make("h3", { id: `appearance-${name}` }, title);
  const row = make("div", { class: "choice", role: "radiogroup", "aria-labelledby": heading.id }, ...labels.map(({ label }) => label));
  return {
    element: make("div", {}, heading, row),
    /** @param {T} now */
    show: (now) => labels.forEach(({ value, input }) => (input.checked = value === now)),
  };
}
