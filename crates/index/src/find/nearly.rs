//! Words that are nearly those that are sought, where few articles have these.
//!
//! First words that hold the one that is sought (`geschwindigkeit` in `höchstgeschwindigkeit`): an index of all three
//! letters of long words finds them. Else words that are
//! spelled with one letter more, less or another, with an apostrophe, or with two letters changed about: all such spellings
//! are made and looked up, some hundreds.

use rusqlite::{OptionalExtension, params};

use super::matching::{Matching, name};
use super::plan::is_short_beginning;
use super::{FEW, Index};
use crate::Error;
use crate::query::{Node, Query, Sought};

/// Letters that a word has to have, so that those nearly like it mean it.
const SHORTEST: usize = 3;
/// Letters of a word that is looked for within others.
const SHORTEST_PART: usize = 5;
/// Words that stand in for one.
const MOST: usize = 5;
const MOST_COMPOUNDS: usize = 32;
/// Up to so many articles are counted of each.
const COUNTED: i64 = 1000;

impl Index {
    /// The query with other words beside those that few articles have, and how it is told; `None` where there are none.
    pub(super) fn nearly(&self, query: &Query) -> Result<Option<(Query, String)>, Error> {
        let Some(node) = &query.node else { return Ok(None) };
        let mut told = Vec::new();
        let mut changed = false;
        let node = self.widened(node, &mut told, &mut changed)?;
        Ok(changed.then(|| (Query { node: Some(node), ..query.clone() }, told.join(" "))))
    }

    fn widened(&self, node: &Node, told: &mut Vec<String>, changed: &mut bool) -> Result<Node, Error> {
        let mut all = |nodes: &[Node]| -> Result<Vec<Node>, Error> {
            nodes.iter().map(|node| self.widened(node, told, changed)).collect()
        };
        match node {
            Node::All(nodes) => Ok(Node::All(all(nodes)?)),
            Node::Any(nodes) => Ok(Node::Any(all(nodes)?)),
            Node::Not(_) | Node::Fact(_) => Ok(node.clone()),
            Node::Words(sought) => {
                let others = self.others(sought)?;
                let Some(first) = others.first() else {
                    told.push(sought.asked.clone());
                    return Ok(node.clone());
                };
                *changed = true;
                told.push(if first.contains(&sought.words[0]) && first.len() > sought.words[0].len() + 1 {
                    format!("*{}*", sought.asked)
                } else {
                    first.clone()
                });
                let other =
                    |word: String| Node::Words(Sought { words: vec![word], whole: None, ..sought.clone() });
                Ok(Node::Any(std::iter::once(node.clone()).chain(others.into_iter().map(other)).collect()))
            }
        }
    }

