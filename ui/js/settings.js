/** How the reader likes it: theme, size, measure. Kept by Rust, shown through <html>. */

/** @import { Settings } from "../../types" */
import * as ipc from "./ipc.js";

/** The smallest and the largest letters, in px. */
export const [SMALLEST, LARGEST] = [14, 30];

/** @type {Settings} */
let current = { theme: "system", size: null, measure: 36, own_network: false, layout: "list", sort: "saved", descending: true, front: true };

/** The settings as they are now. */
export const settings = () => current;

/** Fires `change` when the settings are others. */
export const settingsChanges = new EventTarget();

/**
 * Takes over what `start` gave.
 * @param {Settings} settings
 */
export function applySettings(settings) {
  current = settings;
  const html = document.documentElement;
  html.dataset.theme = settings.theme;
  html.dataset.layout = settings.layout;
  if (settings.size === null) html.style.removeProperty("--size");
  else html.style.setProperty("--size", `${settings.size}px`);
  html.style.setProperty("--measure", `${settings.measure}rem`);
  settingsChanges.dispatchEvent(new Event("change"));
}

/**
 * Changes some settings at once, and has them kept. Rejects with a Problem where they could not be.
 * @param {Partial<Settings>} some
 */
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
export function sizeNow() {
  return current.size ?? (parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--size")) || 19);
}
