/**
 * The reading view.
 *
 * 1. Ask Rust for the Document (ipc.js). 2. Build the page from it (page.js) and lay pictures and code.
 * 3. Put it in place, where reading paused (place.js, keep.js). 4. Give it its bar, its ending and its keys.
 *
 * @import { Marks, Opened, Position } from "../../types.js"
 * @import { ReaderContext } from "../main.js"
 */
import * as ipc from "../ipc.js";
import { changeSettings } from "../settings.js";
import { aboutLibrary } from "../shelf.js";
import { toast, undoLast } from "../toast.js";
import { openAppearance, sized } from "./appearance.js";
import { makeBar } from "./bar.js";
import { layCode } from "./code.js";
import { makeContents } from "./contents.js";
import { makeEnding, makeMore } from "./ending.js";
import { keepPlace } from "./keep.js";
import { listenToKeys } from "./keys.js";
import { layInSightFirst } from "./lay.js";
import { makeLightbox } from "./lightbox.js";
import { catchLinks, partOf } from "./links.js";
import { button, make } from "./make.js";
import { noteCards } from "./notes.js";
import { markOverflow } from "./overflow.js";
import { makePage } from "./page.js";
import { layPictures } from "./pictures.js";
import { blockOf } from "./place.js";
import { marksOf } from "./marks.js";

/** What is open: its id, how to show a part of it, and what ends all that listens. */
/** @type {{ id: string, showPart: (fragment: string) => void, end: AbortController } | null} */
let current = null;
/** Grows with every opening and closing, so that a late answer is known as such. */
let turn = 0;
/** @type {HTMLElement | null} */
let shown = null;
/** The last position on its way to Rust. @type {Promise<void>} */
let saving = Promise.resolve();

/**
 * Opens an article in `view`; in place of the one that is open, if any.
 * @param {HTMLElement} view
 * @param {string} id
 * @param {ReaderContext} context
 */
export async function openReader(view, id, context) {
  if (current?.id === id) {
    if (context.fragment !== null) current.showPart(context.fragment);
    return;
  }
  const mine = ++turn;
  end();
  shown = view;
  view.setAttribute("aria-busy", "true");
  try {
    const opened = await ipc.open(id);
    if (mine === turn) lay(view, opened, context);
  } catch (error) {
    if (mine === turn) layFailure(view, ipc.asProblem(error).message, context.leave);
  } finally {
    if (mine === turn) view.removeAttribute("aria-busy");
  }
}

/** Keeps the position, and leaves the view empty. */
export async function closeReader() {
  turn += 1;
  end();
  shown?.replaceChildren();
  await saving;
}

function end() {
  current?.end.abort();
  current = null;
}

/**
 * @param {HTMLElement} view
 * @param {Opened} opened
 * @param {ReaderContext} context
 */
function lay(view, opened, context) {
  const { id, document: read } = opened;
  const end = new AbortController();
  const { signal } = end;
  const title = read.meta.title ?? context.entry(id)?.title ?? "Untitled";
  const { article, headline, text } = makePage(read, title);
  const { previous, next } = context.neighbours(id);

  /** @param {HTMLElement} target */
  const showElement = (target) => {
    target.scrollIntoView({ block: "start" });
    if (!target.matches("a[href], button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  /** @param {string} fragment */
  const showPart = (fragment) => {
    const target = partOf(article, fragment);
    if (target !== null) showElement(target);
  };
  const openSettings = () => openAppearance(tell);
  const marks = marksOf(id, opened.marks, context.record, tell);
  const { source } = read.meta;
  const doings = {
    archive: marks.archive,
    original: source === null ? null : () => ipc.follow(id, source, false).catch(tell),
    reveal: aboutLibrary()?.desktop ? () => ipc.reveal(id).catch(tell) : null,
  };
  const more = makeMore(doings);
  const contents = makeContents(read, article, showElement);
  const bar = makeBar({
    site: read.meta.site, minutes: read.meta.minutes, leave: context.leave, settings: openSettings,
    archive: marks.archive, bookmark: marks.bookmark, contents, more: more.panel, signal,
  });
  /** @param {string} other */
  const turnTo = (other) => context.go(other, null, true);
  const ending = makeEnding(doings, { previous, next }, turnTo);
  marks.show((now) => {
    bar.showMarks(now);
    more.showArchived(now.archived);
    ending.showArchived(now.archived);
  });

  layPictures({ article, media: read.media, enlarge: makeLightbox(article, signal), signal });
  layCode(article);
  const showNote = noteCards(article, signal);
  catchLinks({
    article, signal,
    within(fragment, link) {
      const target = partOf(article, fragment);
      if (target !== null && link.getAttribute("role") === "doc-noteref") showNote(target, link);
      else if (target !== null) showElement(target);
    },
    away: (href, wiki) => void ipc.follow(id, href, wiki).then((there) => {
      if (there.id === id && there.fragment !== null) showPart(there.fragment);
      else if (there.id !== null) context.go(there.id, there.fragment);
    }, tell),
  });

  const part = context.fragment === null ? null : partOf(article, context.fragment);
  const position = part === null ? opened.marks.position : null;
  const start = part?.closest(".text > *") ?? (position === null ? null : blockOf(text, position));
  const layRest = layInSightFirst(text, start);
  view.replaceChildren(bar.bar, make("main", {}, article, ending.ending), more.panel, ...(contents === null ? [] : [contents]));
  document.title = `${title} · Offprint`;
  scrollTo({ top: 0, behavior: "instant" });
  if (part !== null) showElement(part);
  else headline.focus({ preventScroll: true });
  keepPlace({
    article, text, signal, position,
    moved: ({ progress }) => bar.showProgress(progress),
    save(position) {
      context.record(id, { progress: position.progress, read_at: Date.now() });
      saving = ipc.setPosition(id, position).catch(tell);
    },
  });
  current = { id, showPart, end };
  headline.getBoundingClientRect();
  performance.mark("offprint:article-placed");
  requestAnimationFrame(() => requestAnimationFrame(() => {
    performance.mark("offprint:article-painted");
    layRest(signal);
  }));

  markOverflow(article, signal);
  /** @param {number} step */
  const resize = (step) => void changeSettings(sized(step)).catch(tell);
  const following = next === null ? () => {} : () => turnTo(next.id);
  const preceding = previous === null ? () => {} : () => turnTo(previous.id);
  listenToKeys({
    Escape: context.leave, u: context.leave, b: marks.bookmark, e: marks.archive,
    t: () => contents?.togglePopover(), s: openSettings, "+": () => resize(1), "=": () => resize(1), "-": () => resize(-1), "0": () => resize(0),
    ArrowRight: following, "]": following, ArrowLeft: preceding, "[": preceding, z: undoLast,
  }, signal);
}

/**
 * @param {HTMLElement} view
 * @param {string} message
 * @param {() => void} leave
 */
function layFailure(view, message, leave) {
  const headline = make("h1", { tabindex: "-1" }, "This article can’t be opened");
  document.title = "This article can’t be opened · Offprint";
  view.replaceChildren(make("main", { class: "failure" }, headline, make("p", {}, message), button({ class: "button" }, leave, "Library")));
  scrollTo({ top: 0, behavior: "instant" });
  const end = new AbortController();
  current = { id: "", showPart: () => {}, end };
  listenToKeys({ Escape: leave, u: leave }, end.signal);
  headline.focus();
}

/** @param {unknown} error */
function tell(error) {
  toast(ipc.asProblem(error).message);
}
