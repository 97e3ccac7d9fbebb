/** The welcome: where the library lies and how it looks, above the first shelf, until it is closed. */

/** @import { Start } from "../../../types" */
import * as asks from "./asks.js";
import { button, byId, does, make } from "../make.js";
import { size } from "./appearance.js";
import { tell } from "../toast.js";
import { sample } from "./sample.js";
import { themeChoice } from "./themes.js";

/** @param {Start} start */
export function showWelcome({ library, desktop, named }) {
  const close = () => {
    card.remove();
    byId("articles").querySelector("a")?.focus({ preventScroll: true });
    scrollTo(0, 0);
    // What is not kept is asked once more by the next start.
    asks.welcomed().catch(tell);
  };
  const card = make("section", { class: "welcome", id: "welcome", "aria-labelledby": "welcome-title" },
    make("div", { class: "welcome-library" },
      make("h2", { id: "welcome-title" }, named ? "A new library" : "Make yourself at home"),
      make("p", {}, named
        ? "OFFPRINT_LIBRARY names a folder that was not there, so it was just made, with a few articles to begin with. If it is not the name you meant, correct it and start again; this folder can be deleted:"
        : "Your articles are plain files in a folder of yours. This one was made for you:"),
      make("p", { class: "path" }, library.path),
      desktop && make("p", { class: "choices" }, does("Choose another folder", "choose"), does("Import a folder…", "import"))),
    make("div", { class: "welcome-looks" }, themeChoice(), size(), sample(true)),
    make("p", { class: "welcome-end" }, button({ class: "button first" }, close, "Start reading"),
      make("small", {}, "All of this is in Settings, too.")));
  byId("articles").before(card);
}