    /// The words to search for besides.
    fn others(&self, sought: &Sought) -> Result<Vec<String>, Error> {
        let [word] = sought.words.as_slice() else { return Ok(Vec::new()) };
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < SHORTEST || letters.iter().all(char::is_ascii_digit) {
            return Ok(Vec::new());
        }
        let term = name(sought.field, word);
        let known = if is_short_beginning(sought) {
            self.are_in("beginnings", &self.beginnings(word)?, FEW as i64)?
        } else if sought.goes_on {
            self.are_in("text", &Matching { asked: format!("\"{term}\" *"), articles: 0 }, FEW as i64)?
        } else {
            self.are_in("text", &self.term(&term)?, FEW as i64)?
        };
        if known >= FEW as i64 {
            return Ok(Vec::new());
        }
        if letters.len() >= SHORTEST_PART && sought.field.is_none() {
            let compounds = self.compounds(word)?;
            if !compounds.is_empty() {
                return Ok(compounds);
            }
        }
        // Where the word is there, one like it is meant only if that is much more frequent, and the word long.
        if known > 0 && letters.len() < SHORTEST_PART {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for spelling in spellings(&letters) {
            let term = self.term(&name(sought.field, &spelling))?;
            // The vocabulary says what is worth a look.
            if term.articles <= known * 3 {
                continue;
            }
            let articles = self.are_in("text", &term, COUNTED)?;
            if articles > known * 3 {
                let alike = if spelling.starts_with(letters[0]) { 4 } else { 1 };
                found.push((articles * alike, spelling));
            }
        }
        if found.is_empty() && sought.goes_on && letters.len() > SHORTEST {
            for spelling in spellings(&letters) {
                if self.begins(&name(sought.field, &spelling))? {
                    found.push((0, spelling));
                }
            }
        }
        found.sort_unstable_by(|one, other| other.cmp(one));
        found.dedup();
        Ok(found.into_iter().take(MOST).map(|(_, spelling)| spelling).collect())
    }

    fn begins(&self, beginning: &str) -> Result<bool, Error> {
        let mut next =
            self.connection.prepare_cached("SELECT term FROM vocabulary WHERE term >= ? LIMIT 1")?;
        let term: Option<String> = next.query_row([beginning], |row| row.get(0)).optional()?;
        Ok(term.is_some_and(|term| term.starts_with(beginning))
            && self.is_in_any(&Matching { asked: format!("\"{beginning}\" *"), articles: 1 })?)
    }

    /// Words that hold this one, and are long enough to be made of it and another.
    fn compounds(&self, word: &str) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT term FROM long_words WHERE term GLOB ? AND length(term) >= ? ORDER BY length(term), term",
        )?;
        let least = word.chars().count() + 3;
        let mut found = Vec::new();
        let mut all = statement.query(params![format!("*{word}*"), least as i64])?;
        while let Some(row) = all.next()?
            && found.len() < MOST_COMPOUNDS
        {
            let term: String = row.get(0)?;
            // What went with its article is among them still.
            if self.is_in_any(&Matching::one(&term, 1))? {
                found.push(term);
            }
        }
        Ok(found)
    }
}

const ARTICLES: [&str; 4] = ["ال", "وال", "بال", "لل"];

/// All spellings that are one letter away, or with an article.
fn spellings(letters: &[char]) -> Vec<String> {
    let alphabet = alphabet(letters);
    let mut made = Vec::new();
    let mut make = |before: &[char], between: &[char], after: &[char]| {
        made.push([before, between, after].concat().into_iter().collect::<String>());
    };
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        for letter in &alphabet {
            make(before, &[*letter], after);
        }
        if at > 0 && at < letters.len() {
            // `dont` means `don't`.
            make(before, &['\''], after);
        }
        let Some((first, rest)) = after.split_first() else { continue };
        make(before, &[], rest);
        for letter in alphabet.iter().filter(|letter| *letter != first) {
            make(before, &[*letter], rest);
        }
        if let Some((second, rest)) = rest.split_first().filter(|(second, _)| *second != first) {
            make(before, &[*second, *first], rest);
        }
    }
    // What Arabic writes as one with the word: "the", "and the", "in the", "for the".
    let word: String = letters.iter().collect();
    if word.starts_with(|first| matches!(first, '\u{620}'..='\u{6D3}')) {
        made.extend(ARTICLES.iter().map(|article| format!("{article}{word}")));
        made.extend(ARTICLES.iter().filter_map(|article| word.strip_prefix(article)).map(str::to_owned));
    }
    made.sort_unstable();
    made.dedup();
    made
}

/// The small letters of the scripts that a word is written in.
fn alphabet(letters: &[char]) -> Vec<char> {
    let mut blocks: Vec<u32> = letters.iter().map(|letter| *letter as u32 / 0x80).collect();
    blocks.sort_unstable();
    blocks.dedup();
    let all =
        blocks.into_iter().flat_map(|block| block * 0x80..(block + 1) * 0x80).filter_map(char::from_u32);
    all.filter(|letter| letter.is_alphanumeric() && letter.to_lowercase().eq([*letter])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_away() {
        let of = |word: &str| spellings(&word.chars().collect::<Vec<_>>());
        for near in ["cofee", "cofffee", "coffed", "ocffee", "coffeee", "xcoffee"] {
            assert!(of(near).contains(&"coffee".to_owned()), "{near}");
        }
        assert!(!of("coffee").contains(&"coffee".to_owned()));
        assert!(of("москав").contains(&"москва".to_owned()));
    }
}
