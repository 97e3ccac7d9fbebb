//! From the tree of a query to what the tables are asked.

use rusqlite::types::Value;

use super::Condition;
use super::matching::{Matching, name, names};
use crate::query::sought::Whole;
use crate::query::{Node, Sought};
use crate::text::OLDEST;
use crate::text::terms::{BEGINNINGS, beginning, beginning_term};
use crate::{Error, Index};

/// So many words that begin alike are named one by one; of more, FTS5 goes through all by itself.
const COMPLETIONS: usize = 400;
/// And so many of the most frequent ones, where a short beginning stands beside other words.
const FEW_COMPLETIONS: usize = 64;
const FEWEST_COMPLETIONS: usize = 24;
/// And where it is asked for many times over, to rank what was found.
const RANKED_COMPLETIONS: usize = 8;

/// How far a plan goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// To all that there is, whatever that takes.
    All,
    /// As far as is quick.
    Quick,
    /// To the most frequent endings of what is being typed.
    Frequent,
}

/// What is asked: articles have to be in the first of it that there is, and answer to the conditions.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Of the table `text`.
    pub(super) words: Option<Matching>,
    /// Of the table `beginnings`.
    pub(super) beginnings: Option<Matching>,
    /// Of the rows.
    pub(super) conditions: Vec<Condition>,
}

impl Index {
    /// Makes the plan of a query.
    pub(super) fn plan(&self, node: Option<&Node>, depth: Depth) -> Result<Plan, Error> {
        let exact = depth == Depth::All;
        // Of what no ending is to be left out, all that is in the table of beginnings is taken.
        let is_whole = |sought: &Sought| exact || sought.is_starred && depth == Depth::Quick;
        let nodes = match node {
            Some(Node::All(nodes)) => nodes.as_slice(),
            Some(node) => std::slice::from_ref(node),
            None => &[],
        };
        let (mut musts, mut nots, mut beginnings) = (Vec::new(), Vec::new(), Vec::new());
        let mut plan = Plan::default();
        for node in nodes {
            match node {
                Node::Words(sought) if is_short_beginning(sought) => beginnings.push(sought),
                _ if has_short_beginning(node, &is_whole) => plan.conditions.push(self.sql(Some(node))?),
                Node::Not(inner) if inner.is_words() => match self.text(inner, Depth::Quick)? {
                    Some(text) => nots.push((node, text)),
                    None => plan.conditions.push(self.sql(Some(node))?),
                },
                _ => match if node.is_words() { self.text(node, depth)? } else { None } {
                    Some(text) => musts.push(text),
                    None => plan.conditions.push(self.sql(Some(node))?),
                },
            }
        }
        let alone =
            musts.is_empty() && (beginnings.len() == 1 || beginnings.iter().all(|sought| is_whole(sought)));
        for sought in beginnings {
            if alone && plan.beginnings.is_none() {
                plan.beginnings = Some(self.beginnings(&sought.words[0])?);
            } else if is_whole(sought) {
                plan.conditions.push(self.sql(Some(&Node::Words(sought.clone())))?);
            } else {
                // Two tables together take too long.
                musts.push(self.sought(sought, depth)?);
            }
        }
        if musts.is_empty() {
            for (node, _) in nots {
                plan.conditions.push(self.sql(Some(node))?);
            }
        } else {
            let words = Matching::all(musts);
            plan.words = Some(nots.iter().fold(words, |words, (_, not)| words.without(not)));
        }
        Ok(plan)
    }

