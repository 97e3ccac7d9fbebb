/** The welcome: where the library lies and how it looks, above the first shelf, until it is closed. */

/** @import { Start } from "../../../types" */
import * as asks from "./asks.js";
import { button, byId, does, make } from "../make.js";
import { size } from "./appearance.js";
import { tell } from "../toast.js";
import { sample } from "./sample.js";
import { themeChoice } from "./themes.js";
import { say } from "../words.js";

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
      make("h2", { id: "welcome-title" }, say(named ? "welcome-new" : "welcome")),
      make("p", {}, say(named ? "welcome-named" : "welcome-text")),
      make("p", { class: "path" }, library.path),
      desktop && make("p", { class: "choices" }, does(say("choose-folder"), "choose"), does(say("import-folder-more"), "import"))),
    make("div", { class: "welcome-looks" }, themeChoice(), size(), sample(true)),
    make("p", { class: "welcome-end" }, button({ class: "button first" }, close, say("start-reading")),
      make("small", {}, say("welcome-end"))));
  byId("articles").before(card);
}
