/** Saving pages of the web: where addresses are given, how it goes on, and what an article lacks. */

/** @import { Capture, Pasted, Saved } from "../../../types" */
import { fullDay, moment } from "../dates.js";
import { changes } from "../entries.js";
import { held } from "./held.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { refreshShelf } from "../shelf.js";
import { openSheet } from "./sheets.js";
import { tell, toast } from "../toast.js";
import { choice, isMore } from "./pasted.js";
import { ours, say } from "../words.js";

/** How each address stands that was asked for since the window was opened. @type {Map<string, Saved>} */
const all = new Map();
const list = make("ul", { class: "saving", "aria-label": say("saved-pages") });
/** Those that were asked for and are not done, to be told of together. @type {Set<string>} */
const under = new Set();

/** What is asked for since all was done: by their keys in `all`. @type {Set<string>} */
const run = new Set();
let stopped = false;
/** How it goes as a whole. It stays while the rows are made anew, so that a click and the focus do. */
const whole = make("span", {});
const stop = button({ class: "text-button" }, () => {
  stopped = true;
  void asks.stopSaving();
  show();
}, say("stop"));
const rest = button({ class: "text-button" }, () => void ipc.fetchWaiting().catch(tell), say("save-the-rest"));
const going = make("p", { class: "choices", hidden: "" }, whole, stop, rest);

/** Of a file, in bytes: as Rust has it. */
const LARGEST = 128 * 2 ** 20;

/** Saves the addresses that were pasted or dropped; of what is more than that, it is asked. @param {Pasted} pasted */
export function takeIn(pasted) {
  if (isMore(pasted)) showSaving(pasted);
  else void save(pasted.text);
}

/** The sheet where addresses are given. @param {Pasted} [pasted] What is to be asked about. */
export function showSaving(pasted) {
  const asked = document.querySelector("dialog.save .pasted");
  if (asked && pasted) asked.replaceWith(choice(pasted, save, saveThis));
  if (list.isConnected) return;
  const { sheet } = openSheet(say("save-pages"), "save");
  const text = make("textarea", { rows: "3", "aria-label": say("addresses"), spellcheck: "false", autocapitalize: "off" });
  const give = () => {
    const given = text.value;
    text.value = "";
    void save(given).then((taken) => taken || (text.value ||= given));
  };
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    give();
  });
  const place = make("section", { class: "pasted", "aria-label": say("what-was-pasted"), hidden: "" });
  text.addEventListener("paste", (event) => {
    const more = held(event.clipboardData);
    if (!isMore(more)) return;
    event.preventDefault();
    showSaving(more);
  });
  const files = make("input", { type: "file", multiple: "", accept: ".html,.htm,.xhtml,.mhtml,.mht,.epub,.md,.txt,image/*", "aria-label": say("files"), hidden: "" });
  files.addEventListener("change", () => void saveFiles([...(files.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))));
  sheet.append(text, place, make("p", { class: "hint" }, say("save-hint")),
    make("p", { class: "choices" }, button({ class: "button first" }, give, say("save")), button({ class: "button" }, () => files.click(), say("choose-files")), files), going, list);
  show();
  text.focus();
  if (pasted) showSaving(pasted);
}

/** Saves the addresses in a text. True where there are some. @param {string} text */
export async function save(text) {
  try {
    const asked = await asks.save(text);
    // What was begun may have been told of already, and is further.
    for (const saved of asked) if (saved.step !== "waiting" || !all.has(saved.id ?? "")) take(saved);
    show();
    if (asked.length === 0) toast(say("no-address"));
    else if (!list.isConnected) toast(words(asked));
    return asked.length > 0;
  } catch (error) {
    tell(error);
    return false;
  }
}

/** @typedef {{ path: string, file: File }} Near A file that came with others, and its path among them. */

/** What may show files that lie beside it. */
const SHOWS = /\.(?:x?html?|shtml|xht|md|markdown|mdown|mkd)$/iu;
/** What no article is made of. */
const SHOWN = /^(?:image|audio|video|font)\/|^text\/(?:css|javascript)$|javascript$/u;

