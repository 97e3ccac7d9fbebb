//! Taking another folder's articles in, as a folder of the library.
//!
//! 1. `scan` walks the folder as it would a library: the same files are articles.
//! 2. `open` tells which media each of them shows, `linked` which files it links to.
//! 3. `copying` puts them under a new folder of the library, in the same places to each other.
//!
//! The source is read and nothing else. What was copied when an import ends early is whole, and stays.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use article::Document;
use serde::Serialize;

use crate::card::Card;
use crate::copying::{self, Copied};
use crate::entry::Status;
use crate::error::{Code, Error, advice, reason};
use crate::extent::Extent;
use crate::media::{self, Place};
use crate::names::Names;
use crate::open::{self, Around};
use crate::scan::{Before, What};
use crate::{Library, durable, name, reach, scan};

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Articles that were looked at.
    pub done: usize,
    /// Articles in all.
    pub all: usize,
}

/// What an import came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// The name of the new folder in the library.
    pub folder: String,
    /// Articles that are in it now.
    pub articles: usize,
    /// Files beside them: pictures, sound, and what they link to.
    pub files: usize,
    /// A sentence for each file that was left out.
    pub left_out: Vec<String>,
    /// Whether it was asked to stop.
    pub stopped: bool,
    /// Why it could not go on to the end, and what to do: whole sentences.
    pub failure: Option<String>,
}

