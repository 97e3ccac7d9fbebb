/**
 * The front page: what was begun, bookmarks, a short and a long article, and what fills the time that one has. It stands
 * between the article that leads the first shelf and its other rows, which make room for it. Rows never move under a
 * finger for it: it comes and changes where nobody has touched anything yet, or where it is out of sight.
 */

/** @import { Entry, Front } from "../../../types" */
import { figure } from "../dates.js";
import { at, changes, shown } from "../entries.js";
import { button, byId, make } from "../make.js";
import { settings, settingsChanges } from "../settings.js";
import { aboutLibrary } from "../shelf.js";
import { drawRows, focusedRow } from "../shelf-rows.js";
import { tell } from "../toast.js";
import { cards, minutesLeft } from "./cards.js";
import { order } from "./order.js";
import { say } from "../words.js";

/** Fewer articles need no front page. */
const FEW = 8;
/** So many articles stand right above and below it. */
const NEAR = 4;
/** Minutes that one may have. */
const TIMES = [5, 10, 20, 40, 60];

const list = byId("articles");
const columns = make("div", { class: "columns" });
const picks = make("div", { class: "fitting", "aria-live": "polite" });
const time = makeTime();
const page = make("section", { class: "front", "aria-label": say("front-page") }, columns, time, picks, make("h2", { "aria-hidden": "true" }, say("front-new")));

/** What it shows, what it is to show, and what it showed when it was left, as text. */
let [is, next, was] = ["", "", ""];
/** The library that it is of. */
let library = "";
/** What stands right above and below it. @type {string[]} */
let near = [];
/** The reader has done something since the shelf was shown. */
let touched = false;
/** Another shelf is being shown: all of it is new to the eye. */
let arrived = false;
/** The minutes that were chosen, and how often others were asked for. */
let [minutes, turn] = [0, 0];
/** Grows with each asking: a late answer is known by it. */
let asked = 0;

export function keepFront() {
  const renew = () => void ([arrived, touched] = [true, false]);
  changes.addEventListener("place", () => {
    renew();
    void showPicks();
  });
  byId("search").addEventListener("input", renew);
  changes.addEventListener("found", keep);
  changes.addEventListener("drawn", lay);
  settingsChanges.addEventListener("change", () => {
    renew();
    keep();
  });
  for (const type of ["pointerdown", "keydown", "wheel"]) addEventListener(type, () => void (touched = true), { passive: true, capture: true });
  addEventListener("scroll", () => next !== is && take(), { passive: true });
  const sizes = new ResizeObserver(lay);
  for (const each of [page, ...["problem", "warnings", "heading"].map(byId)]) sizes.observe(each);
  keep();
}

/** The newest are shown, led by one, and there are many; one thing at a time while somebody is being welcomed. */
const isWanted = () => settings().front && shown().view.lead !== null && shown().total > FEW && !document.getElementById("welcome");

/** Shows it or takes it away, and asks what it is to show. */
async function keep() {
  const path = aboutLibrary()?.library.path ?? "";
  if (path !== library) forget(path);
  if (!isWanted()) {
    was = next || was;
    next = "";
    return take(true);
  }
  const mine = ++asked;
  if (arrived) next ||= was;
  take(arrived);
  arrived = false;
  // Further down the first ones are not here; the one that leads stays then.
  if (at(0)) near = Array.from({ length: NEAR }, (_, place) => at(place)?.id ?? "").filter(Boolean);
  const front = await order.front(today(), near).catch(() => null);
  if (mine !== asked || front === null || !isWanted()) return;
  const { reading, bookmarks, short, long } = front;
  next = reading.length + bookmarks.length > 0 || short || long ? JSON.stringify(front) : "";
  take();
}

/** Of another library it shows nothing yet. @param {string} path */
function forget(path) {
  library = path;
  [is, next, was, near, minutes] = ["", "", "", [], 0];
  page.remove();
  columns.replaceChildren();
  picks.replaceChildren();
  for (const choice of time.querySelectorAll("button")) choice.ariaPressed = "false";
  lay();
}

/** Another number each day. */
const today = () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000);

