//! The captures of an article that are kept beside the current one, in `.offprint/versions/<article id>/<time>/`: the
//! text, the ledger and the page as they were. Their media lie in the bundle, with those of the current one. They go with
//! their article, where that is deleted from the trash for good.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use article::{Article, Form};
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use crate::error::{Code, Error};
use crate::ledger::{self, Ledger};
use crate::{Library, card, durable, read, staged};

pub(crate) const FOLDER: [&str; 2] = [".offprint", "versions"];
/// The name of a version's Markdown file: the bundle's own may change.
const TEXT: &str = "article.md";

/// A capture of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    /// When it was fetched, RFC 3339; names it among the versions of its article.
    pub time: String,
    /// Words of its text.
    pub words: u32,
    /// Whether it is the one that is shown.
    pub current: bool,
    /// Why it was set aside, or what is odd with it: whole sentences.
    pub why: Option<String>,
}

/// A version as it lies on the disk.
#[derive(Debug)]
pub(crate) struct Kept {
    time: Timestamp,
    pub(crate) folder: PathBuf,
    /// The Markdown file.
    pub(crate) text: String,
    pub(crate) ledger: Ledger,
}

impl Library {
    /// All captures of an article, the newest first. Empty where it is not one that Offprint saved.
    ///
    /// # Errors
    /// [`Code::ArticleGone`], [`Code::ArticleUnreadable`].
    pub fn versions(&self, id: &str) -> Result<Vec<Version>, Error> {
        let file = self.path(id)?;
        let Some(ledger) = self.ledger(id) else { return Ok(Vec::new()) };
        let text = self.text(id)?;
        let modified = || fs::metadata(&file).and_then(|metadata| metadata.modified()).ok();
        let fetched = ledger.article.fetched.as_deref().and_then(|fetched| fetched.parse().ok());
        let fetched = fetched.or_else(|| Timestamp::try_from(modified()?).ok()).unwrap_or_default();
        let current = Kept { time: fetched, folder: PathBuf::new(), text, ledger };
        let mut all: Vec<(bool, Kept)> = kept(&self.real, id)
            .into_iter()
            .filter(|kept| !same(&kept.text, &current.text))
            .map(|kept| (false, kept))
            .collect();
        all.push((true, current));
        all.sort_by_key(|(current, kept)| std::cmp::Reverse((kept.time, *current)));
        Ok(all.into_iter().map(|(current, kept)| kept.version(current)).collect())
    }

    /// The texts of the article and of the version of this `time`, without their front matter.
    ///
    /// # Errors
    /// [`Code::VersionGone`], [`Code::ArticleGone`], [`Code::ArticleUnreadable`].
    pub fn texts(&self, id: &str, time: &str) -> Result<[String; 2], Error> {
        let text = self.text(id)?;
        let kept = find(&self.real, id, time)?;
        Ok([text, kept.text].map(|text| card::body(&text, Form::Markdown).trim().to_owned() + "\n"))
    }

    /// How many versions of an article there are besides the current one.
    pub fn count_versions(&self, id: &str) -> usize {
        let kept = kept(&self.real, id);
        let text = if kept.is_empty() { String::new() } else { self.text(id).unwrap_or_default() };
        kept.iter().filter(|kept| !same(&kept.text, &text)).count()
    }
}

impl Kept {
    fn version(&self, current: bool) -> Version {
        let capture = &self.ledger.article;
        Version {
            time: self.time.to_string(),
            words: Article::read(&self.text, Form::Markdown).summary().meta.words,
            current,
            why: capture.set_aside.clone().or_else(|| capture.why.clone()),
        }
    }
}

/// Whether two Markdown files hold the same text, their front matter aside.
pub(crate) fn same(one: &str, other: &str) -> bool {
    card::body(one, Form::Markdown).trim() == card::body(other, Form::Markdown).trim()
}

/// The versions of an article in the library `root` that can be read.
pub(crate) fn kept(root: &Path, id: &str) -> Vec<Kept> {
    let read = |(time, folder): (Timestamp, PathBuf)| {
        let text = String::from_utf8(read::small(&folder.join(TEXT), read::LIMIT).ok()?).ok()?;
        let ledger = Ledger::read(&folder).ok().flatten().unwrap_or_default();
        Some(Kept { time, folder, text, ledger })
    };
    folders(root, id).into_iter().filter_map(read).collect()
}