    /// A tree as SQL over the rows alone.
    pub(super) fn sql(&self, node: Option<&Node>) -> Result<Condition, Error> {
        let joined = |nodes: &[Node], by: &str| -> Result<Condition, Error> {
            let mut all = Condition { sql: String::new(), values: Vec::new() };
            for node in nodes {
                let one = self.sql(Some(node))?;
                all.sql.push_str(if all.sql.is_empty() { "(" } else { by });
                all.sql.push_str(&one.sql);
                all.values.extend(one.values);
            }
            all.sql.push(')');
            Ok(all)
        };
        Ok(match node {
            None => Condition { sql: "TRUE".to_owned(), values: Vec::new() },
            Some(Node::All(nodes)) => joined(nodes, " AND ")?,
            Some(Node::Any(nodes)) => joined(nodes, " OR ")?,
            Some(Node::Not(node)) => {
                let Condition { sql, values } = self.sql(Some(node))?;
                Condition { sql: format!("NOT coalesce({sql}, FALSE)"), values }
            }
            Some(Node::Fact(fact)) => Condition { sql: fact.sql.clone(), values: fact.values.clone() },
            Some(Node::Words(sought)) => {
                let (table, matching) = if is_short_beginning(sought) {
                    ("beginnings", self.beginnings(&sought.words[0])?)
                } else {
                    ("text", self.sought(sought, Depth::Quick)?)
                };
                Condition {
                    sql: format!(
                        "article.number IN (SELECT {OLDEST} - rowid FROM {table} WHERE {table} MATCH ?)"
                    ),
                    values: vec![Value::Text(matching.asked)],
                }
            }
        })
    }

    /// A tree of words for FTS5; `None` where that can't be asked so.
    fn text(&self, node: &Node, depth: Depth) -> Result<Option<Matching>, Error> {
        let (nodes, all) = match node {
            Node::Words(sought) => return self.sought(sought, depth).map(Some),
            Node::Fact(_) | Node::Not(_) => return Ok(None),
            Node::All(nodes) => (nodes, true),
            Node::Any(nodes) => (nodes, false),
        };
        let (mut parts, mut nots) = (Vec::new(), Vec::new());
        for node in nodes {
            let (inner, to, depth) = match node {
                Node::Not(inner) if all => (&**inner, &mut nots, Depth::Quick),
                node => (node, &mut parts, depth),
            };
            match self.text(inner, depth)? {
                Some(text) => to.push(text),
                None => return Ok(None),
            }
        }
        if parts.is_empty() {
            return Ok(None);
        }
        let parts = if all { Matching::all(parts) } else { Matching::any(&parts) };
        Ok(Some(nots.iter().fold(parts, Matching::without)))
    }

    /// What is sought, for FTS5.
    pub(super) fn sought(&self, sought: &Sought, depth: Depth) -> Result<Matching, Error> {
        let field = sought.field;
        let phrase = || self.phrase(&names(field, &sought.words));
        let (whole, is_written) = match &sought.whole {
            None if !sought.goes_on => return phrase(),
            None if sought.words.len() == 1 => {
                return self.going_on(field, &sought.words[0], sought.is_starred, depth);
            }
            None => return self.phrase_going_on(sought, depth),
            Some(Whole::Joined(joined)) => (joined, false),
            Some(Whole::Written(written)) => (written, true),
        };
        let whole = match sought.goes_on {
            true if sought.is_starred && depth != Depth::Frequent => {
                self.beginning_so(&self.term(&name(field, whole))?)
            }
            true => self.few_going_on(field, whole, depth)?,
            false => self.term(&name(field, whole))?,
        };
        // As written, or where nobody wrote it so, its words one after the other. The vocabulary counts what went too.
        if is_written {
            return if self.is_in_any(&whole)? { Ok(whole) } else { phrase() };
        }
        Ok(Matching::any(&[whole, phrase()?]))
    }

    fn going_on(
        &self,
        field: Option<char>,
        word: &str,
        is_starred: bool,
        depth: Depth,
    ) -> Result<Matching, Error> {
        let short = field.is_none() && word.chars().count() <= BEGINNINGS[BEGINNINGS.len() - 1];
        if short && !is_starred || depth == Depth::Frequent {
            return self.few_going_on(field, word, depth);
        }
        let word = name(field, word);
        let terms = self.completions(&word, COMPLETIONS + 1)?;
        let any = Matching::any_of(&terms);
        if terms.len() <= COMPLETIONS {
            return Ok(any);
        }
        Ok(self.beginning_so(&Matching { asked: format!("\"{word}\""), ..any }))
    }

