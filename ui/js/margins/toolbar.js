/**
 * What can be done with the words that are selected: a toolbar beside them, or on a phone at its foot, where the thumb is
 * and the system's own menu is not. It is one stop of Tab; arrows go from button to button (ARIA Authoring Practices).
 *
 * @import { Aids, Colour, Marked, Selected } from "../../../types"
 */
import { isBoxed } from "../aids/show.js";
import { icon } from "../icons.js";
import { button, make } from "../make.js";
import { tell } from "../toast.js";
import { say } from "../words.js";
import { COLOURS } from "./door.js";
import { selectedIn } from "./places.js";
import { copy, copyWithSource, searchLibrary, searchWeb } from "./words.js";

/** As the pictograms of icons.js. */
const [COPY, QUOTE] = ["M8.5 8.5H19V20H8.5zM5 16V4.5h10.5", "M10 7C6.5 8 5 10.5 5 14v3h5v-5H7.5M19.5 7c-3.5 1-5 3.5-5 7v3h5v-5H17"].map((d) => () => {
  const svg = icon("pen");
  svg.firstElementChild?.setAttribute("d", d);
  return svg;
});

/** Milliseconds that a selection rests before it is asked about, and px between it and what lies at the edge. */
const [REST, AIR] = [180, 8];

/** There it lies at the window's edge. */
const narrow = matchMedia("(width < 46rem)");

/** The colour that was used last. @type {Colour} */
let last = "yellow";

/** @typedef {{ does: (selected: Selected) => void, cancel: () => void, quote: string }} Placing */

/**
 * @param {Aids} aids
 * @param {import("./kept.js").Marks} marks
 * @param {(mark: Marked, field: "note" | "tags") => void} open   Shows what was marked, with the focus in a field.
 */
