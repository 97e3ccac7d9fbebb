/** The sheet of collections: which of them hold one article or many, and a new one. */

/** @import { Collection } from "../../../types" */
import { counted } from "../dates.js";
import { button, make } from "../make.js";
import { tell } from "../toast.js";
import { act, words } from "./acts.js";
import { order } from "./order.js";
import { openSheet } from "./sheets.js";

/** @param {string[]} ids */
export async function openCollections(ids) {
  const { sheet, close } = openSheet(ids.length === 1 ? "Collections" : `Collections of ${counted(ids.length, "article")}`, "collecting");
  const list = make("ul", { class: "ticks" });
  const field = make("input", { type: "text", class: "field", "aria-label": "Name of a new collection", placeholder: "New collection", autocomplete: "off" });
  const made = () => {
    const name = field.value.trim();
    if (name === "") return field.focus();
    close();
    void act(() => order.makeCollection(name, null, ids), () => words(ids, `added to “${name}”.`), ({ id }) => order.deleteCollection(id));
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    made();
  });
  sheet.append(list, make("div", { class: "line" }, field, button({ class: "button" }, made, "Add")));
  try {
    const all = (await order.collections(ids)).filter(({ query }) => query === null);
    list.replaceChildren(...all.map((each) => make("li", {}, tick(each, ids))));
  } catch (error) {
    tell(error);
  }
  (list.querySelector("input") ?? field).focus();
}

/** @type {(collection: Collection, ids: string[]) => HTMLElement} */
function tick({ id, name, holds }, ids) {
  const box = make("input", { type: "checkbox" });
  box.checked = holds === ids.length;
  box.indeterminate = holds > 0 && !box.checked;
  box.addEventListener("change", () => void act(
    () => (box.checked ? order.addToCollection : order.removeFromCollection)(id, ids),
    () => words(ids, box.checked ? `added to “${name}”.` : `removed from “${name}”.`),
    (placed) => order.placeInCollection(id, placed).then(() => void (box.checked = !box.checked))));
  return make("label", { class: "check" }, box, name);
}
