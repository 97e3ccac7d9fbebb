/** The licences of what Offprint is built with: long, and read only when they are opened. */

/** @import { Licence } from "../../../types" */
import * as ipc from "../ipc.js";
import * as asks from "./asks.js";
import { make } from "../make.js";
import { say, sayWith } from "../words.js";

export function licences() {
  const list = make("div", { class: "licences" }, make("p", {}, say("one-moment")));
  const all = make("details", {}, make("summary", {}, say("licences")), list);
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
  const first = make("b", {}, used_by[0].replace(/ [^ ]+$/u, ""));
  const each = make("details", {}, make("summary", {},
    ...(more > 0 ? sayWith("licence-more", { name: first }, { count: more }) : [first]), make("small", {}, name)));
  each.addEventListener("toggle", () => each.append(make("div", {},
    more > 0 && make("p", {}, used_by.join(", ")), make("pre", { tabindex: "0" }, text))), { once: true });
  return each;
}
