/**
 * Listening: an article read aloud from where reading is, its sentence shown as it is spoken, and after it the articles
 * that wait. The player stands at the foot of the window, and goes on while the reader looks at something else.
 *
 * @import { MediaKey, Voice } from "../../../types"
 * @import { Sentence } from "./sentences.js"
 */
import { isRead, record } from "../entries.js";
import * as ipc from "../ipc.js";
import { leaves } from "../pages.js";
import { isComposing } from "../reader/keys.js";
import { makePage } from "../reader/page.js";
import { LINE, way } from "../reader/place.js";
import { changeSettings, settings } from "../settings.js";
import { tell, toast } from "../toast.js";
import { makePlayer } from "./player.js";
import { drawnAs, isBoxed, onPage, rangeOf } from "./show.js";
import { sentencesOf } from "./sentences.js";
import { showBySystem } from "./system.js";
import { guessed, hush, languageOf, speak, voicesFor } from "./voices.js";
import { locale, say } from "../words.js";

/** Sentences that are handed over at once. */
const AT_ONCE = 40;
/** Milliseconds that the page is not moved after the reader moved it. */
const PATIENCE = 6000;

/**
 * @typedef {{ id: string, title: string, by: string | null, picture: string | null, language: string, sentences: Sentence[], at: number, minutes: number, voices: Voice[], tried: HTMLElement | null }} Heard
 *   `tried` is the text of the page in which its sentences were sought last
 * @type {Heard | null}
 */
let heard = null;
/** The article that is on its way to be heard. @type {string | null} */
let coming = null;
/** What is listened to next. @type {{ id: string, title: string }[]} */
let waiting = [];
const spoken = drawnAs("spoken");
/** Grows with whatever is begun or ended, so that what comes late is known as such. */
let turn = 0;
/** Grows with each article that is asked for, and where none is wanted any more. */
let asked = 0;
let playing = false;
/** Until when the page is the reader's own to move. */
let moved = 0;

/** Begins with an article, or where it is heard already, pauses and goes on. @param {string} id */
export async function listen(id) {
  if (heard?.id === id) return void (playing ? pause() : play());
  await begin(id, true);
}

/** An article that is listened to after all that wait; at once where nothing is heard. @param {{ id: string, title: string }} article */
export function listenLater(article) {
  const now = coming ?? heard?.id;
  if (now === undefined) return void begin(article.id, false);
  if (now !== article.id && !waiting.some(({ id }) => id === article.id)) waiting.push({ id: article.id, title: article.title });
  toast(say("comes-after", { title: article.title }));
  show();
}

/** @param {string} id @param {boolean} here   From where reading is, if it is open. */
async function begin(id, here) {
  const mine = ++asked;
  coming = id;
  const goesOn = () => mine === asked;
  try {
    const open = here ? openArticle(id) : null;
    const { document: read, marks, rest } = await ipc.open(id);
    const page = open ?? makePage(read, read.meta.title ?? say("untitled"));
    if (open) await isWhole(open.text);
    else if (rest) await (await leaves()).addRest(page.text, id, rest, read.blocks.length, goesOn);
    const language = read.meta.language ?? guessed(page.headline.textContent + page.text.textContent.slice(0, 500));
    const sentences = await sentencesOf(page.headline, page.text, language);
    if (sentences.length === 0) throw { code: "nothing_to_say", message: say("nothing-to-say") };
    const voices = await voicesFor(language);
    if (voices.length === 0) throw { code: "no_voice", message: say("no-voice", { language: nameOf(language) }) };
    if (!goesOn()) return;
    // What is heard until now gives way to it.
    keepPlace();
    coming = null;
    const paused = marks.position;
    // What is read is read from the top again.
    const at = open ? firstFrom(sentences, page.text, blockInSight(open.text))
      : !paused || isRead(paused) ? 0
      : firstFrom(sentences, page.text, paused.block) || Math.floor(paused.progress * sentences.length);
    const { author, site, minutes } = read.meta;
    const picture = page.text.querySelector("figure img[data-media]")?.getAttribute("data-media") ?? null;
    heard = { id, title: page.headline.textContent, by: author ?? site, picture, language, sentences, at, minutes, voices, tried: null };
    play();
  } catch (error) {
    if (!goesOn()) return;
    coming = null;
    tell(error);
    // What can't be heard takes nothing from what is.
    if (here && heard !== null) return;
    const next = waiting.shift();
    if (next && !here) return void begin(next.id, false);
    end();
  }
}

