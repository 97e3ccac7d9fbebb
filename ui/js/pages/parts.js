/** The text of an article, set right by hand: its parts, and those of its page that were left out, each with a box to check. */

/** @import { Part } from "../../../types" */
import { changes } from "../entries.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { openSheet } from "./sheets.js";
import { tell, toast } from "../toast.js";
import { ours, say } from "../words.js";

/** Of a thumbnail, in px. */
const WIDTH = 120;

/** @param {string} id */
export async function showParts(id) {
  try {
    const parts = await asks.parts(id);
    const { sheet, close } = openSheet(say("correct-text"), "parts");
    /** Those whose boxes are not as they were. @type {Set<Part>} */
    const news = new Set();
    const said = make("span", { role: "status" });
    const wrong = make("p", { role: "alert", class: "wrong" });
    const save = button({ class: "button first", disabled: "" }, async () => {
      const ids = (/** @type {boolean} */ here) => [...news].filter((part) => part.here === here).map((part) => part.id);
      save.disabled = true;
      save.textContent = say("saving");
      try {
        const { before, lacking } = await asks.setParts(id, ids(true), ids(false));
        close();
        changed(lacking > 0 ? say("text-set-without", { count: lacking }) : say("text-set"),
          () => void asks.chooseVersion(id, before).then(() => changed(say("text-back")), tell));
      } catch (error) {
        wrong.textContent = ipc.asProblem(error).message;
        show();
      }
    }, say("save"));
    const show = () => {
      const [out, come] = [true, false].map((here) => [...news].filter((part) => part.here === here).length);
      save.disabled = news.size === 0;
      save.textContent = say("save");
      said.textContent = [out > 0 && say("parts-go", { count: out }), come > 0 && say("parts-come", { count: come })].filter(Boolean).join(" ");
    };
    /** @param {Part} part */
    const row = (part) => {
      const box = make("input", { type: "checkbox" });
      box.checked = part.here;
      box.addEventListener("change", () => {
        if (box.checked === part.here) news.delete(part);
        else news.add(part);
        show();
      });
      const name = part.kind === "text" ? "" : say(`part-${part.kind}`);
      return make("li", { "data-kind": part.kind }, make("label", {}, box,
        part.picture !== null && make("img", { src: ipc.media(id, part.picture, WIDTH), alt: "", loading: "lazy" }),
        make("span", { dir: "auto" }, name !== "" && make("small", ours, name, " "), part.words)));
    };
    sheet.append(make("p", { class: "hint" }, say(parts.some(({ here }) => !here) ? "parts-hint" : "parts-hint-all")),
      make("ul", { "aria-label": say("parts") }, ...grouped(parts, row)), wrong,
      make("p", { class: "choices" }, save, button({ class: "button" }, close, say("cancel")), said));
    /** @type {HTMLElement | null} */ (sheet.querySelector("input"))?.focus();
  } catch (error) {
    tell(error);
  }
}

/**
 * A row for each part that is here; those that were left out between two of them are folded up, and drawn when they are
 * looked at: a page may have thousands.
 * @param {Part[]} parts
 * @param {(part: Part) => HTMLElement} row
 */
function grouped(parts, row) {
  /** @type {HTMLElement[]} */
  const rows = [];
  for (let at = 0; at < parts.length; at += 1) {
    if (parts[at].here) {
      rows.push(row(parts[at]));
      continue;
    }
    const end = parts.findIndex(({ here }, number) => number > at && here);
    const left = parts.slice(at, end < 0 ? parts.length : end);
    const list = make("ul", {});
    const fold = make("details", {}, make("summary", {}, say("parts-left-out", { count: left.length })), list);
    fold.addEventListener("toggle", () => list.append(...left.map(row)), { once: true });
    rows.push(make("li", { class: "left-out" }, fold));
    at += left.length - 1;
  }
  return rows;
}

/** @param {string} sentence @param {() => void} [undo] */
function changed(sentence, undo) {
  changes.dispatchEvent(new Event("files"));
  toast(sentence, undo);
}
