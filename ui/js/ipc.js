/** The one door to Rust. Every call rejects with a Problem. */

/** @import { Followed, Marks, Neighbours, Notice, Opened, Page, Position, Problem, Settings, Start, View } from "../../types" */
import { translated } from "./words.js";

/** Typed here, command by command. */
const { core } = /** @type {any} */ (window).__TAURI__;

/** @type {() => Promise<Start>} */
export const start = () => call("start");

/** The rows `from` on of a view, and where in it an article is. @type {(view: View, from: number, count: number, about: string | null) => Promise<Page>} */
export const page = (view, from, count, about) => call("page", { view, from, count, about });

/** Of an article in a view, as it was at a revision. @type {(view: View, revision: number, id: string) => Promise<Neighbours>} */
export const neighbours = (view, revision, id) => call("neighbours", { view, revision, id });

/** Of a long article the part around `at`, the id of a block or an element. @type {(id: string, at?: string | null) => Promise<Opened>} */
export const open = (id, at = null) => call("open", { id, at });

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

/** @type {() => Promise<void>} */
export const fetchWaiting = () => call("fetch_waiting");

/** Calls back for as long as the window is open. @type {(notice: (notice: Notice) => void) => Promise<void>} */
export const watch = (notice) => call("watch", { channel: channel(notice) });

/** The address of a picture of an article as a thumbnail, at least `width` px wide. @type {(id: string, key: string, width: number) => string} */
export const media = (id, key, width) => `${root}${encodeURIComponent(id)}/${encodeURIComponent(key)}?w=${width}`;

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

/** What was thrown, as a sentence that can be shown. @param {unknown} error @returns {Problem} */
export function asProblem(error) {
  if (typeof error === "object" && error !== null && "code" in error && "message" in error) {
    return { code: String(error.code), message: translated(`error-${error.code}`, String(error.message)) };
  }
  return { code: "unexpected", message: error instanceof Error ? error.message : String(error) };
}
