//! From the tree of a query to what the tables are asked.

use rusqlite::params;
use rusqlite::types::Value;

use super::Condition;
use crate::query::sought::Whole;
use crate::query::{Node, Sought};
use crate::text::terms::{BEGINNINGS, beginning, beginning_term};
use crate::{Error, Index};

/// So many words that begin alike are named one by one; of more, FTS5 goes through all by itself.
const COMPLETIONS: usize = 400;
/// And so many of the most frequent ones, where a short beginning stands beside other words.
const FEW_COMPLETIONS: usize = 64;
const FEWEST_COMPLETIONS: usize = 24;
/// And where it is asked for many times over, to rank what was found.
const RANKED_COMPLETIONS: usize = 8;
/// A term that no article has.
const NOTHING: &str = "\"=\"";

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
    /// Of the table `text`, in the language of FTS5.
    pub(super) words: Option<String>,
    /// Of the table `beginnings`.
    pub(super) beginnings: Option<String>,
    /// Of the rows.
    pub(super) conditions: Vec<Condition>,
}

impl Index {
    /// Makes the plan of a query.
    pub(super) fn plan(&self, node: Option<&Node>, depth: Depth) -> Result<Plan, Error> {
        let exact = depth == Depth::All;
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
                _ if exact && has_short_beginning(node) => plan.conditions.push(self.sql(Some(node))?),
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
        let alone = musts.is_empty() && (exact || beginnings.len() == 1);
        for sought in beginnings {
            if alone && plan.beginnings.is_none() {
                plan.beginnings = Some(self.beginnings(&sought.words[0])?);
            } else if exact {
                plan.conditions.push(self.sql(Some(&Node::Words(sought.clone())))?);
            } else {
                // Two tables together take too long.
                musts.push(self.term(sought, depth)?);
            }
        }
        if musts.is_empty() {
            for (node, _) in nots {
                plan.conditions.push(self.sql(Some(node))?);
            }
        } else {
            let mut words = musts.join(" AND ");
            for (_, not) in nots {
                words = format!("({words}) NOT {not}");
            }
            plan.words = Some(words);
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
                    ("text", self.term(sought, Depth::Quick)?)
                };
                Condition {
                    sql: format!("article.number IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)"),
                    values: vec![Value::Text(matching)],
                }
            }
        })
    }

    /// A tree of words in the language of FTS5; `None` where that can't say it.
    fn text(&self, node: &Node, depth: Depth) -> Result<Option<String>, Error> {
        let (nodes, by) = match node {
            Node::Words(sought) => return self.term(sought, depth).map(Some),
            Node::Fact(_) | Node::Not(_) => return Ok(None),
            Node::All(nodes) => (nodes, " AND "),
            Node::Any(nodes) => (nodes, " OR "),
        };
        let mut parts = Vec::new();
        let mut nots = String::new();
        for node in nodes {
            let (inner, to, depth) = match node {
                Node::Not(inner) if by == " AND " => (&**inner, false, Depth::Quick),
                node => (node, true, depth),
            };
            match self.text(inner, depth)? {
                Some(text) if to => parts.push(text),
                Some(text) => nots.push_str(&format!(" NOT {text}")),
                None => return Ok(None),
            }
        }
        Ok((!parts.is_empty()).then(|| format!("(({}){nots})", parts.join(by))))
    }

    /// What is sought, in the language of FTS5.
    pub(super) fn term(&self, sought: &Sought, depth: Depth) -> Result<String, Error> {
        let field = sought.field;
        let phrase = || quoted(field, &sought.words);
        match &sought.whole {
            None if !sought.goes_on => Ok(phrase()),
            None if sought.words.len() == 1 => self.going_on(field, &sought.words[0], depth),
            None => self.phrase_going_on(sought, depth),
            Some(Whole::Joined(joined)) if sought.goes_on => {
                Ok(format!("({} OR {})", self.few_going_on(field, joined, depth)?, phrase()))
            }
            Some(Whole::Joined(joined)) => Ok(format!("({} OR {})", one(field, joined), phrase())),
            Some(Whole::Written(written)) => {
                let written_terms = if sought.goes_on {
                    self.few_going_on(field, written, depth)?
                } else if self.articles(&name(field, written))? > 0 {
                    one(field, written)
                } else {
                    NOTHING.to_owned()
                };
                // As written, or where nobody wrote it so, its words one after the other.
                Ok(if written_terms == NOTHING { phrase() } else { written_terms })
            }
        }
    }

    /// In how many articles about a term is.
    pub(super) fn articles(&self, term: &str) -> Result<i64, Error> {
        use rusqlite::OptionalExtension;
        let mut statement =
            self.connection.prepare_cached("SELECT articles FROM vocabulary WHERE term = ?")?;
        Ok(statement.query_row([term], |row| row.get(0)).optional()?.unwrap_or(0))
    }

    /// The terms that begin so, the most frequent first.
    pub(crate) fn completions(&self, beginning: &str, limit: usize) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY articles DESC LIMIT ?",
        )?;
        let end = format!("{beginning}{}", char::MAX);
        statement.query_map(params![beginning, end, limit as i64], |row| row.get(0))?.collect()
    }

    fn going_on(&self, field: Option<char>, word: &str, depth: Depth) -> Result<String, Error> {
        let short = field.is_none() && word.chars().count() <= BEGINNINGS[BEGINNINGS.len() - 1];
        if short || depth == Depth::Frequent {
            return self.few_going_on(field, word, depth);
        }
        let terms = self.completions(&name(field, word), COMPLETIONS + 1)?;
        Ok(if terms.len() > COMPLETIONS { format!("{} *", one(field, word)) } else { any(&terms) })
    }

    fn few_going_on(&self, field: Option<char>, word: &str, depth: Depth) -> Result<String, Error> {
        let few = match depth {
            Depth::Frequent => RANKED_COMPLETIONS,
            // One or two letters are in every article, and say the least.
            _ if word.chars().count() < 3 => FEWEST_COMPLETIONS,
            _ => FEW_COMPLETIONS,
        };
        Ok(any(&self.completions(&name(field, word), few)?))
    }

    fn phrase_going_on(&self, sought: &Sought, depth: Depth) -> Result<String, Error> {
        let Some((last, before)) = sought.words.split_last() else { return Ok(NOTHING.to_owned()) };
        // The first letters of a word narrow a phrase but little, and have too many endings.
        if last.chars().count() < 3 {
            return Ok(quoted(sought.field, before));
        }
        let few = if depth == Depth::Frequent { RANKED_COMPLETIONS } else { FEW_COMPLETIONS };
        let ends = self.completions(&name(sought.field, last), few)?;
        let before: Vec<String> = before.iter().map(|word| name(sought.field, word)).collect();
        let phrases: Vec<String> = ends
            .into_iter()
            .map(|end| before.iter().cloned().chain([end]).collect::<Vec<_>>().join(" "))
            .collect();
        Ok(any(&phrases))
    }

    /// What the table of beginnings is asked for words that begin so: where it does not keep so many letters, the next
    /// longer ones.
    fn beginnings(&self, word: &str) -> Result<String, Error> {
        let letters = word.chars().count();
        let Some(kept) = BEGINNINGS.into_iter().find(|kept| *kept >= letters) else {
            return Ok(NOTHING.to_owned());
        };
        if kept == letters {
            return Ok(one(None, &beginning_term(word)));
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
            longer.push(beginning_term(beginning));
        }
        Ok(any(&longer))
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

fn has_short_beginning(node: &Node) -> bool {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(has_short_beginning),
        Node::Not(node) => has_short_beginning(node),
        Node::Words(sought) => is_short_beginning(sought),
        Node::Fact(_) => false,
    }
}

/// A word as a term of a field.
pub(super) fn name(field: Option<char>, word: &str) -> String {
    field.map_or_else(|| word.to_owned(), |field| format!("{field}={word}"))
}

/// One term.
pub(super) fn one(field: Option<char>, word: &str) -> String {
    format!("\"{}\"", name(field, word))
}

/// Words one after the other.
pub(super) fn quoted(field: Option<char>, words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| name(field, word)).collect();
    format!("\"{}\"", words.join(" "))
}

/// Any of these terms.
pub(super) fn any(terms: &[String]) -> String {
    if terms.is_empty() {
        return NOTHING.to_owned();
    }
    let terms: Vec<String> = terms.iter().map(|term| format!("\"{term}\"")).collect();
    format!("({})", terms.join(" OR "))
}
