/** How the reader likes it. Kept by Rust, shown through <html> (dress.js). */

/** @import { Settings } from "../../types" */
import * as ipc from "./ipc.js";
import { styleSheet } from "./make.js";

/** The smallest and the largest letters, in px. */
export const [SMALLEST, LARGEST] = [14, 30];

let current = dressed;
/** @type {Promise<unknown> | undefined} */
let legible;

/** The settings as they are now. */
export const settings = () => current;

/** Whether an article has its lines from top to bottom. @param {import("../../types").Meta} meta */
export const isUpright = ({ language, vertical }) => /^(ja|zh|yue|lzh)\b/i.test(language ?? "") && (current.vertical === "always" || (vertical && current.vertical === "article"));

/** Fires `change` when the settings are others. */
export const settingsChanges = new EventTarget();

/** Takes over what `start` gave. @param {Settings} settings */
export function applySettings(settings) {
  current = settings;
  dress(settings);
  if (settings.typeface === "legible") void loadLegible();
  settingsChanges.dispatchEvent(new Event("change"));
}

/** The typeface that is not there from the start. */
export const loadLegible = () => (legible ??= styleSheet("css/legible.css"));

/** Changes some settings at once, and has them kept. Rejects with a Problem where they could not be. @param {Partial<Settings>} some */
export function changeSettings(some) {
  applySettings({ ...current, ...some });
  return ipc.saveSettings(current);
}

/**
 * The setting for letters a step larger (1) or smaller (-1); the size of the device again for 0.
 * @param {number} step
 * @returns {Partial<Settings>}
 */
export function sized(step) {
  return { size: step === 0 ? null : Math.min(LARGEST, Math.max(SMALLEST, sizeNow() + step)) };
}

/** The size of the letters in px. */
export const sizeNow = () => current.size ?? (parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--size")) || 19);

/** The system, or the time, may ask for the other theme. */
const redress = () => dress(current);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redress);
document.addEventListener("visibilitychange", redress);
setInterval(() => current.theme === "clock" && redress(), 60_000);
