//! The walk through a library folder: which files are articles, and what each says.
//!
//! In a bundle (a folder holding `<folder name>.md` with an `id`), that file alone is an article; elsewhere every
//! `.md` and `.txt`. Hidden files and folders are passed over, and so are notes that Offprint keeps beside articles; copies that syncing programs made are left out, and
//! of links only those are followed that lead to a file inside the library which is not listed anyway. The library
//! folder itself is never a bundle: its other files would vanish from the shelf.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use index::Known;

use crate::card::{self, Card};
use crate::error::reason;
use crate::extent::Extent;
use crate::ledger::{Capture, Ledger};
use crate::media::{self, Place};
use crate::spread::spread;
use crate::staged::digest_of;
use crate::{beside, name, read, rows};

/// What the walk found, in no order.
#[derive(Debug, Default)]
pub(crate) struct Scanned {
    pub(crate) cards: Vec<Sorted>,
    /// Pictures, sound and video, relative to the library.
    pub(crate) media: Vec<PathBuf>,
    /// Sentences about what was left out, each with the folder that it speaks of.
    pub(crate) warnings: Vec<(PathBuf, String)>,
    /// Whether any link was followed.
    pub(crate) linked: bool,
}

/// An article, and how its picture was found beside it.
#[derive(Debug)]
pub(crate) struct Sorted {
    pub(crate) what: What,
    pub(crate) picture: Picture,
    pub(crate) bundle: bool,
    /// Of a bundle without a text, how that came.
    pub(crate) capture: Option<Box<Capture>>,
}

/// What a file is.
#[derive(Debug)]
pub(crate) enum What {
    /// As it was: its place in what is known.
    Same(usize),
    /// Not looked at, and so taken for what is known, picture and all: its place there.
    Past(usize),
    /// New, or another than it was.
    New(Box<Card>),
}

/// What is known of files from before.
#[derive(Debug, Default)]
pub(crate) struct Before<'a> {
    /// By path.
    pub(crate) known: &'a [Known],
    /// Files that are to be read again in any case.
    pub(crate) doubted: Option<&'a HashSet<PathBuf>>,
}

/// Whether a card's picture is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Picture {
    None,
    Saved,
    /// Not beside the article: a file of that name elsewhere may be meant.
    Elsewhere,
}

/// Walks `extent` of the library `root`, a real path. Files that are known with the same stamp are not read again.
pub(crate) fn scan(root: &Path, before: &Before<'_>, extent: &Extent) -> Scanned {
    let walk = Walk { root, before };
    let mut all = Scanned::default();
    let found = spread(extent.beginnings(root), |(folder, deep), more| {
        let mut inner = Vec::new();
        let found = walk.folder(&folder, &mut inner);
        more.extend(inner.into_iter().filter(|_| deep).map(|folder| (folder, true)));
        found
    });
    for folder in found {
        all.cards.extend(folder.cards);
        all.media.extend(folder.media);
        all.warnings.extend(folder.warnings);
        all.linked |= folder.linked;
    }
    all
}

/// What lies outside of `extent`, as it is known. Where one of `names`, folded, came or went, the pictures of the articles
/// that may mean it are sought anew.
pub(crate) fn past(
    root: &Path,
    before: &Before<'_>,
    extent: &Extent,
    names: &HashSet<String>,
) -> Vec<Sorted> {
    let walk = Walk { root, before };
    let outside = before.known.iter().enumerate().filter_map(|(at, known)| {
        let path = rows::as_path(&known.path).filter(|path| !extent.has(path))?;
        let bundle = known.claim.is_some() && bundle_of(&path).is_some();
        let means = |source: &String| media::file_names(source).any(|name| names.contains(&name));
        if !names.is_empty() && known.picture.as_ref().is_some_and(means) {
            return Some(walk.sorted(&path, What::Same(at), bundle, &HashSet::new()));
        }
        Some(Sorted { what: What::Past(at), picture: Picture::None, bundle, capture: None })
    });
    outside.collect()
}

/// A file's folder where that is a bundle, if the file has an id.
pub(crate) fn bundle_of(path: &Path) -> Option<&Path> {
    let folder = path.parent()?;
    name::names_bundle(path.file_name()?, folder.file_name()?).then_some(folder)
}

