/**
 * What stands at an article's end: what is related to it, asked for when reading comes near, so that no opening waits
 * for it, and its neighbours on the shelf.
 *
 * @import { Entry, Neighbours } from "../../../types"
 */

import { make } from "../make.js";
import { cards } from "./cards.js";
import { order } from "./order.js";
import { say } from "../words.js";

/** How many are offered, and how near the end is when they are asked for, in windows. */
const [MOST, NEAR] = [4, "150%"];

/** @param {HTMLElement} ending   What stands after the text. @param {string} id @param {AbortSignal} signal */
export function offerRelated(ending, id, signal) {
  if (signal.aborted) return;
  const near = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    // One that is gone meanwhile has nothing related to it.
    order.related(id, MOST).catch(() => []).then((related) => {
      if (related.length === 0 || signal.aborted) return;
      ending.querySelector(".doings")?.after(make("section", { class: "related", "aria-labelledby": "related" }, make("h2", { id: "related" }, say("related")), cards(related)));
    });
  }, { rootMargin: `0px 0px ${NEAR}` });
  near.observe(ending);
  signal.addEventListener("abort", () => near.disconnect());
}

/** The articles before and after this one. @param {HTMLElement} ending @param {Neighbours} neighbours @param {(entry: Entry) => void} go */
export function showNeighbours(ending, { previous, next }, go) {
  ending.append(make("nav", { class: "neighbours", "aria-label": say("previous-next") }, card(previous, "previous", go), card(next, "next", go)));
}

/** @param {Entry | null} entry @param {"previous" | "next"} place @param {(entry: Entry) => void} go */
function card(entry, place, go) {
  if (entry === null) return null;
  const { id, title, site, author, language, minutes } = entry;
  const from = site ?? author;
  const link = make("a", { class: `card ${place}`, href: `#/read/${encodeURIComponent(id)}` },
    make("span", { class: "place" }, say(place)),
    make("b", { dir: "auto", lang: language }, title),
    make("span", { class: "meta" },
      from && make("span", {}, make("bdi", {}, from)),
      minutes > 0 ? make("span", {}, say("minutes", { count: minutes })) : null));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(entry);
  });
  return link;
}
