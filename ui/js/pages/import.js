/** Importing a folder: choosing it, how far it is, and what it came to. */

/** @import { Imported } from "../../../types" */
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { takeChange } from "../shelf.js";
import { openSheet } from "./sheets.js";
import { tell, toast } from "../toast.js";
import { sentences } from "./warnings.js";
import { say } from "../words.js";

/** An import runs, or its folder is being chosen. */
let running = false;

export async function importFolder() {
  if (running) return;
  running = true;
  /** @type {ReturnType<typeof openProgress> | undefined} */
  let progress;
  try {
    const done = await asks.importFolder((now) => (progress ??= openProgress()).show(now));
    if (!done) return;
    const { imported, warnings } = done;
    takeChange(warnings);
    (progress ?? openProgress()).end(summary(imported), imported.left_out);
  } catch (error) {
    if (progress) progress.end(ipc.asProblem(error).message, []);
    else tell(error);
  } finally {
    running = false;
  }
}

/** A sheet that shows how far it is. Closing it stops the import. */
function openProgress() {
  const { sheet, close } = openSheet(say("import-title"), "import");
  const bar = make("progress", { "aria-label": say("import-bar") });
  const words = make("p", { class: "import-words" }, say("import-looking"));
  const said = make("p", { role: "status" });
  const stop = button({ class: "button" }, close, say("stop"));
  const doing = make("div", { class: "doing" }, bar, words, make("p", { class: "choices" }, stop));
  sheet.append(said, doing);
  sheet.dataset.busy = "";
  stop.focus();
  sheet.addEventListener("close", () => sheet.dataset.busy !== undefined && void asks.stopImport());
  return {
    /** @param {import("../../../types").Progress} progress */
    show({ done, all }) {
      if (all === 0) return;
      bar.max = all;
      bar.value = done;
      words.textContent = say("of-articles", { now: done, all });
    },
    /**
     * @param {string} sentence
     * @param {string[]} leftOut
     */
    end(sentence, leftOut) {
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

/** @param {Imported} imported */
function summary({ folder, articles, left_out, stopped, failure }) {
  const came = articles === 0 ? say("import-none") : say(failure === null && !stopped ? "imported" : "import-came", { count: articles, folder });
  const out = left_out.length > 0 ? [say("import-out", { count: left_out.length })] : [];
  return [...(failure !== null ? [failure] : stopped ? [say("import-stopped")] : []), came, ...out].join(" ");
}
