//! The best hits first.
//!
//! FTS5's own ranking reads every match, 150 ms for a frequent word. So what speaks for an article is asked of the index
//! in a few questions, each of which the newest few hundred answers are read of: whether the words are in its title, tags,
//! section, author or site, whether it says them often, whether they stand side by side or near each other. What says
//! yes adds to an article's score; the newest matches come in whatever they say, as many as are asked for.

use rustc_hash::FxHashMap;

use super::matching::{Matching, name, names};
use super::plan::Depth;
use super::{FEW, Hits, Index, Wanted};
use crate::Error;
use crate::query::sought::Whole;
use crate::query::{Node, Query, Sought};
use crate::text::terms::{AUTHOR, BREAK, OFTEN_SAID, SECTION, SITE, TAG, TITLE};

/// Matches that are looked at for each thing that speaks for them.
const EACH: usize = 250;
/// So many words may stand between those that are near each other.
const NEAR: usize = 8;
/// Endings of a word that is being typed.
const ENDINGS: usize = 16;
/// What the newest article is worth more than the oldest.
const RECENCY: f64 = 0.6;

/// Something that speaks for an article.
struct Sign {
    matching: Matching,
    /// How much.
    worth: f64,
    /// Whether it is all that the query asks for, and more.
    is_whole: bool,
}

impl Index {
    pub(super) fn ranked(&self, query: &Query, wanted: Wanted<'_>) -> Result<Hits, Error> {
        let Wanted { among, limit, offset, .. } = wanted;
        let plan = self.plan(query.node.as_ref(), Depth::Quick)?;
        // Of those for which nothing speaks, none comes before a newer one.
        let enough = offset.saturating_add(limit).saturating_add(1).max(FEW);
        let newest = self.newest(&plan, among, enough)?;
        let is_all = newest.len() < enough;
        let alone = match &query.node {
            Some(Node::Any(nodes)) => nodes.iter().all(|node| matches!(node, Node::Words(_))),
            node => matches!(node, Some(Node::Words(_))),
        };
        let mut plan = self.plan(query.node.as_ref(), Depth::Frequent)?;
        // What speaks for an article by one word, where each is enough, tells that it has that word.
        let words = plan.words.take().filter(|_| !alone);
        plan.beginnings = plan.beginnings.filter(|_| !alone);
        let mut scores: FxHashMap<i64, f64> = newest.into_iter().map(|number| (number, 0.0)).collect();
        let signs = self.signs(query)?;
        for Sign { matching, worth, is_whole } in signs.into_iter().filter(|sign| sign.matching.articles > 0)
        {
            plan.words = Some(match &words {
                Some(words) if !is_whole => Matching::all(vec![matching, words.clone()]),
                _ => matching,
            });
            for number in self.newest(&plan, among, EACH)? {
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
        Ok(Hits { hits, total, more: !is_all, ..Hits::default() })
    }

    /// What speaks for an article, and how much.
    fn signs(&self, query: &Query) -> Result<Vec<Sign>, Error> {
        let sought: Vec<&Sought> =
            query.sought().into_iter().filter(|sought| sought.field.is_none()).collect();
        let mut signs = Vec::new();
        let sign = |matching, worth| Sign { matching, worth, is_whole: false };
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
                signs.push(sign(self.sign(sought, field)?, worth * share));
            }
            if let Some(Whole::Joined(_)) = &sought.whole {
                // With its hyphens, before the same word without.
                signs.push(sign(self.phrase(&sought.words)?, 2.0 * share));
            }
            if sought.goes_on && sought.words.len() == 1 {
                // The word as it is, before longer ones.
                let Some(word) = sought.words.first() else { continue };
                signs.push(sign(self.term(word)?, 2.0 * share));
                signs.push(sign(self.term(&name(Some(TITLE), word))?, 4.0 * share));
            }
        }
        let words: Vec<String> = sought.iter().flat_map(|sought| sought.words.iter().cloned()).collect();
        if words.is_empty() {
            return Ok(signs);
        }
        let is_whole = query.node.as_ref().is_some_and(is_plain);
        let sign = |matching, worth| Sign { matching, worth, is_whole };
        let in_title = names(Some(TITLE), &words);
        let title: Vec<String> = [&[BREAK.to_owned()], in_title.as_slice(), &[BREAK.to_owned()]].concat();
        signs.push(sign(self.phrase(&title)?, 6.0));
        if words.len() > 1 {
            signs.push(sign(self.phrase(&in_title)?, 4.0));
        }
        if sought.len() > 1 {
            signs.push(sign(self.phrase(&words)?, 4.0));
            signs.push(sign(self.near(&words, NEAR)?, 2.0));
        }
        Ok(signs)
    }

    /// That a field holds what is sought.
    fn sign(&self, sought: &Sought, field: char) -> Result<Matching, Error> {
        let word = match (&sought.whole, sought.words.as_slice()) {
            (Some(Whole::Written(whole) | Whole::Joined(whole)), _) => whole,
            (None, [word]) => word,
            // What is said often are single words.
            (None, _) if field == OFTEN_SAID => return Ok(Matching::nothing()),
            (None, words) => return self.phrase(&names(Some(field), words)),
        };
        let term = name(Some(field), word);
        match field {
            // Nobody counts where a word is said often: not in more articles than it is said at all.
            OFTEN_SAID => Ok(Matching::one(&term, self.articles(word)?)),
            TAG => self.term(&term),
            _ if sought.goes_on => self.any_completion(&term, ENDINGS),
            _ => self.term(&term),
        }
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

/// Whether a query asks for nothing but words, each by itself and wherever it is.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::All(nodes) => nodes.iter().all(is_plain),
        Node::Words(sought) => sought.field.is_none() && sought.whole.is_none() && sought.words.len() == 1,
        _ => false,
    }
}
