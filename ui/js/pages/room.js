/** A room beside shelf and reader: its title, what it holds, and the way back. */

import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { listenToKeys } from "../reader/keys.js";
import { say, withKey } from "../words.js";

/**
 * Shows a room in `view`, with the focus on its title.
 * @param {HTMLElement} view
 * @param {string} name
 * @param {HTMLElement} held
 * @param {() => void} leave
 * @param {AbortSignal} signal   Ends its keys.
 */
export function showRoom(view, name, held, leave, signal) {
  const title = make("h1", { tabindex: "-1" }, name);
  view.replaceChildren(
    make("div", { class: "room-side" }, button({ class: "room-back", "aria-label": say("library"), title: withKey("library", say("key-esc")) }, leave, icon("back"), say("library"))),
    make("main", {}, title, held));
  listenToKeys({ Escape: leave }, signal);
  document.title = `${name} · Offprint`;
  scrollTo({ top: 0, behavior: "instant" });
  title.focus({ preventScroll: true });
}
