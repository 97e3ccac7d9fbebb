/** The sheet of tags: those of one article or many, taken off by a press, and more of them, offered as one types. */

/** @import { Tag } from "../../../types" */
import { figure } from "../dates.js";
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { tell } from "../toast.js";
import { act } from "./acts.js";
import { offering } from "./offer.js";
import { order } from "./order.js";
import { openSheet } from "./sheets.js";
import { say } from "../words.js";

/** Tags that are offered at once. */
const MOST = 8;

/** @param {string[]} ids */
export async function openTags(ids) {
  /** How many of the articles have each. @type {Map<string, number>} */
  const held = new Map();
  try {
    for (const { name, count } of (await order.held(ids)).tags) held.set(name, count);
  } catch (error) {
    tell(error);
  }
  const { sheet } = openSheet(ids.length === 1 ? say("tags") : say("tags-of", { count: ids.length }), "tagging");
  /** @type {Tag[]} */
  let all = [];
  order.tags().then((tags) => void (all = tags), tell);

  const chips = make("ul", { class: "chips", "aria-label": say("tags") });
  const field = make("input", { type: "text", class: "field", "aria-label": say("add-tag"), placeholder: say("add-tag"), autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "done" });
  const show = () => chips.replaceChildren(...[...held].map(([name, count]) => make("li", {},
    button({ class: "chip", "aria-label": say("remove-the-tag", { name }) }, () => remove(name), make("span", {}, name),
      ids.length > 1 && count < ids.length && make("small", {}, say("of", { now: count, all: ids.length })), icon("close")))));
  const change = (/** @type {string[]} */ add, /** @type {string[]} */ remove, /** @type {string} */ told) =>
    act(() => order.tag([{ ids, add, remove }]), () => told, (back) => order.tag(back).then(() => sheet.close()));
  const add = (/** @type {string} */ written) => {
    const name = written.trim().replace(/^#+/u, "").trim();
    field.value = "";
    if (name === "") return;
    const known = [...held.keys()].find((each) => fold(each) === fold(name)) ?? name;
    held.set(known, ids.length);
    show();
    void change([name], [], say("told-tagged", { count: ids.length, name }));
  };
  const remove = (/** @type {string} */ name) => {
    held.delete(name);
    show();
    field.focus();
    void change([], [name], say("tag-removed", { name }));
  };
  const { list } = offering(field, say("tags-in-use"), () => {
    const typed = fold(field.value.replace(/^#+/u, ""));
    if (typed === "") return [];
    const fits = all.filter(({ name }) => fold(name).includes(typed) && held.get(name) !== ids.length);
    const begins = (/** @type {Tag} */ { name }) => Number(fold(name).startsWith(typed));
    return fits.sort((a, b) => begins(b) - begins(a) || b.count - a.count).slice(0, MOST).map(({ name, count }) => ({ value: name, note: figure(count) }));
  }, add);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    add(field.value);
  });
  show();
  sheet.append(chips, make("div", { class: "offering" }, field, list),
    make("p", { class: "hint" }, say("tags-hint")),
    make("p", { class: "choices" }, button({ class: "text-button" }, () => void write(ids), say("write-tags", { count: ids.length }))));
  field.focus();
}

/** @param {string[]} ids */
async function write(ids) {
  const { toast } = await import("../toast.js");
  try {
    const { written, failed } = await order.writeTags(ids);
    toast(failed.length > 0 ? failed[0].message : written === 0 ? say("tags-there") : say("tags-written", { count: written }));
  } catch (error) {
    tell(error);
  }
}

/** @param {string} text */
const fold = (text) => text.normalize("NFKC").toLowerCase().trim();
