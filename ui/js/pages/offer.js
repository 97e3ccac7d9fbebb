/** A field that offers what could be meant, by the pattern of a combobox with a list (ARIA Authoring Practices). */

import { make } from "../make.js";
import { isComposing } from "../reader/keys.js";

/** @typedef {{ value: string, note?: string, html?: undefined }} Offer */

let lists = 0;

/**
 * Gives the list, to be put beside the field.
 * @param {HTMLInputElement} field
 * @param {string} name   Of the list.
 * @param {() => Offer[] | Promise<Offer[]>} offer   What is offered now.
 * @param {(value: string) => void} choose
 */
export function offering(field, name, offer, choose) {
  const list = make("ul", { class: "offers", role: "listbox", id: `offers-${++lists}`, "aria-label": name, hidden: "" });
  let active = -1;
  let turn = 0;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  const show = (/** @type {boolean} */ on) => {
    list.hidden = !on;
    field.ariaExpanded = String(on);
    if (!on) point(-1);
  };
  const point = (/** @type {number} */ to) => {
    active = to;
    [...list.children].forEach((option, index) => {
      option.ariaSelected = String(index === active);
      if (index === active) option.scrollIntoView({ block: "nearest" });
    });
    if (active < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[active].id);
  };
  const take = (/** @type {number} */ index) => {
    const value = /** @type {HTMLElement | undefined} */ (list.children[index])?.dataset.value;
    show(false);
    if (value !== undefined) choose(value);
  };
  const ask = async () => {
    const mine = ++turn;
    const offers = await offer();
    if (mine !== turn || document.activeElement !== field) return;
    list.replaceChildren(...offers.map(({ value, note }, index) =>
      make("li", { role: "option", id: `${list.id}-${index}`, "data-value": value, "aria-selected": "false" }, make("span", {}, value), note !== undefined && make("small", {}, note))));
    active = -1;
    show(offers.length > 0);
  };
  field.addEventListener("input", () => void ask());
  field.addEventListener("blur", () => {
    turn += 1;
    show(false);
  });
  field.addEventListener("keydown", (event) => {
    if (isComposing(event)) return;
    const { key } = event;
    const count = list.childElementCount;
    if (key === "ArrowDown" && list.hidden && event.altKey) void ask();
    else if (list.hidden) return;
    else if (key === "ArrowDown") point((active + 1) % count);
    else if (key === "ArrowUp") point(active < 0 ? count - 1 : active - 1);
    else if ((key === "Enter" || key === "Tab") && active >= 0) take(active);
    else if (key === "Escape") show(false);
    else {
      if (key === "Enter") show(false);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  // A press would take the focus from the field before the click comes.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => take([...list.children].indexOf(/** @type {Element} */ (target).closest("li") ?? list)));
  return { list, ask };
}
