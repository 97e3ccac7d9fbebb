/** The pages that are seldom asked for: each is loaded when it is, with the style sheet that they share. */

import { styleSheet } from "./make.js";

/** @type {Promise<unknown> | undefined} */
let styled;

/** @template T @param {Promise<T>} module @returns {Promise<T>} */
async function page(module) {
  const [it] = await Promise.all([module, (styled ??= styleSheet("css/pages.css"))]);
  return it;
}

export const appearance = () => page(import("./pages/appearance.js"));
export const details = () => page(import("./pages/details.js"));
export const empty = () => page(import("./pages/empty.js"));
export const fault = () => page(import("./pages/fault.js"));
export const help = () => page(import("./pages/help.js"));
export const importing = () => page(import("./pages/import.js"));
export const lightbox = () => page(import("./pages/lightbox.js"));
export const menu = () => page(import("./pages/menu.js"));
export const parts = () => page(import("./pages/parts.js"));
export const saving = () => page(import("./pages/saving.js"));
export const settings = () => page(import("./pages/settings.js"));
export const versions = () => page(import("./pages/versions.js"));
export const warnings = () => page(import("./pages/warnings.js"));
export const welcome = () => page(import("./pages/welcome.js"));
