/**
 * The notebook, a room of its own: all marks of the library, by words, colour, tag, day and article. They come page by page
 * as one scrolls.
 *
 * @import { Colour, Noted, NotebookAsked } from "../../../types"
 */
import { changes } from "../entries.js";
import { figure } from "../dates.js";
import { button, make } from "../make.js";
import { importFile } from "../pages/arriving.js";
import { become } from "../pages/become.js";
import { exportMarks } from "../pages/exporting.js";
import { showRoom } from "../pages/room.js";
import { aboutLibrary } from "../shelf.js";
import { tell } from "../toast.js";
import { say } from "../words.js";
import * as door from "./door.js";
import { lineOf } from "./noted.js";
import { left } from "./review.js";

export { exit } from "../pages/room.js";

/** Marks of a page, and milliseconds without typing until they are asked for. */
const [PAGE, PAUSE] = [60, 200];

/** What was asked for last: it stays while an article is looked at. @type {NotebookAsked} */
let asked = {};
/** How many marks were there, and how far it was scrolled. */
const was = { shown: PAGE, top: 0 };

/**
 * Shows the room in `view`.
 * @param {HTMLElement} view
 * @param {string} _part
 * @param {() => void} leave
 */
export function enter(view, _part, leave) {
  const { held, signal } = showRoom(view, "notebook", leave);

  const search = make("input", { type: "search", class: "field", "aria-label": say("notebook-search"), placeholder: say("notebook-search"), autocomplete: "off", spellcheck: "false" });
  search.value = asked.query ?? "";
  const colour = choice(say("mark-colour"), [["", say("all-colours")], ...door.COLOURS.map((each) => [each, say(`paint-${each}`)])], asked.colour ?? "");
  const tag = choice(say("tags"), [["", say("every-tag")]], "");
  const order = choice(say("notebook-order"), [["newest", say("newest-first")], ["oldest", say("oldest-first")], ["article", say("by-article")]], asked.by_article ? "article" : asked.oldest ? "oldest" : "newest");
  const days = [day(say("notebook-from"), asked.from), day(say("notebook-to"), asked.to)];
  const out = button({ class: "button" }, exportMarks, say("export-more"));
  const acts = make("p", { class: "choices" }, ...(aboutLibrary()?.desktop ? [out, button({ class: "button" }, () => void importFile(), say("import-file-more"))] : []));
  const count = make("p", { class: "hint", role: "status" });
  const list = make("ul", { role: "list", "aria-label": say("marks") });
  const end = make("div", { class: "end" });
  const filters = make("div", { class: "filters" }, colour, tag, order, ...days.map(({ label }) => label));
  held.replaceChildren(acts, search, filters, count, list, end);
  /** Where nothing is marked, there is nothing to choose from. @param {boolean} are */
  const showChoices = (are) => [search, filters, out].forEach((each) => (each.hidden = !are));
  showChoices(false);

  let turn = 0;
  let [shown, total] = [0, 0];
  /** Whose mark stands above. */
  let before = "";
  const more = async (size = PAGE) => {
    const mine = turn;
    const { marks, total: all, tags, colours } = await door.notebook(asked, shown, size);
    if (mine !== turn || signal.aborted) return;
    const first = shown === 0;
    if (first) before = "";
    total = all;
    shown += marks.length;
    was.shown = Math.max(PAGE, shown);
    /** @type {HTMLElement[]} */
    const lines = [];
    for (const mark of marks) {
      if (asked.by_article && mark.article !== before) lines.push(make("li", { class: "of-one" }, make("h2", { dir: "auto" }, mark.title ?? say("untitled"))));
      before = mark.article;
      lines.push(lineOf(mark, !asked.by_article));
    }
    if (first) become(list, lines);
    else list.append(...lines);
    void tellPlaceless(marks).catch(() => {});
    const there = colours.reduce((sum, each) => sum + each, 0);
    showChoices(there > 0);
    count.textContent = total > 0 ? say("marks-count", { count: figure(total) }) : say(there === 0 ? "notebook-empty" : "notebook-none");
    tag.replaceChildren(...options([["", say("every-tag")], ...tags.map(({ name, count }) => [name, `${name} (${figure(count)})`])]));
    tag.value = asked.tag ?? "";
    // It may be in sight as before, of which nothing is told.
    watch.unobserve(end);
    watch.observe(end);
  };
  /** Article by article, whose texts are read for that. @param {Noted[]} noted */
  const tellPlaceless = async (noted) => {
    const mine = turn;
    for (const article of new Set(noted.flatMap(({ article, gone }) => (gone ? [] : article)))) {
      const { marks } = await door.highlights(article);
      if (mine !== turn || signal.aborted) return;
      for (const { id, sought, placed } of marks) if (sought && !placed && noted.some((each) => each.id === id)) list.querySelector(`[data-mark="${CSS.escape(id)}"] .meta`)?.append(make("span", {}, say("unplaced-title")));
    }
  };
  const again = () => {
    turn += 1;
    shown = 0;
    const at = (/** @type {HTMLInputElement} */ { value }, /** @type {number} */ further) => {
      if (value === "") return null;
      const [year, month, date] = value.split("-").map(Number);
      return new Date(year, month - 1, date + further).getTime();
    };
    asked = {
      query: search.value.trim(), colour: /** @type {Colour | null} */ (colour.value || null), tag: tag.value || null,
      from: at(days[0].input, 0), to: at(days[1].input, 1), oldest: order.value === "oldest", by_article: order.value === "article",
    };
    more().catch(tell);
  };
  /** After a change elsewhere: as many as are there, so that nothing moves. */
  const anew = () => {
    const size = Math.max(PAGE, shown);
    turn += 1;
    shown = 0;
    more(size).catch(tell);
  };
  let timer = 0;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(again, PAUSE);
  });
  for (const each of [colour, tag, order, ...days.map(({ input }) => input)]) each.addEventListener("change", again);
  /** One page at a time: the end comes into sight once more while the next one is on its way. */
  let coming = false;
  const watch = new IntersectionObserver((seen) => {
    if (coming || !seen.at(-1)?.isIntersecting || shown === 0 || shown >= total) return;
    coming = true;
    more().catch(tell).finally(() => (coming = false));
  }, { rootMargin: "100%" });
  watch.observe(end);
  signal.addEventListener("abort", () => {
    watch.disconnect();
    clearTimeout(timer);
  });
  for (const news of ["files", "margins"]) changes.addEventListener(news, anew, { signal });
  addEventListener("scroll", () => void (list.offsetParent && (was.top = scrollY)), { signal });
  const { shown: size, top } = was;
  more(size).then(() => scrollTo({ top, behavior: "instant" }), tell);
  void left().then((count) => count > 0 && acts.prepend(make("a", { class: "button first", href: "#/review" }, say("review-start", { count: figure(count) }))), () => {});
}

/** @param {string[][]} all */
const options = (all) => all.map(([value, words]) => make("option", { value }, words));

/** @param {string} name @param {string[][]} all @param {string} now */
function choice(name, all, now) {
  const select = make("select", { class: "field", "aria-label": name }, ...options(all));
  select.value = now;
  return select;
}

/** A day, from the beginning of which on, or up to the end of which. @param {string} name @param {number | null} [at] */
function day(name, at) {
  const input = make("input", { type: "date", class: "field", "aria-label": name });
  if (at) {
    const when = new Date(at - (name === say("notebook-to") ? 1 : 0));
    input.valueAsNumber = Date.UTC(when.getFullYear(), when.getMonth(), when.getDate());
  }
  return { input, label: make("label", { class: "day" }, make("span", {}, name), input) };
}
