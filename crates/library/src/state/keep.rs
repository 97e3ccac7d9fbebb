//! Keeping what the reader did.

use std::collections::HashSet;
use std::io;

use loro::{LoroDoc, LoroResult};

use super::{Change, Edit, Known, Mark, State, TELL_EVERY, collections, highlights, marks};

/// What is to be kept, in one file.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// Marks by the ids of articles.
    pub(crate) marks: Vec<(String, Mark)>,
    /// Changes by the ids of collections.
    pub(crate) collections: Vec<(String, Change)>,
    /// What is done with marks in texts, by their ids.
    pub(crate) highlights: Vec<(String, Edit)>,
}

impl Plan {
    /// Whether nothing is to be kept.
    pub(crate) fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.collections.is_empty() && self.highlights.is_empty()
    }

    /// The articles that are put into a collection, or get a mark in their text.
    pub(crate) fn reached(&self) -> impl Iterator<Item = &String> {
        let placed = self.collections.iter().filter_map(|(_, change)| match change {
            Change::Place(id, Some(_)) => Some(id),
            _ => None,
        });
        placed.chain(self.highlights.iter().filter_map(|(_, note)| match note {
            Edit::Article(id) => Some(id),
            _ => None,
        }))
    }
}

impl State {
    /// Sets marks of articles and changes collections, in one file. When this returns, it is on the disk. Whoever acts
    /// last wins only if it knows of what was done before: to be called after [`State::catch_up`].
    pub(crate) fn keep(&mut self, plan: Plan) -> io::Result<()> {
        if plan.is_empty() {
            return Ok(());
        }
        let doc = self.doc.get_or_insert_with(LoroDoc::new);
        let before = doc.oplog_vv();
        // What another article has left under an id goes when that is put into a collection, or marked.
        let begun: Vec<String> = plan.reached().filter(|id| self.gone.contains_key(*id)).cloned().collect();
        let Plan { marks, collections: changes, highlights } = plan;
        let noted: HashSet<String> = highlights.iter().map(|(id, _)| id.clone()).collect();
        let ids: HashSet<String> =
            marks.iter().map(|(id, _)| id.clone()).chain(begun.iter().cloned()).collect();
        let moves = marks.iter().any(is_move) || ids.iter().any(|id| self.gone.contains_key(id));
        let collected = !changes.is_empty();
        let set = set(doc, marks, changes, highlights, &begun);
        doc.commit();
        if let Err(error) = set {
            self.forget();
            return Err(io::Error::other(error));
        }
        let known: Vec<(String, Known)> = ids
            .into_iter()
            .map(|id| {
                let known = marks::of(doc, &id);
                (id, known)
            })
            .collect();
        let collections = collected.then(|| collections::all(doc));
        let gone = moves.then(|| marks::all_gone(doc));
        if doc.oplog_vv() != before {
            if let Err(error) = self.write() {
                self.forget();
                return Err(error);
            }
            self.known.extend(known);
            if let Some(collections) = collections {
                self.collections = collections;
            }
            if let (Some(doc), Some(read)) = (&self.doc, self.highlights.get_mut()) {
                read.read_again(doc, noted.iter());
            }
            if let Some(gone) = gone {
                self.gone = gone;
            }
            if !self.compact_if_many() && self.written.is_multiple_of(TELL_EVERY) {
                self.tell();
            }
        }
        Ok(())
    }

    /// What is to be kept so that tags, places and marks in its text which another device gave an article that had moved, without knowing
    /// of that, are those of the article that it is now. `is_away` tells of ids that no article has.
    pub(crate) fn late(&self, is_away: impl Fn(&str) -> bool) -> Plan {
        let (mut marks, mut changes, mut highlights) = (Vec::new(), Vec::new(), Vec::new());
        for (from, gone) in self.gone.iter().filter(|(from, _)| is_away(from)) {
            let to = self.now(&gone.to);
            if !gone.tags.is_empty() || !gone.hidden_tags.is_empty() {
                let tags = gone.tags.iter().map(|tag| Mark::Tag(tag.clone(), true));
                let hidden = gone.hidden_tags.iter().map(|tag| Mark::Hidden(tag.clone(), true));
                marks.extend(tags.chain(hidden).map(|mark| (to.to_owned(), mark)));
                marks.push((from.clone(), Mark::Moved(gone.to.clone())));
            }
            highlights.extend(self.highlights().handed_on(from, to));
            for (id, collection) in &self.collections {
                let Some(place) = collection.places.get(from) else { continue };
                changes.push((id.clone(), Change::Place(from.clone(), None)));
                if !collection.places.contains_key(to) {
                    changes.push((id.clone(), Change::Place(to.to_owned(), Some(*place))));
                }
            }
        }
        Plan { marks, collections: changes, highlights }
    }

    /// The id that has the marks of this one now. Of ids that name each other, any.
    fn now<'a>(&'a self, id: &'a str) -> &'a str {
        let mut now = id;
        for _ in 0..self.gone.len() {
            match self.gone.get(now) {
                Some(gone) => now = &gone.to,
                None => break,
            }
        }
        now
    }
}

fn is_move((_, mark): &(String, Mark)) -> bool {
    matches!(mark, Mark::Moved(_))
}

fn set(
    doc: &LoroDoc,
    marks: Vec<(String, Mark)>,
    changes: Vec<(String, Change)>,
    highlights: Vec<(String, Edit)>,
    begun: &[String],
) -> LoroResult<()> {
    for (id, mark) in marks {
        marks::set(doc, &id, mark)?;
    }
    for article in begun {
        marks::begin_anew_if_moved(doc, article)?;
    }
    for (id, change) in changes {
        collections::set(doc, &id, change)?;
    }
    for (id, note) in highlights {
        highlights::set(doc, &id, note)?;
    }
    Ok(())
}
