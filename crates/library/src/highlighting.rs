//! Marking words in articles, and what the reader says of them.

use std::collections::HashSet;
use std::time::SystemTime;

use margins::Selectors;
use uuid::Uuid;

use crate::catalogue::Catalogue;
use crate::error::{Code, Error};
use crate::highlight::{Colour, Highlight, HighlightChange, NewHighlight, Review};
use crate::state::{Edit, Plan, State};
use crate::tags::{is_fit, spelled, tag_key};
use crate::{Library, time};

/// The longest note, in bytes: a long essay's.
const LONGEST_NOTE: usize = 200_000;
/// The most tags of one mark.
const MOST_TAGS: usize = 50;
/// The longest quote, in bytes, and of what stands around it.
const LONGEST_QUOTE: usize = 400_000;
const LONGEST_AROUND: usize = 8_000;

impl Library {
    /// The marks of an article, in the order in which they stood when they were made; those on all of it first. An article
    /// that is away has them too.
    ///
    /// # Errors
    /// [`Code::ArticleGone`].
    pub fn highlights(&self, article: &str) -> Result<Vec<Highlight>, Error> {
        let known = self.at_hand()?;
        if !known.has(article) && !self.catalogue()?.has(article) && !self.is_away(article)? {
            return Err(crate::reading::gone());
        }
        let known = self.state();
        let mut highlights: Vec<Highlight> =
            known.state.highlights().of(article).filter(|one| !one.deleted).cloned().collect();
        let place =
            |one: &Highlight| one.selectors.as_ref().map(|selectors| (selectors.start, selectors.end));
        highlights.sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| one.id.cmp(&other.id)));
        Ok(highlights)
    }

    /// All marks of an article, those that were removed too, in the order in which they were made.
    pub fn marks_in(&self, article: &str) -> Vec<Highlight> {
        self.state().state.highlights().of(article).cloned().collect()
    }

    /// The mark of this id, also one that was removed.
    ///
    /// # Errors
    /// [`Code::HighlightGone`].
    pub fn highlight(&self, id: &str) -> Result<Highlight, Error> {
        self.state().state.highlights().all.get(id).cloned().ok_or_else(gone)
    }

    /// The ids of all articles with marks that are not removed, those that are not here too. Looks at the folder first, if
    /// that was never done: marks follow files that were moved, and are their articles' only then.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`].
    pub fn highlighted(&self) -> Result<Vec<String>, Error> {
        self.catalogue()?;
        let known = self.state();
        let all = known.state.highlights();
        let mut ids: Vec<String> =
            all.articles().filter(|article| all.of(article).any(|one| !one.deleted)).cloned().collect();
        ids.sort();
        Ok(ids)
    }

    /// Marks words in articles, or writes notes on all of one; gives the marks. One whose id is here already is passed over,
    /// whatever became of it. When this returns, they are on the disk, all in one file.
    ///
    /// # Errors
    /// [`Code::ArticleGone`] where an article is not here; [`Code::BadHighlight`], [`Code::BadTag`] where a part of one is too
    /// long; [`Code::NotSaved`]. Then nothing has changed.
    pub fn add_highlights(&self, new: Vec<NewHighlight>) -> Result<Vec<Highlight>, Error> {
        let now = time::millis(SystemTime::now());
        let at_hand = self.at_hand()?;
        let catalogue =
            if new.iter().all(|one| at_hand.has(&one.article)) { at_hand } else { self.catalogue()? };
        let ids = self.change_in(catalogue, |catalogue, state| {
            let mut plan = Plan::default();
            let (mut ids, mut seen) = (Vec::new(), HashSet::new());
            for one in new {
                let id = one.id.clone().unwrap_or_else(|| Uuid::now_v7().to_string());
                if state.highlights().all.contains_key(&id) || !seen.insert(id.clone()) {
                    continue;
                }
                plan.highlights.extend(made(catalogue, &id, one, now)?);
                ids.push(id);
            }
            Ok((plan, ids))
        })?;
        ids.iter().map(|id| self.highlight(id)).collect()
    }

    /// Changes a mark; gives it as it was, from which a change takes this back. On the disk when this returns.
    ///
    /// # Errors
    /// [`Code::HighlightGone`], [`Code::BadHighlight`], [`Code::BadTag`], [`Code::NotSaved`].
    pub fn change_highlight(&self, id: &str, change: HighlightChange) -> Result<Highlight, Error> {
        let now = time::millis(SystemTime::now());
        self.change_here(|state| {
            let before = find(state, id)?.clone();
            let HighlightChange { colour, note, was, tag, untag, selectors } = change;
            let mut notes = Vec::new();
            notes.extend(colour.filter(|colour| *colour != before.colour).map(Edit::Colour));
            if let Some(note) = note.filter(|note| note.trim_end() != before.note.trim_end()) {
                let is_other = was.is_some_and(|was| was.trim_end() != before.note.trim_end());
                let both = [before.note.as_str(), &note].map(str::trim_end);
                let both = both.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n\n");
                notes.push(Edit::Note(fit_note(if is_other { both } else { note })?));
            }
            let has = |tags: &[String], tag: &String| tags.iter().any(|one| tag_key(one) == tag_key(tag));
            let (mut stay, gone): (Vec<String>, Vec<String>) =
                before.tags.iter().cloned().partition(|one| !has(&untag, one) || has(&tag, one));
            let new: Vec<String> =
                fit_tags(&tag)?.into_iter().filter(|one| !before.tags.contains(one)).collect();
            stay.retain(|one| !has(&new, one));
            if !new.is_empty() {
                fit_tags(&stay.into_iter().chain(new.iter().cloned()).collect::<Vec<_>>())?;
            }
            notes.extend(gone.into_iter().map(|tag| Edit::Tag(tag, false)));
            notes.extend(new.into_iter().map(|tag| Edit::Tag(tag, true)));
            if let Some(selectors) =
                selectors.filter(|selectors| Some(selectors) != before.selectors.as_ref())
            {
                notes.push(Edit::Selectors(fit_selectors(selectors)?));
            }
            if !notes.is_empty() {
                notes.push(Edit::Changed(now));
            }
            Ok((notes.into_iter().map(|note| (id.to_owned(), note)).collect(), before))
        })
    }

    /// Removes marks, or brings them back with all that is in them; gives the ids of those that were otherwise. On the disk
    /// when this returns.
    ///
    /// # Errors
    /// [`Code::HighlightGone`] where there is none of them; [`Code::NotSaved`].
    pub fn set_highlights_deleted(&self, ids: &[String], deleted: bool) -> Result<Vec<String>, Error> {
        let now = time::millis(SystemTime::now());
        self.change_here(|state| {
            let all = &state.highlights().all;
            let known: Vec<&Highlight> = ids.iter().filter_map(|id| all.get(id)).collect();
            if known.is_empty() && !ids.is_empty() {
                return Err(gone());
            }
            let others: Vec<&Highlight> = known.into_iter().filter(|one| one.deleted != deleted).collect();
            let edits = others.iter().flat_map(|one| {
                // Never before what is known of it, whatever the clocks say.
                let removed = deleted.then(|| Edit::Removed(now.max(one.changed)));
                std::iter::once(Edit::Deleted(deleted)).chain(removed).map(|edit| (one.id.clone(), edit))
            });
            Ok((edits.collect(), others.iter().map(|one| one.id.clone()).collect()))
        })
    }

    /// Keeps when a mark is to be looked at again; gives what was kept before.
    ///
    /// # Errors
    /// [`Code::HighlightGone`], [`Code::NotSaved`].
    pub fn set_review(&self, id: &str, review: Review) -> Result<Option<Review>, Error> {
        self.change_here(|state| {
            let before = find(state, id)?.review;
            Ok((vec![(id.to_owned(), Edit::Review(review))], before))
        })
    }

    /// Shows `each` every mark that is not removed, of articles that are here.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`].
    pub fn each_highlight(&self, mut each: impl FnMut(&Highlight)) -> Result<(), Error> {
        let catalogue = self.at_hand()?;
        let known = self.state();
        let all = known.state.highlights();
        for article in all.articles().filter(|article| catalogue.has(article)) {
            all.of(article).filter(|one| !one.deleted).for_each(&mut each);
        }
        Ok(())
    }

    /// Changes marks that are there already: no article need be looked for.
    pub(crate) fn change_here<T>(
        &self,
        plan: impl FnOnce(&State) -> Result<(Vec<(String, Edit)>, T), Error>,
    ) -> Result<T, Error> {
        let catalogue = Catalogue { cache: &self.cache };
        self.change_in(catalogue, |_, state| {
            let (highlights, given) = plan(state)?;
            Ok((Plan { highlights, ..Plan::default() }, given))
        })
    }
}

