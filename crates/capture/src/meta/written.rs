//! Dates as people write them, in the languages of most pages.

use std::sync::LazyLock;

use jiff::civil::Date;

/// Beginnings of the names of months, a month a line after its number. Where two fit, the longer counts.
const MONTHS: &str = include_str!("months.txt");

/// Each of them with its number.
static STARTS: LazyLock<Vec<(&str, i8)>> = LazyLock::new(|| {
    let of_line = |line: &'static str| {
        let (number, starts) = line.split_once(' ')?;
        let number = number.parse().ok()?;
        Some(starts.split(' ').map(move |start| (start, number)))
    };
    MONTHS.lines().filter_map(of_line).flatten().collect()
});

/// The years of which a page shows dates. Numbers in a text that look like older ones are mostly of what it tells.
const YEARS: std::ops::RangeInclusive<i16> = 1995..=2100;

/// The months of the Persian year, of which that of 1399 began on 20 March 2020.
const PERSIAN: [&str; 12] =
    ["فرور", "ارد", "خرد", "تیر", "مرد", "شهر", "مهر", "آبان", "آذر", "دی", "بهم", "اسف"];

/// What may stand between the day, the month and the year.
const BETWEEN: &[&str] = &["d", "de", "del", "di", "er", "gada", "m", "nd", "of", "rd", "st", "th"];

/// How dates of numbers alone are to be read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Habit {
    /// `3/5/2019` is of May. The other way is taken where only it can be.
    pub(crate) day_first: bool,
    /// `3.5.19` is a date.
    pub(crate) short_years: bool,
}

/// A number or a word, and what stands before it.
#[derive(Debug, Clone, Copy)]
struct Item<'a> {
    gap: &'a str,
    text: &'a str,
    number: bool,
}

/// The first date in a text.
pub(crate) fn first(text: &str, habit: Habit) -> Option<String> {
    if !text.bytes().any(|byte| byte.is_ascii_digit() || byte >= 0xd0) {
        return None;
    }
    let text = plain_digits(text);
    let items = items(&text);
    (0..items.len()).find_map(|at| {
        let items = Items { all: &items, at };
        if items.is_number(0) { items.numbers(habit).or_else(|| items.named()) } else { items.month_first() }
    })
}

/// The number of a month by its name.
pub(crate) fn month(word: &str) -> Option<i8> {
    let word = word.trim_matches(['.', ':', ';']).to_lowercase();
    // Thai shortens with a dot after each letter.
    let is_word = !word.bytes().any(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic() && byte != b'.');
    if !is_word || !(2..=14).contains(&word.chars().count()) {
        return None;
    }
    let mut longest = (0, None);
    for (start, number) in STARTS.iter() {
        if start.len() > longest.0 && word.starts_with(start) {
            longest = (start.len(), Some(*number));
        }
    }
    longest.1
}

/// A day of a year, where there is such a day and a page may be of it. Thai years count from 544 years before.
pub(crate) fn made(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<String> {
    let year = year?;
    let year = if (2500..2650).contains(&year) { year - 543 } else { year };
    if !YEARS.contains(&year) {
        return None;
    }
    Date::new(year, month?, day?).ok().map(|date| date.to_string())
}

/// A day of the Persian calendar, in the years of the web; by its cycle of 33 years, which holds until 1502.
fn persian(year: i16, month: i8, day: i8) -> Option<String> {
    let is_leap = |year: i16| (25 * i32::from(year) + 11) % 33 < 8;
    let length = if month < 7 { 31 } else { 30 };
    let fits = (1370..1450).contains(&year) && (1..=12).contains(&month) && (1..=length).contains(&day);
    let days: i32 = fits.then(|| {
        let years: i32 = if year >= 1399 {
            (1399..year).map(|year| 365 + i32::from(is_leap(year))).sum()
        } else {
            -(year..1399).map(|year| 365 + i32::from(is_leap(year))).sum::<i32>()
        };
        let months = i32::from(month - 1) * 30 + i32::from(month - 1).min(6);
        years + months + i32::from(day - 1)
    })?;
    let first = Date::new(2020, 3, 20).ok()?;
    first.checked_add(jiff::Span::new().days(days)).ok().map(|date| date.to_string())
}

/// Items from one on.
struct Items<'a> {
    all: &'a [Item<'a>],
    at: usize,
}

