/**
 * Keeps the place: the same words stay on the reading line while the window, the letters or a picture change size,
 * and where reading is, is told to Rust: as scrolling rests or goes on for long, when the window is hidden, and at
 * the end. A page only glanced at is not: it is as it was opened, and not shown long enough.
 *
 * @import { Position, Reading } from "../../../types.js"
 */
import { way } from "./place.js";

/** Milliseconds of rest after which the place is kept, and of going on. */
const [PAUSE, LONG] = [800, 8000];
/** Milliseconds that half a word takes to be read, and that even a short page has to be shown. */
const [HALF_WORD, GLANCE] = [130, 5000];

/**
 * @param {Reading} reading
 * @param {Position | null} position where to begin
 * @param {(position: Position, step: number) => void} moved called when the place changed; `step` is how far the reader
 *   scrolled, in px, and 0 where the page was moved for them
 * @param {(position: Position) => void} save
 * @returns the place now, and how to go to another one, or to take what is shown for it
 */
export function keepPlace({ article, text, signal, document: { meta } }, position, moved, save) {
  let anchor = position;
  let [timer, reading, since] = [0, 0, 0];
  if (anchor !== null) way.to(text, anchor);
  /** Where the window was. */
  let last = way.at();
  let shape = way.shape(text);
  anchor ??= way.now(text);
  if (anchor !== null) moved(anchor, 0);
  let saved = anchor;

  const flush = () => {
    clearTimeout(timer);
    since = 0;
    // A text that fits is at its end wherever it is scrolled.
    const fits = text.offsetHeight > 0 && way.end(text) <= 0;
    if (anchor === null || isSame(anchor, saved, fits)) return;
    saved = anchor;
    save(anchor);
  };
  const seen = () => {
    clearTimeout(reading);
    if (document.hidden) return flush();
    reading = setTimeout(() => {
      saved = null;
      flush();
    }, Math.max(GLANCE, meta.words * HALF_WORD));
  };
  seen();
  const follow = () => {
    if (anchor === null || text.offsetHeight === 0) return;
    const now = way.shape(text);
    let step = way.at() - last;
    if (now !== shape) {
      // In a window of another size, or where the page became too short, it was not the reader who scrolled.
      const ended = step < 0 && scrollY + innerHeight > document.documentElement.scrollHeight - 2;
      if (ended || sizeOf(now) !== sizeOf(shape)) step = 0;
      way.to(text, anchor, step);
    } else if (step === 0) return;
    shape = now;
    last = way.at();
    if (step !== 0) {
      anchor = way.now(text) ?? anchor;
      rest();
    }
    moved(anchor, step);
  };
  const rest = () => {
    clearTimeout(timer);
    since ||= performance.now();
    timer = setTimeout(flush, performance.now() < since + LONG ? PAUSE : 0);
  };
  const resized = new ResizeObserver(follow);
  resized.observe(article);
  resized.observe(text);
  document.addEventListener("scroll", follow, { capture: true, passive: true, signal });
  document.addEventListener("visibilitychange", seen, { signal });
  addEventListener("pagehide", flush, { signal });
  signal.addEventListener("abort", () => {
    resized.disconnect();
    clearTimeout(reading);
    // A window that is slow to paint has not told yet that it was scrolled.
    follow();
    flush();
  });
  return {
    now() {
      follow();
      return anchor;
    },
    /** What is shown now is the place, whatever else has moved. */
    take() {
      anchor = way.now(text) ?? anchor;
      [last, shape] = [way.at(), way.shape(text)];
      rest();
      if (anchor !== null) moved(anchor, 0);
    },
    /** @param {Position} position */
    to(position) {
      anchor = position;
      way.to(text, position);
      [last, shape] = [way.at(), way.shape(text)];
      rest();
      moved(position, 0);
    },
  };
}

/** Of a shape, what the window's size makes of it. @param {string} shape */
const sizeOf = (shape) => shape.split(" ", 2).join();

/** Whether two places are one to be kept; on pages two may be as far. @param {Position} here @param {Position | null} there @param {boolean} fits */
const isSame = (here, there, fits) => here.progress === there?.progress && (fits || (here.block === there.block && here.within === there.within));
