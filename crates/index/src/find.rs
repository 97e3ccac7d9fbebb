//! Running a query.
//!
//! 1. `plan` makes of it what the text tables are asked (`matching`), and SQL over the articles' rows for the rest.
//! 2. `newest` takes the hits in the order of their numbers; `rank` puts the best first; another order is SQL's.
//! 3. Where little is found, `nearly` finds words that are spelled nearly so, or hold the one that is sought.
//!
//! `related` asks for articles by the words of another one.

mod matching;
mod nearly;
mod newest;
mod plan;
mod rank;
mod related;

use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use rustc_hash::FxHashSet;

use self::plan::Depth;
use crate::query::{Query, Sort};
use crate::{Error, Index};

/// Under so many hits, words that are nearly the same are looked for.
const FEW: usize = 3;

/// Numbers of articles: of a large library very many.
pub type Numbers = FxHashSet<i64>;

/// Which hits come first, where the query does not say it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ranked {
    /// The newest: for while it is typed.
    #[default]
    Newest,
    /// The best.
    Best,
}

/// Which of the hits are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The numbers of the articles that may be found, and are ranked among themselves; `None`: all.
    pub among: Option<&'a Numbers>,
    /// Which come first.
    pub ranked: Ranked,
    /// So many at most.
    pub limit: usize,
    /// After so many.
    pub offset: usize,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// The hits that were asked for.
    pub hits: Vec<Hit>,
    /// How many there are in all, or how many at least.
    pub total: usize,
    /// Whether there are more than `total`.
    pub more: bool,
    /// The query that was searched for besides, where little was found: with words that are spelled nearly so.
    pub instead: Option<String>,
    /// The same as a query: with the words that all of the hits were found by.
    pub widened: Option<Query>,
}

/// An article that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its number.
    pub number: i64,
    /// Its id.
    pub id: String,
    /// How good it is among the others: higher is better. 0 where hits are not ranked.
    pub score: f64,
}

/// A condition on the rows of the table `article`.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// SQL, to stand in `WHERE`.
    pub sql: String,
    /// The values of its `?`, in their order.
    pub values: Vec<Value>,
}

impl Index {
    /// Finds the articles that a query asks for, `limit` of them after the first `offset`.
    ///
    /// # Errors
    /// Where the index can't be read; [`crate::is_damaged`] tells whether it is to be made anew.
    pub fn find(&self, query: &Query, ranked: Ranked, limit: usize, offset: usize) -> Result<Hits, Error> {
        self.find_wanted(query, Wanted { among: None, ranked, limit, offset })
    }

    /// The same, as it is wanted.
    ///
    /// # Errors
    /// As [`Index::find`].
    pub fn find_wanted(&self, query: &Query, wanted: Wanted<'_>) -> Result<Hits, Error> {
        // In one transaction the file is locked once, and all is asked of the same state.
        self.at_once(|| self.find_nearly(query, wanted))
    }

    fn find_nearly(&self, query: &Query, wanted: Wanted<'_>) -> Result<Hits, Error> {
        let mut hits = self.find_exactly(query, wanted)?;
        let Wanted { limit, offset, .. } = wanted;
        if hits.total < FEW
            && hits.total <= offset + limit
            && let Some((other, instead)) = self.nearly(query)?
        {
            let first = |limit| Wanted { limit, offset: 0, ..wanted };
            let more = self.find_exactly(&other, first(offset + limit + hits.total))?;
            let known = self.find_exactly(query, first(FEW))?.hits;
            let known: Vec<i64> = known.iter().map(|hit| hit.number).collect();
            let others: Vec<Hit> = more.hits.into_iter().filter(|hit| !known.contains(&hit.number)).collect();
            if !others.is_empty() {
                let total = known.len() + others.len();
                let room = limit - hits.hits.len();
                hits.hits.extend(others.into_iter().skip(offset.saturating_sub(known.len())).take(room));
                (hits.total, hits.more, hits.instead) = (total, more.more, Some(instead));
                hits.widened = Some(other);
            }
        }
        Ok(hits)
    }

    /// The numbers of all articles that a query asks for, the newest first; of these words and no others.
    ///
    /// # Errors
    /// As [`Index::find`].
    pub fn matches(&self, query: &Query) -> Result<Vec<i64>, Error> {
        self.at_once(|| self.newest(&self.plan(query.node.as_ref(), Depth::All)?, None, usize::MAX))
    }

