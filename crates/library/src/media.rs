//! Where the file is that an article means by a source. Never outside the library, never by way of a link out of it.
//!
//! 1. `beside`: a path relative to the article, or else to the library, as Obsidian also writes them.
//! 2. `anywhere`: a file of that name anywhere in the library, as Obsidian finds its attachments.

use std::borrow::Cow;
use std::fs;
use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::name::fold;
use crate::names::Names;

/// Where a source leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// To this file, a real path inside the library.
    File(PathBuf),
    /// Out of the library.
    Refused,
    /// To the web, or into the source itself (`data:`).
    Remote,
    /// To no file.
    Nowhere,
}

/// Follows `source` from the article at `path` in the library `root`, a real path.
pub(crate) fn find(root: &Path, path: &Path, source: &str, names: &Names<'_>) -> Place {
    match beside(root, path, source) {
        Place::Nowhere => anywhere(root, source, names),
        place => place,
    }
}

/// Follows `source` as a path.
pub(crate) fn beside(root: &Path, path: &Path, source: &str) -> Place {
    if is_remote(source) {
        return Place::Remote;
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut refused = false;
    for written in spellings(source) {
        for start in [folder, Path::new("")] {
            let rooted = written.starts_with('/');
            match join(if rooted { Path::new("") } else { start }, &written) {
                None => refused = true,
                Some(inner) => match file(root, &root.join(inner)) {
                    Place::Refused => refused = true,
                    Place::Nowhere => {}
                    place => return place,
                },
            }
            if rooted || start == Path::new("") {
                break;
            }
        }
    }
    if refused { Place::Refused } else { Place::Nowhere }
}

/// Follows `source` by the file's name.
pub(crate) fn anywhere(root: &Path, source: &str, names: &Names<'_>) -> Place {
    if is_remote(source) {
        return Place::Remote;
    }
    let found = spellings(source).into_iter().find_map(|written| names.file(&written));
    found.map_or(Place::Nowhere, |inner| file(root, &root.join(inner)))
}

/// The regular file at `path`, where it is inside `root` when all links are followed.
pub(crate) fn file(root: &Path, path: &Path) -> Place {
    let Ok(target) = fs::canonicalize(path) else { return Place::Nowhere };
    let Ok(inside) = target.strip_prefix(root) else { return Place::Refused };
    if inside.starts_with(".offprint") {
        return Place::Refused;
    }
    match fs::metadata(&target) {
        Ok(metadata) if metadata.is_file() => Place::File(target),
        _ => Place::Nowhere,
    }
}

/// Joins a path as it is written to the folder that it starts from. `None` where it climbs out of the library.
pub(crate) fn join(start: &Path, written: &str) -> Option<PathBuf> {
    let mut joined = start.to_path_buf();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if !joined.pop() {
                    return None;
                }
            }
            _ => {
                // On Windows a drive or a share in the middle of a path would start it anew.
                let mut parts = Path::new(part).components();
                match (parts.next(), parts.next()) {
                    (Some(Component::Normal(name)), None) => joined.push(name),
                    _ => return None,
                }
            }
        }
    }
    Some(joined)
}

/// What a source may mean: with `%20` and the like taken as escapes, or as written, and with what
/// follows a `?` or `#`, or without. `\` between folders is how some Windows programs write `/`.
pub(crate) fn spellings(source: &str) -> Vec<String> {
    let mut spellings: Vec<String> = Vec::new();
    let bare = source.split(['?', '#']).next().unwrap_or_default();
    for written in [source, bare] {
        let decoded = percent_decode_str(written).decode_utf8().unwrap_or(Cow::Borrowed(written));
        for spelling in [decoded.as_ref(), written] {
            for spelling in [spelling.to_owned(), spelling.replace('\\', "/")] {
                if !spelling.is_empty() && !spelling.contains('\0') && !spellings.contains(&spelling) {
                    spellings.push(spelling);
                }
            }
        }
    }
    spellings
}

/// What a source is first taken to mean, to be compared with the names in the article's own folder.
pub(crate) fn plain(source: &str) -> Option<String> {
    if is_remote(source) { None } else { spellings(source).into_iter().next() }
}

/// The names that a source may mean a file by, folded.
pub(crate) fn file_names(source: &str) -> impl Iterator<Item = String> {
    spellings(source).into_iter().map(|written| fold(written.rsplit('/').next().unwrap_or_default()))
}

/// Whether a source has a scheme, or names a server.
pub(crate) fn is_remote(source: &str) -> bool {
    let scheme = source.split_once(':').map_or("", |(scheme, _)| scheme);
    source.starts_with("//")
        || scheme.len() > 1
            && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}