/** Saves files, one after the other; those that belong to pages among them go along with these. @param {Near[]} all */
export async function saveFiles(all) {
  const { isExport, offerFile } = await import("./arriving.js");
  const pages = all.filter(({ file }) => SHOWS.test(file.name));
  const isAbove = pages.some(({ path }) => !path.includes("/"));
  const near = pages.length === 0 ? [] : all.filter(({ path, file }) => SHOWN.test(file.type) || (isAbove && path.includes("/")));
  let room = 2 * LARGEST;
  const fits = near.filter(({ file }) => (room -= file.size) > 0);
  for (const one of all) {
    const { file } = one;
    if (near.includes(one)) continue;
    if (file.size <= LARGEST && await isExport(file)) await offerFile(file);
    else await saveOne(file.name, () => file.size > LARGEST ? Promise.reject(new Error(say("file-too-large", { name: file.name }))) : asks.saveFile(file, pages.includes(one) ? fits : []));
  }
}

/** Saves what was pasted as an article. @param {Pasted} pasted */
const saveThis = (pasted) => saveOne(say("what-was-pasted"), () => asks.savePasted(pasted));

/** Saves what has no address yet, and tells of it. @param {string} name @param {() => Promise<Saved>} ask */
async function saveOne(name, ask) {
  /** @type {Saved} */
  const going = { id: null, address: name, title: name, step: "fetching", done: 0, all: 0, lacking: 0, why: null };
  take(going);
  show();
  /** @type {Saved} */
  const saved = await ask().catch((error) => ({ ...going, step: "failed", why: ipc.asProblem(error).message }));
  all.delete(name);
  take(saved);
  show();
  if (list.isConnected) return;
  if (saved.step === "failed") toast(saved.why ?? say("not-saved"));
  else if (saved.step === "here") toast([say("on-shelf-already", { title: nameOf(saved) }), saved.why ?? ""].join(" ").trim());
  else toast(say("is-saved", { title: nameOf(saved) }));
}

/** How one goes on. @param {Saved} saved */
export function takeStep(saved) {
  take(saved);
  show();
  const { id, step, why, lacking } = saved;
  if (step === "fetching" || step === "media" || id === null || !under.delete(id) || list.isConnected) return;
  const title = nameOf(saved);
  if (step === "failed") toast(`${say("title-not-saved", { title })} ${why ?? ""}`);
  else if (step === "saved" && under.size === 0) toast(lacking > 0 ? say("is-saved-without", { title, count: lacking }) : say("is-saved", { title }));
}

let due = 0;

/** @param {Saved} saved */
function take(saved) {
  // What is saved here is told of here: nobody else does.
  if (saved.step !== "media") {
    clearTimeout(due);
    due = setTimeout(() => {
      void refreshShelf();
      changes.dispatchEvent(new Event("files"));
    }, 100);
  }
  const key = saved.id ?? saved.address;
  // What turned out to be another article is told of under the id of that.
  if (saved.step === "here") for (const [other, { id, address }] of all) if (address === saved.address && id !== saved.id) [all, run, under].forEach((of) => of.delete(other));
  all.delete(key);
  all.set(key, saved);
  if (saved.step === "fetching") stopped = false;
  if (!isDone(saved)) {
    if ([...run].every((one) => isDone(all.get(one)))) run.clear();
    run.add(key);
  }
  if (saved.id !== null && saved.step !== "here" && saved.step !== "saved" && saved.step !== "failed") under.add(saved.id);
}

/** Whether nothing more comes of it now. @param {Saved | undefined} saved */
const isDone = (saved) => !saved || (saved.step === "waiting" ? saved.why !== null : saved.step !== "fetching" && saved.step !== "media");

