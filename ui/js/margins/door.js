/** The part of the door to Rust (ipc.js) for marks in texts; types.d.ts says what each takes and gives. */

/** @import { Changed, Colour, HighlightChange, Highlights, Marked, NotebookAsked, NotebookPage, Replaced, Reviewed, Said, Selected } from "../../../types" */
import { call, inOrder } from "../ipc.js";

/** In the order in which they are offered. @type {Colour[]} */
export const COLOURS = ["yellow", "green", "blue", "pink", "purple"];

/** The marks of an article. @type {(id: string) => Promise<Highlights>} */
export const highlights = (id) => call("highlights", { id });

/** Marks what is selected in the text of this print; null: a note on all of it. @type {(id: string, print: string, selection: Selected | null, said: Said) => Promise<Marked>} */
export const highlight = (id, print, selection, said) => inOrder("highlight", { id, print, selection, said });

/** Tags are those that it gets, and that are taken. @type {(id: string, change: HighlightChange) => Promise<Changed>} */
export const changeHighlight = (id, change) => inOrder("change_highlight", { id, change });

/** @type {(ids: string[]) => Promise<string[]>} */
export const removeHighlights = (ids) => inOrder("remove_highlights", { ids });

/** @type {(ids: string[]) => Promise<string[]>} */
export const restoreHighlights = (ids) => inOrder("restore_highlights", { ids });

/** @type {(id: string, article: string, print: string, selection: Selected) => Promise<Replaced>} */
export const placeHighlight = (id, article, print, selection) => inOrder("place_highlight", { id, article, print, selection });

/** @type {(asked: NotebookAsked, from: number, count: number) => Promise<NotebookPage>} */
export const notebook = (asked, from, count) => call("notebook", { asked, from, count });

/** @type {(today: number) => Promise<Reviewed>} */
export const review = (today) => call("review", { today });

/** @type {(id: string, today: number, recalled: "soon" | "later" | "never") => Promise<void>} */
export const reviewed = (id, today, recalled) => inOrder("reviewed", { id, today, recalled });
