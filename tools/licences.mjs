// Writes licences/built-with.json: every crate and package that is in the program, on whichever system, under the
// texts that its authors put beside it. Called by ./dev licences, after Cargo.lock or package-lock.json has changed.
//
// 1. `crates`: what `cargo metadata` names, from the workspace along dependencies that are not for tests or builds alone.
// 2. `packages`: the typefaces of package.json, and what the window makes sentences by.
// 3. `texts`: files named LICENSE, LICENCE, COPYING, NOTICE… in a crate; where there are none, the text of that licence
//    that names no author, or else one of another crate.
// 4. What has the same text stands together, the most used text first.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What the window shows, and the packages carry as text (`--print`). */
const WRITTEN = "licences/built-with.json";

if (process.argv.includes("--print")) {
  console.log("Offprint is licensed under MIT or Apache-2.0. Its programs also hold:");
  for (const { licence, text, used_by } of JSON.parse(readFileSync(WRITTEN, "utf8"))) {
    console.log(`\n======== ${licence}: ${used_by.join(", ")}\n\n${text}`);
  }
  process.exit();
}

/** Of a crate that lets one choose, the licence that is chosen: the first of these. */
const CHOSEN = ["MIT", "Apache-2.0", "BSD-3-Clause", "ISC", "Zlib", "Unlicense"];

const metadata = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1", "--locked"], { maxBuffer: 2 ** 30 }));

function crates() {
  const byId = new Map(metadata.packages.map((each) => [each.id, each]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const ours = new Set(metadata.workspace_members);
  const next = [...ours].filter((id) => !["window-tests", "fuzz"].includes(byId.get(id).name));
  const seen = new Set(next);
  while (next.length > 0) {
    for (const { pkg, dep_kinds } of nodes.get(next.pop()).deps) {
      if (seen.has(pkg) || !dep_kinds.some(({ kind }) => kind === null)) continue;
      seen.add(pkg);
      next.push(pkg);
    }
  }
  return [...seen].filter((id) => !ours.has(id)).map((id) => byId.get(id)).map(({ name, version, license, license_file, manifest_path }) =>
    ({ name, version, licence: license ?? license_file, folder: dirname(manifest_path) }));
}

function packages() {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  return Object.keys(devDependencies).filter((name) => name.startsWith("@fontsource") || name === "@fluent/bundle").map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name, version, licence: license, folder };
  });
}

/** The licences that apply: one of those that may be chosen, all of those that must be kept. */
function chosen(licence) {
  // "(A OR B) AND C", never deeper: of the first one is chosen, the second is kept.
  const kept = licence.split(/\s+AND\s+(?![^(]*\))/u).map((part) => part.replace(/^\((.*)\)$/u, "$1"));
  const one = (part) => CHOSEN.find((each) => part.split(/\s+OR\s+|\//u).some((name) => name.trim() === each)) ?? part;
  return kept.map(one).join(" AND ");
}

function texts(folder, licence) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|unlicense)/iu.test(file) && statSync(join(folder, file)).isFile());
  const word = { "MIT": /mit/iu, "Apache-2.0": /apache/iu, "Zlib": /zlib/iu, "BSD-3-Clause": /bsd/iu, "ISC": /isc/iu, "Unlicense": /unlicense/iu }[licence];
  const named = word ? files.filter((file) => word.test(file)) : [];
  const plain = files.filter((file) => /^(licen[cs]e|copying)(\.(md|txt))?$/iu.test(file));
  const these = named.length > 0 ? named : plain.length > 0 ? plain : files;
  const notices = files.filter((file) => /^notice/iu.test(file) && !these.includes(file));
  const read = (file) => readFileSync(join(folder, file), "utf8").replace(/\r\n?/gu, "\n").split("\n").map((line) => line.trimEnd()).join("\n").trim();
  return [...these, ...notices].map(read).filter((text) => text !== "").join("\n\n");
}

/** Crates of one authorship often carry the same text: by its words, spaces aside. */
const alike = (text) => text.replace(/\s+/gu, " ");

/** @type {Map<string, { licence: string, text: string, used_by: string[] }>} */
const groups = new Map();
for (const { name, version, licence, folder } of [...crates(), ...packages()]) {
  const applies = chosen(licence);
  const text = texts(folder, applies);
  const key = `${applies}\n${alike(text)}`;
  const group = groups.get(key) ?? { licence: applies, text, used_by: [] };
  group.used_by.push(`${name} ${version}`);
  groups.set(key, group);
}
for (const [key, group] of [...groups].filter(([, { text }]) => text === "")) {
  const same = [...groups].filter(([, { licence, text }]) => licence === group.licence && text !== "");
  const [other] = [...same.filter(([, { text }]) => !/copyright \(c\)/iu.test(text)), ...same];
  if (!other) continue;
  other[1].used_by.push(...group.used_by);
  groups.delete(key);
}
const all = [...groups.values()].map((group) => ({ ...group, used_by: group.used_by.sort() }));
all.sort((one, other) => other.used_by.length - one.used_by.length || (one.used_by[0] < other.used_by[0] ? -1 : 1));
writeFileSync(WRITTEN, `[\n${all.map((group) => JSON.stringify(group)).join(",\n")}\n]\n`);
const bare = all.filter(({ text }) => text === "").flatMap(({ licence, used_by }) => used_by.map((name) => `${name} (${licence})`));
console.error(`${all.reduce((sum, { used_by }) => sum + used_by.length, 0)} packages, ${all.length} texts.`);
if (bare.length > 0) console.error(`Without a text of their own: ${bare.join(", ")}`);
