/** The typeface: four that are always there, and those of this machine, each shown in itself. */

import { button, make } from "../make.js";
import { loadLegible, settings } from "../settings.js";
import { tell } from "../toast.js";
import * as asks from "./asks.js";
import { change, choice, follow } from "./controls.js";
import { say } from "../words.js";

const OURS = ["serif", "sans", "mono", "legible"];
const isOurs = (/** @type {string} */ name) => OURS.includes(name);

/** As CSS has it. @param {string} name */
const family = (name) => `${JSON.stringify(name)}, var(--serif)`;

export function faces() {
  void loadLegible();
  const group = choice(say("typeface"), OURS.map((name) => [name, say(`face-${name}`)]), () => settings().typeface, (typeface) => change({ typeface }));
  group.classList.add("faces");
  const list = make("div", { class: "fonts", hidden: "" });
  const open = button({ class: "button", "aria-expanded": "false" }, () => {
    list.hidden = !list.hidden;
    open.setAttribute("aria-expanded", String(!list.hidden));
    if (!list.hidden && list.childElementCount === 0) void fill(list).catch(tell);
  });
  follow(open, () => {
    const { typeface } = settings();
    open.textContent = isOurs(typeface) ? say("machine-fonts-more") : typeface;
    open.classList.toggle("chosen-font", !isOurs(typeface));
    open.style.fontFamily = isOurs(typeface) ? "" : family(typeface);
  });
  group.append(open, list);
  return group;
}

/** @param {HTMLElement} list */
async function fill(list) {
  const names = await asks.fonts();
  if (names.length === 0) return list.append(make("p", { class: "hint" }, say("no-fonts")));
  const none = make("p", { class: "hint", role: "status" });
  const search = make("input", { type: "search", class: "field", "aria-label": say("search-fonts"), placeholder: say("search-fonts-count", { count: names.length }) });
  const rows = names.map((name) => {
    const input = make("input", { type: "radio", name: "font" });
    follow(input, () => void (input.checked = settings().typeface === name));
    input.addEventListener("change", () => change({ typeface: name }));
    const row = make("label", {}, input, make("span", {}, name));
    row.style.fontFamily = family(name);
    return row;
  });
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/u);
    const found = rows.filter((row, index) => !(row.hidden = !words.every((word) => names[index].toLowerCase().includes(word))));
    all.hidden = found.length === 0;
    none.textContent = found.length === 0 ? say("no-such-font") : "";
  });
  const all = make("div", { class: "font-list", role: "radiogroup", "aria-label": say("machine-fonts") }, ...rows);
  list.append(search, none, all);
  search.focus({ preventScroll: true });
  rows.find((row) => row.querySelector("input")?.checked)?.scrollIntoView({ block: "nearest" });
}
