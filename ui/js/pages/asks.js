/** The part of the door to Rust (ipc.js) that only the pages of this folder need. */

/** @import { About, Audit, Block, Corrected, Details, Duplicates, Exported, Import, Known, Language, Licence, Line, Offer, Part, Progress, Refetched, Saved, Version, Wording } from "../../../types" */
import { call, channel, inOrder } from "../ipc.js";
import { say } from "../words.js";

/** Fetches an article anew. @type {(id: string) => Promise<Refetched>} */
export const refetch = (id) => call("refetch", { id });

/** @type {(id: string) => Promise<Version[]>} */
export const versions = (id) => call("versions", { id });

/** How the text would change. @type {(id: string, time: string) => Promise<Line[]>} */
export const compareVersion = (id, time) => call("compare_version", { id, time });

/** Gives the time of the one that was shown before. @type {(id: string, time: string) => Promise<string>} */
export const chooseVersion = (id, time) => call("choose_version", { id, time });

/** What is not named stays; "" takes it out. @type {(id: string, details: Partial<Details>) => Promise<Details>} */
export const setDetails = (id, details) => inOrder("set_details", { id, details });

/** @type {(id: string) => Promise<void>} */
export const undoDetails = (id) => inOrder("undo_details", { id });

/** @type {(id: string) => Promise<Part[]>} */
export const parts = (id) => call("parts", { id });

/** @type {(id: string, remove: string[], add: string[]) => Promise<Corrected>} */
export const setParts = (id, remove, add) => inOrder("set_parts", { id, remove, add });

/** @type {(pasted: import("../../../types").Pasted) => Promise<Saved>} */
export const savePasted = ({ html, text, address }) => call("save_pasted", new TextEncoder().encode(html || text), { headers: { "offprint-address": encodeURIComponent(address), "offprint-form": html ? "html" : "text" } });

/** The names of this machine’s fonts. @type {() => Promise<string[]>} */
export const fonts = () => call("fonts");

/** Those that the window speaks. @type {() => Promise<Language[]>} */
export const languages = () => call("languages");

/** Of the language that is chosen now. @type {() => Promise<Wording>} */
export const wordsNow = () => call("words");

/** Has the system print what the window shows; false where `print()` does. @type {() => Promise<boolean>} */
export const print = () => call("print");

/** @type {() => Promise<About>} */
export const about = () => call("about");

/** @type {() => Promise<Licence[]>} */
export const licences = () => call("licences");

/** Those that were open before. @type {() => Promise<Known[]>} */
export const libraries = () => call("libraries");

/** The welcome is not to be shown again. @type {() => Promise<void>} */
export const welcomed = () => inOrder("welcomed", {});

/** Null where the reader cancelled. Tells how far it is once a folder is chosen; one that a program exported is offered. @type {(tell: (progress: Progress) => void) => Promise<Import | Offer | null>} */
export const importFolder = (tell) => call("import_folder", { channel: channel(tell) });

/** @type {() => Promise<void>} */
export const stopImport = () => call("stop_import");

/** Null where the reader cancelled. All articles where `ids` is null. @type {(format: string, ids: string[] | null, minutes: number | null, name: string, tell: (progress: Progress) => void) => Promise<Exported | null>} */
export const exportArticles = (format, ids, minutes, name, tell) => call("export", { format, ids, minutes, name, channel: channel(tell) });

/** @type {() => Promise<void>} */
export const stopExport = () => call("stop_export");

/** Looks whether all that was saved is here. Tells how far it is. @type {(tell: (progress: Progress) => void) => Promise<Audit>} */
export const checkLibrary = (tell) => call("check_library", { channel: channel(tell) });

/** @type {() => Promise<void>} */
export const stopCheck = () => call("stop_check");

/** Finds what is here more than once. Tells how far it is. @type {(tell: (progress: Progress) => void) => Promise<Duplicates>} */
export const findDuplicates = (tell) => call("find_duplicates", { channel: channel(tell) });

/** @type {() => Promise<void>} */
export const stopDuplicates = () => call("stop_duplicates");

/** More of the long article that is open: those from a block on, or before it. @type {(id: string, from: number, back: boolean) => Promise<Block[]>} */
export const blocks = (id, from, back) => call("blocks", { id, from, back });

/** Puts the addresses in a text on the shelf, and fetches them. @type {(text: string) => Promise<Saved[]>} */
export const save = (text) => call("save", { text });

/**
 * Saves a file, with those that lay beside it: all in one body, after a head that says how long each is.
 * @param {File} file
 * @param {import("./saving.js").Near[]} near
 * @returns {Promise<Saved>}
 */
export async function saveFile(file, near) {
  const head = new TextEncoder().encode(JSON.stringify({ name: file.name, length: file.size, beside: near.map((one) => [one.path, one.file.size]) }));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, head.length, true);
  const body = new Blob([length, head, file, ...near.map((one) => one.file)]);
  return call("save_file", new Uint8Array(await body.arrayBuffer()));
}

/** True where that goes on in the background. @type {(id: string) => Promise<boolean>} */
export const tryAgain = (id) => call("try_again", { id });

/** @type {() => Promise<void>} */
export const stopSaving = () => call("stop_saving");

/** What may be told of a fault. @type {(code: string, places: string[]) => Promise<string>} */
export const report = (code, places) => call("report", { code, places });

/** Asks the web about words, in the system's browser. @type {(id: string, words: string) => Promise<unknown>} */
export const lookUp = (id, words) => call("follow", { id, href: `https://duckduckgo.com/?q=${encodeURIComponent(words)}`, wiki: false });

/** What is asked for of a file at once, in bytes: Rust gives no more. */
const PIECE = 4 * 2 ** 20;

/** A sound or video, or null where it is larger than `most` bytes. Rejects where it can't be had. @param {string} address @param {number} most @param {AbortSignal} signal */
export async function bytes(address, most, signal) {
  let [type, whole] = ["", 0];
  /** Null beyond the end: that answer can't be read. @type {(from: number, length: number) => Promise<ArrayBuffer | null>} */
  const piece = (from, length) => fetch(address, { signal, headers: { Range: `bytes=${from}-${from + length - 1}` } }).then((answer) => {
    type = answer.headers.get("Content-Type") ?? type;
    whole = Number(answer.headers.get("Content-Range")?.split("/")[1]);
    return answer.ok ? answer.arrayBuffer() : null;
  }, () => null);
  if (await piece(most, 1)) return null;
  const pieces = [];
  for (let at = 0; at === 0 || at < whole; at += pieces[pieces.length - 1].byteLength) {
    const next = await piece(at, PIECE);
    if (!next?.byteLength) throw new Error(say("unreadable"));
    pieces.push(next);
  }
  return new Blob(pieces, { type });
}
