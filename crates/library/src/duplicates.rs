//! Finding articles that are in the library more than once.
//!
//! 1. `seen` lists all articles. Addresses are compared by a key that the caller makes of them.
//! 2. `sketch`: each text is read and becomes a few numbers; texts whose numbers agree in part may be alike.
//! 3. `runs`: those texts are read once more, and compared by all that they say. What counts as the same text is said
//!    there.
//! 4. `groups`: articles of which each is the same as each other are a group. `rank` says which of them to keep.
//!
//! Of 100,000 articles some 50 MB are held meanwhile. Nothing is kept between two searches.

mod groups;
mod rank;
mod runs;
mod seen;
mod sketch;

use std::collections::HashMap;

use serde::Serialize;

use self::groups::{crowds, grouped};
use self::runs::{Frame, Runs};
use self::seen::{Seen, same_addresses};
use self::sketch::{Sketch, candidates, sketch};
use crate::entry::Entry;
use crate::error::Error;
use crate::{Library, Progress};

/// Texts that are read between two looks at whether to go on.
const BATCH: usize = 128;

/// What a search for duplicates came to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Duplicates {
    /// Articles that were compared.
    pub articles: usize,
    /// It was stopped before it was through, and has no groups.
    pub stopped: bool,
    /// Articles that are the same, the newest first.
    pub groups: Vec<Group>,
}

/// Articles of which each is the same as each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Two and more; the first is the one to keep: with all its pictures, then with more words, then with marks, then
    /// the older.
    pub articles: Vec<Duplicate>,
}

/// One of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Duplicate {
    /// Its row of the shelf.
    #[serde(flatten)]
    pub entry: Entry,
    /// Pictures and recordings of it that are here.
    pub pictures: usize,
    /// Those that it shows and that are not here.
    pub lacking: usize,
    /// Whether its address leads to the same page as that of the group's first; so with the next.
    pub same_address: bool,
    /// How much of both texts is the same, 0 to 1; `None` where one has no text to compare, and of the first.
    pub same_text: Option<f64>,
    /// Whether the reader did anything with it.
    #[serde(skip)]
    is_marked: bool,
}

/// What is left of an address where two lead to the same page.
pub type AddressKey<'a> = &'a dyn Fn(&str) -> String;

impl Library {
    /// Finds the articles that are here more than once: those whose addresses come to the same by `key`, and those whose
    /// texts are the same but for a little. `go_on` is told how far it is, and stops it by saying no.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn duplicates(
        &self,
        key: AddressKey<'_>,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> Result<Duplicates, Error> {
        let seen = self.seen(key)?;
        let mut found = Duplicates { articles: seen.len(), ..Duplicates::default() };
        let told: Vec<usize> = (0..seen.len()).filter(|at| seen[*at].is_told).collect();
        let (mut done, all) = (0, told.len().max(1));
        let mut sketches: Vec<(usize, Sketch)> = Vec::with_capacity(told.len());
        for batch in told.chunks(BATCH) {
            if !go_on(Progress { done, all }) {
                return Ok(Duplicates { stopped: true, ..found });
            }
            sketches.extend(self.each_text(&seen, batch, sketch));
            done += batch.len();
        }
        sketches.sort_unstable_by_key(|(at, _)| *at);
        let mut pairs = candidates(&sketches);
        drop(sketches);
        pairs.extend(same_addresses(&seen));
        for crowd in crowds(&pairs).iter().flat_map(groups::Crowd::parts) {
            // The last one counts as done when all is through: by that is known that it is.
            if !go_on(Progress { done: done.min(all - 1), all }) {
                return Ok(Duplicates { stopped: true, ..found });
            }
            found.groups.extend(self.groups_of(&seen, &crowd)?);
        }
        go_on(Progress { done: all, all });
        Ok(found)
    }

    /// The groups among articles that may be alike.
    fn groups_of(&self, seen: &[Seen], crowd: &groups::Crowd) -> Result<Vec<Group>, Error> {
        let told: Vec<usize> = crowd.members.iter().copied().filter(|at| seen[*at].is_told).collect();
        let read = self.each_text(seen, &told, |text| Some(Runs::of(text)));
        let texts: HashMap<usize, Runs> = read.into_iter().collect();
        let frame = Frame::of(texts.values());
        let text = |one: usize, other: usize| Some((texts.get(&one)?, texts.get(&other)?));
        let same_address = |one: usize, other: usize| {
            seen[one].address.is_some() && seen[one].address == seen[other].address
        };
        let is_same = |one: usize, other: usize| {
            same_address(one, other)
                || text(one, other).is_some_and(|(one, other)| one.is_same(other, &frame))
        };
        let how_close = |one: usize, other: usize| {
            let shared = text(one, other).map_or(0.0, |(one, other)| one.shared(other));
            f64::from(u8::from(same_address(one, other))) + shared
        };
        let mut groups = Vec::new();
        for members in grouped(&crowd.pairs, is_same, how_close) {
            let articles = members.into_iter().map(|at| Ok(self.duplicate(&seen[at].id)?.map(|it| (at, it))));
            let mut articles: Vec<(usize, Duplicate)> =
                articles.filter_map(Result::transpose).collect::<Result<_, Error>>()?;
            rank::sort(&mut articles, |(_, article)| article);
            let Some((first, _)) = articles.first() else { continue };
            let first = *first;
            for (at, article) in articles.iter_mut().skip(1) {
                article.same_address = same_address(first, *at);
                article.same_text = text(first, *at).map(|(one, other)| one.shared(other));
            }
            if articles.len() > 1 {
                groups.push(Group { articles: articles.into_iter().map(|(_, article)| article).collect() });
            }
        }
        Ok(groups)
    }

    /// What there is to know of one; `None` where it was removed meanwhile.
    fn duplicate(&self, id: &str) -> Result<Option<Duplicate>, Error> {
        let Some(entry) = self.entry(id)? else { return Ok(None) };
        // What can't be opened shows nothing.
        let media = self.opened(id, &|key, _| key.to_owned()).map(|opened| opened.document.media);
        let media = media.unwrap_or_default();
        let pictures = media.iter().filter(|medium| medium.status == article::Status::Saved).count();
        let lacking = media.len() - pictures;
        let is_marked = self.state().state.is_marked(id);
        Ok(Some(Duplicate { entry, pictures, lacking, same_address: false, same_text: None, is_marked }))
    }
}