/** A long article that is open comes in parts. @param {HTMLElement} text */
async function isWhole(text) {
  while (text.isConnected && text.querySelector(":scope > .rest")) await new Promise((done) => setTimeout(done, 100));
}

/** The first sentence that is not before a block: some say nothing. 0 for the top. @param {Sentence[]} sentences @param {HTMLElement} text @param {string} block */
function firstFrom(sentences, text, block) {
  const places = new Map([...text.querySelectorAll("[data-block]")].map((each, place) => [each.getAttribute("data-block") ?? "", place]));
  const from = places.get(block);
  if (from === undefined) return 0;
  const at = sentences.findIndex((each) => (places.get(each.block) ?? -1) >= from);
  return at < 0 ? sentences.length - 1 : at;
}

async function play() {
  if (heard === null) return;
  const [mine, now] = [++turn, heard];
  playing = true;
  moved = 0;
  // A sound of an article and the voice are not heard at once.
  for (const sound of document.querySelectorAll("audio, video")) if (sound instanceof HTMLMediaElement) sound.pause();
  show();
  try {
    while (mine === turn && now.at < now.sentences.length) {
      const first = now.at;
      const { language } = now.sentences[first];
      let next = first + 1;
      // One voice speaks one language.
      while (next < now.sentences.length && next < first + AT_ONCE && now.sentences[next].language === language) next += 1;
      const manner = { voice: await voiceFor(language, now), speed: settings().speed };
      if (mine !== turn) return;
      const all = await speak(now.sentences.slice(first, next), manner, (at) => mine === turn && reach(now, first + at));
      if (mine !== turn) return;
      // Another program took the voice.
      if (!all) return void pause();
      now.at = next;
    }
    if (mine === turn) ended(now);
  } catch (error) {
    if (mine !== turn) return;
    pause();
    tell(error);
  }
}

function pause() {
  turn += 1;
  [asked, coming] = [asked + 1, null];
  playing = false;
  void hush().catch(tell);
  keepPlace();
  show();
}

/** Goes so many sentences on or back. @param {number} step */
function skip(step) {
  if (heard === null) return;
  heard.at = Math.min(heard.sentences.length - 1, Math.max(0, heard.at + step));
  reach(heard, heard.at);
  if (playing) play();
}

/** @param {Heard} now */
function ended(now) {
  if (!openArticle(now.id)) keep(now.id, now.sentences.at(-1)?.block ?? "", 1);
  const next = waiting.shift();
  if (!next) return void end();
  // The page turns with the voice, where the reader is on it.
  if (openArticle(now.id)) location.hash = `#/read/${encodeURIComponent(next.id)}`;
  void begin(next.id, false);
}

/** Puts the player away. */
function end() {
  turn += 1;
  asked += 1;
  if (playing || coming !== null) void hush().catch(() => {});
  keepPlace();
  [playing, heard, coming, waiting] = [false, null, null, []];
  spoken([]);
  player.hide();
  showBySystem(null, obey);
}

/** A sentence begins: it is shown, and the page follows. @param {Heard} now @param {number} at */
function reach(now, at) {
  now.at = at;
  player.showProgress(now);
  // It may go on for an hour while something else is looked at.
  if (at % 10 === 0) keepPlace();
  const range = shownRange(now, now.sentences[at]);
  spoken(range ? [range] : []);
  if (range === null) return;
  if (performance.now() < moved) return;
  const box = range.getBoundingClientRect();
  if (isBoxed()) {
    if (!onPage(range.getClientRects()[0] ?? box)) way.show(range);
    return;
  }
  const [top, bottom] = [LINE, innerHeight - player.height() - 24];
  if (box.top >= top && box.bottom <= bottom) return;
  const moves = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--move")) > 0;
  scrollTo({ top: scrollY + box.top - (top + (bottom - top) / 5), behavior: moves ? "smooth" : "instant" });
}

/**
 * Where a sentence stands in the page that is open; null where it is not. A page that was laid anew has other nodes: they are
 * sought once, and the sentence is shown when they are found.
 * @param {Heard} now
 * @param {Sentence} sentence
 */
