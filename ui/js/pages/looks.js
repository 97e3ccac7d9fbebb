/** Looks: what is chosen of an article's appearance, all at once, under a name. */

/** @import { Look, NamedLook } from "../../../types" */
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { changeSettings, settings } from "../settings.js";
import { tell } from "../toast.js";
import { change, follow } from "./controls.js";
import { say } from "../words.js";

/** Rust keeps no more. */
const MOST = 50;

/** Of all but the colours. */
const USUAL = { typeface: "serif", size: null, leading: null, measure: 36, margin: null, indented: false, justified: false, hyphens: true, ligatures: true, old_figures: true };

/** Those that are always there, by their messages. None but the last chooses colours. @type {[string, Partial<Look>][]} */
const ALWAYS = [
  ["look-usual", USUAL],
  ["look-book", { ...USUAL, leading: 1.5, measure: 34, indented: true, justified: true }],
  ["look-plain", { ...USUAL, typeface: "sans", measure: 38, hyphens: false, old_figures: false }],
  ["look-legible", { ...USUAL, typeface: "legible", size: 22, leading: 1.8, measure: 40, hyphens: false, ligatures: false, old_figures: false }],
  ["look-eink", { ...USUAL, theme: "eink", size: 21, leading: 1.5, measure: 42, margin: 1 }],
];

/** Whether the settings are so. @param {Partial<Look>} look */
const isNow = (look) => Object.entries(look).every(([name, value]) => JSON.stringify(settings()[/** @type {keyof Look} */ (name)]) === JSON.stringify(value));

/** What the settings are now. @returns {Look} */
function now() {
  const { theme, colours, typeface, size, leading, measure, margin, indented, justified, hyphens, ligatures, old_figures } = settings();
  return { theme, colours, typeface, size, leading, measure, margin, indented, justified, hyphens, ligatures, old_figures };
}

export function looks() {
  const own = make("div", { class: "own-looks" });
  const told = make("p", { class: "hint", role: "status" });
  const part = make("div", { class: "presets" }, make("h3", {}, say("looks")),
    make("div", { class: "tiles" }, ...ALWAYS.map(([name, look]) => tile(say(name), look))), own, told, keeping(told));
  let shown = "";
  follow(part, () => {
    const names = JSON.stringify(settings().looks);
    if (names === shown) return;
    shown = names;
    own.replaceChildren(...settings().looks.map((look) => ownLook(look, told)));
  });
  return part;
}

/** The theme that was there before a look brought its own. @type {Partial<Look>} */
let before = {};

/** @param {string} name @param {Partial<Look>} look */
function tile(name, look) {
  const put = () => {
    const theme = look.theme ? {} : before;
    if (!look.theme) before = {};
    else if (settings().theme !== look.theme) before = { theme: settings().theme };
    change({ ...theme, ...look });
  };
  const it = button({ class: "tile" }, put, make("span", { "data-face": look.typeface, "aria-hidden": "true" }), make("bdi", {}, name));
  follow(it, () => it.setAttribute("aria-pressed", String(isNow(look))));
  return it;
}

/** @param {NamedLook} named @param {HTMLElement} told */
function ownLook(named, told) {
  const { name, ...look } = named;
  const put = button({ class: "item" }, () => change(look), make("bdi", {}, name));
  follow(put, () => put.setAttribute("aria-pressed", String(isNow(look))));
  const remove = button({ class: "icon-button", "aria-label": say("remove-look", { name }) }, () => {
    const before = settings().looks;
    change({ looks: before.filter((other) => other.name !== name) });
    const back = button({ class: "text-button" }, () => {
      change({ looks: before });
      told.textContent = "";
      told.parentElement?.querySelector("button")?.focus();
    }, say("undo"));
    told.replaceChildren(`${say("look-removed", { name })} `, back);
    back.focus();
  }, icon("close"));
  return make("div", { class: "own-look" }, put, remove);
}

/** The look of now under a name; a look that has it gives way. @param {HTMLElement} told */
function keeping(told) {
  const name = make("input", { class: "field", "aria-label": say("look-name"), placeholder: say("name"), maxlength: "60", dir: "auto" });
  const form = make("form", { class: "line", hidden: "" }, name, make("button", { class: "button first" }, say("keep")));
  const open = button({ class: "button" }, () => {
    [open.hidden, form.hidden] = [true, false];
    name.focus();
  }, say("keep-look"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const called = name.value.replace(/\p{Cc}+/gu, " ").trim();
    if (called === "") return name.focus();
    const others = settings().looks.filter((look) => look.name !== called);
    if (others.length >= MOST) return void (told.textContent = say("looks-full", { count: MOST }));
    changeSettings({ looks: [...others, { ...now(), name: called }] }).then(() => void (told.textContent = say("look-kept", { name: called })), tell);
    name.value = "";
    [open.hidden, form.hidden] = [false, true];
    open.focus();
  });
  return make("div", {}, open, form);
}