function show() {
  if (document.querySelector("dialog.save") === null) return;
  const rows = [...all.values()].reverse().slice(0, 200);
  // Between two pages of a site none is being fetched, and the next one waits for its turn.
  const goes = rows.some((saved) => !isDone(saved) && !(stopped && saved.step === "waiting"));
  const isHeld = going.contains(document.activeElement);
  const waits = stopped && rows.some(({ step }) => step === "waiting");
  going.hidden = !goes && !waits;
  stop.hidden = !goes;
  rest.hidden = goes || !waits;
  whole.textContent = run.size > 1 ? say("pages-of", { now: [...run].filter((key) => isDone(all.get(key))).length, all: run.size }) : "";
  if (isHeld && !going.hidden) (goes ? stop : rest).focus();
  const more = all.size > rows.length ? [make("li", { class: "hint" }, say("and-more", { count: all.size - rows.length }))] : [];
  list.replaceChildren(...rows.map((saved) => make("li", { "data-step": saved.step },
    saved.id !== null && (saved.step === "saved" || saved.step === "here") ? make("a", { href: `#/read/${encodeURIComponent(saved.id)}` }, nameOf(saved)) : make("b", {}, nameOf(saved)),
    make("small", {}, stepOf(saved)))), ...more);
  for (const link of list.querySelectorAll("a")) link.addEventListener("click", () => link.closest("dialog")?.close());
}

/** @param {Saved} saved */
const nameOf = ({ title, address }) => title ?? address.replace(/^https?:\/\/(?:www\.)?/u, "");

/** @param {Saved} saved */
function stepOf({ step, done, all, lacking, why }) {
  switch (step) {
    case "fetching": return say("being-fetched");
    case "media": return all > 0 ? say("pictures-of", { now: done, all }) : say("being-fetched");
    case "saved": return lacking > 0 ? say("saved-without", { count: lacking }) : say("saved-step");
    case "here": return why ?? say("here-already");
    case "failed": return why ?? say("not-saved-short");
    default: return why ?? say("waits");
  }
}

/** @param {Saved[]} asked */
function words(asked) {
  const going = asked.filter(({ step }) => step === "waiting").length;
  const refused = asked.filter(({ step }) => step === "failed");
  if (asked.length === 1 && refused.length === 1) return refused[0].why ?? say("cannot-save");
  if (going === 0 && refused.length === 0) return say("pages-here", { count: asked.length });
  const rest = refused.length > 0 ? ` ${say("addresses-refused", { count: refused.length })} ${refused[0].why}` : "";
  return say("saving-pages", { count: going }) + rest;
}

/**
 * What an article lacks, with a way to try again; or that it is complete.
 * @param {string} id
 * @param {Capture} capture
 * @returns {{ lacks: HTMLElement | null, complete: HTMLElement | null }}
 */
export function captureWords(id, { status, why, fetched, media, lacking, linked }) {
  // What could not be had is told first; trying again saves what is new, too.
  if (lacking.length > 0) linked = 0;
  const label = say(linked > 0 ? "save-its-pictures" : "try-again");
  const again = button({ class: linked > 0 ? "text-button" : "button" }, () => {
    again.disabled = true;
    again.textContent = say(linked > 0 ? "saving" : "trying");
    asks.tryAgain(id).then((goes) => goes ? toast(say("it-is-fetched")) : changes.dispatchEvent(new Event("files")), tell).finally(() => {
      again.disabled = false;
      again.textContent = label;
    });
  }, label);
  if (linked > 0) {
    return { lacks: null, complete: make("p", { class: "complete", ...ours }, say("linked", { count: linked }), " ", again) };
  }
  const day = fetched === null ? null : moment(fetched);
  if (status === "saved" && why === null && lacking.length === 0) {
    return { lacks: null, complete: make("p", { class: "complete", ...ours }, day ? say("complete-on", { count: media, day: fullDay(day) }) : say("complete", { count: media })) };
  }
  const waits = say(status === "waiting" ? "page-waits" : "page-not-saved");
  const reasons = lacking.map((each) => make("li", {}, make("span", { class: "path" }, each.source), " ", make("span", { lang: "en", dir: "auto" }, each.why)));
  return {
    complete: null,
    lacks: make("aside", { class: "lacks", ...ours, "aria-label": say("what-is-missing") },
      make("p", {}, status === "saved" ? (why ?? say("pictures-not-saved", { count: lacking.length, all: media })) : `${waits} ${why ?? ""}`),
      reasons.length > 0 && make("details", {}, make("summary", {}, say("what-is-missing")), make("ul", {}, ...reasons)),
      (status !== "saved" || lacking.length > 0) && make("p", { class: "choices" }, again)),
  };
}
