/** Keys that parts of an article have for a while. What is laid over others comes off again in any order. */

/** @import { Aids } from "../../../types.js" */

/** By the keys of an article: those that it began with, and what lies over them. @type {WeakMap<Aids["keys"], Aids["keys"][]>} */
const layers = new WeakMap();

/** Keys that came after others had been laid over: they stay when these come off. @param {Aids["keys"]} keys */
export function settle(keys) {
  const laid = layers.get(keys);
  if (laid) for (const key of Object.keys(keys)) if (!laid.some((each) => key in each)) laid[0][key] = keys[key];
}

/** @param {Aids["keys"]} keys @param {Aids["keys"]} mine @param {AbortSignal} signal   Gives them back. @returns what they did before */
export function takeKeys(keys, mine, signal) {
  const before = { ...keys };
  const laid = layers.get(keys) ?? [before];
  layers.set(keys, laid);
  laid.push(mine);
  Object.assign(keys, mine);
  signal.addEventListener("abort", () => {
    laid.splice(laid.indexOf(mine), 1);
    for (const key of Object.keys(keys)) delete keys[key];
    Object.assign(keys, ...laid);
  });
  return before;
}
