//! The shelf in parts: which articles stand where, in what order, and the rows of a few of them. What the index knows
//! from an earlier run is shown at once; a scan or refresh behind it tells what is another by now.

use index::{By, Counts, Index, Stand, Which};

use crate::entry::Entry;
use crate::error::{Code, Error};
use crate::shelf::entry;
use crate::{Library, rows};

impl Library {
    /// The numbers of the articles on a shelf, only those with the tag if one is given, sorted. A number names an article
    /// as long as [`Library::revision`] stays. `fold` makes of a text what it is sorted by.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`] where it has to scan.
    pub fn numbers(
        &self,
        stand: Stand,
        tag: Option<&str>,
        (sort, descending): (By, bool),
        fold: &dyn Fn(&str) -> String,
    ) -> Result<Vec<i64>, Error> {
        self.ask(|index| {
            let mut numbers = index.numbers(stand)?;
            if let Some(tag) = tag {
                let tagged: std::collections::HashSet<i64> =
                    index.tagged(&tag.to_lowercase())?.into_iter().collect();
                numbers.retain(|number| tagged.contains(number));
            }
            index.sort(&mut numbers, sort, descending, fold)?;
            Ok(numbers)
        })
    }

    /// How many articles stand on each shelf.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn counts(&self) -> Result<Counts, Error> {
        self.ask(Index::counts)
    }

    /// The article on a shelf that was last read and not finished.
    ///
    /// # Errors
    /// As [`Library::numbers`].
    pub fn begun(&self, stand: Stand) -> Result<Option<i64>, Error> {
        self.ask(|index| index.begun(stand))
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
    pub fn revision(&self) -> Result<i64, Error> {
        self.ask(Index::revision)
    }

    /// Whether nothing is known of the articles yet, so that asking for them has to wait for a scan.
    pub fn is_new(&self) -> bool {
        !self.cache.is_filled()
    }

    /// Asks the index. One that fails is filled anew, and asked once more.
    pub(crate) fn ask<T>(&self, ask: impl Fn(&Index) -> Result<T, index::Error>) -> Result<T, Error> {
        self.at_hand()?;
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
