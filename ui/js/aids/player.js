/**
 * The player: what is heard, and the buttons for it.
 *
 * @import { Voice } from "../../../types"
 */
import { figure } from "../dates.js";
import { icon, tool } from "../icons.js";
import { button, make } from "../make.js";
import { settings } from "../settings.js";
import { languageOf } from "./voices.js";
import { say, withKey } from "../words.js";

/** Times as fast as the voice by itself. */
const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5];

/**
 * @param {{ toggle(): void, back(): void, on(): void, end(): void, speed(speed: number): void, voice(id: string): void, drop(id: string): void }} doings
 */
export function makePlayer(doings) {
  const title = make("a", { class: "title", dir: "auto" });
  const left = make("span", { class: "left" });
  const toggle = tool(say("pause"), "pause", doings.toggle, withKey("pause", "l"));
  toggle.classList.add("toggle");
  const speed = make("select", { "aria-label": say("speed") }, ...SPEEDS.map((each) => make("option", { value: String(each) }, `${figure(each)}×`)));
  speed.addEventListener("change", () => doings.speed(Number(speed.value)));
  const voice = make("select", { "aria-label": say("voice") });
  voice.addEventListener("change", () => doings.voice(voice.value));
  const next = make("ul", { role: "list" });
  const queue = make("details", { class: "queue" }, make("summary", {}, ""), next);
  const bar = make("div", { class: "done" });
  const player = make("section", { class: "player-bar", "aria-label": say("listening") }, bar,
    make("p", {}, title, left),
    make("div", { class: "controls" },
      tool(say("previous-sentence"), "previous", doings.back), toggle, tool(say("next-sentence"), "skip", doings.on),
      speed, voice, tool(say("stop-listening"), "close", doings.end)),
    queue);

  return {
    /**
     * @param {{ id: string, title: string, language: string, sentences: unknown[], at: number, minutes: number, voices: Voice[] }} heard
     * @param {boolean} playing
     * @param {{ id: string, title: string }[]} waiting
     */
    show(heard, playing, waiting) {
      if (!player.isConnected) {
        document.body.append(player);
        makeRoom(true);
      }
      if (title.textContent !== heard.title) title.textContent = heard.title;
      title.href = `#/read/${encodeURIComponent(heard.id)}`;
      const name = playing ? "pause" : "go-on";
      toggle.setAttribute("aria-label", say(name));
      toggle.title = withKey(name, "l");
      toggle.replaceChildren(icon(playing ? "pause" : "play"));
      speed.value = String(SPEEDS.reduce((best, each) => (Math.abs(each - settings().speed) < Math.abs(best - settings().speed) ? each : best)));
      voice.replaceChildren(make("option", { value: "" }, say("system-voice")), ...heard.voices.map(({ id, name }) => make("option", { value: id }, name)));
      voice.value = settings().voices[languageOf(heard.language)] ?? "";
      if (voice.selectedIndex < 0) voice.value = "";
      queue.hidden = waiting.length === 0;
      queue.querySelector("summary")?.replaceChildren(say(waiting.length > 1 ? "heard-next-more" : "heard-next", { title: waiting[0]?.title ?? "", count: waiting.length - 1 }));
      next.replaceChildren(...waiting.map(({ id, title }) => make("li", {}, make("span", { dir: "auto" }, title),
        button({ class: "icon-button", "aria-label": say("take-out", { title }) }, () => doings.drop(id), icon("close")))));
      this.showProgress(heard);
    },
    /** @param {{ sentences: unknown[], at: number, minutes: number }} heard */
    showProgress({ sentences, at, minutes }) {
      const done = at / sentences.length;
      bar.style.setProperty("--done", String(done));
      const rest = Math.ceil((minutes * (1 - done)) / settings().speed);
      left.textContent = rest > 0 ? say("minutes-left", { count: rest }) : "";
    },
    hide() {
      player.remove();
      makeRoom(false);
    },
    height: () => (player.isConnected ? player.offsetHeight : 0),
  };
}

/** Pages are as high as the player leaves them. @param {boolean} on */
function makeRoom(on) {
  document.documentElement.toggleAttribute("data-listening", on);
  dispatchEvent(new Event("resize"));
}