/// What makes a mark of this id. `now` is when it was made, where nobody says.
pub(crate) fn made(
    catalogue: Catalogue<'_>,
    id: &str,
    new: NewHighlight,
    now: i64,
) -> Result<Vec<(String, Edit)>, Error> {
    let NewHighlight { article, selectors, colour, note, tags, created, changed, .. } = new;
    if !catalogue.has(&article) {
        return Err(crate::reading::gone());
    }
    let created = created.unwrap_or(now);
    let mut notes =
        vec![Edit::Article(article), Edit::Created(created), Edit::Changed(changed.unwrap_or(created))];
    notes.extend(selectors.map(fit_selectors).transpose()?.map(Edit::Selectors));
    notes.extend((colour != Colour::default()).then_some(Edit::Colour(colour)));
    let note = fit_note(note)?;
    notes.extend((!note.is_empty()).then_some(Edit::Note(note)));
    notes.extend(fit_tags(&tags)?.into_iter().map(|tag| Edit::Tag(tag, true)));
    Ok(notes.into_iter().map(|note| (id.to_owned(), note)).collect())
}

/// Whether a mark that was written elsewhere can be kept, as it is.
///
/// # Errors
/// [`Code::BadHighlight`], [`Code::BadTag`]: a sentence says what is too long, or not there.
pub fn check_highlight(highlight: &Highlight) -> Result<(), Error> {
    if !(1..=100).contains(&highlight.id.len()) {
        return Err(Error::new(
            Code::BadHighlight,
            "This mark has no id, so that it can't be told from others.",
        ));
    }
    highlight.selectors.clone().map(fit_selectors).transpose()?;
    fit_note(highlight.note.clone())?;
    fit_tags(&highlight.tags).map(drop)
}

