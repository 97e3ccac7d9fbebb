/** The review, a room of its own: the few marks of a day, one by one. */

import { button, make } from "../make.js";
import { showRoom } from "../pages/room.js";
import { tell } from "../toast.js";
import { say } from "../words.js";
import * as door from "./door.js";
import { addressOf, wordsOf } from "./noted.js";

export { exit } from "../pages/room.js";

const RECALLED = /** @type {const} */ (["later", "soon", "never"]);

/** Days since 1970 by the reader's own clock. */
function today() {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}

/** How many marks are left of today. */
export const left = async () => (await door.review(today())).marks.length;

/**
 * Shows the room in `view`.
 * @param {HTMLElement} view
 * @param {string} _part
 * @param {() => void} leave   When it is done, or enough.
 */
export function enter(view, _part, leave) {
  const { held } = showRoom(view, "review", leave);
  held.className = "notebook";
  run(view, held, leave).catch(tell);
}

/** @type {(view: HTMLElement, box: HTMLElement, leave: () => void) => Promise<void>} */
async function run(view, box, leave) {
  let { marks, done } = await door.review(today());
  const all = done + marks.length;
  const show = () => {
    const mark = marks[0];
    if (mark === undefined) return box.replaceChildren(make("p", { class: "hint", role: "status" }, say("review-done")), make("p", { class: "choices" }, button({ class: "button first" }, leave, say("done"))));
    let isSaid = false;
    /** Once: a second click is no answer to the next one. @param {typeof RECALLED[number]} recalled */
    const says = (recalled) => {
      if (isSaid) return;
      isSaid = true;
      door.reviewed(mark.id, today(), recalled).then(() => {
        marks.shift();
        done += 1;
        show();
        view.querySelector("h1")?.focus({ preventScroll: true });
      }).catch((error) => {
        isSaid = false;
        tell(error);
      });
    };
    box.replaceChildren(make("p", { class: "hint", role: "status" }, say("of", { now: done + 1, all })),
      make("div", { class: "reviewed" }, ...wordsOf(mark, true)),
      make("p", { class: "choices" },
        ...RECALLED.map((each, at) => button({ class: at === 0 ? "button first" : "button" }, () => says(each), say(`review-${each}`)))),
      make("p", { class: "choices" }, make("a", { class: "button plain", href: addressOf(mark) }, say("review-open")), button({ class: "button plain" }, leave, say("review-enough"))));
  };
  show();
}
