/** The sheet of what takes long over many articles: how far it is, a way to stop it, and what it came to. */

import { make, button } from "../make.js";
import { toast } from "../toast.js";
import { say } from "../words.js";
import { openSheet } from "./sheets.js";
import { sentences } from "./warnings.js";

/**
 * Opens it. Closing it before the end stops what is done.
 * @param {{ title: string, bar: string, looking: string, stop: () => Promise<unknown> }} of   `looking` is said until it is known how many there are.
 */
export function openProgress({ title, bar: name, looking, stop: end }) {
  const { sheet, close } = openSheet(title, "import");
  const bar = make("progress", { "aria-label": name });
  const words = make("p", { class: "import-words" }, looking);
  const said = make("p", { role: "status" });
  const stop = button({ class: "button" }, close, say("stop"));
  const doing = make("div", { class: "doing" }, bar, words, make("p", { class: "choices" }, stop));
  sheet.append(said, doing);
  sheet.dataset.busy = "";
  stop.focus();
  sheet.addEventListener("close", () => sheet.dataset.busy !== undefined && void end());
  return {
    /** @param {import("../../../types").Progress} progress */
    show({ done, all }) {
      if (all === 0) return;
      bar.max = all;
      bar.value = done;
      words.textContent = say("of-articles", { now: done, all });
    },
    /**
     * Says what it came to, and why some of it was left out; in a toast where the sheet was closed.
     * @param {string} sentence
     * @param {string[]} [leftOut]
     */
    end(sentence, leftOut = []) {
      if (!sheet.isConnected) {
        toast(sentence);
        return;
      }
      delete sheet.dataset.busy;
      said.textContent = sentence;
      const done = button({ class: "button first" }, close, say("done"));
      doing.replaceWith(...(leftOut.length > 0 ? [make("details", {}, make("summary", {}, say("import-why-out", { count: leftOut.length })), sentences(leftOut))] : []),
        make("p", { class: "choices" }, done));
      done.focus();
    },
  };
}
