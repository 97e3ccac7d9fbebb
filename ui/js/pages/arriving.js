/** Other programs’ exports: choosing or dropping a file, what it holds, how far it is, and what became of each entry. */

/** @import { Offer, Progress, Report } from "../../../types" */
import { figure, listed } from "../dates.js";
import { changes } from "../entries.js";
import { call, channel, asProblem } from "../ipc.js";
import { button, make } from "../make.js";
import { toast, tell } from "../toast.js";
import { say, sayWith } from "../words.js";
import { openSheet } from "./sheets.js";

/** As many refusals are shown. */
const SHOWN = 200;

/** What programs call themselves. @type {Record<string, string>} */
const NAMES = {
  pocket: "Pocket", instapaper: "Instapaper", omnivore: "Omnivore", wallabag: "wallabag", readwise: "Readwise Reader", raindrop: "Raindrop", matter: "Matter",
  readeck: "Readeck", karakeep: "Karakeep", linkwarden: "Linkwarden", opml: "OPML", obsidian: "Obsidian", markdown: "Markdown",
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
  if (/\.(?:csv|json(?:ld)?|opml|tsv|zip)$/iu.test(file.name)) return true;
  if (!/\.(?:html?|txt)$/iu.test(file.name)) return false;
  const head = await file.slice(0, 65536).text().catch(() => "");
  return /txt$/iu.test(file.name) ? isList(head) : isBookmarks(head.slice(0, 4096));
}

/** As the form of a file is told when it is chosen. @param {string} head */
function isBookmarks(head) {
  if (/netscape-bookmark|<title>(?:pocket export|instapaper)|time_added=/iu.test(head)) return true;
  return /<dl>[^]*add_date=/iu.test(head) || (/<dt><a /iu.test(head) && !/<(?:html|!doctype html)/iu.test(head));
}

/** Whether at least every third line has an address. @param {string} head */
function isList(head) {
  const lines = head.split(/[\r\n]+/u).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")).slice(0, 400);
  const found = lines.filter((line) => /https?:\/\/|^[\p{L}\d.-]+\.\p{L}{2,}(?:[/?#]\S*)?$/u.test(line)).length;
  return found > 0 && found * 3 >= lines.length;
}

/** @param {(tell: (progress: Progress) => void) => Promise<Offer | null>} ask */
async function look(ask) {
  if (running) return;
  running = true;
  try {
    const offered = await ask(() => {});
    if (offered) offer(offered);
  } catch (error) {
    tell(error);
  } finally {
    running = false;
  }
}

/** Says what a file holds, and asks. @param {Offer} offered */
export function offer({ name, preview }) {
  const { sheet, close } = openSheet(say("dialog-import-file"), "import");
  const { entries, merged, queued, refused, highlights, titles } = preview;
  /** @type {[number, string][]} */
  const all = [
    [preview.new, "import-holds-new"],
    [queued, "import-holds-queued"],
    [merged, "import-holds-merged"],
    [refused, "import-holds-refused"],
    [highlights, "import-holds-highlights"],
  ];
  const go = button({ class: "button first" }, () => void take(sheet, close), say("import-verb"));
  if (entries === 0) go.disabled = true;
  const doing = make("div", { class: "doing" },
    make("p", {}, ...sayWith("import-holds", { name: make("b", { dir: "auto" }, name) }, { count: entries, format: NAMES[preview.format] ?? say(`format-${preview.format}`) })),
    make("ul", {}, ...all.filter(([count]) => count > 0).map(([count, what]) => make("li", {}, say(what, { count })))),
    titles.length > 0 && make("p", { class: "hint", dir: "auto" }, titles.join(" · ")),
    preview.damage !== undefined && make("p", { lang: "en", dir: "auto" }, preview.damage),
    make("p", { class: "choices" }, go, button({ class: "button" }, close, say("cancel"))));
  sheet.append(make("p", { role: "status" }), doing);
  go.focus();
}

/** Takes it in. @param {HTMLDialogElement} sheet @param {() => void} close */
async function take(sheet, close) {
  const bar = make("progress", { "aria-label": say("import-bar") });
  const words = make("p", { class: "import-words" }, say("import-reading"));
  const stop = button({ class: "button" }, close, say("stop"));
  sheet.querySelector(".doing")?.replaceChildren(bar, words, make("p", { class: "choices" }, stop));
  sheet.dataset.busy = "";
  stop.focus();
  sheet.addEventListener("close", () => sheet.dataset.busy !== undefined && void call("stop_import"));
  /** @type {(progress: Progress) => void} */
  const tellProgress = ({ done, all }) => {
    if (all === 0) return;
    bar.max = all;
    bar.value = done;
    words.textContent = say("of", { now: done, all });
  };
  try {
    end(sheet, close, await call("take_import", { channel: channel(tellProgress) }));
  } catch (error) {
    end(sheet, close, null, asProblem(error).message);
  }
}

/** @param {HTMLDialogElement} sheet @param {() => void} close @param {Report | null} report @param {string} [problem] */
function end(sheet, close, report, problem = "") {
  const sentence = report ? summary(report) : problem;
  // Of what comes as marks alone, no file tells.
  if (report?.format === "annotations") changes.dispatchEvent(new Event("margins"));
  if (!sheet.isConnected) {
    toast(sentence);
    return;
  }
  delete sheet.dataset.busy;
  const status = sheet.querySelector("[role=status]");
  if (status) status.textContent = sentence;
  const refused = report?.refused ?? [];
  const done = button({ class: "button first" }, close, say("done"));
  const why = make("details", {}, make("summary", {}, say("import-why-refused", { count: refused.length })),
    make("ul", {}, ...refused.slice(0, SHOWN).map(({ line, url, reason }) => make("li", { dir: "auto" }, `${figure(line)}: ${url} — ${reason}`)),
      refused.length > SHOWN && make("li", {}, say("and-more", { count: refused.length - SHOWN }))));
  sheet.querySelector(".doing")?.replaceChildren(...(refused.length > 0 ? [why] : []), make("p", { class: "choices" }, done));
  done.focus();
}

/** @param {Report} report */
function summary(report) {
  const { entries, merged, queued, refused, stopped, highlights_aside } = report;
  /** @type {[number, string][]} */
  const all = [
    [report.new, report.format === "annotations" ? "import-got-marks" : "import-got-new"],
    [queued, "import-got-queued"],
    [merged, "import-got-merged"],
    [refused.length, "import-got-refused"],
  ];
  const parts = listed(all.filter(([count]) => count > 0).map(([count, what]) => say(what, { count })));
  return [
    stopped && say("import-stopped"),
    entries === 0 ? say("import-none") : say("import-of", { count: entries, parts }),
    highlights_aside > 0 && say("import-got-aside", { count: highlights_aside }),
  ].filter((part) => part !== false).join(" ");
}
