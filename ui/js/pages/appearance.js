/**
 * Reading settings: theme, letter size, line width. What is chosen shows at once, behind the dialog.
 *
 * @import { Settings } from "../../../types.js"
 */
import { button, make } from "../make.js";
import { changeSettings, settings, THEMES } from "../settings.js";
import { choice, openSheet } from "../sheets.js";
import { tell } from "../toast.js";

/** @type {[number, string][]} */
const MEASURES = [[30, "Narrow"], [36, "Normal"], [44, "Wide"]];
const [SMALLEST, LARGEST] = [14, 30];

export function openAppearance() {
  /** @param {Partial<Settings>} some */
  const change = (some) => {
    changeSettings(some).catch(tell);
    showSize();
  };
  const size = make("output", {});
  const smaller = button({ class: "button", "aria-label": "Smaller text" }, () => change(sized(-1)), "−");
  const larger = button({ class: "button", "aria-label": "Larger text" }, () => change(sized(1)), "+");
  const showSize = () => {
    const now = sizeNow();
    size.textContent = `${now} px`;
    smaller.disabled = now <= SMALLEST;
    larger.disabled = now >= LARGEST;
  };
  showSize();
  openSheet("Reading settings", "appearance").sheet.append(
    choice("Theme", THEMES, settings().theme, (theme) => change({ theme })),
    make("div", { class: "sizes", role: "group", "aria-label": "Text size" }, make("h3", {}, "Text size"), smaller, size, larger),
    choice("Line width", MEASURES, settings().measure < 33 ? 30 : settings().measure < 40 ? 36 : 44, (measure) => change({ measure })),
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
