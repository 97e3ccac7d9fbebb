//! Moments in Unix milliseconds, as others write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// By RFC 3339, to the millisecond.
pub(super) fn written(millis: i64) -> String {
    Timestamp::from_millisecond(millis).map_or_else(|_| String::new(), |time| time.to_string())
}

/// A moment in Unix milliseconds: a time with its zone; without one it is taken as UTC; a day begins at midnight.
pub fn read(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time.as_millisecond());
    }
    let time = text.parse::<DateTime>().ok().or_else(|| Some(text.parse::<Date>().ok()?.at(0, 0, 0, 0)));
    Some(time?.to_zoned(TimeZone::UTC).ok()?.timestamp().as_millisecond())
}
