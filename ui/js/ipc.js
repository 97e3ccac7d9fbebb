/** The one door to Rust. Every call rejects with a Problem. */

/** @import { Followed, Marks, Neighbours, Notice, Opened, Page, Position, Problem, Saved, Settings, Start, View } from "../../types" */

/** Typed here, command by command. */
const { core } = /** @type {any} */ (window).__TAURI__;

/** @type {() => Promise<Start>} */
export const start = () => call("start");

/** The rows `from` on of a view, and where in it an article is. @type {(view: View, from: number, count: number, about: string | null) => Promise<Page>} */
export const page = (view, from, count, about) => call("page", { view, from, count, about });

/** Of an article in a view, as it was at a revision. @type {(view: View, revision: number, id: string) => Promise<Neighbours>} */
export const neighbours = (view, revision, id) => call("neighbours", { view, revision, id });

/** @type {(id: string) => Promise<Opened>} */
export const open = (id) => call("open", { id });

/** @type {(id: string, on: boolean) => Promise<Marks>} */
export const setBookmarked = (id, on) => inOrder("set_bookmarked", { id, on });

/** @type {(id: string, on: boolean) => Promise<Marks>} */
export const setArchived = (id, on) => inOrder("set_archived", { id, on });

/** Gives the position from before. @type {(id: string, on: boolean) => Promise<Position | null>} */
export const setRead = (id, on) => inOrder("set_read", { id, on });

/** @type {(id: string, position: Position) => Promise<void>} */
export const setPosition = (id, position) => inOrder("set_position", { id, position });

/** @type {(id: string, href: string, wiki: boolean) => Promise<Followed>} */
export const follow = (id, href, wiki) => call("follow", { id, href, wiki });

/** Shows an article's file, or the library folder. @type {(id: string | null) => Promise<void>} */
export const reveal = (id) => call("reveal", { id });

/** Null where the reader cancelled. @type {() => Promise<Start | null>} */
export const chooseLibrary = () => call("choose_library");

/** @type {() => Promise<Start | null>} */
export const defaultLibrary = () => call("default_library");

/** @type {(id: string) => Promise<Start>} */
export const openLibrary = (id) => call("open_library", { id });

/** @type {(settings: Settings) => Promise<void>} */
export const saveSettings = (settings) => inOrder("save_settings", { settings });

/** Puts the addresses in a text on the shelf, and fetches them. @type {(text: string) => Promise<Saved[]>} */
export const save = (text) => call("save", { text });

/** @type {(file: File) => Promise<Saved>} */
export const saveFile = async (file) => call("save_file", new Uint8Array(await file.arrayBuffer()), { headers: { "offprint-name": encodeURIComponent(file.name) } });

/** True where that goes on in the background. @type {(id: string) => Promise<boolean>} */
export const tryAgain = (id) => call("try_again", { id });

/** @type {() => Promise<void>} */
export const fetchWaiting = () => call("fetch_waiting");

/** @type {() => Promise<void>} */
export const stopSaving = () => call("stop_saving");

/** What may be told of a fault. @type {(code: string, places: string[]) => Promise<string>} */
export const report = (code, places) => call("report", { code, places });

/** Calls back for as long as the window is open. @type {(notice: (notice: Notice) => void) => Promise<void>} */
export const watch = (notice) => call("watch", { channel: channel(notice) });

/** The address of a picture of an article as a thumbnail, at least `width` px wide. @type {(id: string, key: string, width: number) => string} */
export const media = (id, key, width) => `${root}${encodeURIComponent(id)}/${encodeURIComponent(key)}?w=${width}`;

/** What is asked for of a file at once, in bytes: Rust gives no more. */
const PIECE = 4 * 2 ** 20;

/**
 * A sound or video, or null where it is larger than `most` bytes. Rejects where it can't be had.
 * @param {string} address
 * @param {number} most
 * @param {AbortSignal} signal
 */
export async function bytes(address, most, signal) {
  let type = "";
  /** Null beyond the end: that answer can't be read. @type {(from: number, length: number) => Promise<ArrayBuffer | null>} */
  const piece = (from, length) => fetch(address, { signal, headers: { Range: `bytes=${from}-${from + length - 1}` } }).then((answer) => {
    type = answer.headers.get("Content-Type") ?? type;
    return answer.ok ? answer.arrayBuffer() : null;
  }, () => null);
  if (await piece(most, 1)) return null;
  const pieces = [];
  for (let at = 0, next; (next = await piece(at, PIECE)) !== null; at += next.byteLength) {
    pieces.push(next);
    if (next.byteLength < PIECE) break;
  }
  if (pieces.length === 0) throw new Error("It can’t be read.");
  return new Blob(pieces, { type });
}

/** Differs by system: `offprint-media://localhost/`, or `http://offprint-media.localhost/`. */
const root = core.convertFileSrc("", "offprint-media");

/** @type {(hear: (told: any) => void) => object} */
export const channel = (hear) => new core.Channel(hear);

/** What is to be kept goes one by one: Rust has several threads. */
let last = Promise.resolve();
/** Done when all is that was to be kept, or has failed. */
export const kept = () => last.catch(() => {});
/** @type {(command: string, args: object) => Promise<any>} */
export const inOrder = (command, args) => (last = last.catch(() => {}).then(() => call(command, args)));

/** @type {(command: string, args?: object, options?: object) => Promise<any>} */
export async function call(command, args, options) {
  try {
    return await core.invoke(command, args, options);
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * What was thrown, as a sentence that can be shown.
 * @param {unknown} error
 * @returns {Problem}
 */
export function asProblem(error) {
  if (typeof error === "object" && error !== null && "code" in error && "message" in error) {
    return { code: String(error.code), message: String(error.message) };
  }
  return { code: "unexpected", message: error instanceof Error ? error.message : String(error) };
}
