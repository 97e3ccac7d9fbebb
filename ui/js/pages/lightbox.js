/**
 * A picture by itself, as large as the window; closer by a click, a pinch or the wheel; the arrows lead to the others.
 *
 * @import { Reading } from "../../../types.js"
 */
import { tool } from "../icons.js";
import { make } from "../make.js";
import { pinched, swiped } from "./pinch.js";
import { say } from "../words.js";

const CLOSEST = 8;
/** How far an arrow moves a picture that is closer, in px. */
const STEP = 120;

/** @param {Reading} reading @returns {(picture: HTMLImageElement) => void} shows a picture of the article */
export function makeLightbox({ article, document: { media }, signal }) {
  /** @type {HTMLImageElement[]} */
  let pictures = [];
  let index = 0;
  let zoom = 1;
  const image = make("img", { alt: "", draggable: "false" });
  const stage = make("div", { class: "stage" }, image);
  const caption = make("p", { class: "lightbox-caption", lang: article.lang || null, dir: article.dir });
  const count = make("span", { class: "count" });
  const previous = tool(say("previous-picture"), "back", () => turn(-1));
  const next = tool(say("next-picture"), "next", () => turn(1));
  const close = tool(say("close"), "close", () => dialog.close());
  const dialog = make("dialog", { class: "lightbox", "aria-label": say("picture") },
    make("div", { class: "lightbox-bar", dir: "ltr" }, count, previous, next, close), stage, caption);
  dialog.addEventListener("close", () => dialog.remove());

  const show = () => {
    const picture = pictures[index];
    if (picture === undefined) return;
    image.src = picture.currentSrc || picture.src;
    image.alt = picture.alt;
    caption.replaceChildren(...(picture.closest("figure")?.querySelector("figcaption")?.cloneNode(true).childNodes ?? []));
    count.textContent = pictures.length > 1 ? say("of", { now: index + 1, all: pictures.length }) : "";
    previous.hidden = next.hidden = pictures.length < 2;
    // Its box in the text may be cut: one that is not there yet is as large as it says.
    const said = (/** @type {string} */ name) => Number(picture.getAttribute(name));
    fit(picture, picture.naturalWidth || said("width") || 600, picture.naturalHeight || said("height") || 400);
    setZoom(1, 0, 0);
  };
  /** @param {HTMLImageElement} picture @param {number} width @param {number} height */
  const fit = (picture, width, height) => {
    // Drawings have no pixels to run out of.
    const drawn = media.some(({ key, source }) => key === picture.dataset.media && /\.svg\b/i.test(source));
    const ratio = width / height;
    image.style.setProperty("--fit", `${Math.min(stage.clientWidth, stage.clientHeight * ratio, drawn ? Infinity : width)}px`);
    image.style.setProperty("--ratio", String(ratio));
  };
  image.addEventListener("load", () => {
    const picture = pictures[index];
    if (picture && image.naturalWidth > 0) fit(picture, image.naturalWidth, image.naturalHeight);
  });
  /** The point of the window at `x`, `y` stays where it is. @param {number} wanted @param {number} x @param {number} y */
  const setZoom = (wanted, x, y) => {
    const before = image.getBoundingClientRect();
    zoom = Math.min(CLOSEST, Math.max(1, wanted));
    image.style.setProperty("--zoom", String(zoom));
    dialog.toggleAttribute("data-close-up", zoom > 1);
    const after = image.getBoundingClientRect();
    const grown = after.width / before.width;
    stage.scrollBy(after.left + (x - before.left) * grown - x, after.top + (y - before.top) * grown - y);
  };
  /** @param {number} step */
  const turn = (step) => {
    index = (index + step + pictures.length) % pictures.length;
    show();
  };

  dialog.addEventListener("keydown", (event) => {
    const by = { "+": 1.5, "=": 1.5, "-": 1 / 1.5, 0: 0 }[event.key];
    const [x, y] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] ?? [0, 0];
    if (by !== undefined) setZoom(zoom * by, innerWidth / 2, innerHeight / 2);
    // One that is closer is moved; the page behind it never is.
    else if ((x || y) && zoom > 1) stage.scrollBy(x * STEP, y * STEP);
    else if (y) event.preventDefault();
    else if (event.key === "ArrowRight") turn(1);
    else if (event.key === "ArrowLeft") turn(-1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", ({ target, clientX, clientY }) => {
    if (target === image) setZoom(zoom > 1 ? 1 : 2.5, clientX, clientY);
    else if (target === stage || target === dialog || target === caption) dialog.close();
  });
  pinched(stage, (by, x, y) => setZoom(zoom * by, x, y));
  // A picture that is closer is moved by a finger, and not turned.
  swiped(stage, (way) => zoom === 1 && pictures.length > 1 && turn(way));
  addEventListener("resize", () => dialog.open && show(), { signal });
  signal.addEventListener("abort", () => dialog.close());

  return (picture) => {
    pictures = [...article.querySelectorAll("figure img")].filter((each) => each instanceof HTMLImageElement);
    index = Math.max(0, pictures.indexOf(picture));
    document.body.append(dialog);
    dialog.showModal();
    close.focus();
    show();
  };
}
