//! Marks of articles that are not here.
//!
//! Where another program deleted a file, or moved it out of the library, what was marked in it is kept, and comes back with
//! it. Until then it is shown as what it is: of an article that is away. What lies in the trash is not away, nor what was
//! deleted for good from there: of these the trash tells.

use std::collections::{HashMap, HashSet};

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::state::Highlights;
use crate::{Library, trash};

/// The articles with marks that are not here.
#[derive(Default)]
pub(crate) struct Absent {
    /// Those that are neither here nor in the trash, each with its last headline, where that is known.
    pub(crate) away: HashMap<String, Option<String>>,
    /// The others: their marks are not shown.
    pub(crate) hidden: HashSet<String>,
}

impl Library {
    /// Whether there are marks of this article, and it is away: neither here nor in the trash.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn is_away(&self, article: &str) -> Result<bool, Error> {
        if self.at_hand()?.has(article) || self.catalogue()?.has(article) {
            return Ok(false);
        }
        let is_kept = is_kept(self.state().state.highlights(), article);
        Ok(is_kept && trash::all(&self.real).iter().all(|trashed| trashed.id != article))
    }

    /// The articles that are here, and those with marks that are not. What is known of an earlier run is enough only where
    /// nothing seems to be away: it may have moved since.
    pub(crate) fn here_and_absent(&self) -> Result<(Catalogue<'_>, Absent), Error> {
        let catalogue = self.at_hand()?;
        let absent = self.absent(catalogue);
        if absent.away.is_empty() || self.is_scanned() {
            return Ok((catalogue, absent));
        }
        let catalogue = self.catalogue()?;
        Ok((catalogue, self.absent(catalogue)))
    }

    fn absent(&self, catalogue: Catalogue<'_>) -> Absent {
        let known = self.state();
        let all = known.state.highlights();
        let (kept, mut hidden): (HashSet<&String>, HashSet<&String>) = all
            .articles()
            .filter(|article| !catalogue.has(article))
            .partition(|article| is_kept(all, article));
        let mut away: HashMap<String, Option<String>> = HashMap::new();
        if !kept.is_empty() {
            let trashed: HashSet<String> =
                trash::all(&self.real).into_iter().map(|trashed| trashed.id).collect();
            for article in kept {
                if trashed.contains(article) {
                    hidden.insert(article);
                } else {
                    away.insert(article.clone(), known.traces.title(article));
                }
            }
        }
        Absent { away, hidden: hidden.into_iter().cloned().collect() }
    }
}

/// Whether an article has marks that are to be seen, and was not deleted for good.
fn is_kept(all: &Highlights, article: &str) -> bool {
    all.of(article).any(|one| !one.deleted) && all.of(article).all(|one| !all.buried.contains_key(&one.id))
}
