//! Articles that are about the same as one.
//!
//! 1. The terms of the article are counted. Those that it says most are what every text of its language says: the number
//!    of articles that have them is how many texts of that language there are, and what is rare is measured by it, so
//!    that in an English library a German "und" tells nothing.
//! 2. The terms that tell most of it are asked for, one by one; each adds its worth to the articles that have it.
//! 3. The best of these are weighed by their titles, tags and lengths. What shares too little is no answer.

use rusqlite::params;
use rustc_hash::FxHashMap;

use super::matching::{Matching, name};
use super::plan::Plan;
use super::{Hit, Index};
use crate::text::terms::{OFTEN_SAID, TAG, TITLE};
use crate::text::words::{Kind, cut};
use crate::{Error, Fields};

/// So much of a text is read, in bytes: a book is about what it begins with.
const READ: usize = 100_000;
/// Terms that are looked up, those first that are said most; that are tried; and that are asked for, of those that others
/// have: most letters that meet do so in no other article.
const LOOKED_UP: usize = 400;
const TRIED: usize = 100;
const ASKED: usize = 25;
/// An article that has so much of what was asked for is a copy.
const COPIED: f64 = 0.9;
/// Of so many terms that are said most, three quarters may be in fewer articles than there are of the language.
const USUAL: usize = 16;
/// A term of more articles than this is asked for in titles, among tags, and where it is said often.
const MOST: usize = 2000;
/// How often a word counts that is in the title, or among the tags.
const HEADED: f64 = 3.0;
/// So many of the best are weighed.
const WEIGHED: usize = 40;
/// Of fewer texts of a language nobody knows what is rare.
const ALIKE: f64 = 6.0;
/// The least that has to be shared: terms, and of their worth.
const FEWEST: f64 = 3.0;
const LEAST: f64 = 0.25;
/// Words of a usual article.
const LENGTH: f64 = 600.0;

/// A term that was asked for.
struct Asked {
    term: String,
    worth: f64,
    /// The others that have it.
    numbers: Vec<i64>,
}

impl Asked {
    /// Whether articles have it besides these.
    fn has_others(&self, copies: &[i64]) -> bool {
        self.numbers.iter().any(|number| !copies.contains(number))
    }
}

/// Those that have nearly all of what was asked for.
fn copies_of(asked: &[Asked]) -> Vec<i64> {
    let mut shared = FxHashMap::<i64, f64>::default();
    for number in asked.iter().flat_map(|one| &one.numbers) {
        *shared.entry(*number).or_default() += 1.0;
    }
    let many = (asked.len() as f64 * COPIED).max(10.0);
    shared.into_iter().filter(|(_, shared)| *shared >= many).map(|(number, _)| number).collect()
}

/// How often each term is said.
#[derive(Default)]
struct Said {
    /// Words, and two letters of a script without spaces, parted by a space.
    terms: FxHashMap<String, f64>,
    /// Words and letters, each time counted once, wherever it stands.
    plain: FxHashMap<String, f64>,
}

