/** Exporting: in what form, then where to, and what it came to. */

/** @import { Exported } from "../../../types" */
import * as ipc from "../ipc.js";
import { button, make } from "../make.js";
import { say } from "../words.js";
import * as asks from "./asks.js";
import { openProgress as openDoing } from "./doing.js";
import { openSheet } from "./sheets.js";

/** The forms, and the endings of their files. @type {[string, string][]} */
const FORMS = [["epub", ".epub"], ["html", ".html"], ["site", ".zip"], ["markdown", ".zip"], ["json", ".json"], ["csv", ".csv"], ["annotations", ".jsonld"], ["bookmarks", ".html"]];

/** Of highlights and notes. @type {[string, string][]} */
const MARKS = [["notes", ".md"], ["annotations", ".jsonld"], ["readwise", ".csv"]];

/** What holds together each thing that is put into a sentence has no place in the name of a file. */
const ISOLATES = /[\u2066-\u2069]/gu;

/** Minutes of a reading pack. */
const PACK = 90;

/**
 * Lets the reader choose a form for these articles, or for all.
 * @param {string[] | null} ids
 * @param {string} name   Of the file, without its ending.
 */
export function openExport(ids, name = "Offprint", forms = FORMS) {
  const { sheet, close } = openSheet(forms === MARKS ? say("export-marks") : ids === null ? say("export-all") : ids.length === 1 ? say("export") : say("export-count", { count: ids.length }), "menu");
  const item = (/** @type {string} */ title, /** @type {string} */ words, /** @type {() => void} */ does) =>
    button({ class: "item" }, () => {
      close();
      does();
    }, make("span", {}, make("b", {}, title), " ", make("small", {}, words)));
  sheet.append(...forms.map(([form, ending]) => item(say(`form-${form}`), say(`form-${form}-what`), () => void write(form, ids, null, name + ending))));
  if (ids === null && forms === FORMS) {
    const pack = say("export-pack", { count: PACK });
    sheet.append(item(pack, say("export-pack-what"), () => void write("epub", null, PACK, `${pack.replace(ISOLATES, "")}.epub`)));
  }
  /** @type {HTMLElement | null} */ (sheet.querySelector("header ~ button"))?.focus();
}

/** The same for the highlights and notes of all articles. */
export const exportMarks = () => openExport(null, say("notebook"), MARKS);

/** @type {(form: string, ids: string[] | null, minutes: number | null, name: string) => Promise<void>} */
async function write(form, ids, minutes, name) {
  /** @type {ReturnType<typeof openProgress> | undefined} */
  let progress;
  try {
    const exported = await asks.exportArticles(form, ids, minutes, name, (now) => (progress ??= openProgress()).show(now));
    if (exported) (progress ?? openProgress()).end(summary(exported), exported.left_out);
  } catch (error) {
    (progress ?? openProgress()).end(ipc.asProblem(error).message);
  }
}

const openProgress = () => openDoing({ title: say("export"), bar: say("export-bar"), looking: say("export-looking"), stop: asks.stopExport });

/** @param {Exported} exported */
function summary({ articles, file, minutes, left_out = [] }) {
  const written = minutes === undefined ? say("export-written", { count: articles, file }) : say("export-pack-written", { count: articles, minutes, file });
  return left_out.length === 0 ? written : `${written} ${say("export-out", { count: left_out.length })}`;
}
