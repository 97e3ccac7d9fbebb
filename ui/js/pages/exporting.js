/** Exporting: in what form, then where to, how far it is, and what it came to. */

/** @import { Exported, Progress } from "../../../types" */
import { counted, figure } from "../dates.js";
import * as ipc from "../ipc.js";
import { button, make } from "../make.js";
import { toast } from "../toast.js";
import * as asks from "./asks.js";
import { openSheet } from "./sheets.js";

/** The forms: name, ending, title, what it is good for. @type {[string, string, string, string][]} */
const FORMS = [
  ["epub", ".epub", "Book for e-readers", "EPUB, with contents, pictures and footnotes"],
  ["html", ".html", "One page", "HTML with all pictures in it, for any browser"],
  ["site", ".zip", "Website", "With search; needs no server and no Offprint, once it is unpacked"],
  ["markdown", ".zip", "Everything, as Markdown", "The files as they are, with tags, bookmarks and collections beside them"],
  ["json", ".json", "Everything, in one file", "JSON; Offprint can bring it in again"],
  ["csv", ".csv", "Table", "CSV, a line for each article"],
  ["annotations", ".jsonld", "Highlights and notes", "W3C annotations, for other programs"],
  ["bookmarks", ".html", "Bookmarks", "For a browser"],
];

/** Minutes of a reading pack. */
const PACK = 90;

/** Lets the reader choose a form for these articles, or for all. @type {(ids: string[] | null, name: string) => void} */
export function openExport(ids, name) {
  const { sheet, close } = openSheet(ids === null ? "Export everything" : ids.length === 1 ? "Export" : `Export ${counted(ids.length, "article")}`, "menu");
  const item = (/** @type {string} */ title, /** @type {string} */ words, /** @type {() => void} */ does) =>
    button({ class: "item" }, () => {
      close();
      does();
    }, make("span", {}, make("b", {}, title), " ", make("small", {}, words)));
  sheet.append(...FORMS.map(([form, ending, title, words]) => item(title, words, () => void write(form, ids, null, name + ending))));
  if (ids === null) sheet.append(item(`Reading for ${PACK} minutes`, "A book of unread articles that fill the time", () => void write("epub", null, PACK, `Reading for ${PACK} minutes.epub`)));
  /** @type {HTMLElement | null} */ (sheet.querySelector("header ~ button"))?.focus();
}

/** @type {(form: string, ids: string[] | null, minutes: number | null, name: string) => Promise<void>} */
async function write(form, ids, minutes, name) {
  /** @type {ReturnType<typeof openProgress> | undefined} */
  let progress;
  try {
    const exported = await asks.exportArticles(form, ids, minutes, name, (now) => (progress ??= openProgress()).show(now));
    if (exported) (progress ?? openProgress()).end(summary(exported));
  } catch (error) {
    (progress ?? openProgress()).end(ipc.asProblem(error).message);
  }
}

/** A sheet that shows how far it is. Closing it stops the export. */
function openProgress() {
  const { sheet, close } = openSheet("Export", "import");
  const bar = make("progress", { "aria-label": "Export" });
  const words = make("p", { class: "import-words" }, "Looking for the articles…");
  const said = make("p", { role: "status" });
  const stop = button({ class: "button" }, close, "Stop");
  const doing = make("div", { class: "doing" }, bar, words, make("p", { class: "choices" }, stop));
  sheet.append(said, doing);
  sheet.dataset.busy = "";
  stop.focus();
  sheet.addEventListener("close", () => sheet.dataset.busy !== undefined && void asks.stopExport());
  return {
    /** @param {Progress} progress */
    show({ done, all }) {
      if (all === 0) return;
      bar.max = all;
      bar.value = done;
      words.textContent = `${figure(done)} of ${counted(all, "article")}`;
    },
    /** @param {string} sentence */
    end(sentence) {
      if (!sheet.isConnected) {
        toast(sentence);
        return;
      }
      delete sheet.dataset.busy;
      said.textContent = sentence;
      const done = button({ class: "button first" }, close, "Done");
      doing.replaceWith(make("p", { class: "choices" }, done));
      done.focus();
    },
  };
}

/** @type {(exported: Exported) => string} */
const summary = ({ articles, file, minutes }) =>
  `${counted(articles, "article")}${minutes === undefined ? "" : `, ${counted(minutes, "minute")}`}: ${file.replace(/^.*[/\\]/u, "")} is written.`;
