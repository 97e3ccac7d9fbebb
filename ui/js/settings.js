/** How the reader likes it: theme, size, measure. Kept by Rust, shown through <html>. */

/** @import { Settings, Theme } from "../../types" */
import * as ipc from "./ipc.js";

/** @type {[Theme, string][]} */
export const THEMES = [["system", "System"], ["paper", "Paper"], ["sepia", "Sepia"], ["night", "Night"], ["black", "Black"]];

/** @type {Settings} */
let current = { theme: "system", size: null, measure: 36 };

/** The settings as they are now. */
export const settings = () => current;

/**
 * Takes over what `start` gave.
 * @param {Settings} settings
 */
export function applySettings(settings) {
  current = settings;
  const html = document.documentElement;
  html.dataset.theme = settings.theme;
  if (settings.size === null) html.style.removeProperty("--size");
  else html.style.setProperty("--size", `${settings.size}px`);
  html.style.setProperty("--measure", `${settings.measure}rem`);
}

/**
 * Changes some settings at once, and has them kept. Rejects with a Problem where they could not be.
 * @param {Partial<Settings>} some
 */
export function changeSettings(some) {
  applySettings({ ...current, ...some });
  return ipc.saveSettings(current);
}
