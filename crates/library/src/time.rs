//! Times: those that articles tell, and those of files.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// A moment as the shelf keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Moment {
    /// A date, or a time by RFC 3339.
    pub(crate) text: String,
    /// Unix milliseconds, to sort by. A date counts from its first.
    pub(crate) millis: i64,
}

/// Reads a date or a time as front matter has it. A time without a zone is taken as UTC.
pub(crate) fn read(written: &str) -> Option<Moment> {
    let written = written.trim();
    if written.len() == 10
        && let Ok(date) = written.parse::<Date>()
    {
        let start = date.to_zoned(TimeZone::UTC).ok()?.timestamp();
        return Some(Moment { text: written.to_owned(), millis: start.as_millisecond() });
    }
    if let Ok(time) = written.parse::<Timestamp>() {
        return Some(Moment { text: in_rfc_3339(written, time), millis: time.as_millisecond() });
    }
    let time = written.parse::<DateTime>().ok().or_else(|| in_words(written))?;
    let time = time.to_zoned(TimeZone::UTC).ok()?.timestamp();
    Some(Moment { text: time.to_string(), millis: time.as_millisecond() })
}

/// "Friday, March 1st 2024, 10:30:00 am": so Obsidian's Linter writes when a note was made.
fn in_words(written: &str) -> Option<DateTime> {
    let (_, rest) = written.split_once(", ")?;
    let (month, rest) = rest.split_once(' ')?;
    let (day, rest) = rest.split_once(' ')?;
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    DateTime::strptime("%B %d %Y, %I:%M:%S %p", format!("{month} {day} {rest}")).ok()
}

/// What was written where it is RFC 3339 already, since it says the writer's own zone.
fn in_rfc_3339(written: &str, time: Timestamp) -> String {
    let zone = written.ends_with('Z') || written.as_bytes().iter().rev().nth(2) == Some(&b':');
    if zone && written.as_bytes().get(10) == Some(&b'T') { written.to_owned() } else { time.to_string() }
}

/// The moment of a file's time, in whole seconds.
pub(crate) fn of_file(time: SystemTime) -> Moment {
    let millis = millis(time);
    let second = Timestamp::from_second(millis.div_euclid(1000)).unwrap_or_default();
    Moment { text: second.to_string(), millis }
}

/// The time of so many milliseconds since 1970, in whole seconds, RFC 3339.
pub(crate) fn of_millis(millis: i64) -> Option<String> {
    Timestamp::from_second(millis.div_euclid(1000)).ok().map(|time| time.to_string())
}

/// Nanoseconds since 1970: until the year 2262, which is as far as they go.
pub(crate) fn nanos(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanos| -nanos),
    }
}

/// The time of so many nanoseconds since 1970.
pub(crate) fn of_nanos(nanos: i64) -> SystemTime {
    let distance = Duration::from_nanos(nanos.unsigned_abs());
    let time = if nanos < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) };
    time.unwrap_or(UNIX_EPOCH)
}

/// Unix milliseconds.
pub(crate) fn millis(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |millis| -millis),
    }
}