/// What makes a mark what it was elsewhere, in the article of this id; of one that is `known` here, what was done with it
/// since.
pub(crate) fn returned(known: Option<&Highlight>, article: &str, new: Highlight) -> Vec<(String, Edit)> {
    if known.is_some_and(|known| known.changed >= new.changed) {
        return Vec::new();
    }
    let mut edits = vec![Edit::Changed(new.changed), Edit::Colour(new.colour), Edit::Note(new.note)];
    edits.extend(new.selectors.map(Edit::Selectors));
    edits.extend(new.tags.into_iter().map(|tag| Edit::Tag(tag, true)));
    if known.is_none() {
        edits.extend([Edit::Article(article.to_owned()), Edit::Created(new.created)]);
        edits.extend(new.deleted.then_some(Edit::Deleted(true)));
        edits.extend(new.review.map(Edit::Review));
    }
    edits.into_iter().map(|edit| (new.id.clone(), edit)).collect()
}

fn find<'a>(state: &'a State, id: &str) -> Result<&'a Highlight, Error> {
    let one = state.highlights().all.get(id).ok_or_else(gone)?;
    if one.deleted {
        let sentence = "This mark was removed. Bring it back before you change it.";
        return Err(Error::new(Code::HighlightGone, sentence));
    }
    Ok(one)
}

fn gone() -> Error {
    let sentence =
        "There is no such mark: it was deleted for good, or this is no mark's id. Look at the list of marks.";
    Error::new(Code::HighlightGone, sentence)
}

fn fit_note(note: String) -> Result<String, Error> {
    if note.len() > LONGEST_NOTE {
        let sentence = format!(
            "A note has no more than {LONGEST_NOTE} bytes, and this one has {}. Shorten it, or make an article of it.",
            note.len()
        );
        return Err(Error::new(Code::BadHighlight, sentence));
    }
    Ok(note.trim_end().to_owned())
}

fn fit_tags(tags: &[String]) -> Result<Vec<String>, Error> {
    if tags.len() > MOST_TAGS {
        let sentence = format!("A mark has no more than {MOST_TAGS} tags. Take some away, and try again.");
        return Err(Error::new(Code::BadTag, sentence));
    }
    let mut fit: Vec<String> = Vec::new();
    for tag in tags {
        if !is_fit(tag) {
            let sentence = "A tag has letters, a hundred at most. Write another one, and try again.";
            return Err(Error::new(Code::BadTag, sentence));
        }
        if !fit.iter().any(|one| tag_key(one) == tag_key(tag)) {
            fit.push(spelled(tag));
        }
    }
    Ok(fit)
}

fn fit_selectors(selectors: Selectors) -> Result<Selectors, Error> {
    let Selectors { exact, prefix, suffix, block, .. } = &selectors;
    if exact.len() > LONGEST_QUOTE || [prefix, suffix, block].iter().any(|text| text.len() > LONGEST_AROUND) {
        let sentence = "This is too long to be marked at once. Mark parts of it.";
        return Err(Error::new(Code::BadHighlight, sentence));
    }
    if exact.trim().is_empty() {
        let sentence = "There are no words in what is to be marked. Select some, and try again.";
        return Err(Error::new(Code::BadHighlight, sentence));
    }
    Ok(selectors)
}
