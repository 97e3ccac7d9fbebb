/** Fetching an article anew, and the versions that come of it: what there is, how they differ, and which one is shown. */

/** @import { Capture, Line, Version } from "../../../types" */
import { moment } from "../dates.js";
import { changes } from "../entries.js";
import { icon } from "../icons.js";
import * as asks from "./asks.js";
import { button, make } from "../make.js";
import { openSheet } from "./sheets.js";
import { tell, toast } from "../toast.js";
import { locale, ours, say } from "../words.js";

const exact = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });

/** The articles that are being fetched. @type {Set<string>} */
const under = new Set();

/** Puts what can be done into the menu of an article that Offprint saved. @param {HTMLElement} panel @param {string} id @param {Capture} capture */
export function offerVersions(panel, id, { status, versions, apart }) {
  if (status !== "saved" || apart) return;
  const all = button({ class: "item" }, () => void showVersions(id), icon("versions"), say("versions"));
  all.hidden = versions === 0;
  const anew = button({ class: "item" }, async () => {
    await refetch(id);
    all.hidden = (await asks.versions(id).catch(() => [])).length < 2;
  }, icon("again"), say("fetch-anew"));
  const last = panel.querySelector("[data-last], .sheet-close");
  for (const item of [anew, all]) panel.insertBefore(item, last);
}

/** @param {string} id */
async function refetch(id) {
  if (under.has(id)) return;
  under.add(id);
  toast(say("being-fetched"));
  try {
    const { came, why, lacking } = await asks.refetch(id);
    toast({
      unchanged: say("nothing-new"),
      replaced: lacking > 0 ? say("replaced-without", { count: lacking }) : say("replaced"),
      set_aside: `${say("set-aside")} ${why ?? ""}`,
      failed: `${say("not-fetched")} ${why ?? ""}`,
    }[came]);
    changes.dispatchEvent(new Event("files"));
  } catch (error) {
    tell(error);
  } finally {
    under.delete(id);
  }
}

/** The sheet with all versions. @param {string} id */
async function showVersions(id) {
  try {
    const versions = await asks.versions(id);
    const { sheet, close } = openSheet(say("versions"), "versions");
    const use = (/** @type {Version} */ version) => {
      close();
      void choose(id, version.time);
    };
    sheet.append(make("ul", { "aria-label": say("versions") }, ...versions.map((version) => row(id, version, use))));
  } catch (error) {
    tell(error);
  }
}

/** @param {string} id @param {Version} version @param {(version: Version) => void} use */
function row(id, version, use) {
  const { time, words, current, why } = version;
  const when = moment(time);
  const item = make("li", {}, make("b", {}, when ? exact.format(when) : time),
    make("small", {}, say("words", { count: words }), current && ` · ${say("shown-now")}`), why !== null && make("small", { lang: "en", dir: "auto" }, why));
  if (current) return item;
  const differs = make("div", { class: "differs", role: "region", "aria-label": say("what-differs"), hidden: "" });
  const look = button({ class: "button", "aria-expanded": "false" }, async () => {
    try {
      if (differs.hidden && differs.childElementCount === 0) differs.append(...compared(await asks.compareVersion(id, time)));
      differs.hidden = !differs.hidden;
      look.setAttribute("aria-expanded", String(!differs.hidden));
    } catch (error) {
      tell(error);
    }
  }, say("show-what-differs"));
  item.append(make("p", { class: "choices" }, look, button({ class: "button" }, () => use(version), say("use-this-one"))), differs);
  return item;
}

/** What would go and what would come. @param {Line[]} lines */
function compared(lines) {
  return [make("p", ours, say("differs-hint")), ...lines.map(({ kind, words }) => {
    if (kind === "gap") return make("p", { "aria-label": say("same-text") }, "…");
    const tag = kind === "removed" ? "del" : kind === "inserted" ? "ins" : "p";
    return make(tag, { dir: "auto" }, ...words.map(({ text, changed }) => (changed ? make("mark", {}, text) : text)));
  })];
}

/** @param {string} id @param {string} time */
async function choose(id, time) {
  try {
    const before = await asks.chooseVersion(id, time);
    changes.dispatchEvent(new Event("files"));
    toast(say("version-shown"), () => void choose(id, before));
  } catch (error) {
    tell(error);
  }
}
