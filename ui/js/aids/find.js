/**
 * Find in the article: a field over the page, how many there are, and the way from one to the next. What is found is drawn
 * only near the window, for there may be 100,000.
 *
 * @import { Aids } from "../../../types.js"
 */
import { icon, tool } from "../icons.js";
import { button, make } from "../make.js";
import { isComposing, keyOf } from "../reader/keys.js";
import { axis, blockOf, firstWhere, way } from "../reader/place.js";
import { takeKeys } from "./keys.js";
import { folded, matches, read, spot } from "./seek.js";
import { drawnAs, far, isPaged, showRange, windowAlong } from "./show.js";
import { say, withKey } from "../words.js";

/** @typedef {import("./seek.js").Index} Index */

const [others, one] = [drawnAs("finds"), drawnAs("find")];

/** @param {Aids} aids */
export function offerFind(aids) {
  const { reading: { signal }, keys, more } = aids;
  /** @type {ReturnType<typeof makeFind> | null} */
  let find = null;
  const open = () => (find ??= makeFind(aids)).open();
  const item = button({ class: "item" }, open, icon("find"), say("find"));
  more.prepend(item);
  keys["/"] = open;
  addEventListener("keydown", (event) => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    const key = keyOf(event);
    const letter = (ctrlKey || metaKey) && !altKey ? key.toLowerCase() : "";
    const again = key === "F3" || letter === "g";
    if (!again && letter !== "f") return;
    if (document.querySelector("dialog[open]") !== null) return;
    event.preventDefault();
    if (again && find?.isOpen()) find.step(shiftKey ? -1 : 1);
    else open();
  }, { signal });
}

/** @param {Aids} aids */
function makeFind(aids) {
  const { reading, place, bar } = aids;
  const { article, headline, text, signal } = reading;
  const field = make("input", { type: "search", "aria-label": say("find"), placeholder: say("find"), autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search" });
  const count = make("span", { class: "count", role: "status" });
  const box = make("div", { class: "aid find-bar", role: "search", "aria-label": say("find") }, icon("find"), field, count,
    tool(say("previous-match"), "up", () => step(-1), withKey("previous-match", `${say("key-shift")}+${say("key-enter")}`)), tool(say("next-match"), "down", () => step(1), withKey("next-match", say("key-enter"))), tool(say("close"), "close", () => close(), withKey("close", say("key-esc"))));

  /** @type {Promise<Index | null> | null} */
  let reads = null;
  /** @type {Index | null} */
  let index = null;
  let words = "";
  /** @type {number[]} */
  let found = [];
  let now = -1;
  /** Where reading was before. @type {Parameters<Aids["jumped"]>} */
  let from = [null, 0];
  let turn = 0;
  /** Ends with each time that it is open. */
  let opened = new AbortController();

  const showCount = () => {
    count.textContent = words === "" ? "" : found.length === 0 ? say("not-found") : say("of", { now: now + 1, all: found.length });
    box.classList.toggle("nothing-found", words !== "" && found.length === 0);
  };
  /** @param {number} at */
  const spotOf = (at) => {
    if (index === null) return null;
    const [startContainer, startOffset, endContainer, endOffset] = spot(index, at, at + words.length);
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  };
  let drawing = 0;
  /** Marks what is near the window, and the one that is shown apart. */
  const draw = () => {
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(() => {
      if (index === null || found.length === 0 || !box.isConnected) return clear();
      const size = windowAlong();
      const near = found.slice(firstFrom(-size), firstFrom(2 * size) + 1);
      const shown = found.slice(now, now + 1);
      others(near.flatMap((at) => (at === shown[0] ? [] : spotOf(at) ?? [])));
      one(shown.flatMap((at) => spotOf(at) ?? []));
    });
  };
  const clear = () => {
    others([]);
    one([]);
  };
  /** The first match that lies so far from where the window begins: down the page, or along the pages. @param {number} from */
  const firstFrom = (from) => firstWhere(found.length, (each) => {
    const spot = spotOf(found[each] ?? 0);
    return spot !== null && far(spot, reading) > from;
  });
  /** Until something was typed or asked for, nothing moves. */
  let fresh = false;
  const look = async () => {
    const mine = (turn += 1);
    // What turned its lines has other nodes for the same words.
    if (index?.nodes.some((node) => !node.isConnected)) reads = null;
    index = await (reads ??= read([headline, text, ...article.querySelectorAll(":scope > .notes")], signal));
    if (mine !== turn || index === null || !box.isConnected) return;
    words = folded(field.value);
    found = matches(index, words);
    // Of what was shown, as much as still fits stays.
    const kept = now < 0 ? -1 : found.indexOf(shownAt);
    // Else the first that is not above what is shown.
    now = kept >= 0 ? kept : found.length === 0 ? -1 : firstFrom(isPaged() ? 0 : axis.line);
    if (!fresh) return reveal();
    showCount();
    draw();
  };
  /** Where in the index the match begins that is shown. */
  let shownAt = -1;
  const reveal = () => {
    shownAt = found[now] ?? -1;
    showCount();
    const range = shownAt < 0 ? null : spotOf(shownAt);
    if (range) showRange(range, box);
    place.now();
    draw();
  };
  /** @param {number} way */
  const step = (way) => {
    if (found.length === 0) return;
    if (!fresh || way < 0) now = (now + way + found.length) % found.length;
    fresh = false;
    reveal();
  };
  const close = () => {
    if (!box.isConnected) return;
    turn += 1;
    const range = shownAt < 0 ? null : spotOf(shownAt);
    opened.abort();
    box.remove();
    clear();
    cancelAnimationFrame(drawing);
    const at = place.now();
    const block = at && blockOf(text, at);
    if (block) {
      if (!block.matches("[tabindex]")) block.tabIndex = -1;
      block.focus({ preventScroll: true });
    }
    if (range) {
      getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      aids.jumped(...from);
    }
  };
  field.addEventListener("input", () => {
    fresh = false;
    void look();
  });
  box.addEventListener("keydown", (event) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === field) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("scroll", draw, { capture: true, passive: true, signal });
  signal.addEventListener("abort", clear);

  return {
    isOpen: () => box.isConnected,
    step,
    open() {
      if (!box.isConnected) {
        from = [place.now(), way.at()];
        shownAt = now = -1;
        fresh = true;
        const chosen = String(getSelection() ?? "").trim();
        if (chosen !== "" && chosen.length < 100) field.value = chosen;
        bar.after(box);
        opened = new AbortController();
        takeKeys(aids.keys, { Escape: close }, opened.signal);
      }
      field.focus({ preventScroll: true });
      field.select();
      void look();
    },
  };
}
