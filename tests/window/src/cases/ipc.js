// Calls every command but those that show a dialog of the system's or change the library with what it does not expect, as script that got into the page would, and gives what was odd.
// `seed` chooses: each value once in each place, then `times` calls of anything with anything.

/** The commands, with arguments that are right. */
const COMMANDS = (id) => ({
  start: {},
  page: { view: { shelf: "", query: "x" }, from: 0, count: 2, about: id },
  ids: { view: {} },
  search: { query: "x", limit: 3, best: true },
  complete: { query: "tag:x", cursor: 3 },
  entry: { id },
  neighbours: { view: {}, revision: 1, id },
  open: { id, at: "x" },
  blocks: { id: "nobody", from: 0, back: false },
  set_bookmarked: { id, on: true },
  set_archived: { id, on: true },
  set_read: { id, on: true },
  set_position: { id, position: { block: "x", within: 0, progress: 0 } },
  tags: {},
  tag: { changes: [{ ids: [id], add: ["called"], remove: [] }] },
  rename_tag: { from: "called", to: "Called" },
  remove_tag: { name: "called" },
  collections: { ids: [id] },
  collection: { id: "none" },
  make_collection: { name: "Called", query: null, ids: [id] },
  rename_collection: { id: "none", name: "Other" },
  set_collection_query: { id: "none", query: "x" },
  delete_collection: { id: "none" },
  restore_collection: { id: "none" },
  add_to_collection: { id: "none", ids: [id] },
  move_in_collection: { id: "none", ids: [id], before: null },
  remove_from_collection: { id: "none", ids: [id] },
  place_in_collection: { id: "none", placed: [] },
  untrash: { keys: ["none"] },
  trashed: {},
  empty_trash: { keys: ["none"] },
  set_bookmarked_all: { ids: [id], on: true },
  set_archived_all: { ids: [id], on: true },
  set_read_all: { ids: [id], on: true },
  set_positions: { paused: [] },
  follow: { id, href: "other.md", wiki: false },
  preview: { id, href: "other.md", wiki: false },
  reveal: { id: "nobody" },
  refetch: { id: "nobody" },
  versions: { id },
  compare_version: { id, time: "2026-01-02T03:04:05Z" },
  choose_version: { id, time: "2026-01-02T03:04:05Z" },
  libraries: {},
  open_library: { id: "none" },
  save_settings: { settings: {} },
  fonts: {},
  languages: {},
  words: {},
  watch: { channel: "__CHANNEL__:4000000000" },
  stop_import: {},
  stop_export: {},
  check_library: { channel: "__CHANNEL__:4000000001" },
  stop_check: {},
  find_duplicates: { channel: "__CHANNEL__:4000000002" },
  stop_duplicates: {},
  merge: { keep: id, others: ["nobody"] },
  unmerge: { merged: { id: "nobody", trashed: [], bookmarked: false, unarchived: false, tagging: [], paused: null, placed: [] } },
  try_again: { id: "nobody" },
  fetch_waiting: {},
  stop_saving: {},
  voices: {},
  read_aloud: { sentences: [{ text: "x", language: "en" }], manner: { voice: null, speed: 1 }, channel: "__CHANNEL__:4000000003" },
  hush: {},
  show_heard: { heard: { id, title: "x", by: null, picture: null, playing: false }, channel: "__CHANNEL__:4000000004" },
  welcomed: {},
  about: {},
  licences: {},
  report: { code: "x", places: [] },
});

/** Those of Tauri and its plugins, and names of none: the window may call none of them. */
const FORBIDDEN = [
  "plugin:fs|read_text_file", "plugin:fs|write_file", "plugin:fs|remove", "plugin:shell|execute", "plugin:shell|open",
  "plugin:http|fetch", "plugin:opener|open_url", "plugin:opener|open_path", "plugin:opener|reveal_item_in_dir",
  "plugin:dialog|open", "plugin:path|resolve_directory", "plugin:event|emit", "plugin:event|listen",
  "plugin:window|close", "plugin:window|create", "plugin:webview|create_webview_window", "plugin:app|version",
  "plugin:window-state|save_window_state", "plugin:resources|close", "plugin:menu|new", "plugin:tray|new",
  "plugin:single-instance|x", "plugin:image|from_path", "plugin:|", "|", "", "none", "open ", "OPEN", "../open", "__proto__",
];

