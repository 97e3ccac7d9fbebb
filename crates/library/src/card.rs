//! An article as its own file tells it: what a scan keeps of it.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use article::{Article, Form, Meta, Summary};
use uuid::Uuid;

use crate::entry::Status;
use crate::read::{self, Stamp};
use crate::{name, open, time};

/// An article as its own file tells it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Card {
    /// Relative to the library.
    pub(crate) path: PathBuf,
    pub(crate) stamp: Stamp,
    /// Whether another change of the file is sure to give it another stamp.
    pub(crate) settled: bool,
    /// By this the text of its file is told from another.
    pub(crate) digest: Uuid,
    /// The id that its front matter claims.
    pub(crate) claim: Option<String>,
    pub(crate) title: String,
    /// Of `meta` what a shelf shows, and the source.
    pub(crate) summary: Summary,
    pub(crate) created: time::Moment,
    pub(crate) status: Status,
    /// Whether it is a Markdown file without a text.
    pub(crate) empty: bool,
    /// By this the text, without the front matter, is known again where a file without an id has moved.
    pub(crate) print: Option<Uuid>,
}

/// Reads the file `path` of the library `root`. An error says that it vanished.
pub(crate) fn read(root: &Path, path: &Path, stamp: Stamp) -> io::Result<Card> {
    let form = path.file_name().and_then(name::form).unwrap_or(Form::Markdown);
    let settled = stamp.is_settled(SystemTime::now());
    let text = read::text(&root.join(path), stamp)?;
    let mut digest = Uuid::nil();
    let read = text.and_then(|text| {
        digest = text_digest(&text.text);
        let mut summary = summary(&text.text, form)?;
        summary.warnings.extend(text.warning);
        let is_loose = summary.meta.id.is_none();
        let body = body(&text.text, form).trim();
        let print = is_loose.then(|| print(body)).flatten();
        Ok((summary, Status::Ready, print, body.is_empty()))
    });
    let (mut summary, status, print, empty) = read.unwrap_or_else(|why| {
        let summary = Summary { warnings: vec![why], ..Summary::default() };
        (summary, Status::Unreadable, None, false)
    });
    let meta = std::mem::take(&mut summary.meta);
    let created = meta.created.as_deref().and_then(time::read);
    let (claim, title) = (meta.id.as_deref().and_then(name::id_as_claimed), meta.title.as_deref());
    let title = name::title(title, path);
    summary.meta = Meta { id: None, title: None, created: None, description: None, image: None, ..meta };
    Ok(Card {
        claim,
        title,
        created: created.unwrap_or_else(|| time::of_file(stamp.modified)),
        path: path.to_path_buf(),
        stamp,
        settled,
        digest,
        summary,
        status,
        empty,
        print,
    })
}

impl Card {
    /// Whether a reader would see no difference between the two.
    pub(crate) fn looks_like(&self, other: &Card) -> bool {
        self.digest == other.digest
            && self.path == other.path
            && self.created == other.created
            && self.summary.warnings == other.summary.warnings
    }
}

/// The sentence for an article that trips the program; nothing that is read may take the others with it.
pub(crate) const TRIPPED: &str =
    "Offprint could not read this article; that is a fault of the program. Please report it.";

/// By this one text of a file is told from another.
pub(crate) fn text_digest(text: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes())
}

/// The text behind the front matter in the file `path` of the library `root`; `None` where it can't be read now.
pub(crate) fn read_body(root: &Path, path: &Path) -> Option<String> {
    let form = path.file_name().and_then(name::form).unwrap_or(Form::Markdown);
    let text = open::text(root, path).ok().flatten()?.text;
    Some(body(&text, form).trim().to_owned())
}

/// By this a text is known again; `None` where there is none: empty notes are all alike, and the marks of one are not
/// those of the next.
pub(crate) fn print(body: &str) -> Option<Uuid> {
    (!body.is_empty()).then(|| Uuid::new_v5(&Uuid::NAMESPACE_OID, body.as_bytes()))
}

/// The text behind the front matter, as far as two states of it are to be compared. What `article` would read as text
/// under a rule is cut off too: that tells less, but nothing wrong.
pub(crate) fn body(text: &str, form: Form) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_rule = |line: &str| matches!(line.trim_end(), "---" | "...");
    if form == Form::Text || !text.starts_with("---") {
        return text;
    }
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        match number {
            0 if !is_rule(line) => return text,
            0 => {}
            _ if is_rule(line) => return text.get(at..).unwrap_or_default(),
            _ => {}
        }
    }
    text
}

/// Whether a Markdown file has front matter and no text.
pub(crate) fn is_empty(text: &str) -> bool {
    body(text, Form::Markdown).trim().is_empty()
}

fn summary(text: &str, form: Form) -> Result<Summary, String> {
    catch_unwind(AssertUnwindSafe(|| Article::read(text, form).summary())).map_err(|_| TRIPPED.to_owned())
}
