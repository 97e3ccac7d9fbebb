//! From the parts of a query to its tree. `OR` binds less than words that stand side by side.

use super::lex::{Token, What, tokens};
use super::{Fact, Node, Query, Sort, Sought, fact};
use crate::text::terms;

/// Words that are read of a query.
const MOST: usize = 64;
/// Brackets in brackets.
const DEEPEST: usize = 16;

pub(super) const SORTS: [(&str, Sort); 9] = [
    ("newest", Sort::Newest),
    ("oldest", Sort::Oldest),
    ("published", Sort::Published),
    ("longest", Sort::Longest),
    ("shortest", Sort::Shortest),
    ("progress", Sort::Progress),
    ("site", Sort::Site),
    ("title", Sort::Title),
    ("relevance", Sort::Relevance),
];

/// Reads a query; its last word may go on where `typing`.
pub(super) fn parse(text: &str, typing: bool) -> Query {
    let mut tokens = tokens(text);
    let mut query = Query::default();
    if tokens.len() > MOST {
        tokens.truncate(MOST);
        query.problems.push(format!("Only the first {MOST} words of the query are searched for."));
    }
    let last =
        tokens.last().filter(|last| typing && last.range.end == text.len()).map(|last| last.range.start);
    let mut parser = Parser { tokens, at: 0, last, query };
    let mut nodes = Vec::new();
    while parser.at < parser.tokens.len() {
        // A bracket that closes nothing is passed over.
        nodes.extend(parser.any(0));
        parser.at += 1;
    }
    parser.query.node = all(nodes);
    parser.query
}

/// A query as it was typed, so that it finds the same once it is complete: what may go on says so.
pub(super) fn closed(text: &str) -> String {
    let tokens = tokens(text);
    let is_not = |at: usize| matches!(tokens.get(at).map(|token| &token.what), Some(What::Not));
    let last = tokens.last().filter(|last| last.range.end == text.len());
    match last.map(|last| &last.what) {
        Some(What::Value {
            field: None | Some("title" | "author" | "site" | "section" | "tag"),
            value,
            quoted: false,
            ..
        }) if value.contains(char::is_alphanumeric)
            && !value.ends_with('*')
            && !(tokens.len() > 1 && is_not(tokens.len() - 2)) =>
        {
            format!("{text}*")
        }
        _ => text.to_owned(),
    }
}

/// A query with another tag in place of those that `is` says it of; `None` where there is none of them.
pub(super) fn retagged(text: &str, is: &dyn Fn(&str) -> bool, to: &str) -> Option<String> {
    let (mut made, mut at) = (String::new(), 0);
    for token in tokens(text) {
        if let What::Value { field: Some("tag"), value, .. } = token.what
            && is(value.trim_end_matches('*'))
        {
            made.push_str(text.get(at..token.range.start)?);
            let quotes = if to.contains(|letter: char| !letter.is_alphanumeric()) { "\"" } else { "" };
            let star = if value.ends_with('*') && quotes.is_empty() { "*" } else { "" };
            made.push_str(&format!("tag:{quotes}{to}{quotes}{star}"));
            at = token.range.end;
        }
    }
    (at > 0).then(|| made + text.get(at..).unwrap_or_default())
}

struct Parser<'q> {
    tokens: Vec<Token<'q>>,
    at: usize,
    /// Where the word begins that is being typed.
    last: Option<usize>,
    query: Query,
}

impl<'q> Parser<'q> {
    fn any(&mut self, depth: usize) -> Option<Node> {
        let mut choices = Vec::new();
        let mut nodes = Vec::new();
        while let Some(token) = self.tokens.get(self.at).cloned() {
            match token.what {
                What::Close => break,
                What::Or => {
                    self.at += 1;
                    choices.extend(all(std::mem::take(&mut nodes)));
                }
                _ => nodes.extend(self.one(token, depth)),
            }
        }
        choices.extend(all(nodes));
        if choices.len() > 1 { Some(Node::Any(choices)) } else { choices.pop() }
    }

