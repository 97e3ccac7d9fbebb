/** What was pasted or dropped and is more than addresses: what is to become of it is asked before anything is saved. */

/** @import { Pasted } from "../../../types" */
import { button, make } from "../make.js";
import { say } from "../words.js";

/** As much of it is shown, in letters. */
const SHOWN = 280;

/** Whether this is more than a list of addresses. @param {Pasted} pasted */
export function isMore({ html, text }) {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return lines.length === 0 ? html !== "" : !lines.every((line) => /^(?:#|[a-z][a-z+.-]*:\/\/\S+$)/iu.test(line));
}

/** Shows it, and asks. @param {Pasted} pasted @param {(text: string) => void} saveAddresses @param {(pasted: Pasted) => void} saveThis */
export function choice(pasted, saveAddresses, saveThis) {
  const { html, text } = pasted;
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const line = words.join(" ");
  const named = text.match(/https?:\/\/\S/giu)?.length ?? 0;
  const section = make("section", { class: "pasted", "aria-label": say("what-was-pasted") });
  /** @param {() => void} act */
  const then = (act) => () => {
    section.replaceChildren();
    section.hidden = true;
    act();
  };
  section.append(
    make("blockquote", { dir: "auto" }, line === "" ? say("pictures-title") : line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line),
    make("p", { class: "hint" }, [say("pasted-words", { count: words.length }), html && say("pasted-pictures"), say("pasted-nothing-yet")].filter(Boolean).join(" ")),
    make("p", { class: "choices" }, button({ class: "button first" }, then(() => saveThis(pasted)), say("save-pasted")),
      named > 0 && button({ class: "button" }, then(() => saveAddresses(text)), say("save-named", { count: named }))));
  return section;
}
