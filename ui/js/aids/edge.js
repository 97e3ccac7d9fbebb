/**
 * An edge around words, so that the colour below them stays as it is. It lies over the page, not in it.
 *
 * @import { Aids, Colour } from "../../../types"
 */
import { make } from "../make.js";
import { isBoxed, isUpright } from "./show.js";

/** @param {Aids} aids @returns {(boxes: DOMRect[], colour?: Colour, direction?: string) => void} draws it around boxes, in their order */
export function drawEdge({ bar, reading: { signal } }) {
  const layer = make("div", { class: "mark-edge", "aria-hidden": "true" });
  bar.after(layer);
  signal.addEventListener("abort", () => layer.remove());

  return (boxes, colour, direction = "") => {
    layer.hidden = boxes.length === 0;
    if (layer.hidden) return;
    layer.dataset.colour = colour;
    layer.dir = direction;
    layer.classList.toggle("fixed", isBoxed());
    const origin = layer.getBoundingClientRect();
    layer.replaceChildren(...linesOf(boxes).map(({ x, y, width, height }) => {
      const line = make("i", {});
      Object.assign(line.style, { left: `${x - origin.x}px`, top: `${y - origin.y}px`, width: `${width}px`, height: `${height}px` });
      return line;
    }));
  };
}

/** What lies on one line in one box, also where letters of another size are among it. @param {DOMRect[]} boxes */
function linesOf(boxes) {
  /** @type {DOMRect[]} */
  const lines = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (!last || (isUpright() ? x < last.left || x > last.right : y < last.top || y > last.bottom)) lines.push(box);
    else {
      const [left, top] = [Math.min(last.x, box.x), Math.min(last.y, box.y)];
      lines[lines.length - 1] = new DOMRect(left, top, Math.max(last.right, box.right) - left, Math.max(last.bottom, box.bottom) - top);
    }
  }
  return lines;
}
