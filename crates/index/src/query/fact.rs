//! What is asked of an article besides its words, as SQL over its row.

use rusqlite::types::Value;
use unicode_normalization::UnicodeNormalization;

/// A condition on the row of an article.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fact {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

/// From so much on an article is read.
const READ: &str = "0.97";

/// What may stand after `is:` and `has:`.
pub(super) const STATES: [(&str, &str); 5] = [
    ("bookmarked", "article.bookmarked = 1"),
    ("unread", "article.progress < READ"),
    ("reading", "article.progress > 0 AND article.progress < READ"),
    ("read", "article.progress >= READ"),
    ("archived", "article.archived = 1"),
];
pub(super) const HELD: [(&str, &str); 2] =
    [("picture", "article.has_picture = 1"), ("highlight", "article.highlights > 0")];

/// Reads `field:value`, or says what is wrong with it.
pub(super) fn read(field: &str, value: &str, goes_on: bool) -> Result<Fact, String> {
    let wrong = |needs: &str| Err(format!("“{field}:{value}” needs {needs}."));
    match field {
        "tag" => Ok(tag(value, goes_on)),
        "lang" => {
            let language = value.to_lowercase();
            Ok(Fact {
                sql: "lower(article.language) = ? OR lower(article.language) LIKE ?".to_owned(),
                values: vec![Value::Text(language.clone()), Value::Text(format!("{language}-%"))],
            })
        }
        "is" => named(&STATES, value).ok_or_else(|| unknown(field, value, &STATES)),
        "has" => named(&HELD, value).ok_or_else(|| unknown(field, value, &HELD)),
        "before" | "after" => match day(value) {
            Some(time) => {
                let sign = if field == "before" { "<" } else { ">=" };
                let sql = format!("coalesce(article.published_at, article.created_at) {sign} ?");
                Ok(Fact { sql, values: vec![Value::Integer(time)] })
            }
            None => wrong(&format!("a date, as in {field}:2024, {field}:2024-05 or {field}:2024-05-03")),
        },
        _ => match number(value) {
            Some((sign, from, to)) => {
                let sql = match to {
                    Some(_) => format!("article.{field} BETWEEN ? AND ?"),
                    None => format!("article.{field} {sign} ?"),
                };
                Ok(Fact { sql, values: std::iter::once(from).chain(to).map(Value::Integer).collect() })
            }
            None => wrong(&format!("a number, as in {field}:>{}", if field == "words" { 1000 } else { 10 })),
        },
    }
}

/// Whether a value that can't be read may yet be typed to the end.
pub(super) fn may_go_on(field: &str, value: &str) -> bool {
    match field {
        "is" => STATES.iter().any(|(name, _)| name.starts_with(value)),
        "has" => HELD.iter().any(|(name, _)| name.starts_with(value)),
        "words" | "minutes" => matches!(value, ">" | "<" | "=" | ">=" | "<=") || value.ends_with(".."),
        _ => value.ends_with('-') && day(value.trim_end_matches('-')).is_some(),
    }
}

fn tag(value: &str, goes_on: bool) -> Fact {
    let goes_on = goes_on || value.ends_with('*');
    let value = value.trim_end_matches('*');
    // The key that a tag has: with its accents composed, whoever typed them.
    let name: String = value.trim().trim_start_matches(['#', ' ']).nfc().collect::<String>().to_lowercase();
    let within = "EXISTS (SELECT 1 FROM tag WHERE tag.number = article.number AND tag.folded";
    if goes_on {
        let end = format!("{name}{}", char::MAX);
        let sql = format!("{within} >= ? AND tag.folded < ?)");
        Fact { sql, values: vec![Value::Text(name), Value::Text(end)] }
    } else {
        Fact { sql: format!("{within} = ?)"), values: vec![Value::Text(name)] }
    }
}

fn named(known: &[(&str, &str)], value: &str) -> Option<Fact> {
    let value = value.to_lowercase();
    let (_, sql) = known.iter().find(|(name, _)| *name == value)?;
    Some(Fact { sql: sql.replace("READ", READ), values: Vec::new() })
}

fn unknown(field: &str, value: &str, known: &[(&str, &str)]) -> String {
    let names: Vec<_> = known.iter().map(|(name, _)| format!("{field}:{name}")).collect();
    format!("“{field}:{value}” is not known; there is {}.", names.join(", "))
}

/// `>1000`, `<=5`, `7`, `500..900`: the sign, the number, and the last one of a range.
fn number(value: &str) -> Option<(&'static str, i64, Option<i64>)> {
    let read = |text: &str| text.replace(['.', ',', '_', '\'', '’'], "").parse::<i64>().ok();
    if let Some((from, to)) = value.split_once("..") {
        return Some(("", read(from)?, Some(read(to)?)));
    }
    let signs = [(">=", ">="), ("<=", "<="), ("≥", ">="), ("≤", "<="), (">", ">"), ("<", "<"), ("=", "=")];
    let (sign, rest) = signs
        .iter()
        .find_map(|(written, sign)| Some((*sign, value.strip_prefix(written)?)))
        .unwrap_or(("=", value));
    Some((sign, read(rest)?, None))
}

/// The moment at which a year, month or day begins (UTC), in milliseconds since 1970.
fn day(value: &str) -> Option<i64> {
    let mut parts = value.split(['-', '/', '.']).map(|part| part.parse::<i64>().ok());
    let year = parts.next()??;
    let month = parts.next().unwrap_or(Some(1))?;
    let day = parts.next().unwrap_or(Some(1))?;
    let known = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    (known && parts.next().is_none()).then(|| days(year, month, day) * 86_400_000)
}

/// Days since 1970, in the calendar of today; by years that begin in March, so that leap days come last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        assert_eq!(day("1970"), Some(0));
        assert_eq!(day("2024-02-29"), Some(1_709_164_800_000));
        assert_eq!(day("2024-03"), Some(1_709_251_200_000));
        assert_eq!(day("1969-12-31"), Some(-86_400_000));
        assert_eq!([day("2024-13"), day("soon"), day("2024-05-03-01"), day("")], [None; 4]);
    }

    #[test]
    fn numbers() {
        assert_eq!(number(">1,000"), Some((">", 1000, None)));
        assert_eq!(number("7"), Some(("=", 7, None)));
        assert_eq!(number("5..9"), Some(("", 5, Some(9))));
        assert_eq!([number("many"), number(">"), number("")], [None; 3]);
    }
}
