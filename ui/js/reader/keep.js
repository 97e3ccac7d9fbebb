/**
 * Keeps the place: the same words stay on the reading line while the window, the letters or a picture change size,
 * and where reading paused is told to Rust: not as it scrolls, but when it rests, when the window is hidden, and at
 * the end. A page that was only glanced at is not kept: it is as it was opened, and not shown for long enough.
 *
 * @import { Position, Reading } from "../../../types.js"
 */
import { moveTo, positionNow } from "./place.js";

const PAUSE = 800;
/** Milliseconds that half a word takes to be read, and that even a short page has to be shown. */
const [HALF_WORD, GLANCE] = [130, 5000];

/**
 * @param {Reading} reading
 * @param {Position | null} position where to begin
 * @param {(position: Position, step: number) => void} moved called when the place changed; `step` is how far the reader
 *   scrolled, in px, and 0 where the page was moved for them
 * @param {(position: Position) => void} save
 * @returns {() => Position | null} the place now
 */
export function keepPlace({ article, text, signal, document: { meta } }, position, moved, save) {
  let anchor = position;
  let timer = 0;
  let reading = 0;
  if (anchor !== null) moveTo(text, anchor);
  let own = scrollY;
  let last = scrollY;
  let shape = shapeOf(text);
  anchor ??= positionNow(text);
  if (anchor !== null) moved(anchor, 0);
  /** How far reading was when it was last kept. A text that fits the window is at its end wherever it is scrolled. */
  let saved = anchor?.progress;

  const flush = () => {
    clearTimeout(timer);
    if (anchor === null || anchor.progress === saved) return;
    saved = anchor.progress;
    save(anchor);
  };
  const seen = () => {
    clearTimeout(reading);
    if (document.hidden) return flush();
    reading = setTimeout(() => {
      saved = undefined;
      flush();
    }, Math.max(GLANCE, meta.words * HALF_WORD));
  };
  seen();
  const scrolled = () => {
    const step = scrollY - last;
    last = scrollY;
    // A layout that changed under the window scrolls it as well; that is not the reader's doing.
    if (scrollY === own || shapeOf(text) !== shape) return;
    own = -1;
    anchor = positionNow(text) ?? anchor;
    if (anchor !== null) moved(anchor, step);
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  };
  const resized = new ResizeObserver(() => {
    const now = shapeOf(text);
    if (now === shape || anchor === null || text.offsetHeight === 0) return;
    shape = now;
    moveTo(text, anchor);
    own = scrollY;
    moved(anchor, 0);
  });
  resized.observe(article);
  resized.observe(text);
  document.addEventListener("scroll", scrolled, { passive: true, signal });
  document.addEventListener("visibilitychange", seen, { signal });
  addEventListener("pagehide", flush, { signal });
  signal.addEventListener("abort", () => {
    resized.disconnect();
    clearTimeout(reading);
    flush();
  });
  return () => anchor;
}

/** @param {HTMLElement} text */
function shapeOf(text) {
  return `${text.offsetTop} ${text.offsetWidth} ${text.offsetHeight}`;
}
