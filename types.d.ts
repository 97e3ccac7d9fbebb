/** What passes between the window and Rust, as crates/app and crates/article serialise it; at the end, what passes within the window. */

export type Theme = "system" | "clock" | "paper" | "sepia" | "grey" | "night" | "black" | "eink" | "own";

/** Each as `#rrggbb`; of the theme "own". */
export interface Colours {
  page: string;
  text: string;
  accent: string;
}

/** How an article looks. */
export interface Look {
  theme: Theme;
  colours: Colours;
  /** "serif", "sans", "mono", "legible", or the name of a font of this machine. */
  typeface: string;
  /** Body size in px, 14 to 30; null: 19 at a desk, 18 on a phone. */
  size: number | null;
  /** Height of a line, 1.2 to 2.4; null: the usual. */
  leading: number | null;
  /** Width of a line in rem, 28 to 48. */
  measure: number;
  /** Beside the text of a phone, in rem, .5 to 4; null: the usual. */
  margin: number | null;
  /** Paragraphs begin with an indent, instead of a space above. */
  indented: boolean;
  justified: boolean;
  hyphens: boolean;
  ligatures: boolean;
  old_figures: boolean;
}

/** A look that the reader keeps. */
export interface NamedLook extends Look {
  name: string;
}

export interface Settings extends Look {
  looks: NamedLook[];
  /** What "system" and "clock" choose between: none of the two. */
  day: Theme;
  night: Theme;
  /** By the clock, in minutes after midnight. */
  day_from: number;
  night_from: number;
  moving: "scroll" | "pages";
  /** Which articles in Japanese and Chinese have their lines from top to bottom. */
  vertical: "article" | "always" | "never";
  /** The paragraph that is read stands out. */
  focus: boolean;
  /** A band lies under the line that is read. */
  ruler: boolean;
  /** An article has the controls with which it moves by itself. */
  auto_scroll: boolean;
  /** How fast, in words a minute, 60 to 900. */
  pace: number;
  /** Pages of the reader's own network may be fetched. */
  own_network: boolean;
  /** What is marked in an article is kept beside it in Markdown. */
  notes_beside: boolean;
  /** Of the shelf. */
  layout: "list" | "compact" | "grid";
  sort: Sort;
  /** The largest, or the newest, first. */
  descending: boolean;
  /** The first shelf has a front page above its rows. */
  front: boolean;
  /** Of reading aloud: 0.5 to 3 times as fast as the voice by itself. */
  speed: number;
  /** The ids of the voices that read aloud, by language. */
  voices: Record<string, string>;
  /** Of the window: "system", or the code of a language. */
  language: string;
  /** How many times as large as usual everything is, 0.5 to 4. */
  zoom: number;
}

/** A language that the window speaks. */
export interface Language {
  code: string;
  name: string;
}

/** The words of the window. */
export interface Wording {
  language: string;
  /** By which dates and numbers are written. */
  locale: string;
  direction: "ltr" | "rtl";
  /** All messages, in Fluent's syntax. */
  text: string;
  /** For those that are not there; empty where they are English already. */
  english: string;
}

/** Who reads aloud: Rust with these, or the window with its own. */
export type Voices = { by: "system"; voices: Voice[] } | { by: "window" };

/** `language` is a BCP 47 tag. */
export interface Voice {
  id: string;
  name: string;
  language: string;
}

/** What is heard or paused, as the system's own player shows it: whose article, by whom, and the key of a picture of it. */
export interface Heard {
  id: string;
  title: string;
  by: string | null;
  picture: string | null;
  playing: boolean;
}

/** What a key of the system, or a button of its player, asks for. */
export type MediaKey = "play" | "pause" | "toggle" | "stop" | "next" | "previous";

declare global {
  /** ui/js/dress.js */
  var dress: (settings: Settings) => void;
  /** The settings that the page was dressed by last. */
  var dressed: Settings;
  /** The window's own, from before the page is there. */
  var words: Wording;
  /** ui/vendor/fluent.js */
  var FluentBundle: typeof import("@fluent/bundle");
}

export type Sort = "saved" | "published" | "title" | "length" | "progress" | "site" | "random";

