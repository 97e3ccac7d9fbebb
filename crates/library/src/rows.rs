//! Articles as rows of the index, and back.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use article::{Direction, Meta, Summary};
use index::{Known, Row};
use uuid::Uuid;

use crate::card::Card;
use crate::catalogue::Shelved;
use crate::entry::Status;
use crate::read::Stamp;
use crate::time::{self, Moment};
use crate::{name, sort};

/// The row of an article.
pub(crate) fn row(shelved: &Shelved) -> Row {
    let Card { path, stamp, settled, digest, claim, title, summary, created, status: _, empty, print } =
        &shelved.card;
    let meta = &summary.meta;
    Row {
        id: shelved.id.clone(),
        path: bytes(path),
        modified: settled.then(|| time::nanos(stamp.modified)),
        changed: stamp.changed,
        bytes: i64::try_from(stamp.bytes).unwrap_or(i64::MAX),
        digest: digest.into_bytes(),
        claim: claim.clone(),
        print: print.map(Uuid::into_bytes),
        title: title.clone(),
        section: meta.section.clone(),
        author: meta.author.clone(),
        site: meta.site.clone(),
        source: meta.source.clone(),
        published: meta.published.clone(),
        published_at: meta.published.as_deref().and_then(sort::published),
        created: created.text.clone(),
        created_at: created.millis,
        words: meta.words,
        minutes: meta.minutes,
        language: meta.language.clone(),
        direction: if meta.direction == Direction::Rtl { "rtl" } else { "ltr" }.to_owned(),
        excerpt: summary.excerpt.clone(),
        own_tags: json(&meta.tags),
        picture: summary.picture.clone(),
        has_picture: shelved.picture,
        is_empty: *empty,
        status: match shelved.status() {
            Status::Ready => "ready",
            Status::Unreadable => "unreadable",
            Status::Waiting => "waiting",
            Status::Missing => "missing",
        }
        .to_owned(),
        capture: shelved.capture.as_ref().map(json),
        warnings: json(&summary.warnings),
        note: shelved.note.clone(),
        stem: key(&path.file_stem().map(name::compare).unwrap_or_default()),
        titled: key(&name::fold(title.trim())),
    }
}

/// Whether a file with this stamp is sure to be as it was.
pub(crate) fn is_of(known: &Known, stamp: &Stamp) -> bool {
    known.modified == Some(time::nanos(stamp.modified))
        && known.changed == stamp.changed
        && u64::try_from(known.bytes) == Ok(stamp.bytes)
}

/// A name as a number, by which an index finds it: two may have the same.
pub(crate) fn key(name: &str) -> i64 {
    // FNV-1a.
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, mix).cast_signed()
}

/// The article of a row; `None` where it is none that this program put there.
pub(crate) fn shelved(row: Row) -> Option<Shelved> {
    let meta = Meta {
        section: row.section,
        author: row.author,
        site: row.site,
        source: row.source,
        published: row.published,
        words: row.words,
        minutes: row.minutes,
        language: row.language,
        direction: if row.direction == "rtl" { Direction::Rtl } else { Direction::Ltr },
        tags: serde_json::from_str(&row.own_tags).ok()?,
        ..Meta::default()
    };
    let warnings = serde_json::from_str(&row.warnings).ok()?;
    let card = Card {
        path: path(row.path)?,
        stamp: Stamp {
            bytes: u64::try_from(row.bytes).ok()?,
            modified: time::of_nanos(row.modified.unwrap_or_default()),
            changed: row.changed,
        },
        settled: row.modified.is_some(),
        digest: Uuid::from_bytes(row.digest),
        claim: row.claim,
        title: row.title,
        summary: Summary { excerpt: row.excerpt, picture: row.picture, warnings, meta },
        created: Moment { text: row.created, millis: row.created_at },
        status: if row.status == "unreadable" { Status::Unreadable } else { Status::Ready },
        empty: row.is_empty,
        print: row.print.map(Uuid::from_bytes),
    };
    Some(Shelved {
        id: row.id,
        card,
        picture: row.has_picture,
        note: row.note,
        capture: row.capture.map(|capture| serde_json::from_str(&capture)).transpose().ok()?,
    })
}

/// A path in the library, the same on every look: its parts joined by "/".
pub(crate) fn bytes(path: &Path) -> Vec<u8> {
    let parts: Vec<&[u8]> = path.iter().map(|part| part.as_encoded_bytes()).collect();
    parts.join(&b'/')
}

/// The same path, without a copy where that can be.
#[cfg(unix)]
pub(crate) fn as_path(bytes: &[u8]) -> Option<Cow<'_, Path>> {
    use std::os::unix::ffi::OsStrExt;
    Some(Cow::Borrowed(Path::new(OsStr::from_bytes(bytes))))
}

/// The same path, without a copy where that can be.
#[cfg(not(unix))]
pub(crate) fn as_path(bytes: &[u8]) -> Option<Cow<'_, Path>> {
    path(bytes.to_vec()).map(Cow::Owned)
}

/// The path of these bytes.
#[cfg(unix)]
pub(crate) fn path(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Some(OsString::from_vec(bytes).into())
}

/// Names that are no Unicode are read anew each time: they are rarer than rare here.
#[cfg(not(unix))]
pub(crate) fn path(bytes: Vec<u8>) -> Option<PathBuf> {
    Some(String::from_utf8(bytes).ok()?.split('/').map(OsString::from).collect())
}

/// A value as it is kept.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> String {
    // Strings, numbers and maps always become JSON.
    serde_json::to_string(value).unwrap_or_default()
}
