/**
 * Who speaks: a voice of this machine by Rust, or where the system gives its voices to the window, the window.
 *
 * @import { Voice, Voices } from "../../../types"
 */
import { call, channel } from "../ipc.js";
import { say } from "../words.js";

/** Names under which voices are listed for a language that articles call otherwise. @type {Record<string, string[]>} */
const OTHERWISE = { zh: ["cmn", "yue"], no: ["nb", "nn"], nb: ["no"], nn: ["no"], tl: ["fil"], iw: ["he"], in: ["id"] };

/** Scripts that tell the language, or nearly. @type {[RegExp, string][]} */
const SCRIPTS = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"], [/\p{Script=Hangul}/u, "ko"], [/\p{Script=Han}/u, "zh"], [/[іїєґ]/u, "uk"],
  [/\p{Script=Cyrillic}/u, "ru"], [/\p{Script=Arabic}/u, "ar"], [/\p{Script=Hebrew}/u, "he"], [/\p{Script=Greek}/u, "el"], [/\p{Script=Thai}/u, "th"], [/\p{Script=Devanagari}/u, "hi"],
];

/** The language of an article that names none: by its script, else that of this machine. @param {string} text */
export const guessed = (text) => SCRIPTS.find(([script]) => script.test(text))?.[1] ?? (/^[a-z]{2,3}\b/u.test(navigator.language) ? navigator.language : "en");

/** @type {Promise<Voices> | undefined} */
let asked;

/** Rejects with a Problem where nothing speaks here; then it is asked again the next time. */
async function known() {
  asked ??= /** @type {Promise<Voices>} */ (call("voices"));
  try {
    return await asked;
  } catch (error) {
    asked = undefined;
    throw error;
  }
}

/** The part of a tag that names the language. @param {string} tag */
export const languageOf = (tag) => tag.toLowerCase().split(/[-_]/u)[0];

/** The voices for a language, the system's first. @param {string} tag @returns {Promise<Voice[]>} */
export async function voicesFor(tag) {
  const voices = await known();
  const language = languageOf(tag);
  const names = [language, ...(OTHERWISE[language] ?? [])];
  const all = voices.by === "system" ? voices.voices : await own();
  return all.filter((voice) => names.includes(languageOf(voice.language)));
}

/** Grows with whatever is to be said or stopped, so that of several at once the last one counts. */
let newest = 0;
/** Done when nothing is being said. */
let silence = Promise.resolve();

/**
 * Says sentences, and tells of each as it begins. False where something else stopped it.
 * @param {{ text: string, language: string }[]} sentences
 * @param {{ voice: string | null, speed: number }} manner
 * @param {(at: number) => void} began
 * @returns {Promise<boolean>}
 */
export async function speak(sentences, manner, began) {
  const stopped = hush();
  const mine = newest;
  const before = silence;
  let done = () => {};
  silence = new Promise((ended) => (done = ended));
  try {
    await stopped;
    await before;
    if (mine !== newest) return false;
    if ((await known()).by === "system") {
      const said = sentences.map(({ text, language }) => ({ text, language }));
      return await call("read_aloud", { sentences: said, manner, channel: channel(began) });
    }
    for (const [at, sentence] of sentences.entries()) {
      if (mine !== newest || !(await utter(sentence, manner, () => began(at)))) return false;
    }
    return true;
  } finally {
    done();
  }
}

/** Ends what is being said. */
export async function hush() {
  newest += 1;
  if ((await known()).by === "system") await call("hush");
  else speechSynthesis.cancel();
}

/** The window's own. They come after the first time that they are asked for. @returns {Promise<Voice[]>} */
async function own() {
  if (!("speechSynthesis" in window)) return [];
  const list = () => speechSynthesis.getVoices().map(({ voiceURI, name, lang }) => ({ id: voiceURI, name, language: lang.replace("_", "-") }));
  if (list().length === 0) await new Promise((done) => {
    speechSynthesis.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, 1000);
  });
  return list();
}

/** Held while it is said: one that nobody holds may end without a word. @type {SpeechSynthesisUtterance | undefined} */
let spoken;

/** @type {(sentence: { text: string, language: string }, manner: { voice: string | null, speed: number }, began: () => void) => Promise<boolean>} */
function utter({ text, language }, { voice, speed }, began) {
  return new Promise((done, fail) => {
    const utterance = (spoken = new SpeechSynthesisUtterance(text));
    Object.assign(utterance, { lang: language, rate: speed, voice: speechSynthesis.getVoices().find(({ voiceURI }) => voiceURI === voice) ?? null });
    utterance.addEventListener("start", began);
    utterance.addEventListener("end", () => done(true));
    utterance.addEventListener("error", ({ error }) =>
      error === "canceled" || error === "interrupted" ? done(false) : fail({ code: "voice_failed", message: say("voice-failed", { why: error }) }));
    speechSynthesis.speak(utterance);
  });
}
