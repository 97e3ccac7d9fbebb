//! Keeping what the reader did with articles that came back, joined to what is known of them here.

use uuid::Uuid;

use super::Restoring;
use crate::entry::Marks;
use crate::error::{Code, Error};
use crate::highlighting::returned;
use crate::saving::not_saved;
use crate::state::{Change, Mark, Plan};
use crate::{Gathering, collecting, durable, marking, name, tag_key, tags};

impl Restoring<'_> {
    /// Makes all articles that came durable, and then keeps what their reader did with them.
    ///
    /// # Errors
    /// [`Code::NotSaved`].
    pub fn settle(&mut self) -> Result<(), Error> {
        for folder in std::mem::take(&mut self.folders) {
            durable::sync_folder(&folder).map_err(|error| not_saved("The import", &error))?;
        }
        let marks = std::mem::take(&mut self.marks);
        let highlights = std::mem::take(&mut self.highlights);
        self.library.change(|_, state| {
            let mut plan = Plan::default();
            for (id, new, read_at) in marks {
                let known = state.of(&id).cloned().unwrap_or_default();
                plan.marks
                    .extend(joined(&known.marks, known.read_at, new, read_at).map(|mark| (id.clone(), mark)));
            }
            let all = &state.highlights().all;
            for (id, highlight) in highlights {
                plan.highlights.extend(returned(all.get(&highlight.id), &id, highlight));
            }
            Ok((plan, ()))
        })
    }

    /// Makes collections, or puts what they hold into those of the same id or name. Gives a sentence for each that could
    /// not be made.
    ///
    /// # Errors
    /// [`Code::NotSaved`].
    pub fn collections(&mut self, gatherings: &[Gathering]) -> Result<Vec<String>, Error> {
        let mut refused = Vec::new();
        for gathering in gatherings {
            let ids = &self.ids;
            let done = self.library.change(|catalogue, state| {
                let fold = name::fold(&gathering.name);
                let all = state.collections();
                let named =
                    || all.iter().find(|(_, other)| !other.deleted && name::fold(&other.name) == fold);
                let by_id = all.get_key_value(&gathering.id);
                let known = by_id.or_else(named).map(|(id, known)| (id.clone(), known));
                let id = match &known {
                    Some((id, _)) => id.clone(),
                    None => Uuid::parse_str(&gathering.id).unwrap_or_else(|_| Uuid::now_v7()).to_string(),
                };
                let mut changes = Vec::new();
                match &known {
                    Some((_, known)) if known.deleted => changes.push(Change::Deleted(false)),
                    Some(_) => {}
                    None => {
                        changes.push(Change::Name(collecting::free_name(state, &gathering.name, None)?));
                        changes.push(Change::Created(gathering.created));
                        if let Some(query) = &gathering.query {
                            changes.push(Change::Query(collecting::fit_query(query)?));
                        }
                    }
                }
                let is_smart =
                    known.as_ref().map_or(gathering.query.is_some(), |(_, known)| known.query.is_some());
                for placed in gathering.places.iter().filter(|_| !is_smart) {
                    let article = ids.get(&placed.id).unwrap_or(&placed.id);
                    let is_in = known.as_ref().is_some_and(|(_, known)| known.places.contains_key(article));
                    if let Some(place) = placed.place.filter(|place| place.is_finite())
                        && !is_in
                        && catalogue.has(article)
                    {
                        changes.push(Change::Place(article.clone(), Some(place)));
                    }
                }
                let collections = changes.into_iter().map(|change| (id.clone(), change)).collect();
                Ok((Plan { collections, ..Plan::default() }, ()))
            });
            match done {
                Err(error) if error.code == Code::NotSaved => return Err(error),
                Err(error) => refused
                    .push(format!("The collection “{}” was left out. {}", gathering.name, error.message)),
                Ok(()) => {}
            }
        }
        Ok(refused)
    }
}

/// What makes marks hold what both have; where reading paused is told by the later one.
fn joined(
    known: &Marks,
    known_at: Option<i64>,
    new: Marks,
    new_at: Option<i64>,
) -> impl Iterator<Item = Mark> {
    let mut marks = Vec::new();
    if new.bookmarked && !known.bookmarked {
        marks.push(Mark::Bookmarked(true));
    }
    if new.archived && !known.archived {
        marks.push(Mark::Archived(true));
    }
    if let Some(position) = new.position.filter(|_| known.position.is_none() || new_at > known_at) {
        marks.push(Mark::Position(marking::in_range(position), new_at.unwrap_or_default()));
    }
    let lacks = |known: &[String], tag: &String| !known.iter().any(|other| tag_key(other) == tag_key(tag));
    let fit = |tag: &String| tags::is_fit(tag);
    marks.extend(
        new.tags
            .into_iter()
            .filter(|tag| fit(tag) && lacks(&known.tags, tag))
            .map(|tag| Mark::Tag(tag, true)),
    );
    let hidden = new.hidden_tags.into_iter().filter(|tag| fit(tag) && lacks(&known.hidden_tags, tag));
    marks.extend(hidden.map(|tag| Mark::Hidden(tag, true)));
    marks.into_iter()
}
