/** A room beside shelf and reader: its title, what it holds, and the way back. */

import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { listenToKeys } from "../reader/keys.js";
import { say, withKey } from "../words.js";

let inside = new AbortController();

/**
 * Shows the room of this name in `view`, with the focus on its title; gives what holds it, and what ends when it is left.
 * @param {HTMLElement} view
 * @param {"trash" | "duplicates" | "notebook" | "review"} name
 * @param {() => void} leave
 */
export function showRoom(view, name, leave) {
  exit(view);
  inside = new AbortController();
  const { signal } = inside;
  const { from } = history.state;
  const held = make("div", { class: name });
  const title = make("h1", { tabindex: "-1" }, say(name));
  view.replaceChildren(
    make("div", { class: "room-side" }, button({ class: "room-back", "aria-label": say(from), title: withKey(from, say("key-esc")) }, leave, icon("back"), say(from))),
    make("main", {}, title, held));
  listenToKeys({ Escape: leave }, signal);
  document.title = `${title.textContent} · Offprint`;
  scrollTo({ top: 0, behavior: "instant" });
  title.focus({ preventScroll: true });
  return { held, signal };
}

/** @param {HTMLElement} view */
export function exit(view) {
  inside.abort();
  view.replaceChildren();
}
