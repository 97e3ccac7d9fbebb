/** Marks that a search found, between its line and the articles. */

/** @import { Noted } from "../../../types" */
import { make } from "../make.js";
import { say } from "../words.js";
import { lineOf } from "./noted.js";

/** How many are shown; all are in the notebook. */
const MOST = 12;

/** @param {Noted[]} notes */
export const showFound = (notes) => make("details", { class: "notes-found", open: notes.length <= 3 ? "" : null },
  make("summary", {}, say("notes-found", { count: notes.length })),
  make("ul", { role: "list", "aria-label": say("margin-notes") }, ...notes.slice(0, MOST).map((mark) => lineOf(mark, true))),
  notes.length > MOST && make("p", {}, make("a", { href: "#/notebook" }, say("notebook"))));