impl Library {
    /// Copies the articles in the folder `from`, with the files that they show and link to, into a new folder of the
    /// library that is named for it. `go_on` is told before each article, and while a large file is copied; false
    /// stops it.
    ///
    /// # Errors
    /// [`Code::NotImported`] where nothing was copied: the folder can't be read, lies in the library, or has no article.
    /// [`Code::LibraryUnreachable`].
    pub fn import(&self, from: &Path, go_on: &dyn Fn(Progress) -> bool) -> Result<Imported, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotImported)?;
        let refused = |sentence: String| Err(Error::new(Code::NotImported, sentence));
        let shown = from.file_name().unwrap_or(from.as_os_str()).to_string_lossy().into_owned();
        let source = match fs::canonicalize(from).and_then(|real| fs::read_dir(&real).map(|_| real)) {
            Ok(source) => source,
            Err(error) => {
                let why = reason(&error);
                return refused(format!(
                    "The folder “{shown}” can't be read: {why}. Allow access to it, or choose another."
                ));
            }
        };
        if source.starts_with(&self.real) {
            return refused(format!("“{shown}” is in your library already. Choose a folder outside it."));
        }
        let mut scanned = scan::scan(&source, &Before::default(), &Extent::All);
        let found = std::mem::take(&mut scanned.cards).into_iter().filter_map(|sorted| match sorted.what {
            What::New(card) => Some((*card, sorted.bundle)),
            What::Same(_) | What::Past(_) => None,
        });
        // A library may lie in the folder that is imported: its own articles are there already.
        let mut cards: Vec<(Card, bool)> =
            found.filter(|(card, _)| !source.join(&card.path).starts_with(&self.real)).collect();
        cards.sort_by(|(one, _), (other, _)| one.path.cmp(&other.path));
        if cards.is_empty() {
            return refused(format!(
                "There is no article in “{shown}”: Offprint reads Markdown (.md) and plain text (.txt)."
            ));
        }
        let target = match self.new_folder(&shown, &cards) {
            Ok(target) => target,
            Err(error) => {
                let (why, advice) = (reason(&error), advice(&error));
                return refused(format!(
                    "No folder “{shown}” can be made in the library: {why}. To import it, {advice}, and try again."
                ));
            }
        };
        Ok(self.take(&source, &target, cards, scanned, go_on))
    }

    /// Makes a folder of this name, or with a number behind it where that is taken.
    fn new_folder(&self, name: &str, cards: &[(Card, bool)]) -> std::io::Result<PathBuf> {
        // What begins with a dot is not on the shelf; the root of a disk has no name.
        let name = name.trim_start_matches('.').trim();
        let name = if name.is_empty() || name.contains(['/', '\\', ':']) { "Imported" } else { name };
        // Of a folder named as an article in it that has an id, that article alone would be on the shelf.
        let is_bundle = |name: &str| {
            cards.len() > 1
                && cards.iter().any(|(card, _)| {
                    card.claim.is_some()
                        && card.path.parent() == Some(Path::new(""))
                        && card.path.file_name().is_some_and(|file| name::names_bundle(file, name.as_ref()))
                })
        };
        for number in 1.. {
            let numbered = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
            if is_bundle(&numbered) {
                continue;
            }
            let folder = self.real.join(numbered);
            match fs::create_dir(&folder) {
                Ok(()) => return durable::sync_folder(&self.real).map(|()| folder),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(std::io::ErrorKind::AlreadyExists.into())
    }

    fn take(
        &self,
        source: &Path,
        target: &Path,
        cards: Vec<(Card, bool)>,
        scanned: scan::Scanned,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Imported {
        let all = cards.len();
        let mut imported = Imported {
            folder: target.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            left_out: scanned.warnings.into_iter().map(|(_, sentence)| sentence).collect(),
            ..Imported::default()
        };
        imported.left_out.sort();
        let aliases = aliases(source, &scanned.media);
        let names = Names::of_files(scanned.media);
        let (mut done, mut made) = (HashSet::new(), Vec::new());
        let mut folders = BTreeSet::from([target.to_owned()]);
        'articles: for (number, (card, bundle)) in cards.into_iter().enumerate() {
            let wanted = || go_on(Progress { done: number, all });
            let found = if card.status == Status::Unreadable {
                Err(card.summary.warnings.first().cloned().unwrap_or_default())
            } else {
                files_of(source, &card, bundle, &names)
            };
            let shown = name::shown(&card.path);
            let files = match found {
                Ok(files) => files,
                Err(why) => {
                    imported.left_out.push(format!("“{shown}”: {why}"));
                    continue;
                }
            };
            // What an article shows comes before it, so that it appears on the shelf whole.
            let beside = files.into_iter().filter(|file| !file.starts_with(&self.real)).flat_map(|file| {
                let inner = file.strip_prefix(source).map(Path::to_owned).ok();
                inner.into_iter().chain(aliases.get(&file).into_iter().flatten().cloned()).collect::<Vec<_>>()
            });
            let beside = beside.filter(|inner| !is_article(inner)).map(|inner| (inner, false));
            for (inner, is_article) in beside.chain([(card.path.clone(), true)]) {
                if !done.insert(inner.clone()) {
                    continue;
                }
                match copying::copy(source, target, &inner, &mut folders, &wanted) {
                    Copied::Done(path) => {
                        made.push(path);
                        *(if is_article { &mut imported.articles } else { &mut imported.files }) += 1;
                    }
                    Copied::LeftOut(why) => {
                        imported.left_out.push(format!("“{}”: {why}.", name::shown(&inner)));
                    }
                    Copied::Stopped => {
                        imported.stopped = true;
                        break 'articles;
                    }
                    Copied::Failed(why) => {
                        imported.failure = Some(why);
                        break 'articles;
                    }
                }
            }
        }
        if imported.articles == 0 {
            imported.files = 0;
            undo(made, folders);
            return imported;
        }
        // One sync a folder makes all its names durable, before anything is acknowledged.
        for folder in folders {
            if let Err(error) = durable::sync_folder(&folder) {
                imported.failure.get_or_insert_with(|| copying::failure(&error));
            }
        }
        imported
    }
}

/// Removes what an import without an article has made, and nothing that someone else put beside it. What can't be
/// removed is in nobody's way.
fn undo(made: Vec<PathBuf>, folders: BTreeSet<PathBuf>) {
    for file in made {
        let _ = fs::remove_file(file);
    }
    // Inner folders come after the ones that they are in.
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// The real files that an article shows or links to.
pub(crate) fn files_of(
    source: &Path,
    card: &Card,
    bundle: bool,
    names: &Names<'_>,
) -> Result<BTreeSet<PathBuf>, String> {
    let around = Around { root: source, path: &card.path, names, home: None, address: &|_, _| String::new() };
    let opened = match open::open(&around) {
        Ok(Some(opened)) => opened,
        Ok(None) => return Err("It is gone.".to_owned()),
        Err(error) => return Err(error.message),
    };
    let mut files: BTreeSet<PathBuf> = opened.files.into_values().collect();
    files.extend(linked(&opened.document).filter_map(|href| {
        match media::beside(source, &card.path, &href) {
            Place::File(file) => Some(file),
            _ => None,
        }
    }));
    // The ledger of a saved article says where its media came from. The walk calls no root a bundle, but a saved
    // article may have been chosen itself.
    let ledger = source.join(&card.path).with_file_name("media.json");
    let is_root = card.path.parent() == Some(Path::new(""));
    let own = is_root
        && card.claim.is_some()
        && source
            .file_name()
            .zip(card.path.file_name())
            .is_some_and(|(own, file)| name::names_bundle(file, own));
    if (bundle || own) && ledger.is_file() {
        files.insert(ledger);
    }
    Ok(files)
}

/// The addresses that a Document links to, as they were written.
fn linked(document: &Document) -> impl Iterator<Item = String> {
    let blocks = document.blocks.iter().map(|block| block.html.as_str());
    let all = blocks.chain(document.notes.iter().map(|note| note.html.as_str()));
    // A wiki link has a class before its address.
    let addresses = all.flat_map(|html| {
        let links = html.split("<a ").skip(1);
        links.filter_map(|rest| {
            let rest = rest.strip_prefix("class=\"wiki\" ").unwrap_or(rest);
            rest.strip_prefix("href=\"")
        })
    });
    addresses.filter_map(|rest| rest.split_once('"')).map(|(href, _)| href.replace("&amp;", "&"))
}

/// Other names of files, by which articles may mean them.
fn aliases(source: &Path, media: &[PathBuf]) -> HashMap<PathBuf, Vec<PathBuf>> {
    let mut aliases: HashMap<PathBuf, Vec<PathBuf>> = HashMap::new();
    for inner in media {
        let path = source.join(inner);
        let is_link = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink());
        if let Some(file) = is_link.then(|| fs::canonicalize(path).ok()).flatten() {
            aliases.entry(file).or_default().push(inner.clone());
        }
    }
    aliases
}

/// An article that another one links to comes as an article, or was left out as one.
fn is_article(inner: &Path) -> bool {
    inner.file_name().is_some_and(|file| name::form(file).is_some())
}
