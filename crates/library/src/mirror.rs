//! What the reader did, in the index too: by it shelves are made and articles found.

use std::collections::{HashMap, HashSet};

use index::{Marks, Tag};

use crate::catalogue::{Catalogue, Shelved};
use crate::state::{self, Known, State};
use crate::{Library, rows, tags};

/// What the index is to know of an article by now, with its tags where they are others.
type Mirrored = (String, Marks, Option<Vec<Tag>>);

impl Library {
    /// Has the index know all that the reader did.
    pub(crate) fn mirror_all(&self) {
        let Some(kept) = self.cache.read(|index| index.marks()) else { return };
        let mut kept: HashMap<String, Marks> = kept.into_iter().collect();
        let known = self.state();
        let mut differ: Vec<(String, Option<Marks>)> = Vec::new();
        let all = known.state.all().keys().chain(known.state.highlights().articles());
        for id in all.collect::<HashSet<_>>() {
            let marks = mirrored(&known.state, id);
            let before = kept.remove(id);
            if before.as_ref() != Some(&marks) && (before.is_some() || marks != Marks::default()) {
                differ.push((id.clone(), before));
            }
        }
        // Of these nothing is known any more.
        differ.extend(kept.into_iter().map(|(id, before)| (id, Some(before))));
        let mirrored =
            differ.iter().filter_map(|(id, before)| self.mirrored(&known.state, id, before.as_ref()));
        let mirrored: Vec<Mirrored> = mirrored.collect();
        drop(known);
        self.put_mirrored(&mirrored);
    }

    /// Has the index know what the reader did with these articles, and with `noted`, in which only marks in the text have
    /// changed.
    pub(crate) fn mirror(&self, ids: &[String], noted: &HashSet<String>) {
        let known = self.state();
        let all = ids.iter().filter_map(|id| self.mirrored(&known.state, id, None));
        let noted = noted.iter().filter(|id| !ids.contains(id)).filter_map(|id| {
            let as_it_is = mirrored(&known.state, id);
            self.mirrored(&known.state, id, Some(&as_it_is))
        });
        let mirrored: Vec<Mirrored> = all.chain(noted).collect();
        drop(known);
        self.put_mirrored(&mirrored);
    }

    /// `None` of an article that is not here: it is marked elsewhere, and has not come yet.
    fn mirrored(&self, state: &State, id: &str, before: Option<&Marks>) -> Option<Mirrored> {
        let catalogue = Catalogue { cache: &self.cache };
        let shelved = catalogue.get(id)?;
        let marks = mirrored(state, id);
        let retagged = before.is_none_or(|before| before.tags != marks.tags);
        let tags = retagged.then(|| shown_tags(&shelved, state));
        Some((id.to_owned(), marks, tags))
    }

    fn put_mirrored(&self, mirrored: &[Mirrored]) {
        if mirrored.is_empty() {
            return;
        }
        self.change_index(|index| {
            for (id, marks, tags) in mirrored {
                index.mark(id, marks)?;
                if let Some(tags) = tags {
                    index.tag(id, tags)?;
                }
            }
            Ok(())
        });
    }
}

/// The tags that an article is shown with, as an index has them.
pub(crate) fn shown_tags(shelved: &Shelved, state: &State) -> Vec<Tag> {
    let marks = state.of(&shelved.id).map(|known| &known.marks);
    let shown = marks.map(|marks| tags::shown(shelved.own_tags(), marks));
    let shown = shown.unwrap_or_else(|| tags::shown(shelved.own_tags(), &crate::Marks::default()));
    shown.into_iter().map(|name| Tag { key: tags::tag_key(&name), name }).collect()
}

fn mirrored(state: &State, id: &str) -> Marks {
    let mut mirrored = state.of(id).map(shelved_by).unwrap_or_default();
    for one in state.highlights().of(id).filter(|one| !one.deleted) {
        mirrored.highlights += 1;
        for text in std::iter::once(&one.note).chain(&one.tags).filter(|text| !text.is_empty()) {
            mirrored.noted.push_str(text);
            mirrored.noted.push(index::BLOCK);
        }
    }
    mirrored
}

fn shelved_by(known: &Known) -> Marks {
    let state::Known { marks, read_at } = known;
    let progress = marks.position.as_ref().map_or(0.0, |position| position.progress);
    let has_tags = !marks.tags.is_empty() || !marks.hidden_tags.is_empty();
    let tags = if has_tags { rows::json(&(&marks.tags, &marks.hidden_tags)) } else { String::new() };
    let (bookmarked, archived, read_at) = (marks.bookmarked, marks.archived, *read_at);
    Marks { bookmarked, archived, progress, read_at, tags, ..Marks::default() }
}
