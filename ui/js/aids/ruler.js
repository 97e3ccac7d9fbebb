/**
 * The reading ruler: a band under the line that is read. It follows the pointer, and the arrows move it by a line.
 *
 * @import { Aids } from "../../../types.js"
 */
import { make } from "../make.js";
import { way } from "../reader/place.js";
import { eyeLine } from "./focus.js";
import { takeKeys } from "./keys.js";
import { isPaged } from "./show.js";

/** Below this share of the window the text moves up under the ruler. */
const LOW = 0.62;

/** @param {Aids} aids @param {AbortSignal} signal */
export function layRuler({ reading: { article, text }, place, bar, keys }, signal) {
  const band = make("div", { class: "aid ruler", "aria-hidden": "true" });
  bar.after(band);
  signal.addEventListener("abort", () => band.remove());
  /** Where in the window it lies, and how high it is. */
  let [top, height, left] = [0, 0, 0];

  const draw = (/** @type {{ top: number, height: number, left: number, width: number }} */ line) => {
    ({ top, height, left } = line);
    const leading = leadingOf(text);
    const spare = Math.max(0, leading * 1.15 - height) / 2;
    const sizes = { top: top - spare, height: height + 2 * spare, left, width: line.width };
    for (const [name, size] of Object.entries(sizes)) band.style.setProperty(`--${name}`, `${size}px`);
  };
  /** The line of text at a height of the window, in the column at `x`. @param {number} x @param {number} y */
  const lineAt = (x, y) => {
    const column = columnAt(article, x);
    const middle = column.left + column.width / 2;
    for (const at of [middle, column.left + 8, column.left + column.width - 8]) {
      const caret = document.caretRangeFromPoint(at, y);
      const node = caret?.startContainer;
      if (!caret || !(node instanceof Text) || !article.contains(node) || node.length === 0) continue;
      const start = Math.min(caret.startOffset, node.length - 1);
      caret.setStart(node, start);
      caret.setEnd(node, start + 1);
      const rect = caret.getClientRects()[0];
      if (rect && rect.height > 0 && Math.abs(rect.top + rect.height / 2 - y) < rect.height * 1.2) return { top: rect.top, height: rect.height, ...column };
    }
    return null;
  };
  /** To the line at a height, or to the nearest where that is between two paragraphs. @param {number} x @param {number} y */
  const follow = (x, y) => {
    const leading = leadingOf(text);
    for (const away of [0, -0.5, 0.5, -1, 1]) {
      const line = lineAt(x, y + away * leading);
      if (line) return draw(line);
    }
    draw({ top: y - leading / 2, height: leading, ...columnAt(article, x) });
  };
  /** @param {number} step */
  const move = (step) => {
    const end = step > 0 ? innerHeight - 48 : 48;
    for (let y = top + height / 2; step > 0 ? y < end : y > end; y += step * 4) {
      const line = lineAt(left + 1, y);
      if (line === null || (step > 0 ? line.top < top + height * 0.6 : line.top > top - height * 0.6)) continue;
      draw(line);
      if (isPaged() || (step > 0 ? top < innerHeight * LOW : top > innerHeight * 0.2)) return;
      break;
    }
    if (isPaged()) return cross(step);
    const before = scrollY;
    scrollBy({ top: step * leadingOf(text), behavior: "instant" });
    draw({ ...columnAt(article, left + 1), top: top - (scrollY - before), height });
  };
  /** From one column to the next, or to another page. @param {number} step */
  const cross = (step) => {
    const main = /** @type {HTMLElement} */ (article.parentElement);
    const box = main.getBoundingClientRect();
    const ahead = article.dir === "rtl" ? -step : step;
    const now = columnAt(article, left + 1);
    const other = now.left + ahead * now.step;
    const inside = other >= box.left && other < box.right;
    if (!inside) {
      const before = way.at();
      keys[ahead > 0 ? "ArrowRight" : "ArrowLeft"]?.(new KeyboardEvent("keydown"));
      if (way.at() === before) return;
    }
    const x = inside ? other : (ahead > 0) ? box.left + 1 : box.right - 60;
    const column = columnAt(article, x + 1);
    for (let y = step > 0 ? box.top : box.bottom; y >= box.top && y <= box.bottom; y += step * 8) {
      const line = lineAt(x + 1, y);
      if (line) return draw(line);
    }
    draw({ top: step > 0 ? box.top : box.bottom - height, height, ...column });
  };
  // WebKit also tells of a pointer that rests, where what lies under it has moved.
  let pointer = "";
  addEventListener("mousemove", ({ clientX, clientY, screenX, screenY, target }) => {
    const now = `${screenX} ${screenY}`;
    if (now === pointer) return;
    pointer = now;
    if (target instanceof Element && target.closest("main") !== null) follow(clientX, clientY);
  }, { passive: true, signal });
  // Where the text moved under it, it lies on a line again once that rests.
  let resting = 0;
  const settle = () => {
    clearTimeout(resting);
    resting = setTimeout(() => follow(left + 1, Math.max(8, Math.min(innerHeight - 48, top + height / 2))), 120);
  };
  document.addEventListener("scroll", settle, { capture: true, passive: true, signal });
  // The window has another size, the letters are others, or the reading settings move the text aside.
  const aside = new ResizeObserver(settle);
  aside.observe(text);
  if (article.parentElement) aside.observe(article.parentElement);
  signal.addEventListener("abort", () => (clearTimeout(resting), aside.disconnect()));
  takeKeys(keys, { ArrowDown: () => move(1), ArrowUp: () => move(-1) }, signal);
  const first = columnAt(article, article.dir === "rtl" ? innerWidth : 0);
  follow(first.left + 1, Math.max(eyeLine(), text.getBoundingClientRect().top + 12));
  place.now();
}

/** The height of a line of the text. @param {HTMLElement} text */
function leadingOf(text) {
  const { lineHeight, fontSize } = getComputedStyle(text);
  return parseFloat(lineHeight) || parseFloat(fontSize) * 1.6;
}

/** The column that `x` of the window lies in. @param {HTMLElement} article @param {number} x */
function columnAt(article, x) {
  const main = /** @type {HTMLElement} */ (article.parentElement);
  const box = (isPaged() ? main : article).getBoundingClientRect();
  if (!isPaged()) {
    const pad = parseFloat(getComputedStyle(article).paddingInlineStart);
    return { left: box.left + pad, width: box.width - 2 * pad, step: box.width };
  }
  const { columnGap, columnWidth } = getComputedStyle(main);
  const step = parseFloat(columnWidth) + parseFloat(columnGap);
  const index = Math.max(0, Math.min(Math.round(box.width / step) - 1, Math.floor((x - box.left) / step)));
  return { left: box.left + index * step, width: parseFloat(columnWidth), step };
}
