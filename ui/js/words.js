/**
 * The one door to the words of the window. They are messages in Fluent's syntax (ui/languages, projectfluent.org), which
 * Rust hands over before the page is there; nothing else in ui/ holds a word of its own.
 */

/** Rust's, for attributes: what the window says within an article has the window's language and direction. */
export const { language, locale, direction } = words;
export const ours = { lang: locale, dir: direction };

const { FluentBundle: Bundle, FluentResource: Resource } = FluentBundle;

/** The language, and English for what it lacks. */
const spoken = [messagesOf(words.text, locale), messagesOf(words.english, "en")];

/**
 * A message is parsed when it is asked for first: of some hundred, the first frame needs twenty.
 * @param {string} text
 * @param {string} locale
 */
function messagesOf(text, locale) {
  /** What runs from right to left holds each thing that is put into it together. */
  const bundle = new Bundle(locale, { useIsolating: direction === "rtl" });
  const written = new Map(text.split(/^(?=[a-z])/mu).map((message) => [/^[\w-]+/u.exec(message)?.[0] ?? "", message]));
  return {
    bundle,
    /** @param {string} id */
    find(id) {
      const message = written.get(id);
      if (message === undefined) return null;
      if (!bundle.hasMessage(id)) {
        bundle.addResource(new Resource(message));
        // Other messages that are put into it.
        for (const [, other] of message.matchAll(/\{ ([a-z][\w-]*) \}/gu)) this.find(other);
      }
      return bundle.getMessage(id)?.value ?? null;
    },
  };
}

/**
 * A message, with what is put into it. One that is nowhere is its own name.
 * @param {string} id
 * @param {Record<string, string | number>} [given]
 */
export function say(id, given) {
  for (const each of spoken) {
    const pattern = each.find(id);
    if (pattern !== null) return each.bundle.formatPattern(pattern, given, []);
  }
  return id;
}

/**
 * A message with elements in it.
 * @param {string} id
 * @param {Record<string, Node>} nodes   By the names of the variables where they stand.
 * @param {Record<string, string | number>} [given]
 */
export function sayWith(id, nodes, given) {
  // Two letters that no text has (private use) hold their places.
  const places = Object.keys(nodes).map((name) => [name, `\uE000${name}\uE001`]);
  return say(id, { ...given, ...Object.fromEntries(places) }).split(/[\uE000\uE001]/u)
    .map((part, at) => (at % 2 === 1 ? nodes[part] : part));
}

/**
 * What Rust says, in English: a message that says the same, where there is one and another language is spoken.
 * @param {string} id
 * @param {string} sentence
 */
export const translated = (id, sentence) => (language !== "en" && spoken[0].find(id) !== null ? say(id) : sentence);

/** What a button does, and its key. @type {(id: string, key: string) => string} */
export const withKey = (id, key) => say("with-key", { what: say(id), key });

/** What a button does, and to which of many. @type {(id: string, title: string) => string} */
export const withTitle = (id, title) => say("with-title", { what: say(id), title });

/** Puts the words into the parts of index.html: as text, name, placeholder and title. */
export function sayFrame() {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say], [data-label], [data-title]"))) {
    const { say: text, label, title, key } = part.dataset;
    if (text !== undefined) part.textContent = say(text);
    if (label !== undefined) part.ariaLabel = say(label);
    if (title !== undefined) part.title = key === undefined ? say(title) : withKey(title, key);
  }
}
