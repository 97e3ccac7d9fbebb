//! What is known of one article.

use std::sync::LazyLock;

use rusqlite::{Row as Found, Statement, ToSql};

use crate::Error;

/// What is known of one article, from its file and what lies beside it. The columns of `schema.sql` say more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Names the article; no two rows have the same.
    pub id: String,
    /// Its file, relative to the library, "/" between parts.
    pub path: Vec<u8>,
    /// When the file was last written, in nanoseconds since 1970; `None` where that was too fresh to be sure of.
    pub modified: Option<i64>,
    /// When anything of the file last changed, as far as the system tells, in nanoseconds since 1970.
    pub changed: i64,
    /// The file's size.
    pub bytes: i64,
    /// By this its text is told from another.
    pub digest: [u8; 16],
    /// The id that its front matter claims.
    pub claim: Option<String>,
    /// By this a text without an id is known again.
    pub print: Option<[u8; 16]>,
    /// Its headline.
    pub title: String,
    /// The kicker above it.
    pub section: Option<String>,
    /// Its authors.
    pub author: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// Its address.
    pub source: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// The same in milliseconds since 1970.
    pub published_at: Option<i64>,
    /// When it was saved, RFC 3339 or a date.
    pub created: String,
    /// The same in milliseconds since 1970.
    pub created_at: i64,
    /// Words of its text.
    pub words: u32,
    /// Minutes to read it.
    pub minutes: u32,
    /// A BCP 47 tag, as written.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// How it begins.
    pub excerpt: String,
    /// The file's own tags: a JSON array.
    pub own_tags: String,
    /// The source of its picture, as written.
    pub picture: Option<String>,
    /// Whether that is saved.
    pub has_picture: bool,
    /// Whether it is a Markdown file without a text.
    pub is_empty: bool,
    /// `ready`, `unreadable`, `waiting` or `missing`.
    pub status: String,
    /// How its text came, where it has none: a JSON object.
    pub capture: Option<String>,
    /// What is odd with its file: a JSON array of sentences.
    pub warnings: String,
    /// What is odd with its id.
    pub note: Option<String>,
    /// Its file's name without the ending, as a number by which links find it.
    pub stem: i64,
    /// Its headline, as a number by which links find it.
    pub titled: i64,
}

/// The columns of a row, in the order in which they are bound and read.
const COLUMNS: [&str; 32] = [
    "id",
    "path",
    "modified",
    "changed",
    "bytes",
    "digest",
    "claim",
    "print",
    "title",
    "section",
    "author",
    "site",
    "source",
    "published",
    "published_at",
    "created",
    "created_at",
    "words",
    "minutes",
    "language",
    "direction",
    "excerpt",
    "own_tags",
    "picture",
    "has_picture",
    "is_empty",
    "status",
    "capture",
    "warnings",
    "note",
    "stem",
    "titled",
];

/// Those of which a change makes the text that is searched another one.
const SEARCHED: [&str; 6] = ["digest", "path", "title", "section", "author", "site"];

/// The names of the columns, with commas.
pub(crate) fn columns() -> String {
    COLUMNS.join(", ")
}

/// Puts a row in place of the one with its id, or adds it; of the text that is searched, it is kept whether it is still
/// the same.
pub(crate) fn upsert() -> &'static str {
    static SQL: LazyLock<String> = LazyLock::new(upsert_made);
    &SQL
}

fn upsert_made() -> String {
    let places = vec!["?"; COLUMNS.len()].join(", ");
    let set: Vec<String> = COLUMNS.iter().map(|name| format!("{name} = excluded.{name}")).collect();
    let same: Vec<String> = SEARCHED.iter().map(|name| format!("{name} IS excluded.{name}")).collect();
    format!(
        "INSERT INTO article ({}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {}, has_text = has_text AND {}",
        columns(),
        set.join(", "),
        same.join(" AND ")
    )
}

impl Row {
    /// Runs a statement that takes all columns.
    pub(crate) fn run(&self, statement: &mut Statement<'_>) -> Result<usize, Error> {
        let values: [&dyn ToSql; COLUMNS.len()] = [
            &self.id,
            &self.path,
            &self.modified,
            &self.changed,
            &self.bytes,
            &self.digest,
            &self.claim,
            &self.print,
            &self.title,
            &self.section,
            &self.author,
            &self.site,
            &self.source,
            &self.published,
            &self.published_at,
            &self.created,
            &self.created_at,
            &self.words,
            &self.minutes,
            &self.language,
            &self.direction,
            &self.excerpt,
            &self.own_tags,
            &self.picture,
            &self.has_picture,
            &self.is_empty,
            &self.status,
            &self.capture,
            &self.warnings,
            &self.note,
            &self.stem,
            &self.titled,
        ];
        statement.execute(values.as_slice())
    }

    /// Reads what [`columns`] asked for, from the column `first` on.
    pub(crate) fn read(found: &Found<'_>, first: usize) -> Result<Row, Error> {
        let mut at = first..;
        let mut next = || at.next().unwrap_or_default();
        Ok(Row {
            id: found.get(next())?,
            path: found.get(next())?,
            modified: found.get(next())?,
            changed: found.get(next())?,
            bytes: found.get(next())?,
            digest: found.get(next())?,
            claim: found.get(next())?,
            print: found.get(next())?,
            title: found.get(next())?,
            section: found.get(next())?,
            author: found.get(next())?,
            site: found.get(next())?,
            source: found.get(next())?,
            published: found.get(next())?,
            published_at: found.get(next())?,
            created: found.get(next())?,
            created_at: found.get(next())?,
            words: found.get(next())?,
            minutes: found.get(next())?,
            language: found.get(next())?,
            direction: found.get(next())?,
            excerpt: found.get(next())?,
            own_tags: found.get(next())?,
            picture: found.get(next())?,
            has_picture: found.get(next())?,
            is_empty: found.get(next())?,
            status: found.get(next())?,
            capture: found.get(next())?,
            warnings: found.get(next())?,
            note: found.get(next())?,
            stem: found.get(next())?,
            titled: found.get(next())?,
        })
    }
}
