/** The trash, a room of its own: what was removed, to be brought back or deleted for good. */

/** @import { Trashed } from "../../../types" */
import { ago, counted, figure, moment } from "../dates.js";
import { button, make } from "../make.js";
import { tell, toast } from "../toast.js";
import { act } from "./acts.js";
import { ask } from "./ask.js";
import { order } from "./order.js";
import { showRoom } from "./room.js";

/** Rows that are shown at once. */
const MOST = 300;

let inside = new AbortController();

/**
 * Shows the room in `view`.
 * @param {HTMLElement} view
 * @param {string} _part
 * @param {() => void} leave
 */
export function enter(view, _part, leave) {
  exit(view);
  inside = new AbortController();
  const held = make("div", { class: "trash" });
  showRoom(view, "Trash", held, leave, inside.signal);
  void draw(held);
}

/** @param {HTMLElement} view */
export function exit(view) {
  inside.abort();
  view.replaceChildren();
}

/** @param {HTMLElement} held */
async function draw(held) {
  const all = await order.trashed().catch((error) => void tell(error)) ?? [];
  held.replaceChildren(make("p", { class: "hint" }, all.length === 0 ? "The trash is empty. What you move here stays until you delete it."
    : `${counted(all.length, "article")}, with pictures and marks. What is here stays until you delete it.`));
  if (all.length === 0) return;
  held.append(make("p", { class: "choices" }, button({ class: "button" }, () => void deleteAll(all, null, held), "Empty the trash…")),
    make("ul", { class: "trashed", "aria-label": "Trashed articles" }, ...all.slice(0, MOST).map((each) => row(each, held))));
  if (all.length > MOST) held.append(make("p", { class: "hint" }, `and ${figure(all.length - MOST)} more`));
}

/** @type {(about: Trashed, held: HTMLElement) => HTMLElement} */
function row(about, held) {
  const { key, title, path, when } = about;
  const day = moment(when);
  const restore = () => act(() => order.untrash([key]), ({ failed }) => failed[0]?.message ?? `“${title}” is back in the library.`,
    ({ ids }) => order.trash(ids).then(() => draw(held))).then(() => draw(held));
  return make("li", {},
    make("div", {}, make("b", { dir: "auto" }, title), make("small", {}, day && `${ago(day)} · `, make("span", { class: "path" }, path))),
    button({ class: "button", "aria-label": `Restore: ${title}` }, () => void restore(), "Restore"),
    button({ class: "text-button", "aria-label": `Delete for good: ${title}` }, () => void deleteAll([about], [key], held), "Delete for good"));
}

/** @type {(which: Trashed[], keys: string[] | null, held: HTMLElement) => Promise<void>} */
async function deleteAll(which, keys, held) {
  const what = which.length === 1 ? `“${which[0].title}”` : counted(which.length, "article");
  if (await ask("Delete for good?", "Delete for good", null, `${what}, with all pictures and recordings, will be gone from this disk. That can’t be undone.`) === null) return;
  try {
    const { deleted, failed } = await order.emptyTrash(keys);
    toast(failed[0]?.message ?? `${counted(deleted, "article")} deleted.`);
  } catch (error) {
    tell(error);
  }
  await draw(held);
}
