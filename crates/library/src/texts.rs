//! Having the index take in the words of the articles: behind all else, a part at a time, so that nobody waits for it.
//! Whenever it is cut short, it goes on from there the next time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::SystemTime;

use article::{Article, Form, Passage};
use index::{Index, Text};

use crate::card::text_digest;
use crate::catalogue::Shelved;
use crate::error::Error;
use crate::{Library, Progress, name, open, rows, time};

/// So many articles are taken in at once: more would keep others waiting that write, fewer take longer.
const BATCH: usize = 500;

/// Milliseconds.
const WEEK: i64 = 7 * 24 * 60 * 60 * 1000;

/// After so many, what was written piece by piece is put together.
const MANY: usize = 2000;

impl Library {
    /// Has the index take in the words of all articles that it lacks, the newest first; gives how many it took in. `go_on`
    /// is told how far it is, and stops it by saying no.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`] where it has to scan.
    pub fn index_texts(&self, go_on: &dyn Fn(Progress) -> bool) -> Result<usize, Error> {
        let all = self.ask_as_it_is(Index::lacking)?;
        let (mut done, mut taken, mut below) = (0, 0, i64::MAX);
        while go_on(Progress { done, all: all.max(done) }) {
            let lacking = self.ask_as_it_is(|index| index.lacking_below(below, BATCH))?;
            let Some((last, _)) = lacking.last() else { break };
            below = *last;
            done += lacking.len();
            let texts = lacking.into_iter().filter_map(|(_, row)| rows::shelved(row));
            let texts: Vec<Text> = texts.filter_map(|shelved| self.text_of(&shelved)).collect();
            if self.cache.write(|index| index.change_texts(|index| index.put_texts(&texts))).is_some() {
                taken += texts.len();
            }
        }
        if done > MANY {
            self.cache.tidy(&mut || go_on(Progress { done, all: all.max(done) }));
        } else if self.cache.is_stirred() || done > 0 {
            self.cache.settle();
        }
        if taken > 0 {
            // What was searched meanwhile may be found otherwise now.
            self.change_index(|_| Ok(()));
        }
        Ok(taken)
    }

    /// Looks whether the index is whole, and begins it anew where it is not; gives whether it was. A large one is looked
    /// through once a week, or whenever it `must` be. For when nobody waits; the words are to be taken in then, by
    /// [`Library::index_texts`].
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn look_through_index(&self, must: bool) -> Result<bool, Error> {
        let now = time::millis(SystemTime::now());
        let is_whole = self.cache.is_whole(now, if must { i64::MAX } else { now - WEEK });
        if !is_whole {
            self.cache.clear();
            self.read_again(None)?;
        }
        Ok(is_whole)
    }

    /// Whether the index failed since this was last asked and was begun anew, so that words are to be taken in.
    pub fn was_index_left(&self) -> bool {
        self.cache.was_left()
    }

    /// Whether the words of every article can be found.
    ///
    /// # Errors
    /// As [`Library::index_texts`].
    pub fn is_indexed(&self) -> Result<bool, Error> {
        Ok(self.ask_as_it_is(Index::lacking)? == 0)
    }

    /// Throws the index away, and builds it anew from the files. `go_on` is told how far the words are, and stops it by
    /// saying no: what is missing then comes with the next.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn reindex(&self, go_on: &dyn Fn(Progress) -> bool) -> Result<(), Error> {
        self.cache.clear();
        self.read_again(None)?;
        self.index_texts(go_on).map(|_| ())
    }

    /// What of an article is to be found by its words; `None` where its file is another by now, of which the next scan
    /// tells.
    pub(crate) fn text_of(&self, shelved: &Shelved) -> Option<Text> {
        let card = &shelved.card;
        let read = open::text(&self.real, &card.path).ok().flatten().map(|text| text.text);
        let body = match &read {
            Some(text) if text_digest(text) == card.digest => body(&passages(text, &card.path)),
            Some(_) => return None,
            // What can't be read has a title all the same.
            None if card.digest.is_nil() => String::new(),
            None => return None,
        };
        let meta = &card.summary.meta;
        let domain = meta.source.as_deref().and_then(domain).unwrap_or_default();
        let site = format!("{} {domain}", meta.site.as_deref().unwrap_or_default());
        let digest = card.digest.into_bytes();
        Some(Text { id: shelved.id.clone(), digest, site, body })
    }
}

/// What a text says, block by block. One that trips the program says nothing.
pub(crate) fn passages(text: &str, path: &Path) -> Vec<Passage> {
    let form = path.file_name().and_then(name::form).unwrap_or(Form::Markdown);
    catch_unwind(AssertUnwindSafe(|| Article::read(text, form).passages())).unwrap_or_default()
}

pub(crate) fn body(passages: &[Passage]) -> String {
    let mut body = String::with_capacity(
        passages.iter().map(|passage| passage.text.len() + index::BLOCK.len_utf8()).sum(),
    );
    for passage in passages {
        body.push_str(&passage.text);
        body.push(index::BLOCK);
    }
    body
}

/// The name of the server in an address, without "www.".
fn domain(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let server = rest.split(['/', '?', '#']).next()?;
    let server = server.rsplit('@').next()?.split(':').next()?;
    Some(server.strip_prefix("www.").unwrap_or(server))
}
