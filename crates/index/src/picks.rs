//! What a front page offers, out of all that is not read: a few of each kind, chosen without reading every row.

use std::ops::RangeInclusive;

use rusqlite::{OptionalExtension, params};

use crate::pages::READ;
use crate::{Error, Index};

/// As many of a kind.
const FEW: usize = 4;
/// Those that were begun, as far back as anybody remembers.
const BEGUN: usize = 100;
/// Minutes of a short article, and of a long one.
const SHORT: RangeInclusive<i64> = 1..=5;
const LONG: RangeInclusive<i64> = 15..=i64::MAX;
/// A long article is looked for from one of so many minutes on.
const SPREAD: i64 = 30;

/// The numbers of the articles of a front page. None is there twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// Begun and not finished, the last read first.
    pub reading: Vec<i64>,
    /// Bookmarked, those first that are not read, then the newest saved.
    pub bookmarks: Vec<i64>,
    /// One of a few minutes that was not begun.
    pub short: Option<i64>,
    /// One of many.
    pub long: Option<i64>,
}

/// The numbers of articles that fill some time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fitting {
    /// One that takes nearly all of it.
    pub alone: Option<i64>,
    /// Two or three that do so together.
    pub together: Vec<i64>,
}

impl Index {
    /// What a front page shows, but none of `near`, which stand beside it. The same `seed` chooses the same.
    ///
    /// # Errors
    /// Where the file can't be read; [`crate::is_damaged`] tells whether it is to be made anew.
    pub fn front(&self, seed: u64, near: &[i64]) -> Result<Front, Error> {
        let mut taken = near.to_vec();
        let begun = self.begun_with_minutes()?.into_iter().map(|(number, _)| number);
        let reading: Vec<i64> = begun.filter(|number| !taken.contains(number)).take(FEW).collect();
        taken.extend(&reading);
        let sql = format!(
            "SELECT number FROM article INDEXED BY article_kept
             WHERE bookmarked AND NOT archived AND status = 'ready'
             ORDER BY progress >= {READ}, created_at DESC, path LIMIT {}",
            FEW + taken.len()
        );
        let mut statement = self.connection.prepare(&sql)?;
        let bookmarks: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let bookmarks: Vec<i64> =
            bookmarks.into_iter().filter(|number| !taken.contains(number)).take(FEW).collect();
        taken.extend(&bookmarks);
        let short = self.unbegun(SHORT, chance(seed, 0), &taken)?.map(|(number, _)| number);
        let long = self.unbegun(LONG, chance(seed, 1), &taken)?.map(|(number, _)| number);
        Ok(Front { reading, bookmarks, short, long })
    }

    /// Articles that were not finished, and fill `minutes` nearly. Another `seed` chooses others.
    ///
    /// # Errors
    /// As [`Index::front`].
    pub fn fitting(&self, minutes: u32, seed: u64) -> Result<Fitting, Error> {
        let time = i64::from(minutes);
        // A minute over the time is no matter; a fifth less is.
        let near = |time: i64| (time * 4 / 5).max(1)..=time + i64::from(time > 5);
        let begun = self.begun_with_minutes()?;
        let mut alone: Vec<i64> =
            begun.iter().filter(|(_, left)| near(time).contains(left)).map(|(number, _)| *number).collect();
        for turn in 0..4 {
            let one = self.unbegun(near(time), chance(seed, turn), &alone)?;
            alone.extend(one.map(|(number, _)| number));
        }
        let alone = match alone.len() {
            0 => None,
            all => alone.get((seed % all as u64) as usize).copied(),
        };
        let parts = if time < 15 { 2 } else { 2 + (seed % 2) as i64 };
        let mut together = Vec::new();
        let mut taken: Vec<i64> = alone.into_iter().collect();
        let mut left = time;
        for part in 0..parts {
            let rest = parts - part;
            let most = if rest == 1 { *near(left).end() } else { left * 2 / (rest + 1) };
            let fit = if rest == 1 { *near(left).start() } else { (left / (rest + 1)).max(1) };
            // Where none takes its part of the time, the next shorter ones do.
            let ranges = [fit..=most, fit / 2 + 1..=fit - 1, 1..=fit / 2];
            let continued =
                begun.iter().find(|(number, it)| ranges[0].contains(it) && !taken.contains(number));
            let mut one = continued.copied();
            for range in ranges {
                if one.is_none() && !range.is_empty() {
                    one = self.unbegun(range, chance(seed, 9 + part as u64), &taken)?;
                }
            }
            let Some((number, it)) = one else { continue };
            taken.push(number);
            together.push(number);
            left -= it;
        }
        if together.len() < 2 || left > time / 3 {
            together.clear();
        }
        Ok(Fitting { alone, together })
    }

    /// Those that were begun and not finished nor put away, the last read first, with the minutes that are left.
    fn begun_with_minutes(&self) -> Result<Vec<(i64, i64)>, Error> {
        let sql = format!(
            "SELECT number, minutes, progress FROM article INDEXED BY article_begun
             WHERE progress > 0 AND progress < {READ} AND NOT archived AND status = 'ready'
             ORDER BY read_at DESC, created_at DESC, path LIMIT {BEGUN}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let begun = statement.query_map([], |row| {
            let left = row.get::<_, f64>(1)? * (1.0 - row.get::<_, f64>(2)?);
            Ok((row.get(0)?, (left.ceil() as i64).max(1)))
        })?;
        begun.collect()
    }

    /// One that was not begun and takes so many minutes, with these: by chance, but none of `taken`.
    fn unbegun(
        &self,
        minutes: RangeInclusive<i64>,
        chance: u64,
        taken: &[i64],
    ) -> Result<Option<(i64, i64)>, Error> {
        const UNBEGUN: &str = "NOT archived AND progress = 0 AND status = 'ready'";
        let (first, last) = (*minutes.start(), *minutes.end());
        let spread = last.saturating_sub(first).clamp(0, SPREAD - 1) + 1;
        let from = first + (chance % spread.unsigned_abs()) as i64;
        let highest: i64 =
            self.connection
                .query_row("SELECT coalesce(max(number), 0) FROM article", [], |row| row.get(0))?;
        let middle = ((chance >> 8) % (highest.unsigned_abs() + 1)) as i64;
        let taken = taken.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        let length = format!(
            "SELECT minutes FROM article INDEXED BY article_unbegun WHERE {UNBEGUN} AND minutes BETWEEN ? AND ?
             AND number NOT IN ({taken}) ORDER BY minutes LIMIT 1"
        );
        let one = format!(
            "SELECT number FROM article INDEXED BY article_unbegun WHERE {UNBEGUN} AND minutes = ?
             AND number BETWEEN ? AND ? AND number NOT IN ({taken}) ORDER BY number LIMIT 1"
        );
        let (mut length, mut one) = (self.connection.prepare(&length)?, self.connection.prepare(&one)?);
        for (first, last) in [(from, last), (first, from - 1)] {
            let Some(minutes) =
                length.query_row(params![first, last], |row| row.get::<_, i64>(0)).optional()?
            else {
                continue;
            };
            for (first, last) in [(middle, i64::MAX), (0, middle - 1)] {
                let number = one.query_row(params![minutes, first, last], |row| row.get(0)).optional()?;
                if let Some(number) = number {
                    return Ok(Some((number, minutes)));
                }
            }
        }
        Ok(None)
    }
}

/// A number that looks like chance, another one for each turn (SplitMix64).
fn chance(seed: u64, turn: u64) -> u64 {
    let mut mixed = seed.wrapping_add(turn.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
