/**
 * The reading view.
 *
 * 1. Ask Rust for the Document. 2. Build the page from it (page.js). 3. Give it its bar, ending, links and keys.
 * 4. Put it in place, where reading paused (lay.js, keep.js).
 *
 * @import { Aids, Neighbours, Opened, ReaderContext } from "../../../types.js"
 */
import { changes, entry, isRead, neighbours, record } from "../entries.js";
import * as ipc from "../ipc.js";
import { set, setRead } from "../marks.js";
import * as pages from "../pages.js";
import { changeSettings, isUpright, settings, sized } from "../settings.js";
import { aboutLibrary } from "../shelf.js";
import { tell, undoLast } from "../toast.js";
import { makeBar } from "./bar.js";
import { makeContents } from "./contents.js";
import { makeEnding, makeMore } from "./ending.js";
import { keepPlace } from "./keep.js";
import { listenToKeys } from "./keys.js";
import { layInSightFirst } from "./lay.js";
import { catchLinks, partOf } from "./links.js";
import { button, make } from "../make.js";
import { makePage } from "./page.js";
import { layPictures } from "./pictures.js";
import { blockOf, flow, way } from "./place.js";
import { say } from "../words.js";

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
  end();
  const mine = turn;
  shown = view;
  try {
    const [opened, paged] = await Promise.all([ipc.open(id, context.fragment), settings().moving === "pages" ? pages.paged() : null]);
    const long = opened.rest && (await pages.leaves());
    const upright = isUpright(opened.document.meta) ? await pages.upright() : null;
    if (mine === turn) lay(view, opened, context, paged, long, upright);
  } catch (error) {
    if (mine === turn) layFailure(view, ipc.asProblem(error).message, context.leave);
  }
}

/** Keeps the position, and leaves the view empty. */
export async function closeReader() {
  end();
  way.leave();
  flow.leave();
  shown?.replaceChildren();
  await saving;
}

function end() {
  turn += 1;
  current?.end.abort();
  current = null;
}

/**
 * @param {HTMLElement} view
 * @param {Opened} opened
 * @param {ReaderContext} context
 * @param {typeof import("../aids/paged.js") | null} paged where pages are turned
 * @param {typeof import("../long/leaves.js") | null} long where more is to come
 * @param {typeof import("../upright/upright.js") | null} upright where lines run from top to bottom
 */
