/** What is related to an article, at its end. It is asked for when reading comes near to that, so that no opening waits for it. */

import { make } from "../make.js";
import { cards } from "./cards.js";
import { order } from "./order.js";

/** How many are offered, and how near the end is when they are asked for, in windows. */
const [MOST, NEAR] = [4, "150%"];

/**
 * @param {HTMLElement} ending   What stands after the text.
 * @param {string} id
 * @param {AbortSignal} signal
 */
export function offerRelated(ending, id, signal) {
  const near = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    // One that is gone meanwhile has nothing related to it.
    order.related(id, MOST).catch(() => []).then((related) => {
      if (related.length === 0 || signal.aborted) return;
      ending.querySelector(".neighbours")?.before(make("section", { class: "related", "aria-labelledby": "related" }, make("h2", { id: "related" }, "Related"), cards(related)));
    });
  }, { rootMargin: `0px 0px ${NEAR}` });
  near.observe(ending);
  signal.addEventListener("abort", () => near.disconnect());
}
