//! Hits in the order of their numbers, the newest first.
//!
//! Where two tables are asked, each gives its numbers by the chunk, and skips to where the other one is: as soon as
//! enough were found in both, nobody looks further.

use rusqlite::types::Value;

use super::plan::Plan;
use super::{Condition, integer};
use crate::{Error, Index};

/// Numbers that are read at once, at first and at most.
const FIRST: usize = 64;
const MOST: usize = 8192;

impl Index {
    /// The newest numbers that a plan asks for, as many as `enough`.
    pub(super) fn newest(&self, plan: &Plan, enough: usize) -> Result<Vec<i64>, Error> {
        let mut conditions = Condition { sql: String::new(), values: Vec::new() };
        for condition in &plan.conditions {
            conditions.sql.push_str(" AND ");
            conditions.sql.push_str(&condition.sql);
            conditions.values.extend(condition.values.iter().cloned());
        }
        let both = plan.words.is_some() && plan.beginnings.is_some();
        let first = if both { FIRST } else { enough.min(MOST) };
        let mut streams: Vec<Stream<'_>> = [("text", &plan.words), ("beginnings", &plan.beginnings)]
            .into_iter()
            .filter_map(|(table, matching)| Some((table, matching.as_ref()?)))
            .map(|(table, matching)| Stream::new(self, table, Some(matching), first))
            .collect();
        if streams.is_empty() {
            streams.push(Stream::new(self, "article", None, first));
        }
        streams[0].conditions = conditions;
        let mut found = Vec::new();
        let mut at = i64::MAX;
        while found.len() < enough {
            let mut same = true;
            for stream in &mut streams {
                let Some(next) = stream.at_most(at)? else { return Ok(found) };
                same &= next == at;
                at = next;
            }
            if same || streams.len() == 1 {
                found.push(at);
                at -= 1;
            }
        }
        Ok(found)
    }
}

/// The numbers that one table gives, from high to low.
struct Stream<'i> {
    index: &'i Index,
    table: &'static str,
    matching: Option<String>,
    conditions: Condition,
    chunk: Vec<i64>,
    at: usize,
    /// How many are read next.
    size: usize,
    /// Whether no more come after the chunk.
    last: bool,
}

impl<'i> Stream<'i> {
    fn new(index: &'i Index, table: &'static str, matching: Option<&String>, size: usize) -> Self {
        let conditions = Condition { sql: String::new(), values: Vec::new() };
        let matching = matching.cloned();
        Stream { index, table, matching, conditions, chunk: Vec::new(), at: 0, size, last: false }
    }

    /// The highest number that is not above `bound`, which is lower at each call.
    fn at_most(&mut self, bound: i64) -> Result<Option<i64>, Error> {
        if self.chunk.last().is_none_or(|last| *last > bound) {
            if self.last {
                return Ok(None);
            }
            self.read(bound)?;
        }
        self.at += self.chunk[self.at..].partition_point(|number| *number > bound);
        Ok(self.chunk.get(self.at).copied())
    }

    fn read(&mut self, bound: i64) -> Result<(), Error> {
        let Stream { table, conditions, .. } = self;
        let mut values = Vec::new();
        let conditioned = &conditions.sql;
        let sql = match &self.matching {
            None => format!(
                "SELECT number FROM article WHERE number <= ?{conditioned} ORDER BY number DESC LIMIT ?"
            ),
            Some(matching) => {
                values.push(Value::Text(matching.clone()));
                let join = if conditioned.is_empty() {
                    String::new()
                } else {
                    format!(" CROSS JOIN article ON article.number = {table}.rowid")
                };
                format!(
                    "SELECT {table}.rowid FROM {table}{join} WHERE {table}.{table} MATCH ? AND {table}.rowid <= ?{conditioned} ORDER BY {table}.rowid DESC LIMIT ?"
                )
            }
        };
        values.push(Value::Integer(bound));
        values.extend(conditions.values.iter().cloned());
        values.push(integer(self.size));
        let mut statement = self.index.connection.prepare_cached(&sql)?;
        let numbers = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?;
        self.chunk = numbers.collect::<Result<_, _>>()?;
        self.at = 0;
        self.last = self.chunk.len() < self.size;
        self.size = (self.size * 2).min(MOST);
        Ok(())
    }
}
