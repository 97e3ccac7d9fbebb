/** The theme: sets of colours, when each of two is shown, and the reader's own. */

/** @import { Colours, Settings, Theme } from "../../../types" */
import { make } from "../make.js";
import { applySettings, settings } from "../settings.js";
import { change, choice, follow } from "./controls.js";
import { contrast } from "./contrast.js";
import { locale, say } from "../words.js";

/** @type {Theme[]} */
const ONE = ["paper", "sepia", "grey", "night", "black", "eink", "own"];
/** @type {Theme[]} */
const THEMES = ["system", ...ONE, "clock"];
/** @type {(theme: Theme) => [Theme, string]} */
const named = (theme) => [theme, say(`theme-${theme}`)];

/** All of it. */
export const themes = () => [themeChoice(), dayAndNight(), ownColours()];

export const themeChoice = () => {
  const group = choice(say("theme"), THEMES.map(named), () => settings().theme, (theme) => change({ theme }), swatch);
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

/** @param {"day" | "night"} which */
function half(which) {
  const theme = make("select", { class: "field", "aria-label": say(`theme-by-${which}`) }, ...ONE.map(named).map(([value, words]) => make("option", { value }, words)));
  follow(theme, () => void (theme.value = settings()[which]));
  theme.addEventListener("change", () => change({ [which]: theme.value }));
  const setting = /** @type {"day_from" | "night_from"} */ (`${which}_from`);
  const time = make("select", { class: "field", "aria-label": say(`${which}-begins`) });
  follow(time, () => {
    const now = settings()[setting];
    const times = [...new Set([...Array(48).keys()].map((half) => half * 30).concat(now))].sort((one, other) => one - other);
    time.replaceChildren(...times.map((minute) => make("option", { value: String(minute) }, clock.format(new Date(2000, 0, 1, 0, minute)))));
    time.value = String(now);
    time.hidden = settings().theme !== "clock";
  });
  time.addEventListener("change", () => change({ [setting]: Number(time.value) }));
  return make("div", { class: "half" }, make("span", {}, say(`by-${which}`)), theme, time);
}

const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });

function dayAndNight() {
  const part = make("div", { class: "halves", role: "group", "aria-label": say("day-and-night") }, half("day"), half("night"));
  follow(part, () => void (part.hidden = !["system", "clock"].includes(settings().theme)));
  return part;
}

/** @type {(keyof Colours)[]} */
const COLOURS = ["page", "text", "accent"];

function ownColours() {
  const wells = COLOURS.map((name) => {
    const well = make("input", { type: "color" });
    follow(well, () => void (well.value = settings().colours[name]));
    const colours = () => ({ ...settings().colours, [name]: well.value });
    // Each shade on the way is shown; where it comes to rest is kept.
    well.addEventListener("input", () => applySettings({ ...settings(), colours: colours() }));
    well.addEventListener("change", () => change({ colours: colours() }));
    return make("label", {}, well, say(`colour-${name}`));
  });
  const sentence = make("p", { class: "hint", role: "status" });
  const part = make("div", { class: "own", role: "group", "aria-label": say("own-colours") }, make("div", { class: "wells" }, ...wells), sentence);
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
  const inks = [["text", ratio(text)], ["accent", ratio(accent)], ["small", ratio(faint, well)]];
  const poor = inks.find(([, found]) => found < 4.5);
  return poor ? say("contrast-poor", { ink: poor[0], contrast: poor[1] }) : "";
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
