/** What an article says of itself, set right by hand: a sheet with a field for each. */

/** @import { Capture, Details, Medium } from "../../../types" */
import { changes } from "../entries.js";
import { icon } from "../icons.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { openSheet } from "./sheets.js";
import { tell, toast } from "../toast.js";
import { showParts } from "./parts.js";
import { say } from "../words.js";

/** With their messages, in the order of the sheet. @type {[Exclude<keyof Details, "image">, string, string?][]} */
const FIELDS = [
  ["title", "detail-title"], ["author", "detail-author"], ["published", "detail-published"], ["section", "detail-section"],
  ["site", "detail-site"], ["language", "detail-language", "en, pt-BR"], ["description", "detail-description"],
];

/** Of a thumbnail, in px. */
const WIDTH = 160;

/** Puts what can be set right into the menu of an article. @param {HTMLElement} panel @param {string} id @param {Capture | null} capture */
export function offerHand(panel, id, capture) {
  const last = panel.querySelector("[data-last], .sheet-close");
  panel.insertBefore(button({ class: "item" }, () => void showDetails(id), icon("pen"), say("details")), last);
  if (capture?.status === "saved" && !capture.apart) {
    panel.insertBefore(button({ class: "item" }, () => void showParts(id), icon("contents"), say("correct-text")), last);
  }
}

/** @param {string} id */
export async function showDetails(id) {
  try {
    const { document: { meta, media } } = await ipc.open(id);
    const { sheet, close } = openSheet(say("details"), "details");
    const fields = FIELDS.map(([name, label, hint]) => {
      const field = make(name === "title" || name === "description" ? "textarea" : "input", { name, dir: "auto", rows: name === "title" ? "2" : "3", placeholder: name === "published" ? say("detail-published-hint") : hint });
      field.value = meta[name] ?? "";
      return { name, field, row: make("label", {}, make("span", {}, say(label)), field) };
    });
    const pictures = picturesOf(id, media, meta.image);
    const wrong = make("p", { role: "alert", class: "wrong" });
    const form = make("form", { novalidate: "" }, ...fields.map(({ row }) => row), pictures, wrong,
      make("p", { class: "choices" }, make("button", { class: "button first" }, say("save")), button({ class: "button" }, close, say("cancel"))));
    const save = async () => {
      /** @type {Partial<Details>} */
      const news = {};
      for (const { name, field } of fields) if (field.value.trim() !== (meta[name] ?? "")) news[name] = field.value;
      const chosen = pictures && new FormData(form).get("image");
      const shown = media.find(({ source }) => source === meta.image);
      if (typeof chosen === "string" && chosen !== (shown?.key ?? "")) news.image = chosen;
      try {
        if (Object.keys(news).length > 0) {
          await asks.setDetails(id, news);
          changed(say("details-set"), () => void asks.undoDetails(id).then(() => changed(say("details-back")), tell));
        }
        close();
      } catch (error) {
        wrong.textContent = ipc.asProblem(error).message;
      }
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void save();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      void save();
    });
    sheet.append(form);
    fields[0].field.focus();
  } catch (error) {
    tell(error);
  }
}

/** @param {string} sentence @param {() => void} [undo] */
function changed(sentence, undo) {
  changes.dispatchEvent(new Event("files"));
  toast(sentence, undo);
}

/**
 * The choice of a lead picture among those that are here, where there is one.
 * @param {string} id
 * @param {Medium[]} media
 * @param {string | null} image
 */
function picturesOf(id, media, image) {
  const pictures = media.filter(({ kind, status, source }) => kind === "picture" && status === "saved" && source !== "");
  if (pictures.length === 0) return null;
  const option = (/** @type {string} */ key, /** @type {string} */ name, /** @type {boolean} */ on, /** @type {Node | string} */ shown) =>
    make("label", {}, make("input", { type: "radio", name: "image", value: key, "aria-label": name, checked: on ? "" : null }), shown);
  return make("fieldset", {}, make("legend", {}, say("lead-picture")), make("div", { class: "pictures" },
    option("", say("no-picture"), image === null, make("span", {}, say("no-picture"))),
    ...pictures.map(({ key, alt, caption, source }, number) => option(key, alt || caption || say("picture-number", { number: number + 1 }), source === image,
      make("img", { src: ipc.media(id, key, WIDTH), alt: "", loading: "lazy" })))));
}
