//! What the reader did, in the index too: by it shelves are made.

use std::collections::HashMap;

use index::Marks;

use crate::Library;
use crate::state;

impl Library {
    /// Has the index know all that the reader did.
    pub(crate) fn mirror_marks(&self) {
        let Some(kept) = self.cache.read(|index| index.marks()) else { return };
        let mut kept: HashMap<String, Marks> = kept.into_iter().collect();
        let known = self.state();
        let mut differ: Vec<(String, Marks)> = Vec::new();
        for (id, known) in known.state.all() {
            let marks = mirrored(known);
            let before = kept.remove(id);
            if before.as_ref() != Some(&marks) && (before.is_some() || marks != Marks::default()) {
                differ.push((id.clone(), marks));
            }
        }
        drop(known);
        // Of these nothing is known any more.
        differ.extend(kept.into_keys().map(|id| (id, Marks::default())));
        // Articles that are marked elsewhere may not have come here yet.
        let is_here = |id: &str| self.cache.read(|index| index.number(id)).flatten().is_some();
        differ.retain(|(id, _)| is_here(id));
        self.put_marks(&differ);
    }

    /// Has the index know what the reader did with one article.
    pub(crate) fn mirror_mark(&self, id: &str, known: &state::Known) {
        self.put_marks(&[(id.to_owned(), mirrored(known))]);
    }

    fn put_marks(&self, marks: &[(String, Marks)]) {
        if !marks.is_empty() {
            self.change(|index| marks.iter().try_for_each(|(id, marks)| index.mark(id, marks)));
        }
    }
}

fn mirrored(known: &state::Known) -> Marks {
    let marks = &known.marks;
    let progress = marks.position.as_ref().map_or(0.0, |position| position.progress);
    Marks { bookmarked: marks.bookmarked, archived: marks.archived, progress, read_at: known.read_at }
}
