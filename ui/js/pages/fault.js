/** When something is wrong: what happened, where the files are, what to do, and a report that holds nothing private. */

/** @import { Problem, Start } from "../../../types" */
import { copyText } from "./copy.js";
import * as asks from "./asks.js";
import { button, does, make } from "../make.js";
import { openSheet } from "./sheets.js";
import { say, translated } from "../words.js";

/** Why the library can't be shown, and what can be done. @param {Problem} problem @param {Omit<Start, "page"> | null} about @returns {Node[]} */
export function problemWords(problem, about) {
  const unreachable = problem.code === "library_unreachable";
  const elsewhere = unreachable || problem.code === "config_unreadable";
  return [
    make("h2", {}, say(unreachable ? "unreachable" : "wrong")),
    make("p", {}, translated(`error-${problem.code}`, problem.message)),
    make("p", { class: "choices" }, does(say("try-again"), "start", true),
      elsewhere && about?.desktop === true && does(say("choose-folder"), "choose"),
      elsewhere && !about?.desktop && does(say("own-folder"), "default")),
    make("p", { class: "calm" }, say("nothing-changed")),
    places(), ...reportParts(problem.code, []),
  ];
}

/** Tells of a fault of the window itself, or of a Problem that nobody took, over whatever is there. @param {Error | Problem} error */
export function showFault(error) {
  const { sheet, close } = openSheet(say("wrong"), "fault");
  const [code, lines] = error instanceof Error ? [error.name, (error.stack ?? "").split("\n")] : [error.code, []];
  const reload = button({ class: "button first" }, () => location.reload(), say("reload"));
  sheet.setAttribute("role", "alertdialog");
  // A Problem's own sentence says all that is known.
  sheet.append(
    ...(error instanceof Error
      ? [make("p", {}, say("unforeseen")), make("p", { class: "fault-words" }, error.message)]
      : [make("p", {}, error.message)]),
    make("p", { class: "choices" }, reload, button({ class: "button" }, close, say("go-on"))),
    places(), ...reportParts(code, lines));
  reload.focus();
}

/** Where the library and the settings lie. */
function places() {
  const list = make("dl", { class: "whereabouts" });
  void asks.about().then(({ library, settings }) => list.append(
    make("dt", {}, say("library-folder")), make("dd", { class: "path" }, library),
    make("dt", {}, say("settings")), make("dd", { class: "path" }, settings)), () => list.remove());
  return list;
}

/**
 * A button that copies a report, and what it says.
 * @param {string} code
 * @param {string[]} lines   Of a stack; Rust takes from them what names a place in the window's scripts.
 */
export function reportParts(code, lines) {
  const text = asks.report(code, lines).catch(() => `Offprint\nFault: ${/^[\w.]{1,40}$/.test(code) ? code : "unnamed"}\n`);
  const words = make("span", { role: "status" }, say("copy-report"));
  const copy = button({ class: "button" }, async () => {
    words.textContent = (await copyText(await text)) ? say("copied") : say("not-copied");
    setTimeout(() => words.replaceChildren(say("copy-report")), 2000);
  }, words);
  const shown = make("pre", { class: "path", tabindex: "0" });
  void text.then((report) => shown.append(report));
  return [make("div", { class: "report" }, copy, make("details", {}, make("summary", {}, say("report-says")), shown))];
}
