/** The audit of the library: how far it is, and what it found, by article. */

/** @import { Audit, Finding } from "../../../types" */
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { openSheet } from "./sheets.js";
import { tell } from "../toast.js";
import { say, translated } from "../words.js";

/** Articles whose findings are listed. */
const MOST = 100;

/** Closing the sheet stops the audit. */
export async function checkLibrary() {
  const { sheet, close } = openSheet(say("check"), "import check");
  const bar = make("progress", { "aria-label": say("check-bar") });
  const words = make("p", { class: "import-words" }, say("looking-at-all"));
  const said = make("p", { role: "status" });
  const stop = button({ class: "button" }, close, say("stop"));
  const doing = make("div", {}, bar, words, make("p", { class: "choices" }, stop));
  sheet.append(said, doing);
  sheet.dataset.busy = "";
  stop.focus();
  sheet.addEventListener("close", () => sheet.dataset.busy !== undefined && void asks.stopCheck().catch(() => {}));
  const done = button({ class: "button first" }, close, say("done"));
  /** @type {(Node | false)[]} */
  let found = [];
  try {
    const audit = await asks.checkLibrary(({ done: now, all }) => {
      bar.max = Math.max(all, 1);
      bar.value = now;
      words.textContent = say("of-articles", { now, all });
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
  return [
    lacking === 0 ? say("check-none", { count: articles }) : say("check-lacking", { count: lacking, all: articles }),
    bytes < 50000 ? say("check-media", { count: media }) : say("check-media-size", { count: media, megabytes: Math.round(bytes / 100000) / 10 }),
    ...(linked > 0 ? [say("check-linked", { count: linked })] : []),
  ].join(" ");
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
    rows.length > 0 && make("ul", { class: "saving", "aria-label": say("check-found") }, ...rows),
    articles.size > MOST && make("p", { class: "hint" }, say("and-more-articles", { count: articles.size - MOST })),
  ];
}

/** @param {Finding} finding */
const row = ({ kind, sentence, source }) =>
  make("li", { "data-kind": kind }, make("small", { dir: "auto" }, translated(`finding-${kind}`, sentence), " ", source !== null && make("span", { class: "path" }, source)));

/** Whether the web may have it: an article that waits, or a medium with an address. @param {Finding} finding */
const canCome = ({ kind, source }) => ["missing", "waiting", "refused"].includes(kind) && (source === null || source.startsWith("http"));

/** @param {string} id */
function tryAgain(id) {
  const again = button({ class: "text-button" }, () => {
    again.disabled = true;
    again.textContent = say("trying");
    asks.tryAgain(id).then((goes) => again.replaceWith(make("small", { role: "status" }, say(goes ? "it-is-fetched" : "fetched-now"))), (error) => {
      tell(error);
      again.disabled = false;
      again.textContent = say("try-again");
    });
  }, say("try-again"));
  return again;
}
