/**
 * Pictures as laid out: none larger than it is, none taller than the window, and one that does not load becomes the
 * same frame as one that was never saved.
 *
 * @import { Reading } from "../../../types.js"
 */
import { button, make } from "../make.js";
import { players } from "../pages.js";
import { ours, say, withTitle } from "../words.js";

/** From this width on a picture may run to the edges of a phone. */
const WIDE = 480;

/**
 * @param {Reading} reading
 * @param {(picture: HTMLImageElement) => void} enlarge
 * @param {(() => void) | null} reveal shows where the files are
 * @returns what is done with a part that comes later
 */
export function layPictures({ article, document, signal }, enlarge, reveal) {
  const lay = (/** @type {HTMLElement} */ part) => {
    for (const absent of part.querySelectorAll(".absent[role=img]")) tell(absent);
    for (const picture of part.querySelectorAll("img")) {
      size(picture, Number(picture.getAttribute("width")), Number(picture.getAttribute("height")));
      const figure = picture.closest("figure");
      if (figure === null || picture.closest("a") !== null) continue;
      const name = picture.alt === "" ? say("enlarge") : withTitle("enlarge", picture.alt);
      picture.after(button({ class: "enlarge", "aria-label": name }, () => enlarge(picture)));
      picture.addEventListener("click", () => enlarge(picture));
    }
  };
  lay(article);
  article.addEventListener("load", (event) => {
    const picture = event.target;
    if (!(picture instanceof HTMLImageElement)) return;
    // Loaded is not drawn: paper that comes before its picture is a white box in the night.
    void picture.decode().then(() => void (picture.dataset.loaded = ""), () => {});
  }, { capture: true, signal });
  article.addEventListener("error", ({ target }) => {
    if (!(target instanceof HTMLImageElement || target instanceof HTMLMediaElement)) return;
    const medium = document.media.find((each) => each.key === target.dataset.media);
    const alt = target.getAttribute("alt") || medium?.alt || "";
    if (target instanceof HTMLImageElement) return frame(target, alt);
    const name = alt || medium?.caption || medium?.source.split("/").pop() || "";
    void players().then(({ offerToPlay }) => offerToPlay(target, name, reveal, (box) => frame(box, alt), signal));
  }, { capture: true, signal });
  return lay;
}

/** @param {HTMLImageElement} picture @param {number} width @param {number} height */
function size(picture, width, height) {
  if (!(width > 0 && height > 0)) return;
  picture.style.setProperty("--width", `${width}px`);
  picture.style.setProperty("--ratio", String(width / height));
  picture.closest("figure")?.classList.toggle("wide", width >= WIDE);
}

/** @param {HTMLElement} lost @param {string} alt */
function frame(lost, alt) {
  const figure = lost.closest("figure");
  const absent = make(figure === null ? "span" : "div", {
    class: "absent",
    role: "img",
    "aria-label": alt,
    "data-media": lost.dataset.media,
  });
  tell(absent);
  if (lost.nextElementSibling?.className === "enlarge") lost.nextElementSibling.remove();
  // In the room that it had.
  absent.style.cssText = lost.style.cssText;
  if (!absent.style.length) absent.style.setProperty("--ratio", "1.5");
  lost.replaceWith(absent);
}

/** Says in the place of a picture what it would show, and in a figure that it is not there. @param {Element} absent */
function tell(absent) {
  const alt = absent.getAttribute("aria-label") ?? "";
  if (alt === "") absent.setAttribute("aria-label", say("not-saved-with-article"));
  if (absent.localName === "span") return absent.replaceChildren(alt || say("not-saved-with-article"));
  absent.replaceChildren(...(alt === "" ? [] : [make("span", {}, alt)]), make("span", ours, say("not-saved-with-article")));
}
