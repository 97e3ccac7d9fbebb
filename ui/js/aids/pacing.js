/**
 * Auto-scroll: the article moves by itself, at so many words a minute. It rests where it is touched, and stops at its end.
 * On pages it turns them. The controls are there while the settings want them, or once the key for it was pressed.
 *
 * @import { Aids } from "../../../types.js"
 */
import { tool } from "../icons.js";
import { make } from "../make.js";
import { axis, way } from "../reader/place.js";
import { changeSettings, settings, settingsChanges } from "../settings.js";
import { tell } from "../toast.js";
import { isPaged } from "./show.js";
import { say, withKey } from "../words.js";

/** Words a minute. */
const [SLOWEST, FASTEST, STEP] = [60, 900, 20];

/** @param {Aids} aids */
export function moveByItself({ reading: { text, signal, document: { meta } }, place, bar, keys }) {
  let asked = false;
  let frame = 0;
  /** What is still to be scrolled, in px, or turned, in pages: less than a whole one. */
  let due = 0;
  let before = 0;

  const pace = make("output", { "aria-label": say("words-a-minute") });
  const slower = tool(say("slower"), "minus", () => change(-STEP), withKey("slower", "["));
  const faster = tool(say("faster"), "plus", () => change(STEP), withKey("faster", "]"));
  const run = tool(say("start-auto-scroll"), "play", () => toggle(), withKey("start", "a"));
  const box = make("div", { class: "aid pacing", role: "region", "aria-label": say("auto-scroll") }, run, slower, pace, faster);
  const [play, rest] = [run.firstElementChild, tool("", "pause", () => {}).firstElementChild];

  const show = () => {
    const { pace: now, auto_scroll } = settings();
    pace.textContent = say("pace", { count: Math.round(now) });
    slower.toggleAttribute("disabled", now <= SLOWEST);
    faster.toggleAttribute("disabled", now >= FASTEST);
    run.setAttribute("aria-label", say(frame === 0 ? "start-auto-scroll" : "pause-auto-scroll"));
    run.title = withKey(frame === 0 ? "start" : "pause", "a");
    const image = frame === 0 ? play : rest;
    if (image && run.firstElementChild !== image) run.replaceChildren(image);
    box.classList.toggle("running", frame !== 0);
    if (!auto_scroll && !asked) {
      stop();
      box.remove();
    } else if (!box.isConnected) bar.parentElement?.append(box);
  };
  const stop = () => {
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    frame = 0;
    show();
  };
  /** @param {number} time */
  const go = (time) => {
    const passed = Math.min(100, time - before) / 60_000;
    before = time;
    const words = Math.max(1, meta.words);
    // All of the text passes in the time in which its words are read.
    const all = isPaged() ? way.end(text) + 1 : axis.box(text.getBoundingClientRect()).height;
    due += (passed * settings().pace * all) / words;
    const whole = Math.floor(due);
    due -= whole;
    if (whole > 0) {
      const at = way.at();
      if (isPaged()) keys.PageDown?.(new KeyboardEvent("keydown"));
      else axis.to(at + whole);
      place.now();
      if (way.at() === at) return stop();
    }
    frame = requestAnimationFrame(go);
  };
  const toggle = () => {
    asked = true;
    if (frame !== 0) return stop();
    due = 0;
    before = performance.now();
    frame = requestAnimationFrame(go);
    show();
  };
  /** @param {number} by */
  const change = (by) => void changeSettings({ pace: Math.min(FASTEST, Math.max(SLOWEST, Math.round(settings().pace) + by)) }).catch(tell);

  // A hand on the page holds it.
  for (const kind of ["pointerdown", "wheel", "keydown"]) {
    addEventListener(kind, (event) => {
      if (frame === 0 || (event.target instanceof Node && box.contains(event.target))) return;
      if (event instanceof KeyboardEvent && /^(?:[a[\]]|Shift|Control|Alt|Meta)$/iu.test(event.key)) return;
      stop();
    }, { capture: true, passive: true, signal });
  }
  document.addEventListener("visibilitychange", stop, { signal });
  settingsChanges.addEventListener("change", show, { signal });
  signal.addEventListener("abort", stop);
  Object.assign(keys, { a: toggle, "[": () => change(-STEP), "]": () => change(STEP) });
  show();
}
