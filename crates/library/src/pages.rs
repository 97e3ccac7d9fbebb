//! The shelf in parts: which articles stand where, in what order, and the rows of a few of them. What the index knows
//! from an earlier run is shown at once; a scan or refresh behind it tells what is another by now.

use index::{By, Counts, Index, Numbers, Stand, Which};

use crate::entry::{Entry, Marks};
use crate::error::{Code, Error};
use crate::shelf::entry;
use crate::sort::{self, Sort};
use crate::{Library, rows, tag_key};

/// Rows that are read at once where there may be very many.
const AT_ONCE: usize = 500;

impl Library {
    /// The numbers of the articles on a shelf, newest saved first. A number names an article as long as
    /// [`Library::revision`] stays.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`] where it has to scan.
    pub fn numbers(&self, stand: Stand) -> Result<Vec<i64>, Error> {
        self.ask_at_length(|index| index.numbers(stand))
    }

    /// The numbers of the articles that are shown with this tag, in no order.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn tagged(&self, tag: &str) -> Result<Numbers, Error> {
        let key = tag_key(tag);
        Ok(self.ask(|index| index.tagged(&key))?.into_iter().collect())
    }

    /// Puts numbers in order that are newest saved first; those that are alike stay as they are to each other. `seed` is
    /// for chance.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn sort(&self, numbers: &mut [i64], sort: Sort, descending: bool, seed: u64) -> Result<(), Error> {
        let by = match sort {
            Sort::Saved => By::Saved,
            Sort::Published => By::Published,
            Sort::Title => By::Title,
            Sort::Length => By::Length,
            Sort::Progress => By::Progress,
            Sort::Site => By::Site,
            Sort::Random => By::Id,
        };
        let key = |text: &str| match sort {
            Sort::Random => format!("{:016x}", sort::hash(seed, text)),
            _ => sort::plain(text),
        };
        let sorted = self.ask_at_length(|index| {
            let mut sorted = numbers.to_vec();
            index.sort(&mut sorted, by, descending, &key)?;
            Ok(sorted)
        })?;
        numbers.copy_from_slice(&sorted);
        Ok(())
    }

    /// How many articles stand on each shelf.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn counts(&self) -> Result<Counts, Error> {
        self.ask(Index::counts)
    }

    /// The articles that were begun and not finished, the last read first.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn begun(&self) -> Result<Vec<i64>, Error> {
        self.ask(Index::begun)
    }

    /// The number of an article.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn number(&self, id: &str) -> Result<Option<i64>, Error> {
        self.ask(|index| index.number(id))
    }

    /// The rows of these articles, with the marks of now; those that are gone are left out.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn entries(&self, numbers: &[i64]) -> Result<Vec<Entry>, Error> {
        let rows = self.ask(|index| {
            let rows = numbers.iter().map(|number| index.find_rows(Which::Number(*number)));
            rows.collect::<Result<Vec<_>, _>>()
        })?;
        let known = self.state();
        let shelved = rows.into_iter().flatten().filter_map(rows::shelved);
        Ok(shelved.map(|shelved| entry(&shelved, &known)).collect())
    }

    /// The ids of these articles; those that are gone are left out.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn ids(&self, numbers: &[i64]) -> Result<Vec<String>, Error> {
        let ids =
            self.ask(|index| numbers.iter().map(|number| index.id(*number)).collect::<Result<Vec<_>, _>>())?;
        Ok(ids.into_iter().flatten().collect())
    }

    /// Shows `each` the number and row of every article whose words are not taken in yet, without the marks.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn each_lacking(&self, each: &mut dyn FnMut(i64, &Entry)) -> Result<(), Error> {
        let mut below = i64::MAX;
        loop {
            let lacking = self.ask(|index| index.lacking_below(below, AT_ONCE))?;
            let Some((last, _)) = lacking.last() else { return Ok(()) };
            below = *last;
            for (number, row) in lacking {
                if let Some(shelved) = rows::shelved(row) {
                    each(number, &shelved.entry(&Marks::default(), None));
                }
            }
        }
    }

    /// The row of one article.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn entry(&self, id: &str) -> Result<Option<Entry>, Error> {
        let shelved = self.at_hand()?.get(id);
        Ok(shelved.map(|shelved| entry(&shelved, &self.state())))
    }

    /// Another number whenever a shelf may show something else, of this run or another process.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn revision(&self) -> Result<u64, Error> {
        let revision = self.ask(Index::revision)?;
        Ok((self.cache.emptied() << 32).wrapping_add(revision.unsigned_abs()))
    }

    /// Whether nothing is known of the articles yet, so that asking for them has to wait for a scan.
    pub fn is_new(&self) -> bool {
        !self.cache.is_filled()
    }

    /// How many articles stand on each shelf, and how many can't be opened; `None` where that would have to wait or scan.
    pub fn counts_at_hand(&self) -> Option<(Counts, usize)> {
        self.cache.try_read(|index| {
            let filled = index.revision()? > 0;
            filled.then(|| Ok((index.counts()?, index.unreadable()?))).transpose()
        })?
    }

    /// Asks the index. One that fails is filled anew, and asked once more.
    pub(crate) fn ask<T>(&self, ask: impl Fn(&Index) -> Result<T, index::Error>) -> Result<T, Error> {
        self.at_hand()?;
        self.ask_as_it_is(ask)
    }

    /// The same for what takes a while: who asks for a few rows does not wait for it.
    pub(crate) fn ask_at_length<T>(
        &self,
        ask: impl Fn(&Index) -> Result<T, index::Error>,
    ) -> Result<T, Error> {
        self.at_hand()?;
        match self.cache.read_at_length(&ask) {
            Some(answer) => Ok(answer),
            None => self.ask(ask),
        }
    }

    /// As [`Library::ask`], of the index as the last scan left it, in whatever run that was.
    pub(crate) fn ask_as_it_is<T>(
        &self,
        ask: impl Fn(&Index) -> Result<T, index::Error>,
    ) -> Result<T, Error> {
        if self.is_new() {
            self.catalogue()?;
        }
        if let Some(answer) = self.cache.read(&ask) {
            return Ok(answer);
        }
        self.catalogue()?;
        self.cache.read(&ask).ok_or_else(|| {
            let sentence = "What Offprint knows of the articles can't be kept, neither in its cache folder nor for this \
                            run alone. See that there is space on the disk, and start again.";
            Error::new(Code::LibraryUnreachable, sentence)
        })
    }
}
