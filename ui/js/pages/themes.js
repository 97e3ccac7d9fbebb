/** The theme: sets of colours, when each of two is shown, and the reader's own. */

/** @import { Colours, Settings, Theme } from "../../../types" */
import { make } from "../make.js";
import { applySettings, settings } from "../settings.js";
import { change, choice, follow } from "./controls.js";
import { contrast } from "./contrast.js";

/** @type {[Theme, string][]} */
const ONE = [["paper", "Paper"], ["sepia", "Sepia"], ["grey", "Grey"], ["night", "Night"], ["black", "Black"], ["eink", "E-ink"], ["own", "Own"]];
/** @type {[Theme, string][]} */
const THEMES = [["system", "System"], ...ONE, ["clock", "Clock"]];

/** All of it. */
export const themes = () => [themeChoice(), dayAndNight(), ownColours()];

export const themeChoice = () => {
  const group = choice("Theme", THEMES, () => settings().theme, (theme) => change({ theme }), swatch);
  group.classList.add("themes");
  return group;
};

/** A page of the theme, and of one that chooses between two, half of each. @param {Theme} theme */
function swatch(theme) {
  const box = make("span", { class: "swatch", "aria-hidden": "true" });
  const page = (/** @type {Theme} */ theme) => make("span", { "data-theme": theme });
  follow(box, () => box.replaceChildren(...(theme === "system" || theme === "clock" ? [settings().day, settings().night] : [theme]).map(page)));
  return box;
}

/** @param {"day" | "night"} which @param {string} words */
function half(which, words) {
  const theme = make("select", { class: "field", "aria-label": `Theme ${words.toLowerCase()}` }, ...ONE.map(([value, words]) => make("option", { value }, words)));
  follow(theme, () => void (theme.value = settings()[which]));
  theme.addEventListener("change", () => change({ [which]: theme.value }));
  const setting = /** @type {"day_from" | "night_from"} */ (`${which}_from`);
  const time = make("select", { class: "field", "aria-label": `${words} begins at` });
  follow(time, () => {
    const now = settings()[setting];
    const times = [...new Set([...Array(48).keys()].map((half) => half * 30).concat(now))].sort((one, other) => one - other);
    time.replaceChildren(...times.map((minute) => make("option", { value: String(minute) }, clock.format(new Date(2000, 0, 1, 0, minute)))));
    time.value = String(now);
    time.hidden = settings().theme !== "clock";
  });
  time.addEventListener("change", () => change({ [setting]: Number(time.value) }));
  return make("div", { class: "half" }, make("span", {}, words), theme, time);
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

function dayAndNight() {
  const part = make("div", { class: "halves", role: "group", "aria-label": "Day and night" }, half("day", "By day"), half("night", "By night"));
  follow(part, () => void (part.hidden = !["system", "clock"].includes(settings().theme)));
  return part;
}

/** @type {[keyof Colours, string][]} */
const COLOURS = [["page", "Page"], ["text", "Text"], ["accent", "Accent"]];

function ownColours() {
  const wells = COLOURS.map(([name, words]) => {
    const well = make("input", { type: "color" });
    follow(well, () => void (well.value = settings().colours[name]));
    const colours = () => ({ ...settings().colours, [name]: well.value });
    // Each shade on the way is shown; where it comes to rest is kept.
    well.addEventListener("input", () => applySettings({ ...settings(), colours: colours() }));
    well.addEventListener("change", () => change({ colours: colours() }));
    return make("label", {}, well, words);
  });
  const sentence = make("p", { class: "hint", role: "status" });
  const part = make("div", { class: "own", role: "group", "aria-label": "Own colours" }, make("div", { class: "wells" }, ...wells), sentence);
  follow(part, () => {
    const { theme, day, night } = settings();
    part.hidden = !(theme === "system" || theme === "clock" ? [day, night] : [theme]).includes("own");
    if (!part.hidden) sentence.textContent = warning();
  });
  return part;
}

/** What is hard to read in the colours that the page has now. */
function warning() {
  const { page, text, accent } = settings().colours;
  const ratio = (/** @type {string} */ ink, paper = page) => Math.floor(contrast(ink, paper) * 10) / 10;
  const { faint, well } = derived();
  /** @type {[string, number][]} */
  const inks = [["text", ratio(text)], ["accent", ratio(accent)], ["small text, which is paler,", ratio(faint, well)]];
  const poor = inks.find(([, found]) => found < 4.5);
  return poor ? `The ${poor[0]} has a contrast of ${poor[1]} to 1. Under 4.5 to 1 it is hard to read: choose a colour further from the page’s.` : "";
}

/** The colours that are mixed of the three, as they come out. */
function derived() {
  const probe = make("span", { "data-theme": "own" });
  document.body.append(probe);
  const colour = (/** @type {string} */ name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const found = { faint: colour("--ink-2"), well: colour("--paper-1") };
  probe.remove();
  return found;
}
