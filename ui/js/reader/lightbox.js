/**
 * A picture by itself, as large as the window; closer by a click, a pinch or the wheel; the arrows lead to the others.
 *
 * @import { Reading } from "./reader.js"
 */
import { icon } from "../icons.js";
import { button, make } from "./make.js";

const CLOSEST = 8;

/**
 * @param {Reading} reading
 * @returns {(picture: HTMLImageElement) => void} shows a picture of the article
 */
export function makeLightbox({ article, signal }) {
  const image = make("img", { alt: "", draggable: "false" });
  const stage = make("div", { class: "stage", tabindex: "-1" }, image);
  const caption = make("p", { class: "lightbox-caption", lang: article.lang || undefined, dir: article.dir });
  const count = make("span", { class: "count" });
  const close = button({ class: "icon-button", "aria-label": "Close", autofocus: "" }, () => dialog.close(), icon("close"));
  const previous = button({ class: "icon-button turn", "aria-label": "Previous picture" }, () => turn(-1), icon("back"));
  const next = button({ class: "icon-button turn", "aria-label": "Next picture" }, () => turn(1), icon("next"));
  const dialog = make("dialog", { class: "lightbox", "aria-label": "Picture" },
    stage, make("div", { class: "lightbox-bar" }, count, previous, next, close), caption);
  article.append(dialog);

  /** @type {HTMLImageElement[]} */
  let pictures = [];
  let index = 0;
  let zoom = 1;

  const show = () => {
    const picture = pictures[index];
    if (picture === undefined) return;
    image.src = picture.currentSrc || picture.src;
    image.alt = picture.alt;
    const words = picture.closest("figure")?.querySelector("figcaption");
    caption.replaceChildren(...(words?.cloneNode(true).childNodes ?? []));
    caption.hidden = words === null || words === undefined;
    count.textContent = pictures.length > 1 ? `${index + 1} of ${pictures.length}` : "";
    previous.hidden = next.hidden = pictures.length < 2;
    fit(picture);
    setZoom(1, 0, 0);
  };
  /** @param {HTMLImageElement} picture */
  const fit = (picture) => {
    const width = picture.naturalWidth || Number(picture.getAttribute("width")) || 600;
    const height = picture.naturalHeight || Number(picture.getAttribute("height")) || 400;
    const fitted = Math.min(stage.clientWidth, stage.clientHeight * (width / height), width);
    image.style.setProperty("--fit", `${fitted}px`);
    image.style.setProperty("--ratio", String(width / height));
  };
  /**
   * @param {number} wanted
   * @param {number} x of the point that stays, in the window
   * @param {number} y
   */
  const setZoom = (wanted, x, y) => {
    const now = Math.min(CLOSEST, Math.max(1, wanted));
    const before = image.getBoundingClientRect();
    const [across, down] = [(x - before.left) / before.width, (y - before.top) / before.height];
    zoom = now;
    image.style.setProperty("--zoom", String(zoom));
    dialog.toggleAttribute("data-close-up", zoom > 1.01);
    const after = image.getBoundingClientRect();
    stage.scrollBy(after.left + across * after.width - x, after.top + down * after.height - y);
  };
  /** @param {number} step */
  const turn = (step) => {
    index = (index + step + pictures.length) % pictures.length;
    show();
  };

  listen({ dialog, stage, image, turn, setZoom, zoomNow: () => zoom });
  addEventListener("resize", () => dialog.open && show(), { signal });

  return (picture) => {
    pictures = /** @type {HTMLImageElement[]} */ ([...article.querySelectorAll("figure img")]);
    index = Math.max(0, pictures.indexOf(picture));
    dialog.showModal();
    show();
  };
}

/**
 * @param {object} options
 * @param {HTMLDialogElement} options.dialog
 * @param {HTMLElement} options.stage
 * @param {HTMLElement} options.image
 * @param {(step: number) => void} options.turn
 * @param {(zoom: number, x: number, y: number) => void} options.setZoom
 * @param {() => number} options.zoomNow
 */
function listen({ dialog, stage, image, turn, setZoom, zoomNow }) {
  /** Fingers on the stage. @type {Map<number, PointerEvent>} */
  const fingers = new Map();
  let spread = 0;
  let pinched = false;

  dialog.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const close = { "+": 1.5, "=": 1.5, "-": 1 / 1.5, "0": 0 }[event.key];
    if (step !== 0 && zoomNow() === 1) turn(step);
    else if (close !== undefined) setZoom(zoomNow() * close, innerWidth / 2, innerHeight / 2);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (pinched) pinched = false;
    else if (event.target === image) setZoom(zoomNow() > 1 ? 1 : 2.5, event.clientX, event.clientY);
    else if (event.target === stage || event.target === dialog) dialog.close();
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(zoomNow() * Math.exp(-event.deltaY / 240), event.clientX, event.clientY);
  }, { passive: false });
  stage.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    fingers.set(event.pointerId, event);
    spread = 0;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    const [one, two] = [...fingers.values()];
    if (one === undefined || two === undefined) return;
    const now = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
    if (spread > 0) setZoom(zoomNow() * (now / spread), (one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2);
    spread = now;
    pinched = true;
  });
  for (const kind of /** @type {const} */ (["pointerup", "pointercancel"])) {
    stage.addEventListener(kind, (event) => fingers.delete(event.pointerId));
  }
}
