//! Times as other programs write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// The end of the year 2100: what is later is no time.
const LATEST: i64 = 4_133_980_799;
/// Numbers below are counts or years rather than seconds: these would lie before March 1973.
const EARLIEST: f64 = 1e8;

/// A time as it is kept: a date, or a time in whole seconds by RFC 3339. `None` for what is none.
pub(super) fn read(written: &str) -> Option<String> {
    let written = written.trim();
    if written.bytes().all(|byte| byte.is_ascii_digit()) && matches!(written.len(), 4 | 8) {
        return digits(written);
    }
    if let Ok(number) = written.parse::<f64>() {
        if number < EARLIEST {
            return None;
        }
        return unix(number);
    }
    if written.len() == 10
        && let Ok(date) = written.parse::<Date>()
    {
        return Some(date.to_string());
    }
    moment(written).map(|time| time.to_string())
}

/// A year, or a day without anything between its parts.
fn digits(written: &str) -> Option<String> {
    let number = |from: usize, to: usize| written.get(from..to)?.parse::<i16>().ok();
    let year = number(0, 4).filter(|year| (1000..=2100).contains(year))?;
    let (month, day) = if written.len() == 4 { (1, 1) } else { (number(4, 6)?, number(6, 8)?) };
    Some(Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?.to_string())
}

/// Whether a date can be read with the day first and with the month first, as another day.
fn is_ambiguous(written: &str) -> bool {
    let parts: Vec<Option<u8>> = written.split('/').take(2).map(|part| part.trim().parse().ok()).collect();
    let has_time = written.contains(':');
    matches!(parts[..], [Some(one), Some(other)] if !has_time && one <= 12 && other <= 12 && one != other)
}

/// The same, in Unix milliseconds.
pub(crate) fn millis(written: &str) -> Option<i64> {
    let read = read(written)?;
    let time = read.parse::<Timestamp>().ok();
    let time =
        time.or_else(|| read.parse::<Date>().ok()?.to_zoned(TimeZone::UTC).ok().map(|day| day.timestamp()));
    time.map(|time| time.as_millisecond())
}

/// Seconds since 1970; what is too large for seconds is milliseconds, or microseconds.
pub(super) fn unix(number: f64) -> Option<String> {
    let seconds = match number {
        number if number >= 1e14 => number / 1e6,
        number if number >= 1e11 => number / 1e3,
        number => number,
    };
    // Zero is what programs write that know no time.
    let seconds = Some(seconds as i64).filter(|seconds| (1..=LATEST).contains(seconds))?;
    Timestamp::from_second(seconds).ok().map(|time| time.to_string())
}

fn moment(written: &str) -> Option<Timestamp> {
    // With a time of day it is Wallabag's, which has the day first.
    if is_ambiguous(written) {
        return None;
    }
    let exact = written.parse::<Timestamp>().ok().or_else(|| in_mail(written));
    let civil = || -> Option<Timestamp> {
        let forms = [
            "%d/%m/%Y %H:%M:%S",
            "%d/%m/%Y",
            "%m/%d/%Y",
            "%Y/%m/%d %H:%M:%S",
            "%Y/%m/%d",
            "%d.%m.%Y %H:%M:%S",
            "%d.%m.%Y %H:%M",
            "%d.%m.%Y",
            "%B %d, %Y %I:%M:%S %p",
            "%B %d, %Y %I:%M %p",
            "%b %d, %Y %I:%M %p",
            "%B %d, %Y",
            "%b %d, %Y",
            "%d %B %Y",
            "%d %b %Y",
        ];
        let plain = written.trim_end_matches(" UTC").parse::<DateTime>().ok();
        let time = plain.or_else(|| {
            forms.iter().find_map(|form| {
                let time = DateTime::strptime(form, written).ok();
                time.or_else(|| Date::strptime(form, written).ok().map(|date| date.at(0, 0, 0, 0)))
            })
        });
        Some(time?.to_zoned(TimeZone::UTC).ok()?.timestamp())
    };
    let time = exact.or_else(civil)?;
    let seconds = time.as_second();
    Timestamp::from_second(seconds).ok().filter(|_| (1..=LATEST).contains(&seconds))
}

/// A time by RFC 2822.
fn in_mail(written: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(written).ok().map(|time| time.timestamp())
}

#[cfg(test)]
mod tests {
    #[test]
    fn forms_of_time() {
        let cases = [
            ("1690000000", Some("2023-07-22T04:26:40Z")),
            ("1690000000123", Some("2023-07-22T04:26:40Z")),
            ("1690000000123456", Some("2023-07-22T04:26:40Z")),
            ("2026-03-14 23:55:23.291000+00:00", Some("2026-03-14T23:55:23Z")),
            ("2024-05-06T07:08:09.123Z", Some("2024-05-06T07:08:09Z")),
            ("2024-05-06T07:08:09+0200", Some("2024-05-06T05:08:09Z")),
            ("2024-05-06 07:08:09", Some("2024-05-06T07:08:09Z")),
            ("2024-05-06", Some("2024-05-06")),
            ("06/05/2024 07:08:09", Some("2024-05-06T07:08:09Z")),
            ("Mon, 06 May 2024 07:08:09 GMT", Some("2024-05-06T07:08:09Z")),
            ("25/04/2024", Some("2024-04-25T00:00:00Z")),
            ("04/25/2024", Some("2024-04-25T00:00:00Z")),
            ("03/04/2024", None),
            ("06.05.2024", Some("2024-05-06T00:00:00Z")),
            ("06.05.2024 07:08", Some("2024-05-06T07:08:00Z")),
            ("6 May 2024", Some("2024-05-06T00:00:00Z")),
            ("January 5, 2024 3:04 PM", Some("2024-01-05T15:04:00Z")),
            ("Jan 15, 2024 12:04 am", Some("2024-01-15T00:04:00Z")),
            ("2019", Some("2019-01-01")),
            ("20240131", Some("2024-01-31")),
            ("20241331", None),
            ("12345", None),
            ("0", None),
            ("-5", None),
            ("NaN", None),
            ("1e300", None),
            ("", None),
            ("yesterday", None),
        ];
        for (written, expected) in cases {
            assert_eq!(super::read(written).as_deref(), expected, "{written:?}");
        }
    }
}