function lay(view, { id, document: read, rest, print, marks: marked, capture }, context, paged, long, upright) {
  const { meta } = read;
  const end = new AbortController();
  const { signal } = end;
  const title = meta.title ?? entry(id)?.title ?? say("untitled");
  const page = makePage(read, title);
  const { article, headline, text } = page;
  const reading = { document: read, signal, ...page };

  /** @param {string} fragment */
  const showPart = (fragment) => void whole.then(() => {
    const target = partOf(article, fragment);
    if (target !== null) jump(target);
  });
  /** Done when all text is here. */
  let arrived = () => {};
  /** @type {Promise<void>} */
  const whole = rest ? new Promise((done) => (arrived = done)) : Promise.resolve();
  /** Where a jump begins, and what is told of it. @type {Aids} */
  let aids;
  /** @param {HTMLElement} target */
  const jump = (target) => {
    /** @type {Parameters<Aids["jumped"]>} */
    const from = [place.now(), way.at()];
    showElement(target);
    place.take();
    aids.jumped(...from);
  };
  /** @param {string} href @param {boolean} wiki */
  const follow = (href, wiki) => void ipc.follow(id, href, wiki).then((there) => {
    if (there.id === id && there.fragment !== null) showPart(there.fragment);
    else if (there.id !== null) context.go(there.id, there.fragment);
  }, tell);
  const { source } = meta;
  // The shelf's news are ahead of what Rust had kept.
  let marks = { progress: marked.position?.progress ?? 0, ...marked, ...entry(id) };
  /** How far the window is scrolled, 0 to 1. */
  let scrolled = 0;
  const bookmark = (/** @type {boolean} */ told) => void set(id, "bookmarked", !marks.bookmarked, told);
  const doings = {
    leave: context.leave, settings: () => void pages.appearance().then(({ openAppearance }) => openAppearance()),
    // That it is bookmarked, the button shows, but not to the key; what is archived is gone from the shelf.
    bookmark: () => bookmark(false),
    archive: () => void set(id, "archived", !marks.archived, true),
    read: () => {
      const on = !isRead(marks);
      context.said = Number(on);
      void setRead(id, on, () => void (context.said = null));
    },
    original: !source?.startsWith("http") ? null : () => follow(source, false),
    reveal: aboutLibrary()?.desktop ? () => void ipc.reveal(id).catch(tell) : null,
  };
  /** @type {Neighbours} */
  let beside = { previous: null, next: null };
  /** @param {{ id: string } | null} other */
  const turnTo = (other) => other !== null && context.go(other.id, null, true);

  const more = makeMore(doings);
  const contents = makeContents(read);
  const bar = makeBar(reading, doings, contents, more.panel);
  const ending = makeEnding(doings);
  const near = neighbours(id);
  near.then((found) => (beside = found), () => {});
  /** @param {Partial<typeof marks>} news */
  const showMarks = (news) => {
    marks = { ...marks, ...news };
    for (const each of [bar, more, ending]) each.showMarks(marks);
    showProgress();
  };
  // A text that fits is at its end as it opens: whether it was read, the marks tell.
  const showProgress = () => bar.showProgress(context.said ?? (way.end(text) <= 0 ? marks.progress : scrolled));
  showMarks({});
  changes.addEventListener(`:${id}`, (event) => showMarks(/** @type {CustomEvent} */ (event).detail), { signal });
  /** @type {((picture: HTMLImageElement) => void) | undefined} */
  let enlarge;
  const layMore = layPictures(reading, (picture) => void pages.lightbox().then(({ makeLightbox }) => {
    if (!signal.aborted) (enlarge ??= makeLightbox(reading))(picture);
  }), doings.reveal);
  /** @type {((note: HTMLElement, mark: HTMLElement) => void) | undefined} */
  let showNote;
  catchLinks(reading, (fragment, link) => {
    const note = link.getAttribute("role") === "doc-noteref" ? partOf(article, fragment) : null;
    if (note !== null) void pages.notes().then(({ noteCards }) => (showNote ??= noteCards(reading))(note, link));
    else showPart(fragment);
  }, follow);
  /** @param {number} step */
  const resize = (step) => void changeSettings(sized(step)).catch(tell);
  /** @type {Aids["keys"]} */
  const keys = {
    Escape: context.leave, b: () => bookmark(true), e: doings.archive, m: doings.read, z: undoLast,
    t: () => contents?.togglePopover(), s: doings.settings,
    "+": () => resize(1), "=": () => resize(1), "-": () => resize(-1), "0": () => resize(0),
    ArrowRight: () => turnTo(beside.next), ArrowLeft: () => turnTo(beside.previous),
  };
  listenToKeys(keys, signal);

  // A hit of a search has the id of its block, and words.
  const [block, words] = context.fragment?.split(/\?(.*)/su) ?? [];
  const part = context.fragment === null ? null : words !== undefined ? blockOf(text, { block, within: 0, progress: 0 }) : partOf(article, context.fragment);
  const position = part === null ? marked.position : null;
  if (long && rest) long.gather(reading, rest);
  const start = part?.closest("[data-block]") ?? (position && blockOf(text, position));
  const layRest = long ? long.layNear(text, start) : layInSightFirst(text, start);
  view.replaceChildren(bar.bar, make("main", {}, article, ending.ending), more.panel, ...(contents === null ? [] : [contents]));
  document.title = `${title} · Offprint`;
  current = { id, showPart, end };
  scrollTo({ top: 0, behavior: "instant" });
  if (words !== undefined) void pages.marking().then(({ showHit }) => showHit(text, words, signal));
  if (upright) upright.beginUpright(reading);
  else flow.leave();
  if (paged) paged.beginPages(reading, keys);
  else if (way !== flow) way.leave();
  if (part !== null) showElement(part);
  else headline.focus({ preventScroll: true });
  const place = keepPlace(reading, position, ({ progress }, step) => {
    scrolled = progress;
    showProgress();
    if (step !== 0) bar.travel(step);
  }, (now) => {
    const position = { ...now, progress: context.said ?? now.progress };
    record(id, { progress: position.progress, read_at: Date.now() });
    saving = ipc.setPosition(id, position).catch(tell);
  });
  aids = { id, print, reading, leave: context.leave, place, keys, bar: bar.bar, more: more.panel, contents, jump, jumped: () => {}, left: part && marked.position };
  changes.addEventListener("files", () => void pages.anew().then(({ opensAnew }) => opensAnew(aids, print, capture)).then((now) => {
    if (!now || signal.aborted) return;
    end.abort();
    lay(view, { ...now.opened, marks: { ...marks, position: now.position } }, Object.assign(context, { fragment: null }), ...now.parts);
  }).catch(tell), { signal });
  if (entry(id)) more.panel.addEventListener("beforetoggle", () => void pages.details().then(({ offerHand }) => offerHand(more.panel, id, capture), tell), { once: true });
  if (capture !== null) {
    void pages.saving().then(({ captureWords }) => {
      const { lacks, complete } = captureWords(id, capture);
      if (lacks) text.before(lacks);
      if (complete) text.after(complete);
    }, () => {});
    void pages.versions().then(({ offerVersions }) => offerVersions(more.panel, id, capture), () => {});
  }
  headline.getBoundingClientRect();
  performance.mark("offprint:article-placed");
  requestAnimationFrame(() => requestAnimationFrame(() => {
    performance.mark("offprint:article-painted");
    if (layRest) layRest(signal);
    // After the sheets: each has WebKit style all anew.
    else if (long && rest) void Promise.all([pages.aids(), pages.notebook(), pages.related()]).then(() => long.bringRest(reading, id, rest, layMore)).catch(tell).then(arrived);
    void pages.aids().then(({ begin }) => signal.aborted || begin(aids, whole), tell);
    void pages.related().then(async ({ offerRelated, showNeighbours }) => {
      offerRelated(ending.ending, id, signal);
      showNeighbours(ending.ending, await near, turnTo);
    }).catch(() => {});
  }));
}

/** @param {HTMLElement} target */
function showElement(target) {
  way.show(target);
  if (!target.matches("a[href], button, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** @param {HTMLElement} view @param {string} message @param {() => void} leave */
function layFailure(view, message, leave) {
  way.leave();
  flow.leave();
  const title = say("cannot-open");
  const headline = make("h1", { tabindex: "-1" }, title);
  document.title = `${title} · Offprint`;
  view.replaceChildren(make("main", { class: "failure" }, headline, make("p", {}, message), button({ class: "button" }, leave, say(history.state.from))));
  current = { id: "", showPart: () => {}, end: new AbortController() };
  listenToKeys({ Escape: leave }, current.end.signal);
  headline.focus();
}