const deep = (levels) => {
  let value = "bottom";
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value };
  return value;
};

const VALUES = (id) => [
  null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, "", " ", "a", "null", "\0", "\ud800", "../../../etc/passwd", "..\\..\\x",
  "/etc/passwd", "C:\\Windows\\win.ini", "con", "%2e%2e%2f", "file:///etc/passwd", "javascript:1", "offprint://open/" + id,
  "x".repeat(1 << 20), "\u{202e}", id.toUpperCase(), id + "\n", "00000000-0000-0000-0000-000000000000", [], [id], {},
  { id }, { length: 1 }, { __proto__: null, constructor: 1 }, deep(100), deep(3000), Array(20000).fill(0), "__CHANNEL__:1",
  { block: 1 }, { block: "x".repeat(1 << 20), within: -1, progress: 1e308 }, { theme: "none", size: -1e9, measure: 1e9 },
  { theme: 1 }, { size: "x" }, { known: ["/"], library: "/" },
];

async function tryCommands(id, seed, times) {
  const odd = [];
  const counts = { kept: 0, refused: 0 };
  const invoke = window.__TAURI_INTERNALS__.invoke;
  const attempt = async (command, args, forbidden) => {
    const shown = `${command} ${(JSON.stringify(args) ?? "").slice(0, 120)}`;
    const late = new Promise((resolve) => setTimeout(resolve, 15000, "late"));
    const outcome = await Promise.race([late, Promise.resolve().then(() => invoke(command, args)).then(() => "kept", (error) => ({ error }))]);
    if (outcome === "late") odd.push(`no answer: ${shown}`);
    else if (outcome === "kept") {
      counts.kept += 1;
      if (forbidden) odd.push(`allowed: ${shown}`);
    } else {
      counts.refused += 1;
      // Arguments that have no form of ours are refused by Tauri, in words of its own.
      const { error } = outcome;
      const message = typeof error === "string" ? error : error?.message;
      const whole = typeof error === "string" || error instanceof Error || (typeof error?.code === "string" && /[.!?]$/.test(message));
      if (!whole || !message || /panick|unwrap|\bOs \{/.test(message)) odd.push(`${shown}: ${JSON.stringify(error)}`);
    }
  };
  const commands = COMMANDS(id);
  const values = VALUES(id);
  for (const command of FORBIDDEN) await attempt(command, { id, path: "/etc/passwd", url: "https://offprint.invalid/" }, true);
  for (const [command, right] of Object.entries(commands)) {
    await attempt(command, undefined);
    for (const value of values) {
      await attempt(command, value);
      for (const name of Object.keys(right)) await attempt(command, { ...right, [name]: value });
      await attempt(command, { ...right, more: value });
    }
  }
  let state = seed;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const names = Object.keys(commands);
  for (let time = 0; time < times; time += 1) {
    const command = names[below(names.length)];
    const args = {};
    for (const name of Object.keys(commands[command])) args[name] = values[below(values.length)];
    await attempt(command, args);
  }
  return { odd, ...counts };
}

/** Asks the media protocol for what it has not, and gives the addresses that were answered with something all the same. */
async function tryMedia(id) {
  const root = window.__TAURI_INTERNALS__.convertFileSrc("", "offprint-media");
  const paths = [
    "", "/", id, `${id}/`, `${id}/none`, "none/none", "../", "%2e%2e/%2e%2e/etc/passwd", `${id}/../../etc/passwd`,
    `${id}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`, "/etc/passwd", "//etc/passwd", `${id}/${"f".repeat(100000)}`, `${id}/\0`, `${id}/%00`,
    `${id}/0000000000000000?w=-1`, `${id}/0000000000000000?w=99999999999999999999`, `${id}/0000000000000000?w=`,
  ];
  const answered = [];
  for (const path of paths) {
    for (const range of [null, "bytes=0-", "bytes=5-1", "bytes=-0", "bytes=0-99999999999999999999", "bytes=99999999999999999999-", "x"]) {
      const answer = await fetch(root + path, range ? { headers: { Range: range } } : {}).catch(() => null);
      if (answer?.ok) answered.push(path);
    }
  }
  return answered;
}
