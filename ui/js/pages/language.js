/** The language of the window: the system's, or one of those that it speaks, each by its own name. */

import { make } from "../make.js";
import { changeSettings, settings } from "../settings.js";
import { tell } from "../toast.js";
import { say } from "../words.js";
import * as asks from "./asks.js";

export function languageChoice() {
  const select = make("select", { class: "field", "aria-label": say("language") }, make("option", { value: "system" }, say("language-system")));
  void asks.languages().then((all) => {
    select.append(...all.map(({ code, name }) => make("option", { value: code, lang: code, dir: "auto" }, name)));
    select.value = settings().language;
  }, tell);
  select.addEventListener("change", () => void speak(select.value).catch(tell));
  return make("div", { class: "group languages" }, make("label", { class: "half" }, make("span", {}, say("language")), select));
}

/** Every word is another one then: the window is loaded anew, where it is. @param {string} language */
async function speak(language) {
  await changeSettings({ language });
  sessionStorage.words = JSON.stringify(await asks.wordsNow());
  history.replaceState(history.state, "", "#/settings/appearance");
  location.reload();
}
