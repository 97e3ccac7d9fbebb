//! Dates as machines write them, to ISO 8601.

use jiff::civil::Date;

use super::written::{self, Habit};

/// Of these years a page may say that it is. Newspapers put on the web what they printed long ago.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2100;

/// What is said where nothing is known.
const NOTHING: &[&str] = &["1899-12-30", "1900-01-01", "1969-12-31", "1970-01-01"];

/// A date that stands alone: with its time and offset where it begins as ISO 8601 does, else the day.
pub(crate) fn date(text: &str, habit: Habit) -> Option<String> {
    let text = text.trim();
    let day = text.get(..10).and_then(|day| day.parse::<Date>().ok());
    if let Some(day) = day {
        let time = text[10..].trim_start_matches(['T', 't', ' ']);
        let exact: String = time.chars().take_while(|c| c.is_ascii_digit() || ":.+-Z".contains(*c)).collect();
        let full = format!("{day}T{exact}");
        let known = full.parse::<jiff::Timestamp>().is_ok() || full.parse::<jiff::civil::DateTime>().is_ok();
        let day = likely(day)?;
        return Some(if known && !exact.is_empty() { full } else { day });
    }
    if text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return seconds(text)
            .or_else(|| matches!(text.len(), 8 | 10 | 12 | 14).then(|| compact(text)).flatten());
    }
    if text.get(8..9) == Some("T") {
        return compact(text);
    }
    written::first(text, habit)
}

/// Seconds or milliseconds since 1970.
fn seconds(digits: &str) -> Option<String> {
    let number = digits.parse::<i64>().ok()?;
    let seconds = match digits.len() {
        9 | 10 => number,
        13 => number / 1000,
        _ => return None,
    };
    // Later ones are a year, month, day and hour.
    let time = (seconds < 2_000_000_000).then(|| jiff::Timestamp::from_second(seconds).ok()).flatten()?;
    let text = time.to_string();
    text.get(..4).is_some_and(|year| year >= "1990").then_some(text)
}

/// `20191120`, also where more follows.
fn compact(digits: &str) -> Option<String> {
    let part =
        |from: usize, to: usize| digits.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    written::made(part(0, 4)?.parse().ok(), part(4, 6)?.parse().ok(), part(6, 8)?.parse().ok())
}

/// A date in the path of an address: `/2019/11/20/`, `/2019-11-20-…`, `/20191120/`, `/201911200928…`.
pub(crate) fn in_path(path: &str) -> Option<String> {
    let parts = parts(path);
    for three in parts.windows(3) {
        if three[0].len() == 4 && three[1].len() <= 3 && three[2].len() <= 2 {
            let month = three[1].parse().ok().or_else(|| written::month(three[1]));
            if let Some(found) = written::made(three[0].parse().ok(), month, three[2].parse().ok()) {
                return Some(found);
            }
        }
    }
    parts.iter().find_map(|part| {
        let whole = matches!(part.len(), 8 | 10..=20) && part.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| compact(part)).flatten()
    })
}

/// A year and a month in the path of an address, as a date begins: `/2019/11/`.
pub(crate) fn month_in_path(path: &str) -> Option<String> {
    parts(path).windows(2).find_map(|two| {
        let is_month = two[0].len() == 4 && two[1].len() <= 2;
        let first = is_month.then(|| written::made(two[0].parse().ok(), two[1].parse().ok(), Some(1)))??;
        Some(first[..8].to_owned())
    })
}

fn parts(path: &str) -> Vec<&str> {
    path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect()
}

fn likely(day: Date) -> Option<String> {
    let text = day.to_string();
    (YEARS.contains(&day.year()) && !NOTHING.contains(&text.as_str())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{date, in_path, month_in_path};

    #[test]
    fn as_machines_do() {
        let date = |text: &str| date(text, super::Habit::default());
        assert_eq!(date("2019-11-20T09:28:00Z").as_deref(), Some("2019-11-20T09:28:00Z"));
        assert_eq!(date("2019-11-20 nonsense").as_deref(), Some("2019-11-20"));
        assert_eq!(date("20191120T092800Z").as_deref(), Some("2019-11-20"));
        assert_eq!(date("20191120092800").as_deref(), Some("2019-11-20"));
        assert_eq!(date("2019112009").as_deref(), Some("2019-11-20"));
        assert_eq!(date("1574242080").as_deref(), Some("2019-11-20T09:28:00Z"));
        assert_eq!(date("1574242080000").as_deref(), Some("2019-11-20T09:28:00Z"));
        assert_eq!(date("1953-04-25").as_deref(), Some("1953-04-25"));
        assert_eq!(date("1970-01-01T00:00:00Z"), None);
        assert_eq!(date("0001-01-01T00:00:00"), None);
    }

    #[test]
    fn in_addresses() {
        assert_eq!(in_path("/news/2019/nov/20/a-story").as_deref(), Some("2019-11-20"));
        assert_eq!(in_path("/a-story-20191120.html").as_deref(), Some("2019-11-20"));
        assert_eq!(in_path("/a/201911201079127690-a-story").as_deref(), Some("2019-11-20"));
        assert_eq!(in_path("/12345678/a"), None);
        assert_eq!(month_in_path("/2019/11/a-story").as_deref(), Some("2019-11-"));
        assert_eq!(month_in_path("/a-story-of-2019"), None);
    }
}
