/** Articles that are offered unasked: on the front page, and at the end of an article. */

/** @import { Entry } from "../../../types" */
import { isBegun } from "../entries.js";
import * as ipc from "../ipc.js";
import { make } from "../make.js";
import { ours, say } from "../words.js";

/** Of a picture, in px. */
const WIDTH = 112;

/** Minutes that are left of an article. @param {Entry} entry */
export const minutesLeft = ({ minutes, progress }) => Math.max(1, Math.ceil(minutes * (1 - progress)));

/** Articles as a list: title, where each is from, how long it takes. @param {Entry[]} entries */
export const cards = (entries) => make("ul", { role: "list" }, ...entries.map(card));

/** @param {Entry} entry */
function card(entry) {
  const { id, title, site, author, language, direction, minutes, picture } = entry;
  const from = site ?? author;
  const begun = isBegun(entry);
  const image = picture && make("img", { alt: "", decoding: "async", loading: "lazy", draggable: "false", src: ipc.media(id, picture, Math.ceil(WIDTH * devicePixelRatio)) });
  if (image) image.addEventListener("error", () => image.remove());
  const bar = begun && make("span", { class: "progress" });
  if (bar) bar.style.setProperty("--done", entry.progress.toFixed(3));
  return make("li", { dir: direction }, make("a", { class: "offer", href: `#/read/${encodeURIComponent(id)}` },
    make("span", { class: "offer-words" },
      make("b", { lang: language }, title),
      make("span", { class: "meta" },
        from && make("span", {}, make("bdi", {}, from)),
        minutes > 0 && make("span", {}, make("bdi", ours, begun ? say("minutes-left", { count: minutesLeft(entry) }) : say("minutes", { count: minutes })))),
      bar),
    image));
}
