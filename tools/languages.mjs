// Whether the languages of the window are whole. Part of ./dev check.
//
// 1. `read`: every file of ui/languages is Fluent without mistakes, each message with a text and no name twice.
// 2. `compare`: every language has the messages of English, with the same variables, and no others but parts of these.
// 3. `plurals`: where a message has forms by number, it has those that the language needs (CLDR, by Intl.PluralRules).
// 4. `used`: the window asks for no message that is not there, and for all that are, with the variables that they have.
import { parse, Visitor } from "@fluent/syntax";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const FOLDER = "ui/languages";
/** Messages that are asked for by a part of their name, which the rest follows, or by Rust. */
const PARTS = ["error-", "face-", "finding-", "key-", "part-", "swipe-", "theme-", "theme-by-", "by-", "colour-", "paint-", "form-", "format-", "review-"];
const BY_RUST = ["language-name", "language-direction", "dialog-library", "dialog-import", "dialog-export", "wrong", "cannot-load", "day-begins", "night-begins"];

const wrong = [];

/** What a message holds: its variables, the messages that are put into it, and the keys of its variants by the variable that chooses. */
class Parts extends Visitor {
  variables = new Set();
  references = new Set();
  forms = new Map();
  visitVariableReference(node) {
    this.variables.add(node.id.name);
  }
  visitMessageReference(node) {
    this.references.add(node.id.name);
  }
  visitSelectExpression(node) {
    this.forms.set(node.selector.id?.name, node.variants.map(({ key }) => key.value ?? key.name));
    this.genericVisit(node);
  }
}

function read(file) {
  const language = basename(file, ".ftl");
  const messages = new Map();
  const text = readFileSync(join(FOLDER, file), "utf8");
  for (const entry of parse(text, { withSpans: true }).body) {
    if (entry.type === "Junk") wrong.push(`${file}, line ${text.slice(0, entry.span.start).split("\n").length}: ${entry.annotations[0].message}`);
    if (entry.type === "Term" || entry.attributes?.length > 0) wrong.push(`${file}: ${entry.id.name}: the window knows messages alone, no terms and no attributes.`);
    if (entry.type !== "Message") continue;
    if (messages.has(entry.id.name)) wrong.push(`${file}: ${entry.id.name} is there twice.`);
    const parts = new Parts();
    parts.visit(entry);
    messages.set(entry.id.name, parts);
  }
  // A message that is put into another brings its variables.
  for (const [id, { variables, references }] of messages) {
    for (const other of references) {
      const part = messages.get(other);
      if (!part || part.references.size > 0) wrong.push(`${file}: ${id} has ${other} in it, which is no message, or has others in it.`);
      for (const variable of part?.variables ?? []) variables.add(variable);
    }
  }
  return { language, file, messages };
}

const names = (set) => [...set].sort().join(", ") || "none";

function compare({ file, messages }, english) {
  for (const [id, { variables }] of english) {
    const other = messages.get(id);
    if (!other) wrong.push(`${file} lacks ${id}.`);
    else if (names(other.variables) !== names(variables)) wrong.push(`${file}: ${id} has the variables ${names(other.variables)}; English has ${names(variables)}.`);
  }
  const parts = new Set([...messages.values()].flatMap(({ references }) => [...references]));
  for (const id of messages.keys()) if (!english.has(id) && !parts.has(id)) wrong.push(`${file}: ${id} is no message of English.`);
}

function plurals({ language, file, messages }) {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const all = ["zero", "one", "two", "few", "many", "other"];
  for (const [id, { forms }] of messages) {
    for (const [variable, keys] of forms) {
      if (keys.some((key) => key !== "other" && !all.includes(key) && Number.isNaN(Number(key)))) continue;
      // Exact numbers alone, and whatever else: the words do not change with it, or have it in a message that does.
      if (!keys.some((key) => key !== "other" && all.includes(key)) && keys.length > 1) continue;
      const lacking = needed.filter((each) => !keys.includes(each));
      const surplus = keys.filter((each) => all.includes(each) && !needed.includes(each));
      if (lacking.length + surplus.length > 0) wrong.push(`${file}: ${id}, by ${variable}: lacks ${names(lacking)}, has needlessly ${names(surplus)}.`);
    }
  }
}

/** Strings of scripts and of index.html that look like the name of a message. */
function used(english) {
  const scripts = readdirSync("ui/js", { recursive: true }).filter((file) => file.endsWith(".js")).map((file) => readFileSync(join("ui/js", file), "utf8"));
  const asked = new Set(BY_RUST);
  for (const text of [...scripts, readFileSync("ui/index.html", "utf8")]) {
    for (const [, id] of text.matchAll(/["'`]([a-z][\w-]*)["'`]/gu)) asked.add(id);
    for (const [, id, given] of text.matchAll(/\b(?:say|sayWith|withKey|withTitle)\("([^"]+)"(?:, \{([^{}]*)\})?/gu)) {
      const message = english.get(id);
      if (!message) wrong.push(`ui/ asks for ${id}, which is no message.`);
      else if (given !== undefined && /\bsay\("/u.test(text)) checkGiven(id, given, message.variables);
    }
    for (const [, id] of text.matchAll(/data-(?:say|label|title)="([^"]+)"/gu)) if (!english.has(id)) wrong.push(`index.html asks for ${id}, which is no message.`);
  }
  for (const id of english.keys()) {
    if (!asked.has(id) && !PARTS.some((part) => id.startsWith(part))) wrong.push(`Nobody asks for ${id}.`);
  }
}

/** What is given by name; what is computed is left to the window's tests. */
function checkGiven(id, given, variables) {
  const keys = new Set(given.replace(/\([^()]*\)|`[^`]*`/gu, "").split(",").map((part) => part.split(":")[0].trim()).filter((key) => /^[a-z]+$/u.test(key)));
  for (const key of keys) if (!variables.has(key)) wrong.push(`ui/ gives ${key} to ${id}, which has the variables ${names(variables)}.`);
}

const all = readdirSync(FOLDER).filter((file) => file.endsWith(".ftl")).map(read);
const english = all.find(({ language }) => language === "en").messages;
for (const each of all) {
  compare(each, english);
  plurals(each);
}
used(english);
for (const sentence of wrong) console.error(sentence);
process.exit(wrong.length > 0 ? 1 : 0);
