//! Hits in the order of their numbers, the newest first: as soon as there are enough, nobody looks further.

use rusqlite::types::Value;

use super::plan::Plan;
use super::{Numbers, integer};
use crate::text::OLDEST;
use crate::{Error, Index};

impl Index {
    /// The newest numbers that a plan asks for, as many as `enough`; where `among` are some, only those.
    pub(super) fn newest(
        &self,
        plan: &Plan,
        among: Option<&Numbers>,
        enough: usize,
    ) -> Result<Vec<i64>, Error> {
        let mut values = Vec::new();
        let mut conditioned = String::new();
        let (table, matching) = match (&plan.words, &plan.beginnings) {
            (Some(words), _) => ("text", Some(words)),
            (None, Some(beginnings)) => ("beginnings", Some(beginnings)),
            (None, None) => ("article", None),
        };
        values.extend(matching.map(|matching| Value::Text(matching.asked.clone())));
        for condition in &plan.conditions {
            conditioned.push_str(" AND ");
            conditioned.push_str(&condition.sql);
            values.extend(condition.values.iter().cloned());
        }
        // Those that are not among them are passed over here: SQLite would make a table of them first.
        values.push(integer(if among.is_some() { usize::MAX } else { enough }));
        let sql = match matching {
            None => {
                format!("SELECT number FROM article WHERE TRUE{conditioned} ORDER BY number DESC LIMIT ?")
            }
            Some(_) => {
                let join = if conditioned.is_empty() {
                    String::new()
                } else {
                    format!(" CROSS JOIN article ON article.number = {OLDEST} - {table}.rowid")
                };
                format!(
                    "SELECT {OLDEST} - {table}.rowid FROM {table}{join} WHERE {table}.{table} MATCH ?{conditioned}
                    ORDER BY {table}.rowid LIMIT ?"
                )
            }
        };
        let mut statement = self.connection.prepare_cached(&sql)?;
        let numbers = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?;
        let is_among = |number: &Result<i64, Error>| match (number, among) {
            (Ok(number), Some(among)) => among.contains(number),
            _ => true,
        };
        numbers.filter(is_among).take(enough).collect()
    }
}
