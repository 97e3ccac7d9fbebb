//! How a query may go on.

use std::ops::Range;

use rusqlite::params;

use super::lex::FIELDS;
use super::parse::SORTS;
use super::{Query, fact};
use crate::text::terms;
use crate::{Error, Index};

/// So many ways are offered.
const MOST: usize = 8;

/// A way in which a query may go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What of the query it stands in place of, in bytes.
    pub range: Range<usize>,
    /// What stands there then.
    pub text: String,
}

impl Query {
    /// Offers how the word at the cursor (in bytes) may go on: names of fields, their values that the index knows, and
    /// words that articles have, the most frequent first.
    ///
    /// # Errors
    /// Where the index can't be read.
    pub fn complete(index: &Index, text: &str, cursor: usize) -> Result<Vec<Completion>, Error> {
        let cursor = text.floor_char_boundary(cursor.min(text.len()));
        let start = start(&text[..cursor]);
        let typed = &text[start..cursor];
        let offered: Vec<String> = match typed.split_once(':') {
            Some((field, value)) if FIELDS.contains(&field.to_ascii_lowercase().as_str()) => {
                let field = field.to_ascii_lowercase();
                let values = index.values(&field, value.trim_start_matches(['"', '“', '„']))?;
                values.into_iter().map(|value| format!("{field}:{}", in_quotes(value))).collect()
            }
            _ if typed.is_empty() => Vec::new(),
            _ => {
                let fields = FIELDS.iter().filter(|field| field.starts_with(&typed.to_lowercase()));
                let mut offered: Vec<String> = fields.map(|field| format!("{field}:")).collect();
                let folded = crate::folded(typed);
                if folded.chars().count() > 1 {
                    offered.extend(index.completions(&folded, MOST)?.into_iter().map(|(term, _)| term));
                }
                offered
            }
        };
        let all = offered.into_iter().take(MOST).filter(|offered| offered != typed);
        // What stands behind the cursor of the same word goes with it.
        let end = cursor + end(&text[start..], cursor - start);
        Ok(all.map(|text| Completion { range: start..end, text }).collect())
    }
}

impl Index {
    fn values(&self, field: &str, typed: &str) -> Result<Vec<String>, Error> {
        let small = typed.to_lowercase();
        let of = |names: &mut dyn Iterator<Item = &str>| {
            Ok(names.filter(|name| name.starts_with(&small)).map(str::to_owned).collect())
        };
        match field {
            "is" => of(&mut fact::STATES.iter().map(|(name, _)| *name)),
            "has" => of(&mut fact::HELD.iter().map(|(name, _)| *name)),
            "sort" => of(&mut SORTS.iter().map(|(name, _)| *name)),
            "words" => of(&mut [">1000", "<500", "500..1000"].into_iter()),
            "minutes" => of(&mut ["<5", "<10", ">20"].into_iter()),
            "tag" => {
                let mut tags = self.connection.prepare_cached(
                    "SELECT min(name) FROM tag WHERE folded >= ? AND folded < ? GROUP BY folded
                    ORDER BY count(*) DESC LIMIT ?",
                )?;
                let end = format!("{small}{}", char::MAX);
                tags.query_map(params![small, end, MOST as i64], |row| row.get(0))?.collect()
            }
            "lang" => {
                let mut next =
                    self.connection.prepare_cached("SELECT min(language) FROM article WHERE language > ?")?;
                let mut found: Vec<String> = Vec::new();
                let mut last = String::new();
                // One look for each language, however many articles there are.
                while let Some(language) = next.query_row([&last], |row| row.get::<_, Option<String>>(0))? {
                    if language.to_lowercase().starts_with(&small) {
                        found.push(language.clone());
                    }
                    last = language;
                }
                Ok(found)
            }
            "title" => self.words_of(terms::TITLE, typed),
            "author" => self.words_of(terms::AUTHOR, typed),
            "site" => self.words_of(terms::SITE, typed),
            "section" => self.words_of(terms::SECTION, typed),
            _ => Ok(Vec::new()),
        }
    }

    fn words_of(&self, field: char, typed: &str) -> Result<Vec<String>, Error> {
        let begun = format!("{field}={}", crate::folded(typed));
        let terms = self.completions(&begun, MOST)?;
        Ok(terms.into_iter().filter_map(|(term, _)| Some(term.get(2..)?.to_owned())).collect())
    }
}

/// Where the word begins that ends here.
fn start(text: &str) -> usize {
    let mut start = 0;
    let mut quoted = false;
    for (at, character) in text.char_indices() {
        match character {
            '"' | '“' | '”' => quoted = !quoted,
            '(' if !quoted => start = at + 1,
            '-' if !quoted && start == at => start = at + 1,
            _ if !quoted && character.is_whitespace() => start = at + character.len_utf8(),
            _ => {}
        }
    }
    start
}

/// How far the word goes on behind the cursor, which is so far within `text`.
fn end(text: &str, cursor: usize) -> usize {
    let quoted = text[..cursor].chars().filter(|letter| matches!(letter, '"' | '“' | '”')).count() % 2 == 1;
    let rest = &text[cursor..];
    if quoted && let Some(end) = rest.find(['"', '“', '”']) {
        let quote = rest[end..].chars().next().map_or(0, char::len_utf8);
        return end + quote;
    }
    rest.find(|letter: char| letter.is_whitespace() || letter == ')').unwrap_or(rest.len())
}

fn in_quotes(value: String) -> String {
    if value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value }
}
