/**
 * The bar: back, where you are, and what can be done. At the top of a desk, at the thumb on a phone. It leaves when
 * the article is scrolled down, and returns when it is scrolled up, at its ends, and when it is focused.
 *
 * @import { Reading } from "./reader.js"
 */
import { icon } from "../icons.js";
import { button, make } from "./make.js";

/** How far one scrolls before the bar takes notice, in px. */
const SLACK = 12;

/**
 * @param {Reading} reading
 * @param {Record<"leave" | "settings" | "archive" | "bookmark", () => void>} doings
 * @param {HTMLElement | null} contents a popover, where the article has headings
 * @param {HTMLElement} more a popover
 */
export function makeBar({ document: { meta: { site, minutes } }, signal }, { leave, settings, archive, bookmark }, contents, more) {
  const left = make("span", {});
  const line = make("div", { class: "hairline" });
  const archived = button({ class: "icon-button desk", "aria-label": "Archive", title: "Archive (e)" }, archive, icon("archive"));
  const bookmarked = button({ class: "icon-button", "aria-label": "Bookmark", title: "Bookmark (b)" }, bookmark, icon("bookmark"));
  const bar = make(
    "header",
    { class: "bar" },
    button({ class: "to-library", "aria-label": "Library", title: "Library (Esc)" }, leave, icon("back"), make("span", {}, "Library")),
    make("p", { class: "where" }, ...(site === null ? [] : [make("bdi", {}, site), make("i", {}, "·")]), left),
    make("div", { class: "tools-end" },
      button({ class: "icon-button letters", title: "Reading settings (s)", "aria-haspopup": "dialog" }, settings, "Aa"),
      contents === null ? null : opener(contents, "Contents", "contents", "Contents (t)"),
      archived, bookmarked, opener(more, "More", "more", "More")),
    line,
  );
  hideOnTheWayDown(bar, signal);

  return {
    bar,
    /** @param {number} progress */
    showProgress(progress) {
      line.style.setProperty("--done", String(progress));
      const rest = Math.ceil(minutes * (1 - progress));
      left.textContent = rest > 0 ? `${rest} min left` : "Read";
    },
    /** @param {{ bookmarked: boolean, archived: boolean }} marks */
    showMarks(marks) {
      bookmarked.setAttribute("aria-pressed", String(marks.bookmarked));
      archived.setAttribute("aria-pressed", String(marks.archived));
    },
  };
}

/**
 * @param {HTMLElement} popover
 * @param {string} name
 * @param {"contents" | "more"} image
 * @param {string} title
 */
function opener(popover, name, image, title) {
  const element = button({ class: "icon-button", "aria-label": name, title }, () => {}, icon(image));
  element.popoverTargetElement = popover;
  return element;
}

/**
 * @param {HTMLElement} bar
 * @param {AbortSignal} signal
 */
function hideOnTheWayDown(bar, signal) {
  let turn = scrollY;
  let last = scrollY;
  document.addEventListener("scroll", () => {
    const now = scrollY;
    const atEnd = now + innerHeight >= document.documentElement.scrollHeight - 4;
    if (now < 80 || atEnd) bar.removeAttribute("data-away");
    else if (now > last) {
      if (bar.dataset["away"] !== undefined || last < turn) turn = last;
      if (now - turn > SLACK && !bar.matches(":focus-within")) bar.dataset["away"] = "";
    } else if (now < last) {
      if (bar.dataset["away"] === undefined || last > turn) turn = last;
      if (turn - now > SLACK) bar.removeAttribute("data-away");
    }
    last = now;
  }, { passive: true, signal });
  bar.addEventListener("focusin", () => bar.removeAttribute("data-away"));
}
