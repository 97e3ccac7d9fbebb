//! Moments in Unix milliseconds, as others write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::arriving::times;

/// By RFC 3339, to the millisecond.
pub(super) fn written(millis: i64) -> String {
    Timestamp::from_millisecond(millis).map_or_else(|_| String::new(), |time| time.to_string())
}

/// A moment in Unix milliseconds: a time with its zone; without one it is taken as UTC; a day begins at midnight. What is
/// written otherwise is read as in the lists of other programs (`January 5, 2024 3:04 PM`).
pub fn read(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time.as_millisecond());
    }
    let time = text.parse::<DateTime>().ok().or_else(|| Some(text.parse::<Date>().ok()?.at(0, 0, 0, 0)));
    let Some(time) = time else { return times::millis(text) };
    Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp().as_millisecond())
}
