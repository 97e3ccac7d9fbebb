/** The review: the few marks of a day, one by one. */

import { button, make } from "../make.js";
import { tell } from "../toast.js";
import { say } from "../words.js";
import * as door from "./door.js";
import { addressOf, wordsOf } from "./noted.js";

const RECALLED = /** @type {const} */ (["later", "soon", "never"]);

/** Days since 1970 by the reader's own clock. */
function today() {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
}

/** How many marks are left of today. */
export const left = async () => (await door.review(today())).marks.length;

/**
 * @param {HTMLElement} box
 * @param {() => void} leave   When it is done, or enough.
 */
export async function runReview(box, leave) {
  const { marks } = await door.review(today());
  const all = marks.length;
  const show = () => {
    const mark = marks[0];
    const title = make("h2", { tabindex: "-1" }, say("review"));
    if (mark === undefined) {
      box.replaceChildren(title, make("p", { class: "hint" }, say("review-done")), make("p", { class: "choices" }, button({ class: "button first" }, leave, say("done"))));
      return title.focus({ preventScroll: true });
    }
    let isSaid = false;
    /** Once: a second click is no answer to the next one. @param {typeof RECALLED[number]} recalled */
    const says = (recalled) => {
      if (isSaid) return;
      isSaid = true;
      door.reviewed(mark.id, today(), recalled).then(() => {
        marks.shift();
        show();
      }).catch((error) => {
        isSaid = false;
        tell(error);
      });
    };
    box.replaceChildren(title, make("p", { class: "hint", role: "status" }, say("of", { now: all - marks.length + 1, all })),
      make("div", { class: "reviewed" }, ...wordsOf(mark, true)),
      make("p", { class: "choices" },
        ...RECALLED.map((each, at) => button({ class: at === 0 ? "button first" : "button" }, () => says(each), say(`review-${each}`)))),
      make("p", { class: "choices" }, make("a", { class: "button plain", href: addressOf(mark) }, say("review-open")), button({ class: "button plain" }, leave, say("review-enough"))));
    title.focus({ preventScroll: true });
  };
  show();
}
