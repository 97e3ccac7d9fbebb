/** The audit of the library: how far it is, and what it found, by article. */

/** @import { Audit, Finding } from "../../../types" */
import { counted, figure } from "../dates.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { openSheet } from "./sheets.js";
import { tell } from "../toast.js";

/** Articles whose findings are listed. */
const MOST = 100;

/** Closing the sheet stops the audit. */
export async function checkLibrary() {
  const { sheet, close } = openSheet("Check the library", "import check");
  const bar = make("progress", { "aria-label": "Check" });
  const words = make("p", { class: "import-words" }, "Looking at every article…");
  const said = make("p", { role: "status" });
  const stop = button({ class: "button" }, close, "Stop");
  const doing = make("div", {}, bar, words, make("p", { class: "choices" }, stop));
  sheet.append(said, doing);
  sheet.dataset.busy = "";
  stop.focus();
  sheet.addEventListener("close", () => sheet.dataset.busy !== undefined && void asks.stopCheck().catch(() => {}));
  const done = button({ class: "button first" }, close, "Done");
  /** @type {(Node | false)[]} */
  let found = [];
  try {
    const audit = await asks.checkLibrary(({ done: now, all }) => {
      bar.max = Math.max(all, 1);
      bar.value = now;
      words.textContent = `${figure(now)} of ${counted(all, "article")}`;
    });
    said.textContent = summary(audit);
    found = groups(audit.findings, close);
  } catch (error) {
    said.textContent = ipc.asProblem(error).message;
  }
  if (!sheet.isConnected) return;
  delete sheet.dataset.busy;
  doing.replaceWith(...found.filter((each) => each !== false), make("p", { class: "choices" }, done));
  done.focus();
}

/** @param {Audit} audit */
function summary({ articles, complete, media, bytes, linked }) {
  const lacking = articles - complete;
  const held = `${media === 1 ? "1 picture or recording" : `${figure(media)} pictures and recordings`} that Offprint saved${bytes < 50000 ? "" : `: ${figure(Math.round(bytes / 100000) / 10)} MB`}.`;
  const first = lacking === 0 ? `Nothing is missing from ${counted(articles, "article")}.` : `${counted(lacking, "article")} of ${figure(articles)} ${lacking === 1 ? "lacks" : "lack"} something.`;
  return `${first} ${held}${linked > 0 ? ` ${figure(linked)} more ${linked === 1 ? "is" : "are"} on the web, and not saved.` : ""}`;
}

/** @type {(findings: Finding[], close: () => void) => (Node | false)[]} */
function groups(findings, close) {
  const articles = Map.groupBy(findings, ({ id }) => id);
  const rows = [...articles.entries()].slice(0, MOST).map(([id, all]) => {
    const link = make("a", { href: `#/read/${encodeURIComponent(id)}` }, all[0].title);
    link.addEventListener("click", close);
    return make("li", {}, link, make("ul", {}, ...all.map(row)), all.some(canCome) && tryAgain(id));
  });
  return [
    rows.length > 0 && make("ul", { class: "saving", "aria-label": "What was found" }, ...rows),
    articles.size > MOST && make("p", { class: "hint" }, `and ${counted(articles.size - MOST, "article")} more`),
  ];
}

/** @param {Finding} finding */
const row = ({ kind, sentence, source }) =>
  make("li", { "data-kind": kind }, make("small", {}, sentence, " ", source !== null && make("span", { class: "path" }, source)));

/** Whether the web may have it: an article that waits, or a medium with an address. @param {Finding} finding */
const canCome = ({ kind, source }) => ["missing", "waiting", "refused"].includes(kind) && (source === null || source.startsWith("http"));

/** @param {string} id */
function tryAgain(id) {
  const again = button({ class: "text-button" }, () => {
    again.disabled = true;
    again.textContent = "Trying…";
    asks.tryAgain(id).then((goes) => again.replaceWith(make("small", { role: "status" }, goes ? "It is being fetched." : "What could be had is here now.")), (error) => {
      tell(error);
      again.disabled = false;
      again.textContent = "Try again";
    });
  }, "Try again");
  return again;
}