impl Items<'_> {
    fn get(&self, ahead: usize) -> Option<&Item<'_>> {
        self.all.get(self.at + ahead)
    }

    fn is_number(&self, ahead: usize) -> bool {
        self.get(ahead).is_some_and(|item| item.number)
    }

    /// A number of at most two digits: a day or a month.
    fn small(&self, ahead: usize) -> Option<i8> {
        let item = self.get(ahead).filter(|item| item.number && item.text.len() <= 2)?;
        item.text.parse().ok()
    }

    fn year(&self, ahead: usize) -> Option<i16> {
        let item = self.get(ahead).filter(|item| item.number && item.text.len() == 4)?;
        item.text.parse().ok()
    }

    fn word(&self, ahead: usize) -> Option<&str> {
        self.get(ahead).filter(|item| !item.number).map(|item| item.text)
    }

    fn is_close(&self, ahead: usize) -> bool {
        self.get(ahead).is_some_and(|item| {
            item.gap.chars().count() <= 4
                && item.gap.chars().all(|letter| letter.is_whitespace() || ".,-/ºª°'’".contains(letter))
        })
    }

    /// Where the next item is that is no word between, all of them close together.
    fn past(&self, mut ahead: usize) -> Option<usize> {
        for _ in 0..3 {
            if !self.is_close(ahead) {
                return None;
            }
            let between =
                self.word(ahead).is_some_and(|word| BETWEEN.contains(&word.to_lowercase().as_str()));
            if !between {
                return Some(ahead);
            }
            ahead += 1;
        }
        None
    }

    /// `2019-11-20`, `20.11.2019`, `20. 11. 2019`, `11/20/2019`, `2019年11月20日`, `20.11.19`.
    fn numbers(&self, habit: Habit) -> Option<String> {
        let sign = |ahead: usize| self.word(ahead).and_then(|word| word.chars().next());
        if matches!(sign(1), Some('年' | '년')) && matches!(sign(3), Some('月' | '월')) {
            return made(self.year(0), self.small(2), self.small(4));
        }
        let mark = self.mark(1).filter(|mark| self.mark(2) == Some(*mark))?;
        // Versions, addresses of computers, numbers of telephones.
        let joined = |item: Option<&Item<'_>>| item.is_some_and(|item| item.number && item.gap == mark);
        let before = self.at > 0 && self.all[self.at - 1].number && joined(self.get(0));
        if before || (mark == "." && joined(self.get(3))) {
            return None;
        }
        if let Some(year) = self.year(0) {
            let (month, day) = (self.small(1)?, self.small(2)?);
            return made(Some(year), Some(month), Some(day)).or_else(|| persian(year, month, day));
        }
        let short = || {
            let item = self.get(2).filter(|item| item.text.len() == 2 && mark != "-" && habit.short_years)?;
            item.text.parse::<i16>().ok().map(|year| 2000 + year)
        };
        let year = self.year(2).or_else(short);
        let (a, b) = (self.small(0), self.small(1));
        let (day_first, month_first) = (made(year, b, a), made(year, a, b));
        if mark == "/" && !habit.day_first { month_first.or(day_first) } else { day_first.or(month_first) }
    }

    /// The one mark between two numbers.
    fn mark(&self, ahead: usize) -> Option<&str> {
        let gap = self.get(ahead).filter(|item| item.number && item.gap.chars().count() <= 3)?.gap.trim();
        matches!(gap, "-" | "." | "/").then_some(gap)
    }

    /// `20 November 2019`, `20. November 2019`, `20 de noviembre de 2019`; `2019. november 20.`;
    /// `20 tháng 11, 2019`.
    fn named(&self) -> Option<String> {
        let name = self.past(1)?;
        let Some(word) = self.word(name) else {
            // 2019. gada 20. novembris.
            return made(self.year(0), month(self.word(name + 1)?), self.small(name));
        };
        if word.eq_ignore_ascii_case("tháng") {
            let month = self.small(name + 1);
            let year = if self.word(name + 2).is_some() { name + 3 } else { name + 2 };
            return made(self.year(year), month, self.small(0));
        }
        let last = self.past(name + 1)?;
        if let Some(month) = PERSIAN.iter().position(|start| word.starts_with(start))
            && let Some(year) = self.year(last).filter(|year| *year < 1500)
        {
            return persian(year, i8::try_from(month).ok()? + 1, self.small(0)?);
        }
        let month = month(word)?;
        if let Some(year) = self.year(0) {
            return made(Some(year), Some(month), self.small(last));
        }
        made(self.year(last), Some(month), self.small(0))
    }

    /// `November 20, 2019`, `Nov 20 09:28:00 UTC 2019`.
    fn month_first(&self) -> Option<String> {
        self.small(1).filter(|_| self.is_close(1))?;
        let month = month(self.word(0)?)?;
        // A day of the week may follow: Dec 27 Fri 2013.
        let is_word = self.word(2).is_some_and(|word| (3..=9).contains(&word.len()));
        let mut year = self.past(2).filter(|at| self.is_number(*at) || !is_word).or_else(|| self.past(3))?;
        if self.get(year + 1).is_some_and(|item| item.number && item.gap == ":") {
            year = (year..year + 5).find(|at| self.year(*at).is_some())?;
        }
        made(self.year(year), Some(month), self.small(1))
    }
}

