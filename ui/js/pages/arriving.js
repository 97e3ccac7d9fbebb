/** Other programs’ exports: choosing or dropping a file, what it holds, how far it is, and what became of each entry. */

/** @import { Offer, Progress, Report } from "../../../types" */
import { counted, figure } from "../dates.js";
import { call, channel, asProblem } from "../ipc.js";
import { button, make } from "../make.js";
import { toast, tell } from "../toast.js";
import { openSheet } from "./sheets.js";

/** As many refusals are shown. */
const SHOWN = 200;

/** @type {Record<string, string>} */
const NAMES = {
  pocket: "Pocket", instapaper: "Instapaper", omnivore: "Omnivore", wallabag: "wallabag", readwise: "Readwise Reader", raindrop: "Raindrop", matter: "Matter",
  bookmarks: "Bookmarks", readeck: "Readeck", karakeep: "Karakeep", linkwarden: "Linkwarden", opml: "OPML", obsidian: "Obsidian", markdown: "Markdown",
  html: "Saved pages", text: "Text", epub: "A book", addresses: "A list of addresses", csv: "A table with addresses", json: "JSON with addresses", files: "Files of several kinds",
  "offprint-json": "A library of Offprint", "offprint-zip": "A library of Offprint",
};

/** Something is being looked at or taken in. */
let running = false;

/** Has a file chosen, and offers what it holds. */
export async function importFile() {
  await look((progress) => call("offer_import", { channel: channel(progress) }));
}

/** Offers what a file holds that was dropped. @param {File} file */
export async function offerFile(file) {
  await look(async () => call("offer_dropped", new Uint8Array(await file.arrayBuffer()), { headers: { "offprint-name": encodeURIComponent(file.name) } }));
}

/** Whether a file is another program’s export, and no article. @param {File} file */
export async function isExport(file) {
  if (/\.(?:csv|json|opml|tsv|zip)$/iu.test(file.name)) return true;
  if (!/\.html?$/iu.test(file.name)) return false;
  const head = await file.slice(0, 4096).text().catch(() => "");
  return /netscape-bookmark|<title>(?:pocket export|instapaper)/iu.test(head);
}

/** @param {(tell: (progress: Progress) => void) => Promise<Offer | null>} ask */
async function look(ask) {
  if (running) return;
  running = true;
  try {
    const offer = await ask(() => {});
    if (offer) show(offer);
  } catch (error) {
    tell(error);
  } finally {
    running = false;
  }
}

/** Says what a file holds, and asks. @param {Offer} offer */
function show({ name, preview }) {
  const { sheet, close } = openSheet("Import", "import");
  const { entries, merged, queued, refused, highlights, titles } = preview;
  /** @type {[number, string][]} */
  const all = [
    [preview.new, "new, with their text"],
    [queued, "new, to be fetched from the web"],
    [merged, "here already"],
    [refused, "that can’t be taken in"],
    [highlights, "highlights and notes"],
  ];
  const go = button({ class: "button first" }, () => void take(sheet, close), "Import");
  if (entries === 0) go.disabled = true;
  const doing = make("div", { class: "doing" },
    make("p", {}, make("b", { dir: "auto" }, name), ` (${NAMES[preview.format] ?? preview.format}) holds ${entries === 1 ? "one entry" : `${figure(entries)} entries`}:`),
    make("ul", {}, ...all.filter(([count]) => count > 0).map(([count, what]) => make("li", {}, `${figure(count)} ${what}`))),
    titles.length > 0 && make("p", { class: "hint", dir: "auto" }, titles.join(" · ")),
    make("p", { class: "choices" }, go, button({ class: "button" }, close, "Cancel")));
  sheet.append(make("p", { role: "status" }), doing);
  go.focus();
}

/** Takes it in. @param {HTMLDialogElement} sheet @param {() => void} close */
async function take(sheet, close) {
  const bar = make("progress", { "aria-label": "Import" });
  const words = make("p", { class: "import-words" }, "Reading the file…");
  const stop = button({ class: "button" }, close, "Stop");
  sheet.querySelector(".doing")?.replaceChildren(bar, words, make("p", { class: "choices" }, stop));
  sheet.dataset.busy = "";
  stop.focus();
  sheet.addEventListener("close", () => sheet.dataset.busy !== undefined && void call("stop_import"));
  /** @type {(progress: Progress) => void} */
  const tellProgress = ({ done, all }) => {
    if (all === 0) return;
    bar.max = all;
    bar.value = done;
    words.textContent = `${figure(done)} of ${figure(all)}`;
  };
  try {
    end(sheet, close, await call("take_import", { channel: channel(tellProgress) }));
  } catch (error) {
    end(sheet, close, null, asProblem(error).message);
  }
}

/**
 * @param {HTMLDialogElement} sheet
 * @param {() => void} close
 * @param {Report | null} report
 * @param {string} [problem]
 */
function end(sheet, close, report, problem = "") {
  const sentence = report ? summary(report) : problem;
  if (!sheet.isConnected) {
    toast(sentence);
    return;
  }
  delete sheet.dataset.busy;
  const status = sheet.querySelector("[role=status]");
  if (status) status.textContent = sentence;
  const refused = report?.refused ?? [];
  const done = button({ class: "button first" }, close, "Done");
  const why = make("details", {}, make("summary", {}, `Why ${refused.length === 1 ? "one was" : "these were"} not taken in`),
    make("ul", {}, ...refused.slice(0, SHOWN).map(({ line, url, reason }) => make("li", { dir: "auto" }, `${figure(line)}: ${url} — ${reason}`)),
      refused.length > SHOWN && make("li", {}, `And ${figure(refused.length - SHOWN)} more.`)));
  sheet.querySelector(".doing")?.replaceChildren(...(refused.length > 0 ? [why] : []), make("p", { class: "choices" }, done));
  done.focus();
}

/** @param {Report} report */
function summary(report) {
  const { entries, merged, queued, refused, stopped, highlights_aside } = report;
  const parts = [
    report.new > 0 && `${counted(report.new, "article")} came with the text`,
    queued > 0 && `${counted(queued, "article")} wait${queued === 1 ? "s" : ""} to be fetched`,
    merged > 0 && `${figure(merged)} ${merged === 1 ? "was" : "were"} here already`,
    refused.length > 0 && `${figure(refused.length)} could not be taken in`,
  ].filter((part) => part !== false);
  const what = entries === 0 ? "Nothing was imported." : `Of ${figure(entries)}: ${parts.join(", ")}.`;
  const aside = highlights_aside > 0 ? ` ${figure(highlights_aside)} highlights and notes are too long to be kept.` : "";
  return `${stopped ? "Stopped. " : ""}${what}${aside}`;
}
