//! The best hits first.
//!
//! FTS5's own ranking reads every match, 150 ms for a frequent word. So what speaks for an article is asked of the index
//! in a few questions, each of which the newest few hundred answers are read of: whether the words are in its title, tags,
//! section, author or site, whether it says them often, whether they stand side by side or near each other. What says
//! yes adds to an article's score; the newest matches are in it whatever they say.

use rustc_hash::FxHashMap;

use super::plan::{Depth, any, name, one, quoted};
use super::{Hits, Index};
use crate::Error;
use crate::query::sought::Whole;
use crate::query::{Node, Query, Sought};
use crate::text::terms::{AUTHOR, BREAK, OFTEN_SAID, SECTION, SITE, TAG, TITLE};

/// Matches that are looked at for being the newest, and for each thing that speaks for them.
const NEWEST: usize = 1000;
const EACH: usize = 250;
/// Endings of a word that is being typed.
const ENDINGS: usize = 16;
/// What the newest article is worth more than the oldest.
const RECENCY: f64 = 0.6;

impl Index {
    pub(super) fn ranked(&self, query: &Query, limit: usize, offset: usize) -> Result<Hits, Error> {
        let plan = self.plan(query.node.as_ref(), Depth::Quick)?;
        let newest = self.newest(&plan, NEWEST.max(offset + limit))?;
        let is_all = newest.len() < NEWEST.max(offset + limit);
        let alone = matches!(query.node, Some(Node::Words(_)));
        let mut plan = self.plan(query.node.as_ref(), Depth::Frequent)?;
        // What speaks for an article by its one word tells that it has that word.
        let words = plan.words.take().filter(|_| !alone);
        plan.beginnings = plan.beginnings.filter(|_| !alone);
        let mut scores: FxHashMap<i64, f64> = newest.into_iter().map(|number| (number, 0.0)).collect();
        for (matching, worth) in self.signs(query)? {
            plan.words = Some(match &words {
                Some(words) => format!("({words}) AND {matching}"),
                None => matching,
            });
            for number in self.newest(&plan, EACH)? {
                *scores.entry(number).or_default() += worth;
            }
        }
        let highest = scores.keys().max().copied().unwrap_or(1).max(1) as f64;
        let mut found: Vec<(i64, f64)> = scores
            .into_iter()
            .map(|(number, score)| (number, 1.0 + score + RECENCY * number as f64 / highest))
            .collect();
        found.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(other.0.cmp(&one.0)));
        let total = found.len();
        let hits = self.hits(found.into_iter().skip(offset).take(limit))?;
        Ok(Hits { hits, total, more: !is_all, instead: None })
    }

    /// What speaks for an article, and how much.
    fn signs(&self, query: &Query) -> Result<Vec<(String, f64)>, Error> {
        let sought: Vec<&Sought> =
            query.sought().into_iter().filter(|sought| sought.field.is_none()).collect();
        let mut signs = Vec::new();
        let mut weights = Vec::new();
        for sought in &sought {
            weights.push(self.weight(sought)?);
        }
        let all: f64 = weights.iter().sum();
        for (sought, weight) in sought.iter().zip(&weights) {
            let share = weight / all;
            // So few letters tell nothing; but they may be a word.
            let is_word = !sought.goes_on || sought.words.iter().any(|word| word.chars().count() > 2);
            for (field, worth) in
                [(TITLE, 8.0), (OFTEN_SAID, 4.0), (TAG, 4.0), (AUTHOR, 4.0), (SECTION, 2.5), (SITE, 2.5)]
                    .into_iter()
                    .filter(|_| is_word)
            {
                signs.extend(self.sign(sought, field)?.map(|matching| (matching, worth * share)));
            }
            if let Some(Whole::Joined(_)) = &sought.whole {
                // With its hyphens, before the same word without.
                signs.push((quoted(None, &sought.words), 2.0 * share));
            }
            if sought.goes_on && sought.words.len() == 1 {
                // The word as it is, before longer ones.
                let Some(word) = sought.words.first() else { continue };
                signs.push((one(None, word), 2.0 * share));
                signs.push((one(Some(TITLE), word), 4.0 * share));
            }
        }
        let words: Vec<String> = sought.iter().flat_map(|sought| sought.words.iter().cloned()).collect();
        if words.is_empty() {
            return Ok(signs);
        }
        let title: Vec<String> = std::iter::once(BREAK.to_owned())
            .chain(words.iter().map(|word| name(Some(TITLE), word)))
            .chain([BREAK.to_owned()])
            .collect();
        signs.push((quoted(None, &title), 6.0));
        if words.len() > 1 {
            signs.push((quoted(Some(TITLE), &words), 4.0));
        }
        if sought.len() > 1 {
            signs.push((quoted(None, &words), 4.0));
            let each: Vec<String> = words.iter().map(|word| one(None, word)).collect();
            signs.push((format!("NEAR({}, 8)", each.join(" ")), 2.0));
        }
        Ok(signs)
    }

    /// The terms that a field holds what is sought by; `None` where no article has them.
    fn sign(&self, sought: &Sought, field: char) -> Result<Option<String>, Error> {
        let word = match (&sought.whole, sought.words.as_slice()) {
            (Some(Whole::Written(whole) | Whole::Joined(whole)), _) => whole,
            (None, [word]) => word,
            // What is said often are single words.
            (None, words) => return Ok((field != OFTEN_SAID).then(|| quoted(Some(field), words))),
        };
        if field == OFTEN_SAID || field == TAG || !sought.goes_on {
            return Ok(Some(one(Some(field), word)));
        }
        let terms = self.completions(&name(Some(field), word), ENDINGS)?;
        Ok((!terms.is_empty()).then(|| any(&terms)))
    }

    /// How much a word tells: the rarer, the more.
    fn weight(&self, sought: &Sought) -> Result<f64, Error> {
        let mut articles = f64::MAX;
        for word in &sought.words {
            articles = articles.min(self.articles(word)? as f64);
        }
        let all: i64 =
            self.connection
                .query_row("SELECT coalesce(max(number), 1) FROM article", [], |row| row.get(0))?;
        Ok((1.0 + all as f64 / (articles + 1.0)).ln().max(0.1))
    }
}
