/** The sheet of collections: which of them hold one article or many, and a new one. */

/** @import { Collection } from "../../../types" */
import { button, make } from "../make.js";
import { tell } from "../toast.js";
import { act } from "./acts.js";
import { order } from "./order.js";
import { openSheet } from "./sheets.js";
import { say } from "../words.js";

/** @param {string[]} ids */
export async function openCollections(ids) {
  const { sheet, close } = openSheet(ids.length === 1 ? say("collections") : say("collections-of", { count: ids.length }), "collecting");
  const list = make("ul", { class: "ticks" });
  const field = make("input", { type: "text", class: "field", "aria-label": say("new-collection-name"), placeholder: say("new-collection"), autocomplete: "off" });
  const made = () => {
    const name = field.value.trim();
    if (name === "") return field.focus();
    close();
    void act(() => order.makeCollection(name, null, ids), () => say("told-added", { count: ids.length, name }), ({ id }) => order.deleteCollection(id));
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    made();
  });
  sheet.append(list, make("div", { class: "line" }, field, button({ class: "button" }, made, say("add"))));
  field.focus();
  try {
    const all = (await order.collections(ids)).filter(({ query }) => query === null);
    list.replaceChildren(...all.map((each) => make("li", {}, tick(each, ids))));
  } catch (error) {
    tell(error);
  }
}

/** @type {(collection: Collection, ids: string[]) => HTMLElement} */
function tick({ id, name, holds }, ids) {
  const box = make("input", { type: "checkbox" });
  box.checked = holds === ids.length;
  box.indeterminate = holds > 0 && !box.checked;
  box.addEventListener("change", () => void act(
    () => (box.checked ? order.addToCollection : order.removeFromCollection)(id, ids),
    () => say(box.checked ? "told-added" : "told-taken-out", { count: ids.length, name }),
    (placed) => order.placeInCollection(id, placed).then(() => void (box.checked = !box.checked))));
  return make("label", { class: "check" }, box, name);
}
