/** The part of the door to Rust (ipc.js) that only the pages of this folder need. */

/** @import { About, Audit, Corrected, Details, Duplicates, Import, Known, Licence, Line, Part, Progress, Refetched, Saved, Version } from "../../../types" */
import { call, channel, inOrder } from "../ipc.js";

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

/** Null where the reader cancelled. Tells how far it is once a folder is chosen. @type {(tell: (progress: Progress) => void) => Promise<Import | null>} */
export const importFolder = (tell) => call("import_folder", { channel: channel(tell) });

/** @type {() => Promise<void>} */
export const stopImport = () => call("stop_import");

/** Looks whether all that was saved is here. Tells how far it is. @type {(tell: (progress: Progress) => void) => Promise<Audit>} */
export const checkLibrary = (tell) => call("check_library", { channel: channel(tell) });

/** @type {() => Promise<void>} */
export const stopCheck = () => call("stop_check");

/** Finds what is here more than once. Tells how far it is. @type {(tell: (progress: Progress) => void) => Promise<Duplicates>} */
export const findDuplicates = (tell) => call("find_duplicates", { channel: channel(tell) });

/** @type {() => Promise<void>} */
export const stopDuplicates = () => call("stop_duplicates");