    /// The same of the articles with these numbers; where they are few, also those that have words spelled nearly so, as
    /// [`Index::find_wanted`] finds them.
    ///
    /// # Errors
    /// As [`Index::find`].
    pub fn matches_nearly(&self, query: &Query, among: &Numbers) -> Result<Vec<i64>, Error> {
        self.at_once(|| {
            let all = |query: &Query| {
                let plan = self.plan(query.node.as_ref(), Depth::All)?;
                self.newest(&plan, Some(among), usize::MAX)
            };
            let mut found = all(query)?;
            if found.len() < FEW
                && let Some((other, _)) = self.nearly(query)?
            {
                let others = all(&other)?.into_iter().filter(|number| !found.contains(number));
                let others: Vec<i64> = others.collect();
                found.extend(others);
            }
            Ok(found)
        })
    }

    /// A query as a condition, so that the rows of a shelf can be those that it asks for.
    ///
    /// # Errors
    /// As [`Index::find`].
    pub fn condition(&self, query: &Query) -> Result<Condition, Error> {
        self.sql(query.node.as_ref())
    }

    fn find_exactly(&self, query: &Query, wanted: Wanted<'_>) -> Result<Hits, Error> {
        let Wanted { among, ranked, limit, offset } = wanted;
        match (query.sort, ranked) {
            (None, Ranked::Newest) => {}
            (None, Ranked::Best) | (Some(Sort::Relevance), _) => {
                if !query.sought().is_empty() {
                    return self.ranked(query, wanted);
                }
            }
            (Some(sort), _) => return self.sorted(query, sort, wanted),
        }
        let plan = self.plan(query.node.as_ref(), Depth::Quick)?;
        let numbers = self.newest(&plan, among, offset.saturating_add(limit).saturating_add(1))?;
        let hits = self.hits(numbers.iter().skip(offset).take(limit).map(|number| (*number, 0.0)))?;
        let more = numbers.len() > offset + limit;
        Ok(Hits { hits, total: numbers.len(), more, ..Hits::default() })
    }

    fn sorted(&self, query: &Query, sort: Sort, wanted: Wanted<'_>) -> Result<Hits, Error> {
        let Wanted { among, limit, offset, .. } = wanted;
        let Condition { sql, mut values } = self.sql(query.node.as_ref())?;
        let order = match sort {
            Sort::Newest | Sort::Relevance => "article.created_at DESC",
            Sort::Oldest => "article.created_at",
            Sort::Published => "coalesce(article.published_at, article.created_at) DESC",
            Sort::Longest => "article.words DESC",
            Sort::Shortest => "article.words",
            Sort::Progress => "article.progress DESC",
            Sort::Site => "article.site IS NULL, lower(article.site)",
            Sort::Title => "lower(article.title)",
        };
        let count = format!("SELECT count(*) FROM article WHERE {sql}");
        let hit = |row: &rusqlite::Row<'_>| Ok(Hit { number: row.get(0)?, id: row.get(1)?, score: 0.0 });
        if let Some(among) = among {
            let sql =
                format!("SELECT number, id FROM article WHERE {sql} ORDER BY {order}, article.number DESC");
            let mut statement = self.connection.prepare(&sql)?;
            let all = statement.query_map(rusqlite::params_from_iter(values), hit)?;
            let mut all = all.collect::<Result<Vec<_>, _>>()?;
            all.retain(|hit| among.contains(&hit.number));
            let total = all.len();
            return Ok(Hits {
                hits: all.into_iter().skip(offset).take(limit).collect(),
                total,
                ..Hits::default()
            });
        }
        let total: i64 =
            self.connection.query_row(&count, rusqlite::params_from_iter(&values), |row| row.get(0))?;
        let sql = format!(
            "SELECT number, id FROM article WHERE {sql} ORDER BY {order}, article.number DESC LIMIT ? OFFSET ?"
        );
        values.extend([integer(limit), integer(offset)]);
        let mut statement = self.connection.prepare(&sql)?;
        let hits = statement.query_map(rusqlite::params_from_iter(values), hit)?;
        let total = usize::try_from(total).unwrap_or(0);
        Ok(Hits { hits: hits.collect::<Result<_, _>>()?, total, ..Hits::default() })
    }

    fn hits(&self, found: impl Iterator<Item = (i64, f64)>) -> Result<Vec<Hit>, Error> {
        let mut id = self.connection.prepare_cached("SELECT id FROM article WHERE number = ?")?;
        let mut hits = Vec::new();
        for (number, score) in found {
            // A text whose article is gone is no hit.
            if let Some(id) = id.query_row([number], |row| row.get(0)).optional()? {
                hits.push(Hit { number, id, score });
            }
        }
        Ok(hits)
    }
}

fn integer(number: usize) -> Value {
    Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
