/**
 * Back to where you were: after a jump within the article, a button and a key lead to the very place before it. It goes
 * away when it is used, and when reading has gone on.
 *
 * @import { Aids, Position } from "../../../types.js"
 */
import { icon } from "../icons.js";
import { button } from "../make.js";
import { axis, way } from "../reader/place.js";
import { isPaged, windowAlong } from "./show.js";
import { say, withKey } from "../words.js";

/** Reading has gone on after so many windows or pages, or so many milliseconds, from where a jump led. */
const [ON, LONG] = [2.5, 120_000];
/** What is nearer is none, in windows or pages. */
const NEAR = 0.3;

/** Does what leads far away, and keeps the way back. @param {Aids} aids @param {() => void} does */
export function leap(aids, does) {
  /** @type {Parameters<Aids["jumped"]>} */
  const from = [aids.place.now(), way.at()];
  does();
  aids.place.take();
  aids.jumped(...from);
}

/** @param {Aids} aids */
export function keepWayBack(aids) {
  const { reading: { signal, text, article }, place, bar, keys } = aids;
  /** @type {Position[]} */
  const before = [];
  /** Where the last jump led, and what the page looked like there: letters of another size are no reading on. */
  let [landed, shape] = [0, ""];
  let timer = 0;
  /** How far that is from here, in windows or pages. */
  const away = () => Math.abs(way.at() - landed) / (isPaged() ? 1 : windowAlong());
  const back = () => {
    const last = before.pop();
    if (last === undefined) return;
    place.to(last);
    show();
  };
  const mine = button({ class: "aid way-back", title: withKey("back-to-where", say("key-backspace")) }, back, icon("back"), say("back-to-where"));
  const show = () => {
    [landed, shape] = [way.at(), way.shape(text)];
    clearTimeout(timer);
    if (before.length === 0) return mine.remove();
    if (!mine.isConnected) bar.after(mine);
    timer = setTimeout(forget, LONG);
  };
  /** What was led to before the article was opened is the window's to go back to. */
  const isWithin = () => before.length > 0 && before.at(-1) !== aids.left;
  const forget = () => {
    before.length = 0;
    show();
  };
  aids.jumped = (from, at) => {
    [landed, shape] = [at, way.shape(text)];
    if (from !== null && away() >= NEAR) before.push(from);
    show();
  };
  if (aids.left !== null) {
    before.push(aids.left);
    show();
  }
  keys.Backspace = back;
  addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" || !event.altKey || event.ctrlKey || event.metaKey || !isWithin() || document.querySelector("dialog[open], input:focus, textarea:focus")) return;
    event.preventDefault();
    event.stopPropagation();
    back();
  }, { capture: true, signal });
  // To the beginning and the end the window would scroll by itself, and leave no way back.
  addEventListener("keydown", (event) => {
    const { key, target, shiftKey, altKey, metaKey, defaultPrevented } = event;
    const end = { Home: 0, End: 3e7 }[key];
    const isHere = target === document.body || (target instanceof Node && article.contains(target));
    if (end === undefined || defaultPrevented || shiftKey || altKey || metaKey || !isHere || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    leap(aids, () => axis.to(end));
  }, { signal });
  document.addEventListener("scroll", () => {
    if (before.length === 0) return;
    const now = way.shape(text);
    if (now === shape) return void (away() > ON && forget());
    [landed, shape] = [way.at(), now];
  }, { capture: true, passive: true, signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
