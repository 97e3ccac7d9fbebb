//! Articles that are about the same as one: the index finds them by its words, and copies of it are left out.

use index::{Fields, Which};
use serde::Serialize;

use crate::entry::Entry;
use crate::error::Error;
use crate::likeness::{is_like, sample};
use crate::{Library, rows, shelf};

/// An article that is about the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Related {
    /// Its row.
    #[serde(flatten)]
    pub entry: Entry,
    /// How much the two share, 0 to 1.
    pub score: f64,
}

/// So many more are asked for than are wanted, since some may be copies.
const COPIES: usize = 6;

impl Library {
    /// The articles that are about the same as this one, `limit` at most, the best first; from the index as it is. Copies
    /// of it are left out, and what shares too little.
    ///
    /// # Errors
    /// [`crate::Code::ArticleGone`]; [`crate::Code::LibraryUnreachable`] where it has to scan.
    pub fn related(&self, id: &str, limit: usize) -> Result<Vec<Related>, Error> {
        let shelved = self.at_hand()?.get(id).ok_or_else(crate::reading::gone)?;
        // One that was changed a moment ago is taken in soon.
        let Some(text) = self.text_of(&shelved) else { return Ok(Vec::new()) };
        let shown = shelf::entry(&shelved, &self.state());
        let tags = shown.tags.join("\n");
        let fields = Fields {
            title: &shown.title,
            section: shown.section.as_deref().unwrap_or_default(),
            tags: &tags,
            body: &text.body,
            ..Fields::default()
        };
        let found = self.ask_as_it_is(|index| {
            let Some(number) = index.number(id)? else { return Ok(Vec::new()) };
            let hits = index.related(number, &fields, limit.saturating_add(COPIES))?;
            let rows =
                hits.into_iter().map(|hit| Ok((index.find_rows(Which::Number(hit.number))?, hit.score)));
            rows.collect::<Result<Vec<_>, index::Error>>()
        })?;
        let sample = sample(&text.body);
        let mut related = Vec::new();
        for (rows, score) in found {
            let Some(other) = rows.into_iter().next().and_then(rows::shelved) else { continue };
            // What is gone is not offered.
            let Some(text) = self.text_of(&other) else { continue };
            if !is_like(&sample, &text.body) {
                related.push(Related { entry: shelf::entry(&other, &self.state()), score });
            }
            if related.len() >= limit {
                break;
            }
        }
        related.truncate(limit);
        Ok(related)
    }
}
