/** When something is wrong: what happened, where the files are, what to do, and a report that holds nothing private. */

/** @import { Problem, Start } from "../../../types" */
import { copyText } from "./copy.js";
import * as asks from "./asks.js";
import { button, does, make } from "../make.js";
import { openSheet } from "./sheets.js";

/**
 * Why the library can't be shown, and what can be done.
 * @param {Problem} problem
 * @param {Omit<Start, "page"> | null} about
 * @returns {Node[]}
 */
export function problemWords(problem, about) {
  const unreachable = problem.code === "library_unreachable";
  const elsewhere = unreachable || problem.code === "config_unreadable";
  return [
    make("h2", {}, unreachable ? "Your library can’t be reached" : "Something went wrong"),
    make("p", {}, problem.message),
    make("p", { class: "choices" }, does("Try again", "start", true),
      elsewhere && about?.desktop === true && does("Choose another folder", "choose"),
      elsewhere && !about?.desktop && does("Use Offprint’s own folder", "default")),
    make("p", { class: "calm" }, "Nothing in your library was changed."),
    places(), ...reportParts(problem.code, []),
  ];
}

/**
 * Tells of a fault of the window itself, or of a Problem that nobody took, over whatever is there.
 * @param {Error | Problem} error
 */
export function showFault(error) {
  const { sheet, close } = openSheet("Something went wrong", "fault");
  const [code, lines] = error instanceof Error ? [error.name, (error.stack ?? "").split("\n")] : [error.code, []];
  const reload = button({ class: "button first" }, () => location.reload(), "Reload the window");
  sheet.setAttribute("role", "alertdialog");
  // A Problem's own sentence says all that is known.
  sheet.append(
    ...(error instanceof Error
      ? [make("p", {}, "The window met a fault that nobody foresaw."), make("p", { class: "fault-words" }, error.message)]
      : [make("p", {}, error.message)]),
    make("p", { class: "choices" }, reload, button({ class: "button" }, close, "Go on")),
    places(), ...reportParts(code, lines));
  reload.focus();
}

/** Where the library and the settings lie. */
function places() {
  const list = make("dl", { class: "whereabouts" });
  void asks.about().then(({ library, settings }) => list.append(
    make("dt", {}, "Library folder"), make("dd", { class: "path" }, library),
    make("dt", {}, "Settings"), make("dd", { class: "path" }, settings)), () => list.remove());
  return list;
}

/**
 * A button that copies a report, and what it says.
 * @param {string} code
 * @param {string[]} lines   Of a stack; Rust takes from them what names a place in the window's scripts.
 */
export function reportParts(code, lines) {
  const text = asks.report(code, lines).catch(() => `Offprint\nFault: ${/^[\w.]{1,40}$/.test(code) ? code : "unnamed"}\n`);
  const words = make("span", { role: "status" }, "Copy report");
  const copy = button({ class: "button" }, async () => {
    words.textContent = (await copyText(await text)) ? "Copied" : "Could not copy";
    setTimeout(() => words.replaceChildren("Copy report"), 2000);
  }, words);
  const shown = make("pre", { class: "path", tabindex: "0" });
  void text.then((report) => shown.append(report));
  return [make("div", { class: "report" }, copy, make("details", {}, make("summary", {}, "What it says"), shown))];
}
