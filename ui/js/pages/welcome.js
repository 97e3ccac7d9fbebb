/** The welcome: where the library lies and how it looks, above the first shelf, until it is closed. */

/** @import { Start } from "../../../types" */
import * as ipc from "../ipc.js";
import { button, byId, does, make } from "../make.js";
import { makeAppearance } from "./appearance.js";
import { tell } from "../toast.js";
import { sample } from "./sample.js";

/** @param {Start} start */
export function showWelcome({ library, desktop }) {
  const [theme, size] = makeAppearance();
  const close = () => {
    card.remove();
    byId("articles").querySelector("a")?.focus({ preventScroll: true });
    scrollTo(0, 0);
    // What is not kept is asked once more by the next start.
    ipc.welcomed().catch(tell);
  };
  const card = make("section", { class: "welcome", id: "welcome", "aria-labelledby": "welcome-title" },
    make("div", { class: "welcome-library" },
      make("h2", { id: "welcome-title" }, "Make yourself at home"),
      make("p", {}, "Your articles are plain files in a folder of yours. This one was made for you:"),
      make("p", { class: "path" }, library.path),
      desktop && make("p", { class: "choices" }, does("Choose another folder", "choose"), does("Import a folder…", "import"))),
    make("div", { class: "welcome-looks" }, theme, size, sample(true)),
    make("p", { class: "welcome-end" }, button({ class: "button first" }, close, "Start reading"),
      make("small", {}, "All of this is in Settings, too.")));
  byId("articles").before(card);
}
