/** What passes between the window and Rust, as crates/app and crates/article serialise it; at the end, what passes within the window. */

export type Theme = "system" | "paper" | "sepia" | "night" | "black";

export interface Settings {
  theme: Theme;
  /** Body size in px, 14 to 30; null: 19 at a desk, 18 on a phone. */
  size: number | null;
  /** Width of a line in rem, 28 to 48. */
  measure: number;
  /** Pages of the reader's own network may be fetched. */
  own_network: boolean;
}

/** `position` is null until it was read. */
export interface Marks {
  bookmarked: boolean;
  archived: boolean;
  position: Position | null;
}

/** Where reading paused: in which block, how far into it (0 to 1), and how much of the article that is (0 to 1). */
export interface Position {
  block: string;
  within: number;
  progress: number;
}

/** A row of the shelf. */
export interface Entry {
  id: string;
  title: string;
  section: string | null;
  author: string | null;
  site: string | null;
  published: string | null;
  /** When it was saved: RFC 3339 or a date. */
  created: string;
  words: number;
  minutes: number;
  language: string | null;
  direction: "ltr" | "rtl";
  tags: string[];
  /** Relative to the library, "/" between parts; to be shown, never sent back. */
  path: string;
  excerpt: string;
  /** Key of its picture, where one is saved. */
  picture: string | null;
  bookmarked: boolean;
  archived: boolean;
  /** 0 to 1. */
  progress: number;
  /** Unix milliseconds of the last reading, null if never. */
  read_at: number | null;
  /** `warnings` says why it is unreadable, or could not be had. */
  status: "ready" | "unreadable" | "waiting" | "missing";
  warnings: string[];
}

export interface Problem {
  code: string;
  message: string;
}

export interface Start {
  settings: Settings;
  /** To be shown. */
  library: { name: string; path: string };
  /** Newest saved first. */
  entries: Entry[];
  /** The article that was asked for from outside. */
  open: string | null;
  /** "library_unreachable" and "config_unreadable" offer another folder. */
  problem: Problem | null;
  /** About files that were left out, and marks that wait or can’t be kept. */
  warnings: string[];
  /** This library was made for the reader, who was not welcomed yet. */
  welcome: boolean;
  /** The library was named for this run, by OFFPRINT_LIBRARY. */
  named: boolean;
  desktop: boolean;
}

/** How far an import is, in articles; `all` is 0 until they are counted. */
export interface Progress {
  done: number;
  all: number;
}

export interface Imported {
  /** The new folder in the library. */
  folder: string;
  articles: number;
  files: number;
  left_out: string[];
  stopped: boolean;
  /** Why it could not go on, and what to do: whole sentences. */
  failure: string | null;
}

export interface Import {
  imported: Imported;
  shelf: { entries: Entry[]; warnings: string[] };
}

/** What an audit of the library came to. */
export interface Audit {
  articles: number;
  /** Those that lack nothing. */
  complete: number;
  /** Pictures and recordings of the ledgers that are here. */
  media: number;
  bytes: number;
  /** Pictures and recordings that articles show from the web, and nobody has saved. */
  linked: number;
  stopped: boolean;
  findings: Finding[];
}

export interface Finding {
  id: string;
  path: string;
  title: string;
  kind: "missing" | "waiting" | "refused" | "damaged" | "placeholder" | "unreadable" | "ledger" | "changed" | "orphan";
  file: string | null;
  /** The address of a medium, or how the article writes it. */
  source: string | null;
  /** Whole sentences. */
  sentence: string;
}

/** A library that was open before. */
export interface Known {
  id: string;
  /** To be shown. */
  name: string;
  path: string;
}

export interface About {
  version: string;
  /** Folders, to be shown. */
  settings: string;
  library: string;
}

/** Packages that come under the same text. */
export interface Licence {
  licence: string;
  text: string;
  /** Names with versions. */
  used_by: string[];
}

export interface Opened {
  id: string;
  document: Document;
  marks: Marks;
  /** Null where Offprint did not save it. */
  capture: Capture | null;
}