/** `position` is null until it was read. */
export interface Marks {
  bookmarked: boolean;
  archived: boolean;
  position: Position | null;
  /** The reader's own. */
  tags: string[];
  /** Of its file, and not shown. */
  hidden_tags: string[];
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
  /** Its file's that are not hidden, and the reader's. */
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

/** Which articles the shelf shows, and in what order. */
export interface View {
  /** By the name that the address has; home is "". */
  shelf: "" | "unread" | "bookmarks" | "archive";
  tag: string | null;
  collection: string | null;
  /** At home a search looks through the whole library, elsewhere through that shelf. */
  query: string;
  /** Of a search, those first that answer it best. */
  best: boolean;
  /** Of a search: the first rows will do. */
  quick: boolean;
  sort: Sort;
  descending: boolean;
  /** Chooses a random order. */
  seed: number;
  /** The article that is to lead; "" where Rust is to choose, null where none is to. */
  lead: string | null;
}

/** What of the library the shelf shows, by its address. */
export type Place = Pick<View, "shelf" | "tag" | "collection">;

/** A part of what a view shows. */
export interface Page {
  entries: Entry[];
  /** The place of the first of them. */
  from: number;
  total: number;
  /** There are more, which were not counted for a quick view. */
  more: boolean;
  /** Whether the first of the view leads. */
  leads: boolean;
  /** Where the article is that was asked about. */
  at: number | null;
  counts: { all: number; home: number; unread: number; bookmarks: number; archive: number };
  /** Pages of the same number fit together. */
  revision: number;
}

/** What a search found. */
export interface Found {
  hits: {
    id: string;
    title: string;
    snippet: { text: string; marked: boolean }[];
    /** Of the passage that answers best; null where none does. */
    block: string | null;
    score: number;
  }[];
  total: number;
  /** There are more. */
  more: boolean;
  /** What could not be understood: whole sentences. */
  problems: string[];
  /** What was searched for besides. */
  instead: string | null;
  /** Marks that have the words in quote, note or tags, the newest first. */
  notes: Noted[];
  as_of: string | null;
}

/** What stands above the first shelf. No article is in it twice. */
export interface Front {
  /** The last read first. */
  reading: Entry[];
  bookmarks: Entry[];
  short: Entry | null;
  long: Entry | null;
}

/** Articles that fill some time: one, and two or three. */
export interface Fitting {
  alone: Entry | null;
  together: Entry[];
}

/** The articles before and after one. */
export interface Neighbours {
  previous: Entry | null;
  next: Entry | null;
}

export interface Problem {
  code: string;
  message: string;
}

export interface Start {
  settings: Settings;
  /** To be shown. */
  library: { name: string; path: string };
  /** The first of the first shelf. */
  page: Page;
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

/** What an export came to. */
export interface Exported {
  articles: number;
  /** The name of what was written. */
  file: string;
  /** Of a reading pack. */
  minutes?: number;
  /** Sentences about what could not be written. */
  left_out?: string[];
}

export interface Import {
  imported: Imported;
  warnings: string[];
}

/** What another program's file holds, before any of it is taken in. */
export interface Offer {
  /** The file's own. */
  name: string;
  preview: {
    format: string;
    entries: number;
    new: number;
    merged: number;
    queued: number;
    refused: number;
    highlights: number;
    titles: string[];
    /** What is wrong with the rest of a file that can't be read to its end. */
    damage?: string;
  };
}

/** What became of each entry: `entries` is the sum of the four others. */
export interface Report {
  format: string | null;
  entries: number;
  new: number;
  merged: number;
  queued: number;
  refused: { line: number; url: string; reason: string }[];
  highlights: number;
  /** Of these, those that are too long to be kept. */
  highlights_aside: number;
  stopped: boolean;
  /** Where this is kept as a page. */
  file?: string;
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

/** A tag and how many articles are shown with it. */
export interface Tag {
  name: string;
  count: number;
}

/** A change of tags; also what takes one back. What is in both lists is spelled anew. */
export interface Tagging {
  ids: string[];
  add: string[];
  remove: string[];
}

/** What could not be done with one of many, by what named it: whole sentences. */
export interface Failed {
  id: string;
  message: string;
}

export interface WrittenTags {
  written: number;
  failed: Failed[];
}

export interface Collection {
  id: string;
  name: string;
  /** Of a smart one what it searches for, as typed. */
  query: string | null;
  /** Articles of it that are here; null of a smart one. */
  count: number | null;
  /** How many of the articles that were asked for are in it. */
  holds: number;
  /** Unix milliseconds. */
  created: number;
}

/** Where an article is in a collection: null, where it is not in it. */
export interface Placed {
  id: string;
  place: number | null;
}

/** Where reading had paused, and when in Unix milliseconds. */
export interface Paused {
  id: string;
  position: Position | null;
  read_at: number | null;
}

/** An article in the trash. */
export interface Trashed {
  /** Names it there. */
  key: string;
  id: string;
  title: string;
  /** To be shown. */
  path: string;
  /** RFC 3339. */
  when: string;
}

export interface Trashing {
  trashed: Trashed[];
  failed: Failed[];
}

export interface Restored {
  /** As they are in the library now. */
  ids: string[];
  failed: Failed[];
}

/** What a search for duplicates came to. */
export interface Duplicates {
  /** Articles that were compared. */
  articles: number;
  /** There are no groups then. */
  stopped: boolean;
  groups: SameArticles[];
}

/** Two and more of which each is the same as each other; the first is the one to keep. */
export interface SameArticles {
  articles: Duplicate[];
}

export interface Duplicate extends Entry {
  /** Pictures and recordings of it that are here. */
  pictures: number;
  /** Those that are not. */
  lacking: number;
  /** As the group's first. */
  same_address: boolean;
  /** How much of it and of the group's first is the same, 0 to 1; null where one has no text, and of the first. */
  same_text: number | null;
}

/** What a merging did, with which it is taken back. */
export interface Merged {
  /** Of the article that was kept. */
  id: string;
  trashed: Trashed[];
  bookmarked: boolean;
  unarchived: boolean;
  tagging: Tagging[];
  paused: Paused | null;
  placed: { collection: string; placed: Placed[] }[];
  /** The marks in texts that it got, and the articles that they were of. */
  highlights: string[];
  of: string[];
}

export type Colour = "yellow" | "green" | "blue" | "pink" | "purple";

/** What is selected: offsets in the `textContent` of the blocks' elements (of a footnote, its own), in UTF-16 code units. */
export interface Selected {
  from_block: string;
  from: number;
  to_block: string;
  to: number;
}

/** A part of a block's text, by the same offsets. */
export interface TextRange {
  block: string;
  begin: number;
  end: number;
}

/** A mark in a text, and where its words are now. */
export interface Marked {
  id: string;
  article: string;
  /** Its words when it was made; empty of a note on the whole article. */
  quote: string;
  /** Markdown. */
  note: string;
  /** The same as safe HTML. */
  note_html: string;
  colour: Colour;
  tags: string[];
  /** False where its words are gone: `ranges` is empty then, and `block` null. */
  placed: boolean;
  /** Whether its words were looked for: a text may have more marks than there is time for. */
  sought: boolean;
  block: string | null;
  ranges: TextRange[];
  /** Its words are others than they were. */
  reworded: boolean;
  /** A note on the whole article. */
  whole: boolean;
  /** Its article is neither here nor in the trash. */
  gone: boolean;
  /** Unix milliseconds. */
  created: number;
  changed: number;
}

/** `highlights {id}`: the notes on the whole article, then marks in the order of the text, then those without a place. */
export interface Highlights {
  /** Of the text that they are placed in, as `Opened.print`. */
  print: string;
  marks: Marked[];
}

/** What is said of words: of `highlight {id, print, selection: Selected | null, said}`, which gives a Marked. */
export interface Said {
  colour: Colour;
  note: string;
  tags: string[];
}

/** `change_highlight {id, change}` gives the change that takes it back. What is left out stays. */
export interface HighlightChange {
  colour?: Colour | null;
  note?: string | null;
  /** The note that was there when it was changed: where another one is there by now, both are kept. */
  was?: string | null;
  /** Tags that it gets, and that are taken from it. */
  tag?: string[];
  untag?: string[];
  selectors?: object | null;
}

/** `change_highlight {id, change}`: what is said of it now, and what takes the change back. */
export interface Changed {
  now: Pick<Marked, "colour" | "note" | "note_html" | "tags" | "changed">;
  before: HighlightChange;
}

/** `place_highlight {id, article, print, selection}`. */
export interface Replaced {
  mark: Marked;
  before: HighlightChange;
}

/** Which marks are asked for; what is left out leaves nothing out. Times are Unix milliseconds. */
export interface NotebookAsked {
  article?: string | null;
  colour?: Colour | null;
  tag?: string | null;
  from?: number | null;
  to?: number | null;
  /** Words of quote, note, tags or headline. */
  query?: string;
  /** With a note. */
  noted?: boolean;
  oldest?: boolean;
  by_article?: boolean;
}

/** A mark without its place. */
export interface Noted {
  id: string;
  article: string;
  /** Null of a note on the whole article; `block` leads to it, if it still has that id. */
  selectors: { exact: string; prefix: string; suffix: string; start: number; end: number; block: string } | null;
  quote: string;
  note: string;
  note_html: string;
  colour: Colour;
  tags: string[];
  created: number;
  changed: number;
  /** Of its article; the last one of one that is gone, null where none is known. */
  title: string | null;
  /** Its article is neither here nor in the trash: another program took it away, or it has not come yet. */
  gone: boolean;
}

/** `notebook {asked, from, count}`, 500 at most. */
export interface NotebookPage {
  marks: Noted[];
  from: number;
  total: number;
  /** Of all marks of the library. */
  tags: Tag[];
  /** How many there are of each: yellow, green, blue, pink, purple. */
  colours: number[];
}

/** `review {today}`, days since 1970-01-01 by the reader's clock; `reviewed {id, today, recalled: "soon" | "later" | "never"}`. */
export interface Reviewed {
  /** Five a day, less those that were done. */
  marks: Noted[];
  done: number;
}

export interface Emptied {
  deleted: number;
  failed: Failed[];
}

/** What keeps many articles in order (ui/js/pages/order.js). */
export interface Order {
  /** A row of the shelf, null where there is none. */
  entry(id: string): Promise<Entry | null>;
  /** Of all articles that a view shows, in its order. */
  ids(view: View): Promise<string[]>;
  search(view: View, limit: number): Promise<Found>;
  /** How a query may go on, and the whole query then; `cursor` in bytes. */
  complete(query: string, cursor: number): Promise<{ text: string; query: string }[]>;
  /** Without those that stand beside it. The same seed chooses the same. */
  front(seed: number, near: string[]): Promise<Front>;
  fitting(minutes: number, seed: number): Promise<Fitting>;
  /** About the same as this one, the nearest first, with how much they share, 0 to 1. */
  related(id: string, limit: number): Promise<(Entry & { score: number })[]>;
  /** Those that articles are shown with, by name. */
  tags(): Promise<Tag[]>;
  /** How many of these articles have what, also of those that are not loaded. */
  held(ids: string[]): Promise<{ articles: number; bookmarked: number; archived: number; read: number; tags: Tag[] }>;
  /** Gives what takes it back, as do the next two. */
  tag(changes: Tagging[]): Promise<Tagging[]>;
  renameTag(from: string, to: string): Promise<Tagging[]>;
  removeTag(name: string): Promise<Tagging[]>;
  /** The tags that articles are shown with, into their files. */
  writeTags(ids: string[]): Promise<WrittenTags>;
  /** By name; each with how many of these articles it holds. */
  collections(ids: string[]): Promise<Collection[]>;
  /** The ids of its articles, in its order. */
  collection(id: string): Promise<string[]>;
  makeCollection(name: string, query: string | null, ids: string[]): Promise<Collection>;
  /** Gives the name from before. */
  renameCollection(id: string, name: string): Promise<string>;
  /** Of a smart one; gives the query from before. */
  setCollectionQuery(id: string, query: string): Promise<string>;
  deleteCollection(id: string): Promise<void>;
  restoreCollection(id: string): Promise<void>;
  /** Gives the places from before, with which `placeInCollection` takes it back; so do the next two. */
  addToCollection(id: string, ids: string[]): Promise<Placed[]>;
  /** Before another one, or to the end. */
  moveInCollection(id: string, ids: string[], before: string | null): Promise<Placed[]>;
  removeFromCollection(id: string, ids: string[]): Promise<Placed[]>;
  placeInCollection(id: string, placed: Placed[]): Promise<Placed[]>;
  trash(ids: string[]): Promise<Trashing>;
  untrash(keys: string[]): Promise<Restored>;
  trashed(): Promise<Trashed[]>;
  /** For good; null: all. */
  emptyTrash(keys: string[] | null): Promise<Emptied>;
  /** Gives those that it changed. */
  setBookmarkedAll(ids: string[], on: boolean): Promise<string[]>;
  /** Gives those that it changed. */
  setArchivedAll(ids: string[], on: boolean): Promise<string[]>;
  /** Gives where reading had paused, which `setPositions` puts back. */
  setReadAll(ids: string[], on: boolean): Promise<Paused[]>;
  setPositions(paused: Paused[]): Promise<void>;
  /** Keeps one, with all that was done with the others, which go to the trash. */
  merge(keep: string, others: string[]): Promise<Merged>;
  unmerge(merged: Merged): Promise<Restored>;
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

/** One top-level piece of a text. */
export interface Block {
  id: string;
  html: string;
}

export interface Opened {
  id: string;
  /** Of a long article a part of its blocks. */
  document: Document;
  /** Of a long one: how many blocks come before those that are here, and how many there are; with the bytes of HTML before and after. */
  rest: { first: number; all: number; before: number; after: number } | null;
  /** Another one where the text is another. */
  print: string;
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
  /** Of a text that Offprint did not save: those that it shows from the web, and nobody asked for yet. */
  linked: number;
  /** Its text is not one that Offprint saved. */
  apart: boolean;
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

/** What an article says of itself. */
export interface Details {
  title: string | null;
  author: string | null;
  published: string | null;
  section: string | null;
  site: string | null;
  language: string | null;
  description: string | null;
  /** The source of the lead picture; its key where it is to be changed. */
  image: string | null;
}

/** A part of an article's text, or one of its page that the text lacks. */
export interface Part {
  /** Names it among those that are here, or among those that are not. */
  id: string;
  here: boolean;
  kind: "text" | "heading" | "list" | "quotation" | "code" | "table" | "formula" | "picture" | "recording" | "line";
  /** The first of its words. */
  words: string;
  /** The key of its picture, where that is here. */
  picture: string | null;
}

/** What came of setting a text right. */
export interface Corrected {
  /** The time of the version that was shown before. */
  before: string;
  /** Pictures of the new parts that could not be had. */
  lacking: number;
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
  blocks: Block[];
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
  /** It asks for lines from top to bottom. */
  vertical: boolean;
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
  | { kind: "changed"; warnings: string[] }
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
  /** How far it is read, as was said by hand: that stands as long as the article is open, also where it is laid anew. */
  said?: number | null;
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
  /** Of a long article. */
  stretches?: Stretches;
}

/** A long article on pages, of which one stretch is there at a time (ui/js/long/stretches.js). A way is 1 for on, -1 for back. */
export interface Stretches {
  /** Puts the stretch there that something lies in; null for where it begins. Whether it was another. */
  show(node: Node | null): boolean;
  /** It is scrolled again: all of it is there. */
  leave(): void;
  /** More of the article has come. */
  look(): void;
  /** Where something lies that is not there, 0 for what is. */
  sideOf(node: Node): number;
  /** The leaf beside what is there; the last, or the first, for an infinite way. */
  beside(way: number): HTMLElement | null;
  /** Those that are there. */
  leaves(): HTMLElement[];
  blocks(): HTMLElement[];
  /** Whether none that has come lies before what is there. */
  isFirstHere(): boolean;
  /** How many pages the stretch has that is there. */
  counted(pages: number): void;
  /** They have other pages now. */
  forget(): void;
  /** How many pages lie that way, 0 for here; and whether that is counted, and not guessed. */
  pages(way: number): [number, boolean];
  /** The block that is so much of the article, 0 to 1. */
  at(progress: number): HTMLElement;
}

/** How the text moves: scrolled, or page by page. */
/** Along which line of the window one reads: down, or from right to left where lines run from top to bottom. */
export interface Axis {
  /** Where the reading line lies, from where the window begins, in px. */
  line: number;
  /** How far the window is scrolled. */
  at(): number;
  to(at: number): void;
  /** How much of the text the window shows. */
  room(): number;
  /** Where something lies from where the window begins, and how much of the text it is. */
  box(rect: DOMRect): { top: number; bottom: number; height: number };
  /** How long its lines are, how much of them the window shows, and how much there is. */
  shape(text: HTMLElement): string;
}

export interface Way {
  /** How far the window is: in px, or in pages. */
  at(): number;
  /** How far it is where the end of the text comes in sight; not over 0 where all of it does at once. */
  end(text: HTMLElement): number;
  /** Changes with all that can move words; begins with two numbers, the length of its lines and the window's size. */
  shape(text: HTMLElement): string;
  /** The position that is shown, null where no text is. */
  now(text: HTMLElement): Position | null;
  /** Shows a position, or what is so far beyond it. */
  to(text: HTMLElement, position: Position, further?: number): void;
  show(target: HTMLElement | Range): void;
  /** Whether something stands at the place that is read, or before it. */
  passed(target: HTMLElement | Range): boolean;
  /** Puts scrolling in its place again. */
  leave(): void;
}

/** What is told to all that helps while one reads (ui/js/aids). */
export interface Aids {
  id: string;
  /** Of the text that is shown, as `Opened.print`. */
  print: string;
  reading: Reading;
  /** Back to the shelf. */
  leave(): void;
  place: { now(): Position | null; to(position: Position): void; take(): void };
  /** What the keys of the reading view do: to be changed. */
  keys: Record<string, (event: KeyboardEvent) => void>;
  bar: HTMLElement;
  /** The menu behind "More". */
  more: HTMLElement;
  contents: HTMLElement | null;
  /** Shows a part of the article, and tells `jumped`. */
  jump(target: HTMLElement): void;
  /** Called after a jump with the place before it, and how far that was (`Way.at`): to be replaced. */
  jumped(from: Position | null, at: number): void;
  /** Where reading had paused, where the article was opened at another part. */
  left: Position | null;
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
