/** Saving pages of the web: where addresses are given, how it goes on, and what an article lacks. */

/** @import { Capture, Pasted, Saved } from "../../../types" */
import { counted, figure, moment } from "../dates.js";
import { changes } from "../entries.js";
import { held } from "./held.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { refreshShelf } from "../shelf.js";
import { openSheet } from "./sheets.js";
import { tell, toast } from "../toast.js";
import { choice, isMore } from "./pasted.js";

/** How each address stands that was asked for since the window was opened. @type {Map<string, Saved>} */
const all = new Map();
const list = make("ul", { class: "saving", "aria-label": "Pages" });
/** Those that were asked for and are not done, to be told of together. @type {Set<string>} */
const under = new Set();

/** Of a file, in bytes: as Rust has it. */
const LARGEST = 128 * 2 ** 20;

const long = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

/** Saves the addresses that were pasted or dropped; of what is more than that, it is asked. @param {Pasted} pasted */
export function takeIn(pasted) {
  if (isMore(pasted)) showSaving(pasted);
  else void save(pasted.text);
}

/**
 * The sheet where addresses are given.
 * @param {Pasted} [pasted] What is to be asked about.
 */
export function showSaving(pasted) {
  const asked = document.querySelector("dialog.save .pasted");
  if (asked && pasted) asked.replaceWith(choice(pasted, save, saveThis));
  if (list.isConnected) return;
  const { sheet } = openSheet("Save pages", "save");
  const text = make("textarea", { rows: "3", "aria-label": "Addresses", spellcheck: "false", autocapitalize: "off" });
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
  const place = make("section", { class: "pasted", "aria-label": "What was pasted", hidden: "" });
  text.addEventListener("paste", (event) => {
    const more = held(event.clipboardData);
    if (!isMore(more)) return;
    event.preventDefault();
    showSaving(more);
  });
  const files = make("input", { type: "file", multiple: "", accept: ".html,.htm,.xhtml,.mhtml,.mht,.epub,.md,.txt", "aria-label": "Files", hidden: "" });
  files.addEventListener("change", () => void saveFiles([...(files.files ?? [])]));
  sheet.append(text, place, make("p", { class: "hint" }, "One address or a thousand, in whatever text they stand; or a piece of a page, or text, that is to be an article. Or a file: a page that a browser saved, a book (EPUB), Markdown, text. On the shelf you can also paste any of this, or drop it."),
    make("p", { class: "choices" }, button({ class: "button first" }, give, "Save"), button({ class: "button" }, () => files.click(), "Choose files…"), files), list);
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
    if (asked.length === 0) toast("There is no address of the web in this. One begins with “https”.");
    else if (!list.isConnected) toast(words(asked));
    return asked.length > 0;
  } catch (error) {
    tell(error);
    return false;
  }
}

/** Saves files, one after the other. @param {File[]} files */
export async function saveFiles(files) {
  const { isExport, offerFile } = await import("./arriving.js");
  for (const file of files) {
    if (file.size <= LARGEST && await isExport(file)) await offerFile(file);
    else await saveOne(file.name, () => file.size > LARGEST ? Promise.reject(new Error(`“${file.name}” is larger than 128 MB.`)) : asks.saveFile(file));
  }
}

/** Saves what was pasted as an article. @param {Pasted} pasted */
const saveThis = (pasted) => saveOne("What was pasted", () => asks.savePasted(pasted));

/**
 * Saves what has no address yet, and tells of it.
 * @param {string} name
 * @param {() => Promise<Saved>} ask
 */
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
  if (saved.step === "failed") toast(saved.why ?? "It could not be saved.");
  else toast(saved.step === "here" ? `“${nameOf(saved)}” is on the shelf already.` : `“${nameOf(saved)}” is saved.`);
}

/** How one goes on. @param {Saved} saved */
export function takeStep(saved) {
  take(saved);
  show();
  const { id, step, why, lacking } = saved;
  if (step === "fetching" || step === "media" || id === null || !under.delete(id) || list.isConnected) return;
  const name = `“${nameOf(saved)}”`;
  if (step === "failed") toast(`${name} could not be saved. ${why ?? ""}`);
  else if (step === "saved" && under.size === 0) toast(lacking > 0 ? `${name} is saved, without ${counted(lacking, "picture")}.` : `${name} is saved.`);
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
  all.delete(key);
  all.set(key, saved);
  if (saved.id !== null && saved.step !== "here" && saved.step !== "saved" && saved.step !== "failed") under.add(saved.id);
}

