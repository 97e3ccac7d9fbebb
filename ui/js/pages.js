/** The pages that are seldom asked for: each is loaded when it is, with the style sheets that they share. */

import { styleSheet } from "./make.js";

/** Style sheets that were asked for. @type {Record<string, Promise<unknown>>} */
const sheets = {};

/** A module, once the style sheets are there that it needs. @template T @param {Promise<T>} module @param {string[]} names @returns {Promise<T>} */
async function styled(module, names) {
  const [it] = await Promise.all([module, ...names.map((name) => (sheets[name] ??= styleSheet(`css/${name}.css`)))]);
  return it;
}

/** @template T @param {Promise<T>} module @param {string[]} more */
const page = (module, ...more) => styled(module, ["pages", "offered", "looks", "painted", ...more]);
/** @template T @param {Promise<T>} module @param {string[]} more */
const aid = (module, ...more) => page(module, "aids", ...more);

export const anew = () => import("./pages/anew.js");
export const acts = () => page(import("./pages/acts.js"));
/** What helps while one reads. */
export const aids = () => aid(import("./aids/aids.js"));
export const paged = () => aid(import("./aids/paged.js"));
export const appearance = () => page(import("./pages/appearance.js"));
export const browse = () => page(import("./pages/browse.js"));
export const collecting = () => page(import("./pages/collecting.js"));
export const copying = () => import("./pages/copy.js");
export const details = () => page(import("./pages/details.js"));
export const duplicates = () => page(import("./pages/duplicates.js"));
export const empty = () => page(import("./pages/empty.js"));
export const fault = () => page(import("./pages/fault.js"));
export const front = () => page(import("./pages/front.js"));
export const help = () => page(import("./pages/help.js"));
export const importing = () => page(import("./pages/import.js"));
/** For long articles. */
export const leaves = () => import("./long/leaves.js");
export const lightbox = () => page(import("./pages/lightbox.js"));
export const menu = () => page(import("./pages/menu.js"));
/** What the reader says of texts. */
export const notebook = () => aid(import("./margins/margins.js"), "margins");
export const notes = () => page(import("./pages/notes.js"));
export const players = () => page(import("./pages/players.js"));
export const related = () => page(import("./pages/related.js"));
export const parts = () => page(import("./pages/parts.js"));
export const review = async () => (await notebook()).review;
export const saving = () => page(import("./pages/saving.js"));
export const select = () => page(import("./pages/select.js"));
export const settings = () => page(import("./pages/settings.js"));
/** What the shelf hears of once it is painted: keys, and pointers on its rows. Needs no style sheet. */
export const shelfKeys = () => import("./pages/shelf-keys.js");
export const shelfTools = () => import("./pages/shelf-tools.js");
export const marking = () => import("./pages/marking.js");
export const searching = () => page(import("./pages/searching.js"));
export const swipe = () => page(import("./pages/swipe.js"));
export const taking = () => import("./pages/taking.js");
export const tagging = () => page(import("./pages/tagging.js"));
export const trash = () => page(import("./pages/trash.js"));
export const listening = () => aid(import("./aids/listen.js"), "listen");
export const layout = () => page(import("./pages/layout.js"));
/** For lines from top to bottom. */
export const upright = () => aid(import("./upright/upright.js"), "upright");
export const versions = () => page(import("./pages/versions.js"));
export const warnings = () => page(import("./pages/warnings.js"));
export const welcome = () => page(import("./pages/welcome.js"));