/// One article of the library `root`, as a walk would find it; `None` where it would find none.
pub(crate) fn one(root: &Path, path: &Path) -> Option<Sorted> {
    let before = Before::default();
    let walk = Walk { root, before: &before };
    let what = walk.look(path)?;
    let What::New(card) = &what else { return None };
    let bundle = card.claim.is_some() && bundle_of(path).is_some();
    Some(walk.sorted(path, what, bundle, &HashSet::new()))
}

struct Walk<'a> {
    root: &'a Path,
    before: &'a Before<'a>,
}

impl Walk<'_> {
    fn folder(&self, folder: &Path, more: &mut Vec<PathBuf>) -> Scanned {
        let mut found = Scanned::default();
        let shown = name::shown(folder);
        let listing = match fs::read_dir(self.root.join(folder)) {
            Ok(listing) => listing,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return found,
            Err(error) => {
                let why = reason(&error);
                let sentence = format!("The folder “{shown}” can't be opened, so it is left out: {why}.");
                found.warnings.push((folder.to_path_buf(), sentence));
                return found;
            }
        };
        let (mut articles, mut pictures) = (Vec::new(), HashSet::new());
        for file in listing {
            match file {
                Ok(file) => self.sort(folder, &file, &mut articles, &mut pictures, more, &mut found),
                Err(error) => {
                    let why = reason(&error);
                    let sentence = format!("Not all of the folder “{shown}” can be listed: {why}.");
                    found.warnings.push((folder.to_path_buf(), sentence));
                }
            }
        }
        let own = folder.file_name();
        let bundle = articles.iter().position(|file| own.is_some_and(|own| name::names_bundle(file, own)));
        if let Some(at) = bundle {
            let path = folder.join(articles.swap_remove(at));
            if let Some(what) = self.look(&path) {
                let claims = match &what {
                    What::Same(at) | What::Past(at) => {
                        self.known(*at).is_some_and(|known| known.claim.is_some())
                    }
                    What::New(card) => card.claim.is_some(),
                };
                found.cards.push(self.sorted(&path, what, claims, &pictures));
                if claims {
                    return found;
                }
            }
        }
        for file in articles {
            let path = folder.join(file);
            found.cards.extend(self.look(&path).map(|what| self.sorted(&path, what, false, &pictures)));
        }
        found
    }

    /// Tells what a name in a folder stands for.
    fn sort(
        &self,
        folder: &Path,
        file: &DirEntry,
        articles: &mut Vec<OsString>,
        pictures: &mut HashSet<OsString>,
        more: &mut Vec<PathBuf>,
        found: &mut Scanned,
    ) {
        let name = file.file_name();
        let Ok(kind) = file.file_type() else { return };
        if name::is_hidden(&name) {
        } else if kind.is_dir() {
            more.push(folder.join(name));
        } else if kind.is_symlink() {
            let path = folder.join(&name);
            match self.link(&path) {
                Link::Article => {
                    found.linked = true;
                    articles.push(name);
                }
                Link::Medium => {
                    found.linked = true;
                    found.media.push(path);
                }
                Link::Passed => {}
                Link::LeftOut(why) => {
                    let shown = name::shown(&path);
                    let sentence = format!("The link “{shown}” is left out: {why}.");
                    found.warnings.push((folder.to_path_buf(), sentence));
                }
            }
        } else if !kind.is_file() {
            // A pipe, socket or device: opening it could hang, whatever its name.
        } else if name::form(&name).is_none() {
            if name::is_medium(&name) {
                found.media.push(folder.join(&name));
            }
            if name::is_picture(&name) {
                pictures.insert(name);
            }
        } else if name::is_conflict_copy(&name) {
            let shown = name::shown(&folder.join(name));
            let sentence = format!(
                "“{shown}” is left out: a syncing program made this copy because two devices had changed the file. \
                 Rename it to read it here."
            );
            found.warnings.push((folder.to_path_buf(), sentence));
        } else if !(beside::is_name(&name) && beside::is_notes(&self.root.join(folder).join(&name))) {
            articles.push(name);
        }
    }

    fn link(&self, path: &Path) -> Link {
        let is_article = path.file_name().and_then(name::form).is_some();
        let is_medium = path.file_name().is_some_and(name::is_medium);
        let target = match fs::canonicalize(self.root.join(path)) {
            Ok(target) => target,
            Err(_) if is_article => return Link::LeftOut("it leads nowhere"),
            Err(_) => return Link::Passed,
        };
        let Ok(metadata) = fs::metadata(&target) else { return Link::Passed };
        let Ok(inside) = target.strip_prefix(self.root) else {
            return match metadata.is_dir() || is_article && metadata.is_file() {
                true => Link::LeftOut("it leads out of the library"),
                false => Link::Passed,
            };
        };
        // What lies inside is found at its own place, but for a file whose own name is not that of an article.
        let hidden = inside.iter().any(name::is_hidden);
        let listed = target.file_name().and_then(name::form).is_some();
        match metadata.is_file() && !hidden {
            true if is_article && !listed => Link::Article,
            true if is_medium => Link::Medium,
            _ => Link::Passed,
        }
    }

    /// What a file is, `None` where it is no regular file or vanished since it was listed.
    fn look(&self, path: &Path) -> Option<What> {
        let stamp = match read::stat(&self.root.join(path)) {
            Ok(stamp) => stamp?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            // Where the file can't even be looked at, reading it says why.
            Err(_) => {
                read::Stamp { bytes: 0, modified: std::time::SystemTime::UNIX_EPOCH, changed: i64::MAX }
            }
        };
        let bytes = rows::bytes(path);
        let at = self.before.known.binary_search_by(|known| known.path.cmp(&bytes)).ok();
        let doubted = self.before.doubted.is_some_and(|doubted| doubted.contains(path));
        if let Some(at) = at.filter(|_| !doubted)
            && self.known(at).is_some_and(|known| rows::is_of(known, &stamp))
        {
            return Some(What::Same(at));
        }
        card::read(self.root, path, stamp).ok().map(Box::new).map(What::New)
    }

    fn known(&self, at: usize) -> Option<&Known> {
        self.before.known.get(at)
    }

    /// `pictures` are those in the article's folder, links aside, as far as they are known.
    fn sorted(&self, path: &Path, what: What, bundle: bool, pictures: &HashSet<OsString>) -> Sorted {
        let (picture, empty) = match &what {
            What::Same(at) | What::Past(at) => {
                self.known(*at).map_or((None, false), |known| (known.picture.as_deref(), known.is_empty))
            }
            What::New(card) => (card.summary.picture.as_deref(), card.empty),
        };
        let picture = match picture {
            None => Picture::None,
            // Most lie beside their article, and then the disk need not be asked once more.
            Some(source) if media::plain(source).is_some_and(|name| pictures.contains(OsStr::new(&name))) => {
                Picture::Saved
            }
            Some(source) => match media::beside(self.root, path, source) {
                Place::File(file) if file.file_name().is_some_and(name::is_picture) => Picture::Saved,
                Place::File(_) | Place::Refused | Place::Remote => Picture::None,
                Place::Nowhere => Picture::Elsewhere,
            },
        };
        let capture = if bundle && empty { self.capture(path).map(Box::new) } else { None };
        Sorted { what, picture, bundle, capture }
    }

    /// How the text of an article came that has none.
    fn capture(&self, path: &Path) -> Option<Capture> {
        let capture = Ledger::read(&self.root.join(path.parent()?)).ok()??.article;
        // The ledger is written before the text: one that speaks of another text was cut short there.
        let cut_short = || {
            let bytes = read::small(&self.root.join(path), read::LIMIT);
            bytes.is_ok_and(|bytes| capture.sha256.as_deref() != Some(&digest_of(&bytes)))
        };
        match capture.status {
            article::Status::Saved if cut_short() => {
                Some(Capture { status: article::Status::Waiting, ..capture })
            }
            article::Status::Saved => None,
            _ => Some(capture),
        }
    }
}

enum Link {
    Article,
    Medium,
    Passed,
    LeftOut(&'static str),
}
