/** The trash, a room of its own: what was removed, to be brought back or deleted for good. */

/** @import { Trashed } from "../../../types" */
import { ago, moment } from "../dates.js";
import { button, make } from "../make.js";
import { tell, toast } from "../toast.js";
import { act } from "./acts.js";
import { ask } from "./ask.js";
import { order } from "./order.js";
import { showRoom } from "./room.js";
import { say, withTitle } from "../words.js";

export { exit } from "./room.js";

/** Rows that are shown at once. */
const MOST = 300;

/** Shows the room in `view`. @param {HTMLElement} view @param {string} _part @param {() => void} leave */
export function enter(view, _part, leave) {
  void draw(showRoom(view, "trash", leave).held);
}

/** @param {HTMLElement} held */
async function draw(held) {
  const all = await order.trashed().catch((error) => void tell(error)) ?? [];
  held.replaceChildren(make("p", { class: "hint" }, all.length === 0 ? say("trash-empty")
    : say("trash-holds", { count: all.length })));
  if (all.length === 0) return;
  held.append(make("p", { class: "choices" }, button({ class: "button" }, () => void deleteAll(all, null, held), say("empty-trash"))),
    make("ul", { class: "trashed", "aria-label": say("trashed-list") }, ...all.slice(0, MOST).map((each) => row(each, held))));
  if (all.length > MOST) held.append(make("p", { class: "hint" }, say("and-more", { count: all.length - MOST })));
}

/** @type {(about: Trashed, held: HTMLElement) => HTMLElement} */
function row(about, held) {
  const { key, title, path, when } = about;
  const day = moment(when);
  const restore = () => act(() => order.untrash([key]), ({ failed }) => failed[0]?.message ?? say("restored", { title }),
    ({ ids }) => order.trash(ids).then(() => draw(held))).then(() => draw(held));
  return make("li", {},
    make("div", {}, make("b", { dir: "auto" }, title), make("small", {}, day && `${ago(day)} · `, make("span", { class: "path" }, path))),
    button({ class: "button", "aria-label": withTitle("restore", title) }, () => void restore(), say("restore")),
    button({ class: "text-button", "aria-label": withTitle("delete-for-good", title) }, () => void deleteAll([about], [key], held), say("delete-for-good")));
}

/** @type {(which: Trashed[], keys: string[] | null, held: HTMLElement) => Promise<void>} */
async function deleteAll(which, keys, held) {
  const sentence = which.length === 1 ? say("delete-one", { title: which[0].title }) : say("delete-many", { count: which.length });
  if (await ask(say("delete-for-good-title"), say("delete-for-good"), null, sentence) === null) return;
  try {
    const { deleted, failed } = await order.emptyTrash(keys);
    toast(failed[0]?.message ?? say("deleted", { count: deleted }));
  } catch (error) {
    tell(error);
  }
  await draw(held);
}