/// The version of a time.
///
/// # Errors
/// [`Code::VersionGone`].
pub(crate) fn find(root: &Path, id: &str, time: &str) -> Result<Kept, Error> {
    let gone = || {
        let sentence =
            "There is no other version of this article of that time. Look at the list of its versions.";
        Error::new(Code::VersionGone, sentence)
    };
    let time: Timestamp = time.parse().map_err(|_| gone())?;
    kept(root, id).into_iter().find(|kept| kept.time == time).ok_or_else(gone)
}

/// Keeps a capture as a version, durably; unless a version has this text already. `fetched` is RFC 3339. Gives the time
/// that names the version.
pub(crate) fn keep(
    root: &Path,
    id: &str,
    text: &str,
    ledger: &[u8],
    page: Option<&[u8]>,
    fetched: Option<&str>,
) -> io::Result<Timestamp> {
    if let Some(kept) = kept(root, id).iter().find(|kept| same(&kept.text, text)) {
        return Ok(kept.time);
    }
    let id = uuid(id).ok_or_else(|| io::Error::other("its id is not one of Offprint's"))?;
    let above = durable::make_folders(root, &[FOLDER[0], FOLDER[1], &id])?;
    let (temporary, _held) = staged::folder(root)?;
    let files = [(TEXT, Some(text.as_bytes())), (ledger::NAME, Some(ledger)), (ledger::PAGE, page)];
    let kept = files
        .iter()
        .filter_map(|(name, bytes)| Some((name, (*bytes)?)))
        .try_for_each(|(name, bytes)| durable::write_synced(&temporary.join(name), &[bytes]))
        .and_then(|()| durable::sync_folder(&temporary))
        .and_then(|()| {
            let mut time = fetched.and_then(|fetched| fetched.parse().ok()).unwrap_or_else(Timestamp::now);
            // Two of one second lie a second apart: only their order matters.
            while fs::symlink_metadata(above.join(name(time))).is_ok() {
                time = Timestamp::from_second(time.as_second() + 1).map_err(io::Error::other)?;
            }
            fs::rename(&temporary, above.join(name(time)))?;
            Ok(time)
        });
    if kept.is_err() {
        // The first error is the one to tell; what is left is swept later.
        let _ = durable::remove(&temporary);
    }
    let time = kept?;
    durable::sync_folder(&above)?;
    Timestamp::from_second(time.as_second()).map_err(io::Error::other)
}

/// The folders of an article's versions. No link is followed: it could lead anywhere.
fn folders(root: &Path, id: &str) -> Vec<(Timestamp, PathBuf)> {
    let Some(id) = uuid(id) else { return Vec::new() };
    let mut folder = root.to_path_buf();
    for part in [FOLDER[0], FOLDER[1], &id] {
        folder.push(part);
        if !fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()) {
            return Vec::new();
        }
    }
    let listed = fs::read_dir(&folder).into_iter().flatten().flatten();
    let is_folder = |file: &fs::DirEntry| file.file_type().is_ok_and(|kind| kind.is_dir());
    listed
        .filter(is_folder)
        .filter_map(|file| Some((moment(file.file_name().to_str()?)?, file.path())))
        .collect()
}

/// The id as a folder's name. Only what Offprint saved has versions, and that has a UUID.
fn uuid(id: &str) -> Option<String> {
    Uuid::parse_str(id).ok().map(|id| id.to_string())
}

/// A moment as the name of a folder, `20261125T180102Z`: Windows has no colon in names.
pub(crate) fn name(time: Timestamp) -> String {
    let seconds = Timestamp::from_second(time.as_second()).unwrap_or_default();
    seconds.to_string().replace(['-', ':'], "")
}

fn moment(name: &str) -> Option<Timestamp> {
    name.parse().ok().filter(|time| self::name(*time) == name)
}

#[cfg(test)]
mod tests {
    use super::{moment, name};

    #[test]
    fn moments_are_names_and_back() {
        let time = "2026-11-25T18:01:02Z".parse().ok();
        assert_eq!(time.map(name).as_deref(), Some("20261125T180102Z"));
        assert_eq!(moment("20261125T180102Z"), time);
        for other in ["2026-11-25T18:01:02Z", ".offprint-a.part", "", "20261125", "20261125T180102"] {
            assert_eq!(moment(other), None, "{other}");
        }
    }
}