    fn one(&mut self, token: Token<'q>, depth: usize) -> Option<Node> {
        self.at += 1;
        match token.what {
            What::Not => {
                let next = self.tokens.get(self.at).cloned()?;
                if matches!(next.what, What::Close | What::Or) {
                    return None;
                }
                // What is not to be there is meant as it stands.
                let last = self.last.take();
                let node = self.one(next, depth);
                self.last = last;
                Some(match node? {
                    Node::Not(node) => *node,
                    node => Node::Not(Box::new(node)),
                })
            }
            What::Open if depth >= DEEPEST => None,
            What::Open => {
                let node = self.any(depth + 1);
                if matches!(self.tokens.get(self.at), Some(Token { what: What::Close, .. })) {
                    self.at += 1;
                }
                node
            }
            What::Value { field, value, quoted, closed, misspelt } => {
                if let Some((misspelt, field)) = misspelt.zip(field) {
                    self.query
                        .problems
                        .push(format!("“{misspelt}:” is not known; “{field}:” was searched for."));
                }
                let typed = self.last == Some(token.range.start) && !(quoted && closed);
                self.value(field, value, quoted, typed)
            }
            What::Close | What::Or => None,
        }
    }

    fn value(&mut self, field: Option<&'static str>, value: &str, quoted: bool, typed: bool) -> Option<Node> {
        let Some(field) = field else { return self.words(None, value, quoted, typed) };
        if value.trim().is_empty() {
            if !typed {
                self.query
                    .problems
                    .push(format!("“{field}:” needs a value right after it, as in {}.", example(field)));
            }
            return None;
        }
        match field {
            "title" => self.words(Some(terms::TITLE), value, quoted, typed),
            "author" => self.words(Some(terms::AUTHOR), value, quoted, typed),
            "site" => self.words(Some(terms::SITE), value, quoted, typed),
            "section" => self.words(Some(terms::SECTION), value, quoted, typed),
            "sort" => {
                match SORTS.iter().find(|(name, _)| name.eq_ignore_ascii_case(value)) {
                    Some((_, sort)) => self.query.sort = Some(*sort),
                    None if typed && SORTS.iter().any(|(name, _)| name.starts_with(value)) => {}
                    None => {
                        let names: Vec<_> = SORTS.iter().map(|(name, _)| *name).collect();
                        let problem =
                            format!("“sort:{value}” is not known; there is sort:{}.", names.join(", sort:"));
                        self.query.problems.push(problem);
                    }
                }
                None
            }
            _ => match fact::read(field, value, typed) {
                Ok(fact) => Some(Node::Fact(Fact { sql: format!("({})", fact.sql), ..fact })),
                Err(_) if typed && fact::may_go_on(field, value) => None,
                Err(problem) => {
                    self.query.problems.push(problem);
                    None
                }
            },
        }
    }

    fn words(&mut self, field: Option<char>, value: &str, quoted: bool, typed: bool) -> Option<Node> {
        let starred = value.trim_end_matches('*');
        let is_starred = starred.len() < value.len() && (!quoted || starred.ends_with(char::is_alphanumeric));
        if !quoted && starred.contains('*') && starred.contains(char::is_alphanumeric) {
            self.query.problems.push(format!(
                "In “{value}” the “*” says nothing: it stands behind the beginning of a word."
            ));
        }
        let mut found = Sought::read(starred, field, quoted, typed || is_starred);
        for sought in &mut found {
            sought.is_starred = is_starred && sought.goes_on;
        }
        match found.len() {
            0 => {
                if !typed && !value.trim().is_empty() {
                    self.query.problems.push(format!("“{value}” has no letter or digit to search for."));
                }
                None
            }
            1 => found.pop().map(Node::Words),
            _ => Some(Node::All(found.into_iter().map(Node::Words).collect())),
        }
    }
}

fn all(mut nodes: Vec<Node>) -> Option<Node> {
    if nodes.len() > 1 { Some(Node::All(nodes)) } else { nodes.pop() }
}

fn example(field: &str) -> &'static str {
    match field {
        "title" => "title:coffee",
        "author" => "author:smith",
        "site" => "site:example.com",
        "section" => "section:travel",
        "tag" => "tag:history",
        "lang" => "lang:de",
        "is" => "is:unread",
        "has" => "has:picture",
        "before" => "before:2024",
        "after" => "after:2024-05",
        "words" => "words:>1000",
        "minutes" => "minutes:<10",
        _ => "sort:newest",
    }
}
