/**
 * What the system shows of what is heard, in a player of its own, and the keys that it hands over: of a keyboard, of
 * headphones, of that player.
 *
 * @import { Heard, MediaKey } from "../../../types"
 */
import { call, channel } from "../ipc.js";

/** What was told last. */
let told = "null";
/** One by one, so that the last that was told is what is shown. */
let telling = Promise.resolve();

/** Null where nothing is heard any more. @param {Heard | null} heard @param {(key: MediaKey) => void} obey */
export function showBySystem(heard, obey) {
  const now = JSON.stringify(heard);
  if (now === told) return;
  told = now;
  // Who listens misses nothing where the system has no player.
  telling = telling.then(() => call("show_heard", { heard, channel: channel(obey) })).catch(() => {});
}
