/**
 * The bar: back, where you are, and what can be done. At the top of a desk, at the thumb on a phone. It leaves when
 * the article is scrolled down, and returns when it is scrolled up, at its ends, and when it is focused.
 *
 * @import { Reading } from "../../../types.js"
 */
import { icon, tool } from "../icons.js";
import { button, make } from "../make.js";
import { say, withKey } from "../words.js";

/** How far one scrolls before the bar takes notice, in px. */
const SLACK = 12;

/**
 * @param {Reading} reading
 * @param {Record<"leave" | "settings" | "archive" | "bookmark", () => void>} doings
 * @param {HTMLElement | null} contents a popover, where the article has headings
 * @param {HTMLElement} more a popover
 */
export function makeBar({ document: { meta: { site, minutes } } }, { leave, settings, archive, bookmark }, contents, more) {
  const { from } = history.state;
  const left = make("span", {});
  const line = make("div", { class: "hairline" });
  const archived = tool(say("archive-verb"), "archive", archive, withKey("archive-verb", "e"));
  archived.classList.add("desk");
  const bookmarked = tool(say("bookmark"), "bookmark", bookmark, withKey("bookmark", "b"));
  /** @type {(name: string, image: "contents" | "more", panel: HTMLElement, title: string) => HTMLElement} */
  const opener = (name, image, panel, title) => Object.assign(tool(name, image, () => {}, title), { popoverTargetElement: panel });
  const bar = make("header", { class: "bar" },
    button({ class: "to-library", "aria-label": say(from), title: withKey(from, say("key-esc")) }, leave, icon("back"), make("span", {}, say(from))),
    make("p", { class: "where" }, site && make("span", { class: "from" }, make("bdi", {}, site), " ·"), left),
    make("div", { class: "tools-end" },
      button({ class: "icon-button letters", title: withKey("reading-settings", "s"), "aria-haspopup": "dialog" }, settings, "Aa"),
      contents && opener(say("contents"), "contents", contents, withKey("contents", "t")),
      archived, bookmarked, opener(say("more"), "more", more, say("more"))),
    line);
  bar.addEventListener("focusin", () => bar.removeAttribute("data-away"));
  /** How far the reader scrolled in one direction. */
  let way = 0;

  return {
    bar,
    /** @param {number} step   How far it was scrolled, in px. */
    travel(step) {
      way = step * way < 0 ? step : way + step;
      const atAnEnd = scrollY < 80 || scrollY + innerHeight >= document.documentElement.scrollHeight - 4;
      if (atAnEnd || way < -SLACK) bar.removeAttribute("data-away");
      else if (way > SLACK && !bar.matches(":focus-within")) bar.dataset.away = "";
    },
    /** @param {number} progress */
    showProgress(progress) {
      line.style.setProperty("--done", String(progress));
      const rest = Math.ceil(minutes * (1 - progress));
      // Of what has no words there is nothing to say.
      left.textContent = rest > 0 ? say("minutes-left", { count: rest }) : minutes > 0 ? say("is-read") : "";
    },
    /** @param {{ bookmarked: boolean, archived: boolean }} marks */
    showMarks(marks) {
      bookmarked.setAttribute("aria-pressed", String(marks.bookmarked));
      archived.setAttribute("aria-pressed", String(marks.archived));
    },
  };
}