/// Numbers and words of a text.
fn items(text: &str) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let (mut end, mut at) = (0, 0);
    while let Some(letter) = text[at..].chars().next() {
        let kind = kind(letter);
        if kind == Kind::Mark {
            at += letter.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let stop = |(_, next): &(usize, char)| {
            self::kind(*next) != kind && !(*next == '.' && ('\u{e01}'..'\u{e4f}').contains(&letter))
        };
        let length = rest.char_indices().find(stop).map_or(rest.len(), |(length, _)| length);
        items.push(Item { gap: &text[end..at], text: &rest[..length], number: kind == Kind::Digit });
        at += length;
        end = at;
    }
    items
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Letter,
    Mark,
}

fn kind(letter: char) -> Kind {
    if letter.is_ascii_digit() {
        Kind::Digit
    } else if letter.is_ascii_alphabetic() {
        Kind::Letter
    } else if letter.is_ascii()
        || letter.is_whitespace()
        || "ºª°·•«»".contains(letter)
        || ('\u{2000}'..'\u{2c00}').contains(&letter)
        || ('\u{3000}'..'\u{3020}').contains(&letter)
        || "،؛，：｜（）［］".contains(letter)
    {
        Kind::Mark
    } else {
        Kind::Letter
    }
}

/// Digits of other scripts as ours.
fn plain_digits(text: &str) -> std::borrow::Cow<'_, str> {
    const ZEROS: [u32; 10] = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xe50, 0xff10];
    if text.bytes().all(|byte| byte < 0xd9) {
        return text.into();
    }
    let plain = |letter: char| {
        let digit = ZEROS.iter().map(|zero| u32::from(letter).wrapping_sub(*zero)).find(|digit| *digit < 10);
        digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(letter)
    };
    text.chars().map(plain).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::{Habit, first};

    /// Of each line the date that is meant, none for `-`, and the text; `dates.txt` says what its signs are.
    #[test]
    fn as_people_write_them() {
        let mut wrong = Vec::new();
        for line in include_str!("../../tests/dates.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((wanted, text)) = line.split_once(' ') else { continue };
            let (wanted, day_first) = match wanted.strip_suffix('<') {
                Some(wanted) => (wanted, true),
                None => (wanted, false),
            };
            let got = first(text, Habit { day_first, short_years: true });
            if got.as_deref().unwrap_or("-") != wanted {
                wrong.push(format!("{text}: {got:?}, expected {wanted}"));
            }
        }
        assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
    }
}
