/** A sentence about what just happened, with a way back. */

import { asProblem } from "./ipc.js";
import { button, make } from "./make.js";
import { say } from "./words.js";

/** Milliseconds that it stays, unless it is pointed at. */
const STAY = 7000;

/** @type {HTMLElement | null} */
let shown = null;
/** @type {(() => void) | null} */
let undoing = null;
let timer = 0;

/** Says a sentence for a while; with `undo`, offers to take back what it tells of. @param {string} sentence @param {() => void} [undo] */
export function toast(sentence, undo) {
  dismissToast();
  const element = make("div", { class: "toast", role: "status" });
  document.body.append(element);
  // A live region is read aloud when it changes, not when it appears.
  requestAnimationFrame(() => element.prepend(make("span", {}, sentence)));
  if (undo) element.append(button({}, undoLast, say("undo")));
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(dismissToast, STAY);
  };
  for (const stop of ["pointerenter", "focusin"]) element.addEventListener(stop, () => clearTimeout(timer));
  for (const go of ["pointerleave", "focusout"]) element.addEventListener(go, wait);
  wait();
  shown = element;
  undoing = undo ?? null;
}

/** Says what went wrong. @param {unknown} error */
export const tell = (error) => toast(asProblem(error).message);

/** False where there is nothing to take back. */
export function undoLast() {
  const undo = undoing;
  dismissToast();
  undo?.();
  return undo !== null;
}

export function dismissToast() {
  clearTimeout(timer);
  shown?.remove();
  shown = null;
  undoing = null;
}
