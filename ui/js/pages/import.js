/** Importing a folder: choosing it, and what it came to. */

/** @import { Imported } from "../../../types" */
import * as ipc from "../ipc.js";
import { offer } from "./arriving.js";
import * as asks from "./asks.js";
import { takeChange } from "../shelf.js";
import { openProgress as openDoing } from "./doing.js";
import { tell } from "../toast.js";
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
    if ("preview" in done) {
      offer(done);
      return;
    }
    const { imported, warnings } = done;
    takeChange(warnings);
    (progress ?? openProgress()).end(summary(imported), imported.left_out);
  } catch (error) {
    if (progress) progress.end(ipc.asProblem(error).message);
    else tell(error);
  } finally {
    running = false;
  }
}

const openProgress = () => openDoing({ title: say("import-title"), bar: say("import-bar"), looking: say("import-looking"), stop: asks.stopImport });

/** @param {Imported} imported */
function summary({ folder, articles, left_out, stopped, failure }) {
  const came = articles === 0 ? say("import-none") : say(failure === null && !stopped ? "imported" : "import-came", { count: articles, folder });
  const out = left_out.length > 0 ? [say("import-out", { count: left_out.length })] : [];
  return [...(failure !== null ? [failure] : stopped ? [say("import-stopped")] : []), came, ...out].join(" ");
}