function shownRange(now, sentence) {
  if (sentence.range.startContainer.isConnected) return rangeOf(sentence.range);
  const open = openArticle(now.id);
  if (open === null || now.tried === open.text) return null;
  now.tried = open.text;
  void isWhole(open.text).then(() => sentencesOf(open.headline, open.text, now.language)).then((anew) => {
    if (anew.length !== now.sentences.length || now.at >= anew.length || anew[now.at].text !== now.sentences[now.at].text) return;
    now.sentences = anew;
    if (heard === now) reach(now, now.at);
  });
  return null;
}

/** The page of an article, if it is the one that is open. @param {string} id */
function openArticle(id) {
  const [, place, open] = location.hash.split("/");
  const article = document.querySelector("article.page");
  const [headline, text] = ["h1", ".text"].map((part) => /** @type {HTMLElement | null} */ (article?.querySelector(part)));
  return place === "read" && open === encodeURIComponent(id) && headline && text ? { headline, text } : null;
}

/** The block that reading is at, none at the top. @param {HTMLElement} text */
function blockInSight(text) {
  return way.at() < 1 ? "" : way.now(text)?.block ?? "";
}

/** Where listening is, for an article that is not open: one that is keeps its own place. */
function keepPlace() {
  if (heard === null || openArticle(heard.id)) return;
  const { id, at, sentences } = heard;
  keep(id, sentences[at]?.block ?? "", at / sentences.length);
}

/** @param {string} id @param {string} block @param {number} progress */
function keep(id, block, progress) {
  record(id, { progress, read_at: Date.now() });
  void ipc.setPosition(id, { block, within: 0, progress }).catch(tell);
}

/** The voice that the reader chose, or where the system calls the language otherwise, its first. @param {string} language @param {Heard} now */
async function voiceFor(language, now) {
  const voices = languageOf(language) === languageOf(now.language) ? now.voices : await voicesFor(language);
  const chosen = settings().voices[languageOf(language)];
  if (voices.some(({ id }) => id === chosen)) return chosen;
  return voices.some((voice) => languageOf(voice.language) === languageOf(language)) ? null : voices[0]?.id ?? null;
}

/** @param {string} tag */
const nameOf = (tag) => new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(languageOf(tag)) ?? tag;

function show() {
  if (heard === null) return;
  player.show(heard, playing, waiting);
  const { id, title, by, picture } = heard;
  showBySystem({ id, title, by, picture, playing }, obey);
}

const toggle = () => (playing ? pause() : play());

/** @param {MediaKey} key */
function obey(key) {
  if (heard === null) return;
  /** @type {Record<MediaKey, () => void>} */
  const keys = { toggle, play: () => playing || play(), pause: () => playing && pause(), stop: end, next: () => skip(1), previous: () => skip(-1) };
  keys[key]();
}

const player = makePlayer({
  toggle,
  back: () => skip(-1),
  on: () => skip(1),
  end,
  speed(speed) {
    void changeSettings({ speed }).catch(tell);
    if (playing) play();
  },
  voice(id) {
    if (heard === null) return;
    const voices = { ...settings().voices };
    if (id === "") delete voices[languageOf(heard.language)];
    else voices[languageOf(heard.language)] = id;
    void changeSettings({ voices }).catch(tell);
    if (playing) play();
  },
  drop(id) {
    waiting = waiting.filter((each) => each.id !== id);
    show();
  },
});

addEventListener("pagehide", () => {
  keepPlace();
  // Another language loads the window anew, and the voice is not the window’s.
  if (playing) void hush().catch(() => {});
  showBySystem(null, obey);
});
for (const kind of ["wheel", "touchmove"]) addEventListener(kind, () => void (moved = performance.now() + PATIENCE), { passive: true });
addEventListener("keydown", (event) => {
  if (heard === null || event.defaultPrevented || isComposing(event)) return;
  if (["PageDown", "PageUp", "ArrowDown", "ArrowUp", " ", "Home", "End"].includes(event.key)) moved = performance.now() + PATIENCE;
  // Those that the system leaves to the window.
  /** @type {Record<string, MediaKey>} */
  const keys = { MediaPlayPause: "toggle", MediaPlay: "play", MediaPause: "pause", MediaStop: "stop", MediaTrackNext: "next", MediaTrackPrevious: "previous" };
  if (!keys[event.key]) return;
  event.preventDefault();
  obey(keys[event.key]);
});
addEventListener("play", () => void (playing && pause()), { capture: true });