export function offerMarking(aids, marks, open) {
  const { bar, reading, reading: { article, document: { meta }, headline, signal } } = aids;
  /** @type {Placing | null} */
  let placing = null;
  /** What is selected, while the toolbar is there. @type {{ selected: Selected, words: string } | null} */
  let now = null;
  let timer = 0;
  let pressed = false;
  /** A finger has the system's menu above what is selected. */
  let touched = false;

  /** What is marked already gets the colour; without one it stays as it is. @param {Colour} [colour] */
  const mark = async (colour) => {
    const it = chosen();
    if (!it) return null;
    last = colour ?? last;
    done();
    const known = marks.on(it.selected);
    if (!known) return marks.add(it.selected, { colour: last });
    if (colour) await marks.change(known.id, { colour }).catch(tell);
    return known;
  };
  const markAnd = (/** @type {"note" | "tags"} */ field) => void mark().then((made) => made && open(made, field));
  const paints = COLOURS.map((colour) => {
    const name = say(`paint-${colour}`);
    return button({ class: "icon-button paint", "data-colour": colour, "aria-label": say("mark-in", { colour: name }), title: name }, () => void mark(colour));
  });
  /** @type {(label: string, image: SVGElement, does: (words: string) => void, title?: string) => HTMLElement} */
  const act = (label, image, does, title = label) => button({ class: "icon-button", "aria-label": label, title }, () => does(chosen()?.words ?? ""), image);
  const and = (/** @type {(words: string) => unknown} */ does) => (/** @type {string} */ words) => {
    done();
    does(words);
  };
  const tools = [
    ...paints,
    act(say("add-note"), icon("pen"), () => markAnd("note")),
    act(say("tags"), icon("tag"), () => markAnd("tags")),
    act(say("copy"), COPY(), and(copy)),
    act(say("copy-with-source"), QUOTE(), and((words) => copyWithSource(words, meta, headline.textContent))),
    act(say("search-library"), icon("find"), and(searchLibrary)),
    act(say("look-up"), icon("out"), and((words) => searchWeb(aids, words)), say("look-up-hint")),
  ];
  const box = make("div", { class: "marking", role: "toolbar", "aria-label": say("marking") }, ...tools);
  // What stands on a page has to stand in a part of it that has a name.
  const frame = make("aside", { "aria-label": say("marking") }, box);
  const hint = make("p", { role: "status" });
  const place = button({ class: "button first" }, () => {
    const it = chosen();
    if (it) placing?.does(it.selected);
  }, say("place-here"));
  const hand = make("div", { class: "placing", role: "group", "aria-label": say("place-by-hand") }, hint,
    make("p", { class: "choices" }, place, button({ class: "button" }, () => placing?.cancel(), say("cancel"))));
  for (const each of [box, hand]) {
    // What is pressed takes the selection away otherwise.
    each.addEventListener("pointerdown", (event) => event.preventDefault());
    each.addEventListener("mousedown", (event) => event.preventDefault());
  }
  const reach = (/** @type {number} */ to) => tools.forEach((tool, at) => (tool.tabIndex = at === to ? 0 : -1));
  reach(0);
  box.addEventListener("keydown", (event) => {
    const at = tools.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const forward = getComputedStyle(box).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const to = event.key === "Home" ? 0 : event.key === "End" ? tools.length - 1 : event.key.startsWith("Arrow") ? at + (event.key === forward || event.key === "ArrowDown" ? 1 : -1) : null;
    if (event.key === "Escape") hide(true);
    else if (to !== null) {
      const next = (to + tools.length) % tools.length;
      reach(next);
      tools[next].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const rangeNow = () => {
    const selection = getSelection();
    return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  };
  const look = () => {
    const range = rangeNow();
    const selected = range && selectedIn(reading, range);
    now = selected && range ? { selected, words: String(getSelection()).trim() } : null;
    if (placing) {
      place.toggleAttribute("disabled", now === null);
      if (range) keepClear(hand, range, true);
      return;
    }
    if (!now || now.words === "" || range === null) return hide(false);
    if (!box.isConnected) bar.after(frame);
    stand(range, true);
  };
  /** What is selected may be more by now than when it was looked at. */
  const chosen = () => {
    if (rangeNow()) look();
    return now;
  };
  const inSight = (/** @type {Range} */ range) => [...range.getClientRects()].filter(({ bottom, top, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
  /**
   * At the foot of the window, or at its head where that would cover what is selected. Where both would, that is moved up;
   * of what is too long, the end is left free.
   * @type {(box: HTMLElement, range: Range, moves: boolean) => void}
   */
  const keepClear = (box, range, moves) => {
    const rects = inSight(range);
    box.dataset.side = "foot";
    const over = Math.max(...rects.map(({ bottom }) => bottom)) + AIR - box.getBoundingClientRect().top;
    if (over <= 0) return;
    box.dataset.side = "head";
    const first = Math.min(...rects.map(({ top }) => top));
    if (first < over || first >= box.getBoundingClientRect().bottom + AIR || isBoxed()) return;
    box.dataset.side = "foot";
    if (moves) scrollBy({ top: over, behavior: "instant" });
  };
  /** Beside what is selected: above it, or below where a finger was or there is no room. @type {(range: Range, moves?: boolean) => void} */
  const stand = (range, moves = false) => {
    const rects = inSight(range);
    // What is out of sight needs no tools, and Escape is not theirs then.
    box.toggleAttribute("hidden", rects.length === 0);
    if (narrow.matches) return keepClear(box, range, moves);
    const around = range.getBoundingClientRect();
    const [first, end] = [rects[0] ?? around, rects.at(-1) ?? around];
    const { width, height } = box.getBoundingClientRect();
    const room = bar.getBoundingClientRect().bottom + 8;
    const below = end.bottom + (touched ? 28 : 10);
    const above = first.top - height - 10;
    const top = (touched || above < room) && below + height < innerHeight - 8 ? below : Math.max(room, Math.min(above, innerHeight - height - 8));
    const begins = touched ? end : first;
    const left = Math.max(8, Math.min(article.dir === "rtl" ? begins.right - width : begins.left, innerWidth - width - 8));
    box.style.setProperty("--top", `${top}px`);
    box.style.setProperty("--left", `${left}px`);
  };
  /** @param {boolean} back   The focus to the text. */
  const hide = (back) => {
    const inside = box.contains(document.activeElement);
    frame.remove();
    if (inside && back) focusText();
  };
  const focusText = () => {
    const at = getSelection()?.anchorNode;
    const block = (at instanceof Element ? at : at?.parentElement)?.closest("[data-block]");
    if (!(block instanceof HTMLElement)) return;
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
  };
  const done = () => {
    hide(true);
    getSelection()?.removeAllRanges();
    now = null;
  };
  const soon = () => {
    clearTimeout(timer);
    if (!pressed) timer = setTimeout(look, REST);
  };
  document.addEventListener("selectionchange", soon, { signal });
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    touched = pointerType === "touch";
    pressed = pointerType === "mouse" && !(target instanceof Node && box.contains(target));
  }, { capture: true, signal });
  document.addEventListener("pointerup", () => {
    pressed = false;
    soon();
  }, { capture: true, signal });
  const follow = () => {
    const range = box.isConnected ? rangeNow() : null;
    if (range) stand(range);
  };
  document.addEventListener("scroll", follow, { capture: true, passive: true, signal });
  // Letters of another size, or another window.
  const sized = new ResizeObserver(follow);
  sized.observe(article);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open], :popover-open")) return;
    if (placing) placing.cancel();
    else if (box.isConnected && !box.hidden) done();
    else return;
    event.preventDefault();
  }, { capture: true, signal });
  // What was selected before this was there.
  soon();
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    sized.disconnect();
    frame.remove();
    hand.remove();
  });

  return {
    /** Shows it now, with the focus in it. */
    enter() {
      clearTimeout(timer);
      look();
      if (placing) return place.focus({ preventScroll: true });
      if (!box.isConnected) return;
      reach(0);
      tools[0].focus({ preventScroll: true });
    },
    done,
    /** The next selection is where a mark belongs; null: no more. @param {Placing | null} next */
    placeNext(next) {
      placing = next;
      frame.remove();
      if (!next) return hand.remove();
      hint.replaceChildren(make("b", {}, say("placing")), " ", make("q", { dir: "auto" }, next.quote));
      bar.after(hand);
      look();
    },
  };
}
