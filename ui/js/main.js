/** Starts the window, and leads from shelf to article and back by the hash. */

/** @import { Notice, Reader, ReaderContext, Start } from "../../types" */
import * as ipc from "./ipc.js";
import { byId, decode, styleSheet } from "./make.js";
import { applySettings } from "./settings.js";
import { hideShelf, showProblem, showShelf, takeChange, takeStart } from "./shelf.js";

const view = byId("reader");
const room = byId("room");

/** @type {Promise<Reader> | undefined} */
let reader;
/** Where in history the window is, and where it came from; each by the message that names it. */
let here = { depth: 0, name: "library", back: 0, from: "library" };
let reading = false;
/** What pages.js loads by these names is shown in `room`. */
const ROOMS = /** @type {const} */ (["settings", "trash", "duplicates", "notebook", "review"]);
/** @typedef {typeof ROOMS[number]} Room @type {Room} */
let inRoom = "settings";

/** Shows a library that was opened, and what was asked for in it. @param {Start} start */
async function begin(start) {
  applySettings(start.settings);
  takeStart(start);
  document.getElementById("welcome")?.remove();
  if (start.open) history.replaceState(null, "", `#/read/${encodeURIComponent(start.open)}`);
  await route();
  // The shelf waits for no welcome: of one that can't be loaded fault.js tells.
  if (start.welcome) void import("./pages.js").then(({ welcome }) => welcome()).then(({ showWelcome }) => showWelcome(start));
}

/** @param {() => Promise<Start | null>} ask */
export async function reopen(ask) {
  try {
    const start = await ask();
    if (start) await begin(start);
  } catch (error) {
    // Without a start there is nothing to show but this; another folder that can't be had leaves the library as it is.
    if (ask === ipc.start) showProblem(ipc.asProblem(error));
    else (await import("./toast.js")).tell(error);
  }
}

/** @param {Notice} notice */
function notice(notice) {
  if (notice.kind === "changed") takeChange(notice.warnings);
  else if (notice.kind === "problem") void complain(notice.problem);
  else if (notice.kind === "saving") void import("./pages.js").then(({ saving }) => saving()).then(({ takeStep }) => takeStep(notice.saved));
  else go(notice.id);
}

/** Says what went wrong, where it is seen. @param {unknown} error */
async function complain(error) {
  const problem = ipc.asProblem(error);
  const lasts = problem.code === "library_unreachable";
  if (lasts) showProblem(problem);
  if (!lasts || reading) (await import("./toast.js")).tell(problem);
}

/** Shows what the address asks for. */
async function route() {
  const [, place = "", id = "", fragment = ""] = address();
  const asked = ROOMS.find((name) => name === place);
  if (history.state) here = history.state;
  else {
    const name = asked ?? (place === "read" ? "back" : "library");
    // Another article, or part of a room, is the same stay.
    here = { ...here, ...(name !== here.name && { back: here.depth, from: here.name }), depth: here.depth + 1, name };
    history.replaceState(here, "");
  }
  if (!room.hidden && place !== inRoom) {
    room.hidden = true;
    (await roomOf(inRoom)).exit(room);
  }
  if (place === "read" && id) return read(id, fragment || null);
  if (asked) return enterRoom(asked, id);
  const { kept } = await putAway();
  document.title = "Offprint";
  await showShelf(place, id);
  await kept;
}

/** The hash: `#`, the place, what is meant in it. */
const address = () => location.hash.split("/").map(decode);

/** Puts the article away. The shelf knows at once how far reading went; the disk when `kept` is done. */
async function putAway() {
  if (!reading) return { kept: null };
  const { closeReader } = await loadReader();
  reading = false;
  const kept = closeReader();
  view.hidden = true;
  return { kept };
}

/** @param {Room} name */
const roomOf = async (name) => (await import("./pages.js"))[name]();

/** @type {(name: Room, part: string) => Promise<void>} */
async function enterRoom(name, part) {
  hideShelf("");
  await (await putAway()).kept;
  const { enter } = await roomOf(name);
  if (address()[1] !== name) return;
  room.hidden = false;
  inRoom = name;
  enter(room, part, leave);
}

/** @param {string} id @param {string | null} fragment */
async function read(id, fragment) {
  hideShelf(id);
  reading = true;
  view.hidden = false;
  const { openReader } = await loadReader();
  if (address()[2] !== id) return;
  await openReader(view, id, { fragment, go, leave });
}

/** @type {ReaderContext["go"]} */
function go(id, fragment = null, replace = false) {
  const address = `#/read/${encodeURIComponent(id)}${fragment ? `/${encodeURIComponent(fragment)}` : ""}`;
  if (!replace) location.hash = address;
  else {
    history.replaceState(history.state, "", address);
    void route();
  }
}

function leave() {
  const { back, depth } = here;
  // Pressed twice, it leads back once.
  here = { ...here, back: depth };
  if (!back) location.replace("#/");
  else if (back < depth) history.go(back - depth);
}

/** The reader and its style sheet, once the shelf is painted or an article is asked for. */
function loadReader() {
  return (reader ??= (async () => {
    const styled = styleSheet("css/reader.css");
    const module = await import("./reader/reader.js");
    await styled;
    return module;
  })());
}

addEventListener("popstate", () => void route());
history.scrollRestoration = "manual";
document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-do], [data-sheet]")) : null;
  if (button) void press(button.dataset);
});
await reopen(ipc.start);
await afterPaint();
void ipc.watch(notice).then(ipc.fetchWaiting).catch(() => {});
addEventListener("online", () => void ipc.fetchWaiting().catch(() => {}));
const pages = await import("./pages.js");
(await pages.front()).keepFront();
(await pages.taking()).listenToGifts();
(await pages.shelfKeys()).listenToKeys();
(await pages.shelfTools()).listenToRows();
(await pages.browse()).keepBrowsing();
(await pages.swipe()).listenToSwipes();
(await pages.searching()).keepSearching();
await loadReader();

/** What the shelf's buttons do. @param {DOMStringMap} button */
async function press({ sheet, do: act, id }) {
  const pages = await import("./pages.js");
  if (sheet === "save") (await pages.saving()).showSaving();
  else if (sheet === "layout") (await pages.layout()).showLayout();
  else if (sheet === "browse") (await pages.browse()).showBrowse();
  else if (sheet === "help") (await pages.help()).showHelp();
  else if (sheet === "warnings") (await pages.warnings()).showWarnings();
  else if (act === "import") await (await pages.importing()).importFolder();
  else if (act === "start") await reopen(ipc.start);
  else if (act === "choose") await reopen(ipc.chooseLibrary);
  else if (act === "default") await reopen(ipc.defaultLibrary);
  else if (act === "library") await reopen(() => ipc.openLibrary(id ?? ""));
  else if (act === "reveal") await ipc.reveal(null).catch(complain);
  else if (act === "clear-search") (await pages.shelfKeys()).clearSearch();
}

function afterPaint() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
}
