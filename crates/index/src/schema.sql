-- One row for each article of a library. All of it is made from the files and the readers' marks, and can be again.
CREATE TABLE article (
    number     INTEGER PRIMARY KEY,   -- by which the text tables know it; higher is newer, as far as it was known when given
    id         TEXT NOT NULL UNIQUE,
    path       BLOB NOT NULL,         -- relative to the library, parts joined by "/", as the system encodes it
    modified   INTEGER,               -- of the file, in nanoseconds since 1970; none where it was too fresh to be sure of
    changed    INTEGER NOT NULL DEFAULT 0, -- the same of its name, owner and text, where the system tells
    bytes      INTEGER NOT NULL,
    digest     BLOB NOT NULL DEFAULT x'', -- of its text as it was read
    claim      TEXT,                  -- the id that its front matter claims
    print      BLOB,                  -- by which a text without an id is known again
    title      TEXT NOT NULL,
    section    TEXT,
    author     TEXT,
    site       TEXT,
    source     TEXT,
    published  TEXT,                  -- as written
    published_at INTEGER,             -- in milliseconds since 1970
    created    TEXT NOT NULL,         -- RFC 3339, or a date
    created_at INTEGER NOT NULL,      -- in milliseconds since 1970
    words      INTEGER NOT NULL,
    minutes    INTEGER NOT NULL,
    language   TEXT,
    direction  TEXT NOT NULL,
    excerpt    TEXT NOT NULL,
    own_tags   TEXT NOT NULL DEFAULT '[]', -- the file's own: a JSON array
    picture    TEXT,                  -- the source of its picture, as written
    has_picture INTEGER NOT NULL,     -- whether that is saved
    is_empty   INTEGER NOT NULL DEFAULT 0, -- whether it is a Markdown file without a text
    status     TEXT NOT NULL,         -- ready | unreadable | waiting | missing
    capture    TEXT,                  -- how its text came, where it has none: a JSON object
    warnings   TEXT NOT NULL,         -- what is odd with its file: a JSON array of sentences
    note       TEXT,                  -- what is odd with its id: a sentence
    stem       INTEGER NOT NULL DEFAULT 0, -- its file's name without the ending, and its title, as numbers by which links
    titled     INTEGER NOT NULL DEFAULT 0, -- find it
    bookmarked INTEGER NOT NULL DEFAULT 0,
    archived   INTEGER NOT NULL DEFAULT 0,
    progress   REAL NOT NULL DEFAULT 0,
    read_at    INTEGER,               -- in milliseconds since 1970
    marked_tags TEXT NOT NULL DEFAULT '',  -- the tags that the reader gave and hid
    highlights INTEGER NOT NULL DEFAULT 0, -- how many marks are in its text
    noted      TEXT NOT NULL DEFAULT '',   -- what the reader says of these: words to be found by
    has_text   INTEGER NOT NULL DEFAULT 0  -- whether its text can be searched yet
) STRICT;
CREATE INDEX article_path ON article (path);
CREATE INDEX article_stem ON article (stem);
CREATE INDEX article_titled ON article (titled);
CREATE INDEX article_capture ON article (number) WHERE capture IS NOT NULL;
CREATE INDEX article_no_text ON article (number) WHERE NOT has_text;
-- All that tells on which shelves an article stands, and where.
CREATE INDEX article_shelf ON article (created_at DESC, path, archived, bookmarked, progress);
CREATE INDEX article_marked ON article (number)
    WHERE bookmarked OR archived OR progress > 0 OR read_at IS NOT NULL OR marked_tags <> ''
       OR highlights > 0 OR noted <> '';
-- What the front page picks from.
CREATE INDEX article_begun ON article (read_at DESC) WHERE progress > 0 AND progress < 0.97;
CREATE INDEX article_kept ON article (progress >= 0.97, created_at DESC, path) WHERE bookmarked;
CREATE INDEX article_unbegun ON article (minutes) WHERE NOT archived AND progress = 0 AND status = 'ready';

-- Pictures, sound and video, to be found by name from anywhere.
CREATE TABLE medium (
    path BLOB PRIMARY KEY,            -- as that of an article
    name INTEGER NOT NULL             -- the file's name, as a number
) STRICT, WITHOUT ROWID;
CREATE INDEX medium_name ON medium (name);

-- The tags that an article is shown with: its file's own and the reader's, without those that the reader hid.
CREATE TABLE tag (
    folded  TEXT NOT NULL,            -- by which it is found
    number  INTEGER NOT NULL,
    name    TEXT NOT NULL,
    PRIMARY KEY (folded, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_of ON tag (number);

CREATE INDEX article_language ON article (language);

-- What is known of the whole: one line for each key.
CREATE TABLE about (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

-- The terms of each article's text (crates/index/src/text/terms.rs), in the row 268435456 - number: the newest come first.
-- The text itself is not kept.
CREATE VIRTUAL TABLE text USING fts5 (terms, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'");
CREATE VIRTUAL TABLE beginnings USING fts5 (terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'");
INSERT INTO text (text, rank) VALUES ('hashsize', 67108864), ('automerge', 0), ('crisismerge', 64);
INSERT INTO beginnings (beginnings, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 64);

-- The terms that there are, and in how many articles about: those that went are still counted. `digits` are those of
-- that number in binary, so that the most frequent terms that begin alike are found without a look at all others.
CREATE TABLE vocabulary (
    term     TEXT PRIMARY KEY,
    articles INTEGER NOT NULL,
    digits   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX vocabulary_frequent ON vocabulary (digits) WHERE digits > 4;
-- Those of many letters, to be found by a part of them.
CREATE VIRTUAL TABLE long_words USING fts5 (term, detail = none, tokenize = 'trigram');
