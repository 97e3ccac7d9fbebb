/**
 * What helps while one reads. The reader has it loaded once an article is painted, and hands over what it needs to know.
 * Each part is a file here; those that are switched in the reading settings run while they are on.
 *
 * @import { Aids, Settings } from "../../../types.js"
 */
import { acts, notebook, upright } from "../pages.js";
import { flow } from "../reader/place.js";
import { isUpright, settings, settingsChanges } from "../settings.js";
import { tell } from "../toast.js";
import { keepWayBack } from "./back.js";
import { frameBareWords } from "./bare.js";
import { layCode } from "./code.js";
import { fillContents } from "./contents.js";
import { showCurrent } from "./current.js";
import { offerFind } from "./find.js";
import { focusParagraph } from "./focus.js";
import { settle } from "./keys.js";
import { leadBack } from "./mentions.js";
import { nameParts } from "./names.js";
import { markOverflow } from "./overflow.js";
import { moveByItself } from "./pacing.js";
import { previewLinks } from "./preview.js";
import { layRuler } from "./ruler.js";
import { offerPrint } from "./printing.js";
import { isUpright as standsUpright } from "./show.js";
import { turnPages } from "./turning.js";

/** @param {Aids} aids @param {Promise<void>} whole   All of the article is there. */
export function begin(aids, whole) {
  during(aids, ({ moving }) => moving === "pages", (aids, signal) => turnPages(aids, signal, whole));
  void whole.then(() => aids.reading.signal.aborted || help(aids));
}

/** @param {Aids} aids */
function help(aids) {
  const { id, reading, more, leave } = aids;
  void acts().then(({ offerActs }) => offerActs(more, id, leave, reading.signal)).catch(() => {});
  offerPrint(more, reading);
  frameBareWords(aids.reading.article);
  layCode(aids.reading.article);
  nameParts(aids.reading.article);
  markOverflow(aids.reading);
  leadBack(aids.reading);
  keepWayBack(aids);
  offerFind(aids);
  showCurrent(aids, fillContents(aids));
  previewLinks(aids);
  moveByItself(aids);
  settle(aids.keys);
  void notebook().then(({ begin }) => (reading.signal.aborted ? undefined : begin(aids))).catch(tell);
  const { meta } = aids.reading.document;
  // The settings may be others since it was laid.
  if (!isUpright(meta)) flow.leave();
  during(aids, () => isUpright(meta), (aids, signal) => void upright().then(({ readUpright }) => signal.aborted || readUpright(aids, signal), tell));
  // These lay their keys over those of the others.
  during(aids, ({ focus }) => focus, focusParagraph);
  during(aids, ({ ruler }) => ruler && !standsUpright(), layRuler);
}

/**
 * Runs a part while the settings want it and the article is open.
 * @param {Aids} aids
 * @param {(settings: Settings) => boolean} wanted
 * @param {(aids: Aids, signal: AbortSignal) => void} run
 */
function during(aids, wanted, run) {
  const { signal } = aids.reading;
  /** @type {AbortController | null} */
  let running = null;
  const end = () => {
    running?.abort();
    running = null;
  };
  const look = () => {
    if (!wanted(settings())) end();
    else if (running === null) run(aids, (running = new AbortController()).signal);
  };
  settingsChanges.addEventListener("change", look, { signal });
  signal.addEventListener("abort", end);
  look();
}