/** Shows what it is to show, where nothing moves by that which is looked at. */
function take(now = false) {
  if (!list.offsetParent) return;
  if (next === is && page.isConnected === (is !== "")) return;
  const run = list.querySelector(".run");
  const isAbove = run !== null && run.getBoundingClientRect().top < 0;
  const rests = scrollY === 0 && !touched && (page.isConnected || !focusedRow());
  if (!now && !isAbove && !rests) return;
  const focused = columns.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
  is = next;
  if (is === "") page.remove();
  else {
    columns.replaceChildren(...sections(JSON.parse(is)));
    columns.classList.toggle("many", columns.children.length > 2);
    if (!page.isConnected) list.before(page);
  }
  lay();
  drawRows();
  if (focused) /** @type {HTMLElement | null} */ (columns.querySelector(`[href="${CSS.escape(focused)}"]`) ?? columns.querySelector("a"))?.focus({ preventScroll: true });
}

/** Its place below the article that leads, and the room that the rows leave for it; further down no row moves by that. */
function lay() {
  if (!list.offsetParent) return;
  const run = list.querySelector(".run");
  const top = () => run?.getBoundingClientRect().top ?? 0;
  const before = top();
  if (page.isConnected) {
    const lead = /** @type {HTMLElement | null} */ (list.querySelector(":scope > .lead"));
    page.style.insetBlockStart = `${list.offsetTop + (lead ? lead.offsetTop - list.offsetTop + lead.offsetHeight : 0)}px`;
    list.style.setProperty("--front", `${page.offsetHeight}px`);
  } else list.style.removeProperty("--front");
  if (before < 0 && top() !== before) scrollBy({ top: top() - before, behavior: "instant" });
}

/** @param {Front} front */
function sections({ reading, bookmarks, short, long }) {
  /** @type {(name: string, entries: (Entry | null)[]) => HTMLElement | null} */
  const section = (name, entries) => {
    const some = entries.filter((entry) => entry !== null);
    return some.length === 0 ? null : make("section", { "aria-label": name }, make("h2", {}, name), cards(some));
  };
  const pair = [section(say("front-short"), [short]), section(say("front-long"), [long])].filter((part) => part !== null);
  return [section(say("front-reading"), reading), section(say("bookmarks"), bookmarks), pair.length > 0 ? make("div", { class: "pair" }, ...pair) : null].filter((part) => part !== null);
}

function makeTime() {
  const choices = TIMES.map((each) => {
    const choice = button({ "aria-pressed": "false", "aria-label": say("time-minutes", { count: each }) }, () => {
      [minutes, turn] = [minutes === each ? 0 : each, 0];
      for (const other of choices) other.ariaPressed = String(other === choice && minutes > 0);
      void showPicks();
    }, figure(each));
    return choice;
  });
  return make("div", { class: "time", role: "group", "aria-label": say("time-label") }, make("span", {}, say("time-before")), ...choices, make("span", {}, say("time-after")));
}

/** Shows what fills the time that was chosen. */
async function showPicks() {
  if (minutes === 0) return picks.replaceChildren();
  const [mine, which] = [minutes, turn];
  const found = await order.fitting(minutes, turn).catch((error) => (tell(error), null));
  if (found === null || mine !== minutes || which !== turn) return;
  const { alone, together } = found;
  const sum = together.reduce((sum, entry) => sum + minutesLeft(entry), 0);
  const parts = [
    alone && make("section", { "aria-label": say("picks-one") }, make("h2", {}, say("picks-one-title")), cards([alone])),
    together.length > 0 && make("section", { "aria-label": say("picks-several") }, make("h2", {}, say(alone ? "picks-or" : "picks-these", { count: together.length, minutes: sum })), cards(together)),
  ].filter((part) => part instanceof HTMLElement);
  picks.replaceChildren(...(parts.length === 0 ? [make("p", { class: "hint" }, say("picks-none", { count: mine }))] : [...parts, button({ class: "text-button" }, () => {
    turn += 1;
    void showPicks().then(() => /** @type {HTMLElement | null} */ (picks.querySelector("button"))?.focus({ preventScroll: true }));
  }, say("picks-others"))]));
}
