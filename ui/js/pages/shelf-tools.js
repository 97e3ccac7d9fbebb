/** What can be done with a row by pointer: buttons that follow the mouse, and a menu for every other hand. */

/** @import { Entry } from "../../../types" */
import { entry } from "../entries.js";
import { tool } from "../icons.js";
import { select } from "../pages.js";
import { byId, make } from "../make.js";
import { toggle } from "../marks.js";
import { say } from "../words.js";

const list = byId("articles");

/** One set of buttons for all rows. */
const tools = make("div", { class: "tools" });

export function listenToRows() {
  /** @type {(type: "pointerover" | "focusin" | "click" | "contextmenu", does: (row: HTMLElement, about: Entry, event: Event) => void) => void} */
  const on = (type, does) => list.addEventListener(type, (event) => {
    const row = /** @type {Element} */ (event.target).closest(".row");
    const about = row instanceof HTMLElement && entry(row.dataset.id ?? "");
    if (about) does(/** @type {HTMLElement} */ (row), about, event);
  });
  on("pointerover", giveTools);
  on("focusin", giveTools);
  list.addEventListener("pointerleave", () => tools.contains(document.activeElement) || tools.remove());
  on("click", (_, about, event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.matches(".more")) return void openMenu(about);
    // While rows are chosen, a click on one is a choice.
    const choosing = "choosing" in document.body.dataset && !target.closest(".tools");
    if (!choosing && !target.matches(".pick") && !/** @type {MouseEvent} */ (event).shiftKey) return;
    event.preventDefault();
    void select().then(({ chooseTo, toggleRow }) => (/** @type {MouseEvent} */ (event).shiftKey ? chooseTo(about.id) : toggleRow(about.id)));
  });
  // A long press of a finger chooses; some systems tell of it as they do of the other button of a mouse.
  let byTouch = false;
  list.addEventListener("pointerdown", ({ pointerType }) => void (byTouch = pointerType === "touch"), true);
  on("contextmenu", (_, about, event) => {
    event.preventDefault();
    if (!byTouch) void openMenu(about);
  });
}

/** @param {Entry} entry @returns {[Parameters<typeof tool>[1], string, () => void][]} */
export const offers = ({ id, bookmarked, archived }) => [
  ["bookmark", say(bookmarked ? "remove-bookmark" : "bookmark"), () => toggle(id, "bookmarked")],
  [archived ? "unarchive" : "archive", say(archived ? "move-out-of-archive" : "move-to-archive"), () => toggle(id, "archived")],
];

/** @param {HTMLElement} row @param {Entry} about */
function giveTools(row, about) {
  if (tools.parentElement === row) return;
  tools.replaceChildren(...offers(about).map(([name, label, does]) => {
    const button = tool(say("with-title", { what: label, title: about.title }), name, does, label);
    if (name === "bookmark") button.ariaPressed = String(about.bookmarked);
    return button;
  }));
  row.querySelector(".more")?.before(tools);
}

/** @param {Entry} about */
const openMenu = async (about) => (await (await import("../pages.js")).menu()).showMenu(about);
