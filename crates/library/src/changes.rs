//! What a scan found to be another than the index has it, and which id each article has.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use index::{Known, Tag, Writer};

use crate::catalogue::{Catalogue, Shelved};
use crate::extent::Extent;
use crate::media::{self, Place};
use crate::mirror::shown_tags;
use crate::name;
use crate::names::Names;
use crate::rows;
use crate::scan::{Picture, Scanned, Sorted, What};
use crate::state::State;
use crate::time::millis;

/// What a scan found to be another than the index has it.
#[derive(Default)]
pub(crate) struct Changes {
    /// Articles that are new or another, the oldest first.
    pub(crate) put: Vec<Shelved>,
    /// Those that are not there any more.
    pub(crate) gone: Vec<Shelved>,
    /// The ids that were not there before.
    pub(crate) added: HashSet<String>,
    /// Whether a reader would see a difference.
    pub(crate) seen: bool,
    media: MediaChanges,
}

/// Pictures, sound and video that are others than the index has.
#[derive(Default)]
pub(crate) struct MediaChanges {
    came: Vec<PathBuf>,
    went: Vec<Vec<u8>>,
    /// Those that stand where nothing was looked at.
    past: Vec<PathBuf>,
}

/// A file that is an article, as far as ids go by it.
struct Item<'a> {
    /// Its place among what was found.
    at: usize,
    path: Cow<'a, Path>,
    claim: Option<&'a str>,
    created: i64,
    bundle: bool,
}

/// Compares what a scan of `root` found with what was `known` before it.
pub(crate) fn changes(
    root: &Path,
    scanned: Scanned,
    media: MediaChanges,
    known: &[Known],
    before: Catalogue<'_>,
) -> Changes {
    let mut changes = Changes { media, ..Changes::default() };
    if is_as_known(&scanned.cards, known) {
        return changes;
    }
    let mut cards: Vec<Option<Sorted>> = scanned.cards.into_iter().map(Some).collect();
    let ids = give_ids(root, &cards, known);
    let elsewhere = cards.iter().flatten().any(|sorted| sorted.picture == Picture::Elsewhere);
    let all_media = || scanned.media.iter().chain(&changes.media.past).cloned().collect();
    let names = if elsewhere { Names::of_files(all_media()) } else { Names::default() };
    let mut stays = vec![false; known.len()];
    for (at, id, note) in ids.into_iter().rev() {
        let Some(Sorted { what, picture, capture, .. }) = cards.get_mut(at).and_then(Option::take) else {
            continue;
        };
        let capture = capture.map(|capture| *capture);
        let was = match &what {
            What::Same(at) | What::Past(at) => known.get(*at),
            What::New(card) => {
                let bytes = rows::bytes(&card.path);
                known.binary_search_by(|known| known.path.cmp(&bytes)).ok().and_then(|at| known.get(at))
            }
        };
        let source = match &what {
            What::Same(_) | What::Past(_) => was.and_then(|was| was.picture.as_deref()),
            What::New(card) => card.summary.picture.as_deref(),
        };
        let past = matches!(what, What::Past(_));
        let picture = match picture {
            Picture::None => past && was.is_some_and(|was| was.has_picture),
            Picture::Saved => true,
            Picture::Elsewhere => source.is_some_and(|source| is_picture(root, source, &names)),
        };
        if let (What::Same(at) | What::Past(at), Some(was)) = (&what, was)
            && was.id == id
            && was.note == note
            && was.has_picture == picture
            && (past || was.capture == capture.as_ref().map(rows::json))
        {
            stays[*at] = true;
            continue;
        }
        let old = was.and_then(|was| before.get(&was.id));
        let now = match (what, &old) {
            (What::New(card), _) => Shelved { id, card: *card, picture, note, capture },
            (What::Same(_), Some(old)) => Shelved { id, card: old.card.clone(), picture, note, capture },
            (What::Past(_), Some(old)) => {
                Shelved { id, card: old.card.clone(), picture, note, capture: old.capture.clone() }
            }
            // The index has failed meanwhile, and all is looked at again.
            (What::Same(_) | What::Past(_), None) => continue,
        };
        changes.seen |= old.as_ref().is_none_or(|old| !old.looks_like(&now));
        changes.put.push(now);
    }
    let put: HashSet<&str> = changes.put.iter().map(|shelved| shelved.id.as_str()).collect();
    let gone = known.iter().zip(&stays).filter(|(known, stays)| !**stays && !put.contains(known.id.as_str()));
    changes.gone = gone.filter_map(|(known, _)| before.get(&known.id)).collect();
    changes.seen |= !changes.gone.is_empty();
    let had: HashSet<&str> = known.iter().map(|known| known.id.as_str()).collect();
    changes.added = put.difference(&had).map(|id| (*id).to_owned()).collect();
    changes
}

/// Whether every article is as it is known, and there are no others: then their ids are, too, as they go by paths, claims
/// and days alone where no two claim the same.
fn is_as_known(found: &[Sorted], known: &[Known]) -> bool {
    found.len() == known.len()
        && known.iter().all(|known| known.note.is_none())
        && found.iter().all(|Sorted { what, picture, capture, .. }| match what {
            What::New(_) => false,
            What::Past(_) => true,
            What::Same(at) => known.get(*at).is_some_and(|was| {
                let is_saved = match picture {
                    Picture::None => false,
                    Picture::Saved => true,
                    Picture::Elsewhere => return false,
                };
                was.has_picture == is_saved && was.capture == capture.as_deref().map(rows::json)
            }),
        })
}