impl Index {
    /// The articles that are about the same as the one of this number and these words, `limit` at most, the best first.
    /// Their scores are how much they share, of all that was looked for.
    ///
    /// # Errors
    /// As [`Index::find`].
    pub fn related(&self, number: i64, fields: &Fields<'_>, limit: usize) -> Result<Vec<Hit>, Error> {
        self.at_once(|| {
            let said = Said::of(fields);
            let all = self.texts_alike(&said)?;
            if all < ALIKE {
                return Ok(Vec::new());
            }
            let asked = self.asked(number, &said, all)?;
            let mut scores = FxHashMap::<i64, (f64, usize)>::default();
            for Asked { worth, numbers, .. } in &asked {
                for other in numbers {
                    let (score, shared) = scores.entry(*other).or_default();
                    *score += worth;
                    *shared += 1;
                }
            }
            let fewest = FEWEST + (all.max(1.0).log10() - FEWEST).max(0.0).floor();
            let mut best: Vec<(i64, f64)> = scores
                .into_iter()
                .filter(|(_, (_, shared))| *shared as f64 >= fewest)
                .map(|(number, (score, _))| (number, score))
                .collect();
            best.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(other.0.cmp(&one.0)));
            best.truncate(WEIGHED.max(limit));
            self.weighed(&best, &asked, limit)
        })
    }

    /// The terms that tell most, as far as others have them.
    fn asked(&self, number: i64, said: &Said, all: f64) -> Result<Vec<Asked>, Error> {
        let (mut asked, mut copies) = (Vec::new(), None);
        for (term, often, articles) in self.telling(said, all)? {
            if asked.len() == ASKED {
                // What only copies share says nothing of others, and is made up for.
                let copies: &Vec<i64> = copies.get_or_insert_with(|| copies_of(&asked));
                asked.retain(|one: &Asked| one.has_others(copies));
                if asked.len() == ASKED {
                    break;
                }
            }
            let mut numbers = self.having(&term, articles)?;
            numbers.retain(|other| *other != number);
            // Of two letters, only now it is known how many articles have them.
            let articles = if is_pair(&term) { 1.0 + numbers.len() as f64 } else { articles };
            let one = Asked { worth: worth(&term, often, articles, all), term, numbers };
            if articles <= all / 2.0 && one.has_others(copies.as_deref().unwrap_or_default()) {
                asked.push(one);
            }
        }
        let copies = copies.unwrap_or_else(|| copies_of(&asked));
        asked.retain(|one| one.has_others(&copies));
        Ok(asked)
    }

    /// How many texts of the same language there are, about.
    fn texts_alike(&self, said: &Said) -> Result<f64, Error> {
        let mut articles = Vec::with_capacity(USUAL);
        for (term, _) in most(said.plain.iter()).into_iter().take(USUAL) {
            articles.push(self.articles(term)? as f64);
        }
        articles.sort_unstable_by(f64::total_cmp);
        Ok(articles.get(articles.len() * 3 / 4).copied().unwrap_or_default())
    }

    /// The terms that tell most of an article, with how often it says them and how many articles have them about.
    fn telling(&self, said: &Said, all: f64) -> Result<Vec<(String, f64, f64)>, Error> {
        // What hardly another has leads to no other.
        let fewest = all.max(1.0).log10().ceil().max(2.0);
        let mut telling = Vec::new();
        for (term, often) in most(said.terms.iter()).into_iter().take(LOOKED_UP) {
            let articles = match term.split_once(' ') {
                None => self.articles(term)? as f64,
                Some((one, next)) => {
                    (self.articles(one)? as f64 * self.articles(next)? as f64 / all.max(1.0)).max(fewest)
                }
            };
            if articles >= fewest && articles <= all / 2.0 {
                telling.push((term.clone(), often, articles));
            }
        }
        let worth = |(term, often, articles): &(String, f64, f64)| worth(term, *often, *articles, all);
        telling.sort_by(|one, other| worth(other).total_cmp(&worth(one)).then(one.0.cmp(&other.0)));
        telling.truncate(TRIED);
        Ok(telling)
    }

    /// The newest articles that have a term.
    fn having(&self, term: &str, articles: f64) -> Result<Vec<i64>, Error> {
        let matching = if articles <= MOST as f64 || is_pair(term) {
            Matching::one(term, articles as i64)
        } else {
            Matching::any(&[OFTEN_SAID, TITLE, TAG].map(|field| Matching::one(&name(Some(field), term), 0)))
        };
        self.newest(&Plan { words: Some(matching), ..Plan::default() }, None, MOST)
    }

    /// Those that share enough, by what their rows say besides.
    fn weighed(&self, best: &[(i64, f64)], asked: &[Asked], limit: usize) -> Result<Vec<Hit>, Error> {
        let all: f64 = asked.iter().map(|one| one.worth).sum();
        let mut row = self.connection.prepare_cached(
            "SELECT id, words, title || char(10) || coalesce((SELECT group_concat(name, char(10)) FROM tag
                WHERE tag.number = article.number), '') FROM article WHERE number = ? AND status = 'ready'",
        )?;
        let mut hits = Vec::new();
        for (number, score) in best {
            let mut rows = row.query(params![number])?;
            // A text whose article is gone, or waits, is no answer.
            let Some(row) = rows.next()? else { continue };
            let (id, words, head): (String, f64, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let mut heads = Said::default();
            heads.add(&head, 1.0);
            let headed: f64 =
                asked.iter().filter(|one| heads.terms.contains_key(&one.term)).map(|one| one.worth).sum();
            // Many words say everything.
            let length = 1.0 + 0.35 * (words / LENGTH).max(1.0).ln();
            let score = (score + headed / 2.0) / length / all;
            if score >= LEAST {
                hits.push(Hit { number: *number, id, score: score.min(1.0) });
            }
        }
        hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(other.number.cmp(&one.number)));
        hits.truncate(limit);
        Ok(hits)
    }
}

impl Said {
    fn of(fields: &Fields<'_>) -> Said {
        let mut said = Said::default();
        let end = fields.body.char_indices().map(|(at, _)| at).find(|at| *at >= READ);
        said.add(&fields.body[..end.unwrap_or(fields.body.len())], 1.0);
        for head in [fields.title, fields.section, fields.tags] {
            said.add(head, HEADED);
        }
        said
    }

    fn add(&mut self, text: &str, times: f64) {
        let mut before = String::new();
        cut(text, |kind, piece, _| match kind {
            // Years and amounts tell nothing.
            Kind::Word if piece.bytes().all(|byte| byte.is_ascii_digit()) => before.clear(),
            Kind::Word => {
                count(&mut self.terms, piece, times);
                count(&mut self.plain, piece, 1.0);
                before.clear();
            }
            Kind::Letter => {
                count(&mut self.plain, piece, 1.0);
                if !before.is_empty() {
                    count(&mut self.terms, &format!("{before} {piece}"), times);
                }
                before.clear();
                before.push_str(piece);
            }
            Kind::Break => before.clear(),
            Kind::Written | Kind::Joined | Kind::Part => {}
        });
    }
}

fn count(counts: &mut FxHashMap<String, f64>, term: &str, times: f64) {
    match counts.get_mut(term) {
        Some(count) => *count += times,
        None => _ = counts.insert(term.to_owned(), times),
    }
}

/// Those first that are said most.
fn most<'a>(counts: impl Iterator<Item = (&'a String, &'a f64)>) -> Vec<(&'a String, f64)> {
    let mut most: Vec<(&String, f64)> = counts.map(|(term, often)| (term, *often)).collect();
    most.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
    most
}

/// What a term tells of an article that says it so often, where so many of all have it. In every language the words of
/// few letters are those that hold sentences together; a letter of a script that has more of them is longer in UTF-8.
fn worth(term: &str, often: f64, articles: f64, all: f64) -> f64 {
    let length = if is_pair(term) { 1.0 } else { (term.len() as f64 - 1.0) / 5.0 };
    length.min(1.0) * often.ln_1p() * (all / articles).ln().max(0.0).powi(2)
}

fn is_pair(term: &str) -> bool {
    term.contains(' ')
}