function show() {
  if (document.querySelector("dialog.save") === null) return;
  const rows = [...all.values()].reverse().slice(0, 200);
  const going = rows.some(({ step }) => step === "fetching" || step === "media");
  const more = all.size > rows.length ? [make("li", { class: "hint" }, `and ${figure(all.size - rows.length)} more`)] : [];
  const stop = going ? [make("li", {}, button({ class: "text-button" }, () => void asks.stopSaving(), "Stop"))] : [];
  list.replaceChildren(...stop, ...rows.map((saved) => make("li", { "data-step": saved.step },
    saved.id !== null && (saved.step === "saved" || saved.step === "here") ? make("a", { href: `#/read/${encodeURIComponent(saved.id)}` }, nameOf(saved)) : make("b", {}, nameOf(saved)),
    make("small", {}, stepOf(saved)))), ...more);
  for (const link of list.querySelectorAll("a")) link.addEventListener("click", () => link.closest("dialog")?.close());
}

/** @param {Saved} saved */
const nameOf = ({ title, address }) => title ?? address.replace(/^https?:\/\/(?:www\.)?/u, "");

/** @param {Saved} saved */
function stepOf({ step, done, all, lacking, why }) {
  switch (step) {
    case "fetching": return "Being fetched…";
    case "media": return all > 0 ? `Pictures: ${figure(done)} of ${figure(all)}` : "Being fetched…";
    case "saved": return lacking > 0 ? `Saved, without ${counted(lacking, "picture")}` : "Saved";
    case "here": return "Here already";
    case "failed": return why ?? "Not saved";
    default: return why ?? "Waits for its turn";
  }
}

/** @param {Saved[]} asked */
function words(asked) {
  const going = asked.filter(({ step }) => step === "waiting").length;
  const refused = asked.filter(({ step }) => step === "failed");
  if (asked.length === 1 && refused.length === 1) return refused[0].why ?? "It can’t be saved.";
  if (going === 0 && refused.length === 0) return asked.length === 1 ? "This page is on the shelf already." : "These pages are on the shelf already.";
  const rest = refused.length > 0 ? ` ${refused.length === 1 ? "One address" : `${figure(refused.length)} addresses`} can’t be saved: ${refused[0].why}` : "";
  return `Saving ${counted(going, "page")}.${rest}`;
}

/**
 * What an article lacks, with a way to try again; or that it is complete.
 * @param {string} id
 * @param {Capture} capture
 * @returns {{ lacks: HTMLElement | null, complete: HTMLElement | null }}
 */
export function captureWords(id, { status, why, fetched, media, lacking, linked }) {
  const label = linked > 0 ? "Save its pictures" : "Try again";
  const again = button({ class: linked > 0 ? "text-button" : "button" }, () => {
    again.disabled = true;
    again.textContent = linked > 0 ? "Saving…" : "Trying…";
    asks.tryAgain(id).then((goes) => goes ? toast("It is being fetched.") : changes.dispatchEvent(new Event("files")), tell).finally(() => {
      again.disabled = false;
      again.textContent = label;
    });
  }, label);
  if (linked > 0) {
    return { lacks: null, complete: make("p", { class: "complete", lang: "en", dir: "ltr" }, `${counted(linked, "picture")} of this article ${linked === 1 ? "is" : "are"} on the web, and not saved. `, again) };
  }
  const day = fetched === null ? null : moment(fetched);
  if (status === "saved" && why === null && lacking.length === 0) {
    const what = media > 0 ? `with ${media === 1 ? "its picture" : `all ${figure(media)} pictures`}` : "with nothing missing";
    return { lacks: null, complete: make("p", { class: "complete", lang: "en", dir: "ltr" }, `Complete: saved ${what}${day ? ` on ${long.format(day)}` : ""}.`) };
  }
  const waits = status === "waiting" ? "This page is not fetched yet." : "This page could not be saved.";
  const reasons = lacking.map((each) => make("li", {}, make("span", { class: "path" }, each.source), " ", each.why));
  return {
    complete: null,
    lacks: make("aside", { class: "lacks", lang: "en", dir: "ltr", "aria-label": "What is missing" },
      make("p", {}, status === "saved" ? (why ?? `${counted(lacking.length, "picture")} of ${figure(media)} could not be saved.`) : `${waits} ${why ?? ""}`),
      reasons.length > 0 && make("details", {}, make("summary", {}, "What is missing"), make("ul", {}, ...reasons)),
      (status !== "saved" || lacking.length > 0) && make("p", { class: "choices" }, again)),
  };
}