impl Changes {
    /// The tags that each article is shown with which is put.
    pub(crate) fn tags(&self, state: &State) -> Vec<Vec<Tag>> {
        self.put.iter().map(|shelved| shown_tags(shelved, state)).collect()
    }

    /// Has the index keep them.
    pub(crate) fn write(&self, index: &mut Writer<'_>, tags: &[Vec<Tag>]) -> Result<(), index::Error> {
        for shelved in &self.gone {
            index.remove(&shelved.id)?;
        }
        for (shelved, tags) in self.put.iter().zip(tags) {
            index.put(&rows::row(shelved), tags)?;
        }
        for path in &self.media.went {
            index.remove_medium(path)?;
        }
        for path in &self.media.came {
            let name = path.file_name().map(name::compare).unwrap_or_default();
            index.put_medium(&rows::bytes(path), rows::key(&name))?;
        }
        Ok(())
    }

    /// Whether the index has all of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.put.is_empty()
            && self.gone.is_empty()
            && self.media.came.is_empty()
            && self.media.went.is_empty()
    }
}

impl MediaChanges {
    /// Those that a scan of `extent` `found` to be others.
    pub(crate) fn of(found: &[PathBuf], extent: &Extent, before: Catalogue<'_>) -> Self {
        let mut had = before.media();
        let came = found.iter().filter(|path| !had.remove(&rows::bytes(path))).cloned().collect();
        let is_past = |bytes: &Vec<u8>| rows::as_path(bytes).is_some_and(|path| !extent.has(&path));
        let (past, went): (Vec<_>, Vec<_>) = had.into_iter().partition(is_past);
        MediaChanges { came, went, past: past.into_iter().filter_map(rows::path).collect() }
    }

    /// The names of those that came or went, folded.
    pub(crate) fn names(&self) -> HashSet<String> {
        let went = self.went.iter().filter_map(|bytes| rows::as_path(bytes));
        let all = self.came.iter().map(|path| Cow::Borrowed(path.as_path())).chain(went);
        all.filter_map(|path| path.file_name().map(name::compare)).collect()
    }
}

fn item<'a>((at, sorted): (usize, &'a Sorted), known: &'a [Known]) -> Option<Item<'a>> {
    let bundle = sorted.bundle;
    Some(match &sorted.what {
        What::Same(place) | What::Past(place) => {
            let known = known.get(*place)?;
            let (path, claim) = (rows::as_path(&known.path)?, known.claim.as_deref());
            Item { at, path, claim, created: known.created_at, bundle }
        }
        What::New(card) => {
            let (path, claim) = (Cow::Borrowed(card.path.as_path()), card.claim.as_deref());
            Item { at, path, claim, created: card.created.millis, bundle }
        }
    })
}

fn is_picture(root: &Path, source: &str, names: &Names<'_>) -> bool {
    match media::anywhere(root, source, names) {
        Place::File(file) => file.file_name().is_some_and(name::is_picture),
        _ => false,
    }
}

/// The place of each article in `cards`, newest first, its id, and what is odd about that. Where two claim one, the older
/// keeps it.
fn give_ids(root: &Path, cards: &[Option<Sorted>], known: &[Known]) -> Vec<(usize, String, Option<String>)> {
    let places = cards.iter().enumerate().filter_map(|(at, sorted)| Some((at, sorted.as_ref()?)));
    let mut items: Vec<Item<'_>> = places.filter_map(|sorted| item(sorted, known)).collect();
    items.sort_unstable_by(|a, b| {
        (Reverse(a.created), a.path.as_os_str()).cmp(&(Reverse(b.created), b.path.as_os_str()))
    });
    let mut keepers: HashMap<&str, &Item<'_>> = HashMap::with_capacity(items.len());
    for item in &items {
        if let Some(claim) = item.claim {
            let keeper = keepers.entry(claim).or_insert(item);
            if keeper.path != item.path && age(root, item) < age(root, keeper) {
                *keeper = item;
            }
        }
    }
    let mut made: HashSet<String> = HashSet::new();
    let mut from_path = |path: &Path| {
        let id = name::id_of_path(path);
        let id = if keepers.contains_key(id.as_str()) || made.contains(&id) {
            name::id_of_other(path)
        } else {
            id
        };
        made.insert(id.clone());
        id
    };
    let mut give = |item: &Item<'_>| match item.claim {
        None => (from_path(&item.path), None),
        Some(claim) => match keepers.get(claim) {
            Some(keeper) if keeper.path != item.path => {
                let shown = name::shown(&keeper.path);
                let note = format!(
                    "This file has the same id as “{shown}”, which is older and keeps it. \
                     Remove one of the two, or the id of one."
                );
                (from_path(&item.path), Some(note))
            }
            _ => (claim.to_owned(), None),
        },
    };
    let given = items.iter().map(|item| {
        let (id, note) = give(item);
        (item.at, id, note)
    });
    given.collect()
}

/// When a bundle, or a loose file, came to be, as far as the disk tells: the earliest of its times, since copying
/// may keep the time of the last change, and saving may make the file anew. Then the shorter path: a copy's is longer.
fn age<'a>(root: &Path, item: &'a Item<'_>) -> (i64, usize, &'a Path) {
    let path: &Path = &item.path;
    let folder = if item.bundle { path.parent() } else { None };
    let times =
        [Some(path), folder].into_iter().flatten().filter_map(|path| fs::metadata(root.join(path)).ok());
    let times = times.flat_map(|metadata| [metadata.created(), metadata.modified()]).flatten();
    (times.map(millis).min().unwrap_or(i64::MAX), path.as_os_str().len(), path)
}
