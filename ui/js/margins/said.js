/** What is said of a mark, as Rust made it of its Markdown. Links lead where those of its article would. */

/** @import { Marked, Noted } from "../../../types" */
import { follow } from "../ipc.js";
import { make } from "../make.js";
import { fill } from "../reader/blocks.js";
import { tell } from "../toast.js";

/** @param {Marked | Noted} mark */
export function said({ article, note_html }) {
  const box = make("div", { class: "said", dir: "auto" });
  fill(box, note_html);
  for (const kind of ["click", "auxclick"]) box.addEventListener(kind, (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href");
    // An empty address is one, too: it would load the window anew.
    if (!link || href == null) return;
    event.preventDefault();
    if (!href.startsWith("#")) void follow(article, href, link.className === "wiki").then(({ id }) => id && box.isConnected && (location.hash = `#/read/${encodeURIComponent(id)}`), tell);
  });
  return box;
}
