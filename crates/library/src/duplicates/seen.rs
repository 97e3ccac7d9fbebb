//! The articles of a library, as they are compared.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::{AddressKey, runs};
use crate::entry::Status;
use crate::error::Error;
use crate::spread::spread;
use crate::texts::{body, passages};
use crate::{Library, open};

/// An article, while it is compared.
pub(super) struct Seen {
    pub(super) id: String,
    path: PathBuf,
    /// The number of its address; two are the same where these are.
    pub(super) address: Option<usize>,
    /// Whether its text is long enough to be told from others.
    pub(super) is_told: bool,
}

impl Library {
    /// All articles, as last scanned, the newest saved first.
    pub(super) fn seen(&self, key: AddressKey<'_>) -> Result<Vec<Seen>, Error> {
        let mut all = Vec::new();
        self.catalogue()?.each(|shelved| {
            let meta = &shelved.card.summary.meta;
            let is_told = shelved.status() == Status::Ready && meta.words >= runs::FEWEST;
            let source = meta.source.clone();
            all.push((Seen { id: shelved.id, path: shelved.card.path, address: None, is_told }, source));
        });
        // Not before: others wait for the index as long as it is asked.
        let mut numbers = HashMap::new();
        let numbered = all.into_iter().map(|(seen, source)| {
            let next = numbers.len();
            let key = source.map(|source| key(&source)).filter(|key| !key.is_empty());
            Seen { address: key.map(|key| *numbers.entry(key).or_insert(next)), ..seen }
        });
        Ok(numbered.collect())
    }

    /// Reads the texts of these articles, on as many threads as help, and gives what `tell` makes of each that is there.
    pub(super) fn each_text<T: Send>(
        &self,
        seen: &[Seen],
        which: &[usize],
        tell: impl Fn(&str) -> Option<T> + Sync,
    ) -> Vec<(usize, T)> {
        let told = spread(vec![None], |at: Option<usize>, more| match at {
            None => {
                more.extend(which.iter().copied().map(Some));
                None
            }
            Some(at) => Some((at, tell(&text_of(&self.real, &seen[at].path)?)?)),
        });
        told.into_iter().flatten().collect()
    }
}

/// Each article with the next of the same address.
pub(super) fn same_addresses(seen: &[Seen]) -> Vec<(usize, usize)> {
    let mut last: HashMap<usize, usize> = HashMap::new();
    let pair = |(at, seen): (usize, &Seen)| Some((last.insert(seen.address?, at)?, at));
    seen.iter().enumerate().filter_map(pair).collect()
}

/// The text of an article's file, as it is searched; `None` where it can't be read now.
fn text_of(root: &Path, path: &Path) -> Option<String> {
    let text = open::text(root, path).ok().flatten()?.text;
    Some(body(&passages(&text, path)))
}
