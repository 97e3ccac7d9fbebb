/**
 * Sound and video where the system's player does not know our scheme (WebKitGTK): a button in its place, and the bytes
 * once that is pressed.
 */
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { bytes } from "./asks.js";
import { ours, say, withTitle } from "../words.js";

/** The most that is played from memory, in bytes. */
const MOST = 200 * 2 ** 20;

/**
 * @param {HTMLMediaElement} player which failed
 * @param {string} name what it plays
 * @param {(() => void) | null} reveal shows the file
 * @param {(box: HTMLElement) => void} lost called where the file can't be had
 * @param {AbortSignal} signal
 */
export function offerToPlay(player, name, reveal, lost, signal) {
  const inMemory = player.src.startsWith("blob:");
  const tries = Number(player.dataset.tries ?? 0);
  if (inMemory && tries < 4) {
    // WebKitGTK's player refuses now and then what it plays a moment later.
    player.dataset.tries = String(tries + 1);
    setTimeout(() => void (player.load(), player.play().catch(() => {})), 200 * 2 ** tries);
    return;
  }
  const box = make("div", { class: "player", ...ours, "data-media": player.dataset.media });
  /** @param {string} sentence */
  const tell = (sentence) => box.replaceChildren(make("p", { role: "status" }, sentence),
    ...(reveal ? [button({ class: "button" }, reveal, say("show-in-file-manager"))] : []));
  const [width, height] = ["width", "height"].map((side) => Number(player.getAttribute(side)));
  if (width > 0 && height > 0) box.style.setProperty("--ratio", String(width / height));
  player.replaceWith(box);
  if (inMemory) return tell(say("cannot-play"));

  const words = make("span", {}, say("play"));
  const play = button({ class: "play", "aria-label": withTitle("play", name) }, async () => {
    play.disabled = true;
    words.textContent = say("loading");
    try {
      const blob = await bytes(player.src, MOST, signal);
      if (blob === null) return tell(say("too-large-to-play"));
      if (signal.aborted) return;
      const src = player.src = URL.createObjectURL(blob);
      signal.addEventListener("abort", () => URL.revokeObjectURL(src));
      box.replaceWith(player);
      player.focus({ preventScroll: true });
      // Why it does not play, its error event says.
      await player.play().catch(() => {});
    } catch {
      if (!signal.aborted) lost(box);
    }
  }, icon("play"), words);
  const poster = player instanceof HTMLVideoElement && player.poster;
  box.append(...(poster ? [make("img", { src: poster, alt: "" })] : []), play);
}
