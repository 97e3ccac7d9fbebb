/** What can be done with a row by pointer: two buttons that follow the mouse, and a menu for every other hand. */

import { entry } from "./entries.js";
import { icon } from "./icons.js";
import * as ipc from "./ipc.js";
import { toggleArchive, toggleBookmark } from "./marks.js";
import { aboutLibrary } from "./shelf.js";
import { make } from "./shelf-row.js";
import { openSheet } from "./sheets.js";
import { toast } from "./toast.js";

const list = /** @type {HTMLElement} */ (document.getElementById("articles"));

/** One pair of buttons for all rows: a thousand rows are not to carry two thousand. */
const tools = make("div", "tools");

export function listenToRows() {
  list.addEventListener("pointerover", ({ target, pointerType }) => {
    const row = rowOf(target);
    if (row && pointerType === "mouse" && tools.parentElement !== row) giveTools(row);
  });
  list.addEventListener("focusin", ({ target }) => {
    const row = rowOf(target);
    if (row && tools.parentElement !== row) giveTools(row);
  });
  list.addEventListener("pointerleave", () => {
    if (!tools.contains(document.activeElement)) tools.remove();
  });
  list.addEventListener("click", ({ target }) => {
    const row = rowOf(target);
    if (row?.dataset.id && target instanceof Element && target.closest(".more")) openMenu(row.dataset.id);
  });
  list.addEventListener("contextmenu", (event) => {
    const row = rowOf(event.target);
    if (!row?.dataset.id) return;
    event.preventDefault();
    openMenu(row.dataset.id);
  });
}

/** @param {HTMLElement} row */
function giveTools(row) {
  const id = row.dataset.id ?? "";
  const about = entry(id);
  if (!about) return;
  const bookmark = tool("bookmark", about.bookmarked ? "Remove bookmark" : "Bookmark", about.title, () => toggleBookmark(id));
  bookmark.setAttribute("aria-pressed", String(about.bookmarked));
  const archive = about.archived
    ? tool("unarchive", "Move out of the archive", about.title, () => toggleArchive(id))
    : tool("archive", "Move to archive", about.title, () => toggleArchive(id));
  tools.replaceChildren(bookmark, archive);
  row.querySelector(".more")?.before(tools);
}

/**
 * @param {Parameters<typeof icon>[0]} name
 * @param {string} label
 * @param {string} title
 * @param {() => void} does
 */
function tool(name, label, title, does) {
  const button = make("button", "icon-button");
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", `${label}: ${title}`);
  button.append(icon(name));
  button.addEventListener("click", does);
  return button;
}

/** @param {string} id */
function openMenu(id) {
  const about = entry(id);
  if (!about) return;
  const { sheet, close } = openSheet(about.title, "menu");
  /** @type {(name: Parameters<typeof icon>[0], label: string, does: () => void) => void} */
  const offer = (name, label, does) => {
    const button = make("button");
    button.type = "button";
    button.append(icon(name), label);
    button.addEventListener("click", () => {
      close();
      does();
    });
    sheet.append(button);
    if (name === "bookmark") button.focus();
  };
  offer("bookmark", about.bookmarked ? "Remove bookmark" : "Bookmark", () => toggleBookmark(id));
  if (about.archived) offer("unarchive", "Move out of the archive", () => toggleArchive(id));
  else offer("archive", "Move to archive", () => toggleArchive(id));
  if (aboutLibrary()?.desktop) {
    offer("folder", "Show in file manager", () => void ipc.reveal(id).catch((error) => toast(ipc.asProblem(error).message)));
  }
}

/** @param {EventTarget | null} target */
const rowOf = (target) => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(".row")) : null);
