//! What the reader did, in the index too: by it shelves are made and articles found.

use std::collections::HashMap;

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
        for (id, known) in known.state.all() {
            let marks = mirrored(known);
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

    /// Has the index know what the reader did with these articles.
    pub(crate) fn mirror(&self, ids: &[String]) {
        let known = self.state();
        let mirrored: Vec<Mirrored> =
            ids.iter().filter_map(|id| self.mirrored(&known.state, id, None)).collect();
        drop(known);
        self.put_mirrored(&mirrored);
    }

    /// `None` of an article that is not here: it is marked elsewhere, and has not come yet.
    fn mirrored(&self, state: &State, id: &str, before: Option<&Marks>) -> Option<Mirrored> {
        let catalogue = Catalogue { cache: &self.cache };
        let shelved = catalogue.get(id)?;
        let marks = state.of(id).map(mirrored).unwrap_or_default();
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

fn mirrored(known: &Known) -> Marks {
    let state::Known { marks, read_at } = known;
    let progress = marks.position.as_ref().map_or(0.0, |position| position.progress);
    let has_tags = !marks.tags.is_empty() || !marks.hidden_tags.is_empty();
    let tags = if has_tags { rows::json(&(&marks.tags, &marks.hidden_tags)) } else { String::new() };
    Marks { bookmarked: marks.bookmarked, archived: marks.archived, progress, read_at: *read_at, tags }
}
