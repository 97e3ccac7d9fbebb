/** Sound and video where the system's player does not know our scheme (WebKitGTK): it gets the bytes. */
import { bytes } from "../ipc.js";

/**
 * Whether the player has them now; a second failure is the file's own.
 * @param {HTMLMediaElement} player
 * @param {AbortSignal} signal
 */
export async function playFromMemory(player, signal) {
  if (player.src.startsWith("blob:")) return false;
  const blob = await bytes(player.src, signal).catch(() => null);
  if (blob === null) return false;
  const src = player.src = URL.createObjectURL(blob);
  signal.addEventListener("abort", () => URL.revokeObjectURL(src));
  return true;
}