/** How an article came to be here. */
export interface Capture {
  status: Medium["status"];
  why: string | null;
  /** RFC 3339. */
  fetched: string | null;
  media: number;
  lacking: { source: string; status: Medium["status"]; why: string | null }[];
  /** Where nothing was saved yet: those that the text shows from the web. */
  linked: number;
  /** Other versions of it that are kept. */
  versions: number;
}

/** What came of fetching an article anew. */
export interface Refetched {
  came: "unchanged" | "replaced" | "set_aside" | "failed";
  /** Why it is not shown. */
  why: string | null;
  lacking: number;
}

/** A capture of an article. */
export interface Version {
  /** RFC 3339; names it. */
  time: string;
  words: number;
  current: boolean;
  why: string | null;
}

/** A line of two texts that are compared: `removed` is in the one that is shown, `inserted` in the other. */
export interface Line {
  kind: "same" | "removed" | "inserted" | "gap";
  words: { text: string; changed: boolean }[];
}

/** How saving one address stands. */
export interface Saved {
  /** Null where the address was refused. */
  id: string | null;
  address: string;
  title: string | null;
  step: "waiting" | "fetching" | "media" | "saved" | "here" | "failed";
  done: number;
  all: number;
  lacking: number;
  why: string | null;
}

/** What was pasted or dropped, of which some may be empty. */
export interface Pasted {
  html: string;
  text: string;
  /** Where it was copied. */
  address: string;
}

export interface Document {
  meta: Meta;
  blocks: { id: string; html: string }[];
  outline: { level: number; id: string; text: string; block: string }[];
  notes: { id: string; number: number; html: string }[];
  media: Medium[];
  warnings: string[];
}

export interface Meta {
  id: string | null;
  title: string | null;
  source: string | null;
  author: string | null;
  published: string | null;
  created: string | null;
  description: string | null;
  tags: string[];
  site: string | null;
  section: string | null;
  language: string | null;
  image: string | null;
  words: number;
  minutes: number;
  direction: "ltr" | "rtl";
}

export interface Medium {
  key: string;
  source: string;
  kind: "picture" | "sound" | "video";
  alt: string;
  caption: string | null;
  credit: string | null;
  width: number | null;
  height: number | null;
  status: "saved" | "waiting" | "missing" | "refused";
}

/** Where a link led: to an article here, or out to the system browser (then `id` is null). */
export interface Followed {
  id: string | null;
  /** The part of the article that was meant, an element id. */
  fragment: string | null;
}

/** What Rust tells the window while it is open. */
export type Notice =
  | { kind: "changed"; entries: Entry[]; warnings: string[] }
  | { kind: "open"; id: string }
  | { kind: "problem"; problem: Problem }
  | { kind: "saving"; saved: Saved };

/** What shows an article (ui/js/reader/reader.js), loaded after the shelf. */
export interface Reader {
  /**
   * Fills `view`, sets the title and scrolls the document; called again, without `closeReader` between, for another
   * article or another part of the same one.
   */
  openReader(view: HTMLElement, id: string, context: ReaderContext): Promise<void>;
  /** Records the position at once, and is done when it is kept. */
  closeReader(): Promise<void>;
}

export interface ReaderContext {
  /** The element that a link named. */
  fragment: string | null;
  /** With `replace`, leaves no trace in the history. */
  go(id: string, fragment?: string | null, replace?: boolean): void;
  /** Back to the shelf. */
  leave(): void;
}

/** An article as it is being read. */
export interface Reading {
  document: Document;
  article: HTMLElement;
  headline: HTMLElement;
  /** Holds the blocks. */
  text: HTMLElement;
  /** Ends all that listens. */
  signal: AbortSignal;
}

/** What can be done with an article, apart from reading it. */
export interface Doings {
  archive(): void;
  /** Marks it as read, or as unread. */
  read(): void;
  /** Opens the page that it was saved from. */
  original: (() => void) | null;
  /** Shows its file. */
  reveal: (() => void) | null;
}
