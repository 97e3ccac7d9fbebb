/** The licences of what Offprint is built with: long, and read only when they are opened. */

/** @import { Licence } from "../../../types" */
import { figure } from "../dates.js";
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { make } from "../make.js";

export function licences() {
  const list = make("div", { class: "licences" }, make("p", {}, "One moment…"));
  const all = make("details", {}, make("summary", {}, "Licences of what Offprint is built with"), list);
  all.addEventListener("toggle", async () => {
    try {
      list.replaceChildren(...(await asks.licences()).map(licence));
    } catch (error) {
      list.replaceChildren(make("p", {}, ipc.asProblem(error).message));
    }
  }, { once: true });
  return all;
}

/** @param {Licence} group */
function licence({ licence: name, text, used_by }) {
  const more = used_by.length - 1;
  const each = make("details", {}, make("summary", {},
    make("b", {}, used_by[0].replace(/ [^ ]+$/u, "")), more > 0 && ` and ${figure(more)} more`, make("small", {}, name)));
  each.addEventListener("toggle", () => each.append(make("div", {},
    more > 0 && make("p", {}, used_by.join(", ")), make("pre", { tabindex: "0" }, text))), { once: true });
  return each;
}
