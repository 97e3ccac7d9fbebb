/**
 * An article on paper, or as PDF: print.css sets it, and the system's dialog does the rest.
 *
 * @import { Reading } from "../../../types"
 */
import { icon } from "../icons.js";
import { button, make, styleSheet } from "../make.js";
import { keyOf } from "../reader/keys.js";
import { aboutLibrary } from "../shelf.js";
import { tell } from "../toast.js";
import * as asks from "../pages/asks.js";
import { say } from "../words.js";

/** Milliseconds that pictures may take to be there. */
const PATIENCE = 5000;

const styled = styleSheet("css/print.css");
/** Whether it is being prepared. */
let busy = false;

/** Puts printing into the menu of an article, and on its key. @param {HTMLElement} panel @param {Reading} reading */
export function offerPrint(panel, reading) {
  // A phone has no dialog for it.
  if (!aboutLibrary()?.desktop) return;
  const line = colophon(reading);
  const print = () => void printed(reading, line).catch(tell);
  panel.children[1]?.after(button({ class: "item" }, print, icon("print"), say("print")));
  addEventListener("keydown", (event) => {
    if (keyOf(event).toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    print();
  }, { signal: reading.signal });
}

/** @param {Reading} reading @param {HTMLElement} line */
async function printed({ article, signal }, line) {
  if (busy) return;
  busy = true;
  // Now: what comes behind a text has WebKit style all of it anew.
  article.append(line);
  await styled;
  // What was not scrolled to was not fetched, and would be white.
  const pictures = [...article.querySelectorAll("img")];
  for (const picture of pictures) picture.loading = "eager";
  const there = Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  await Promise.race([there, new Promise((done) => setTimeout(done, PATIENCE))]);
  busy = false;
  if (!signal.aborted && !(await asks.print())) window.print();
}

/** The last line, on paper: where the article is from. @param {Reading} reading */
function colophon({ document: { meta } }) {
  const { site, source } = meta;
  const line = source === null ? "" : [site, source].filter((part) => part).join(" · ");
  return make("p", { class: "colophon", "aria-hidden": "true", dir: "auto", lang: "" }, line);
}