    /// What begins as this does: FTS5 finds the endings by itself.
    fn beginning_so(&self, word: &Matching) -> Matching {
        Matching { asked: format!("{} *", word.asked), articles: word.articles.max(1) }
    }

    fn few_going_on(&self, field: Option<char>, word: &str, depth: Depth) -> Result<Matching, Error> {
        let few = match depth {
            Depth::Frequent => RANKED_COMPLETIONS,
            // One or two letters are in every article, and say the least.
            _ if word.chars().count() < 3 => FEWEST_COMPLETIONS,
            _ => FEW_COMPLETIONS,
        };
        let word = name(field, word);
        let mut terms = self.completions(&word, few)?;
        // The word itself is meant too, however rare it is among those that it begins.
        if !terms.iter().any(|(term, _)| *term == word) {
            terms.push((word.clone(), self.articles(&word)?));
        }
        Ok(Matching::any_of(&terms))
    }

    fn phrase_going_on(&self, sought: &Sought, depth: Depth) -> Result<Matching, Error> {
        let Some((last, before)) = sought.words.split_last() else { return Ok(Matching::nothing()) };
        let mut words = names(sought.field, before);
        if sought.is_starred && depth != Depth::Frequent {
            words.push(name(sought.field, last));
            return Ok(Matching { asked: format!("\"{}\" *", words.join(" ")), articles: 1 });
        }
        // The first letters of a word narrow a phrase but little, and have too many endings.
        if last.chars().count() < 3 {
            return self.phrase(&words);
        }
        let few = if depth == Depth::Frequent { RANKED_COMPLETIONS } else { FEW_COMPLETIONS };
        let mut phrases = Vec::new();
        let last = name(sought.field, last);
        let mut ends = self.completions(&last, few)?;
        if !ends.iter().any(|(end, _)| *end == last) {
            ends.push((last, 0));
        }
        for (end, _) in ends {
            words.push(end);
            phrases.push(self.phrase(&words)?);
            words.pop();
        }
        Ok(Matching::any(&phrases))
    }

    /// What the table of beginnings is asked for words that begin so: where it does not keep so many letters, the next
    /// longer ones.
    pub(super) fn beginnings(&self, word: &str) -> Result<Matching, Error> {
        let letters = word.chars().count();
        let Some(kept) = BEGINNINGS.into_iter().find(|kept| *kept >= letters) else {
            return Ok(Matching::nothing());
        };
        // In how many articles they are nobody counts: they are asked for alone.
        let begun = |beginning: &str| Matching::one(&beginning_term(beginning), 0);
        if kept == letters {
            return Ok(begun(word));
        }
        let mut next = self.connection.prepare_cached("SELECT min(term) FROM vocabulary WHERE term >= ?")?;
        let mut from = word.to_owned();
        let mut longer = Vec::new();
        while let Some(term) = next.query_row([&from], |row| row.get::<_, Option<String>>(0))? {
            if !term.starts_with(word) {
                break;
            }
            let beginning = beginning(&term, kept);
            // After the word itself come those that it begins.
            from = format!("{beginning}{}", if beginning == word { '\u{1}' } else { char::MAX });
            longer.push(begun(beginning));
        }
        Ok(Matching::any(&longer))
    }
}

/// Whether a word is being typed that the table of beginnings knows.
pub(super) fn is_short_beginning(sought: &Sought) -> bool {
    sought.goes_on
        && sought.field.is_none()
        && sought.whole.is_none()
        && sought.words.len() == 1
        && sought.words[0].chars().count() <= BEGINNINGS[BEGINNINGS.len() - 1]
}

/// Whether such a word is in it, of which no ending is to be left out.
fn has_short_beginning(node: &Node, is_whole: &dyn Fn(&Sought) -> bool) -> bool {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(|node| has_short_beginning(node, is_whole)),
        Node::Not(node) => has_short_beginning(node, is_whole),
        Node::Words(sought) => is_short_beginning(sought) && is_whole(sought),
        Node::Fact(_) => false,
    }
}
