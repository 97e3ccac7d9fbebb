//! Dates as people and machines write them, to ISO 8601.

use jiff::civil::Date;

/// The first years of the web, and the last that a date is taken for one.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// Names of months by their beginnings, in the languages of most pages, with their number.
const MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("jän", 1),
    ("ene", 1),
    ("gen", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("mar", 3),
    ("mär", 3),
    ("mrz", 3),
    ("maa", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("mag", 5),
    ("mei", 5),
    ("jun", 6),
    ("juin", 6),
    ("giu", 6),
    ("jul", 7),
    ("juil", 7),
    ("lug", 7),
    ("aug", 8),
    ("août", 8),
    ("aoû", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("okt", 10),
    ("out", 10),
    ("ott", 10),
    ("nov", 11),
    ("dec", 12),
    ("déc", 12),
    ("dez", 12),
    ("dic", 12),
];

/// A date that stands alone: with its time and offset where it begins as ISO 8601 does, else the day.
pub(crate) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let day = text.get(..10).and_then(|day| day.parse::<Date>().ok()).filter(is_likely);
    if let Some(day) = day {
        let time = text[10..].trim_start_matches(['T', 't', ' ']);
        let exact: String = time.chars().take_while(|c| c.is_ascii_digit() || ":.+-Z".contains(*c)).collect();
        let full = format!("{day}T{exact}");
        let known = full.parse::<jiff::Timestamp>().is_ok() || full.parse::<jiff::civil::DateTime>().is_ok();
        return Some(if known && !exact.is_empty() { full } else { day.to_string() });
    }
    if let Some(seconds) = (10..=13).contains(&text.len()).then(|| text.parse::<i64>().ok()).flatten() {
        let seconds = if text.len() == 13 { seconds / 1000 } else { seconds };
        return jiff::Timestamp::from_second(seconds)
            .ok()
            .map(|time| time.to_string())
            .filter(|time| time.get(..4).is_some_and(|year| ("1990".."2101").contains(&year)));
    }
    in_text(text)
}

/// A date in the path of an address: `/2019/11/20/`, `/2019-11-20-…`, `/20191120/`.
pub(crate) fn in_path(path: &str) -> Option<String> {
    let parts: Vec<&str> =
        path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    for three in parts.windows(3) {
        if three[0].len() == 4 && three[1].len() <= 3 && three[2].len() <= 2 {
            let month = three[1].parse().ok().or_else(|| month(three[1]));
            if let Some(found) = made(three[0].parse().ok(), month, three[2].parse().ok()) {
                return Some(found);
            }
        }
    }
    parts.iter().find_map(|part| {
        let whole = part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| made(part[..4].parse().ok(), part[4..6].parse().ok(), part[6..].parse().ok())).flatten()
    })
}

/// The first date in a text.
pub(crate) fn in_text(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",()|[]•·".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    for at in 0..words.len() {
        let word = words[at];
        let named = month(word);
        let number = |at: usize| words.get(at).and_then(|word| day(word));
        let before = |back: usize| at.checked_sub(back).and_then(number);
        // 20 November 2019; 20. November 2019; 20 de noviembre de 2019.
        let of = usize::from(words.get(at + 1).is_some_and(|word| matches!(*word, "de" | "del" | "of")));
        let back = 1 + usize::from(at > 0 && matches!(words[at - 1], "de" | "of"));
        if named.is_some()
            && let Some(found) = made(year(words.get(at + 1 + of)), named, before(back))
                .or_else(|| made(year(words.get(at + 2)), named, number(at + 1)))
        {
            return Some(found);
        }
        if let Some(found) = numbers(word) {
            return Some(found);
        }
    }
    None
}

/// `2019-11-20`, `20.11.2019`, `11/20/2019`, `2019年11月20日`. With slashes the month comes first where it can.
fn numbers(word: &str) -> Option<String> {
    let mark = word.chars().find(|c| !c.is_ascii_digit())?;
    if !"-./年".contains(mark) {
        return None;
    }
    let parts: Vec<&str> =
        word.split(|c: char| c == mark || "年月日".contains(c)).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.get(..3)? else { return None };
    let c = c.get(..c.bytes().take_while(u8::is_ascii_digit).count())?;
    let first = |text: &str| text.parse::<i8>().ok();
    if a.len() == 4 {
        return made(a.parse().ok(), first(b), first(c));
    }
    if c.len() != 4 || a.len() > 2 || b.len() > 2 {
        return None;
    }
    let year = c.parse().ok();
    let (day_first, month_first) = (made(year, first(b), first(a)), made(year, first(a), first(b)));
    if mark == '/' { month_first.or(day_first) } else { day_first.or(month_first) }
}

/// The number of a month by its name.
pub(crate) fn month(word: &str) -> Option<i8> {
    let word = word.trim_matches(['.', ':', ';']).to_lowercase();
    let length = word.chars().count();
    if !(3..=10).contains(&length) || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let longest =
        MONTHS.iter().filter(|(start, _)| word.starts_with(start)).max_by_key(|(start, _)| start.len());
    longest.map(|(_, number)| *number)
}

fn day(word: &str) -> Option<i8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word[digits..];
    let fits = (1..=2).contains(&digits) && ["", ".", "st", "nd", "rd", "th", "er", "º"].contains(&rest);
    fits.then(|| word[..digits].parse().ok()).flatten()
}

fn year(word: Option<&&str>) -> Option<i16> {
    let word = word?.trim_end_matches(['.', ':', ';']);
    (word.len() == 4).then(|| word.parse().ok()).flatten()
}

fn made(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<String> {
    Date::new(year?, month?, day?).ok().filter(is_likely).map(|date| date.to_string())
}

fn is_likely(date: &Date) -> bool {
    YEARS.contains(&date.year())
}

#[cfg(test)]
mod tests {
    use super::{date, in_path, in_text};

    #[test]
    fn as_people_write_them() {
        let written = [
            ("Posted Nov. 20, 2019 at 9 AM", "2019-11-20"),
            ("am 3. März 2021", "2021-03-03"),
            ("20 de noviembre de 2019", "2019-11-20"),
            ("31.12.2020", "2020-12-31"),
            ("11/20/2019", "2019-11-20"),
            ("2019年11月20日", "2019-11-20"),
        ];
        for (text, wanted) in written {
            assert_eq!(in_text(text).as_deref(), Some(wanted), "{text}");
        }
        assert_eq!(in_text("version 1.2.3 of 30 February 2020"), None);
    }

    #[test]
    fn as_machines_do() {
        assert_eq!(date("2019-11-20T09:28:00Z").as_deref(), Some("2019-11-20T09:28:00Z"));
        assert_eq!(date("2019-11-20 nonsense").as_deref(), Some("2019-11-20"));
        assert_eq!(in_path("/news/2019/nov/20/a-story").as_deref(), Some("2019-11-20"));
        assert_eq!(in_path("/12345678/a"), None);
    }
}
