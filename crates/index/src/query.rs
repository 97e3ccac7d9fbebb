//! What a reader asks for, in the language of the search field.
//!
//! 1. `lex` parts the text into words, phrases, fields and brackets.
//! 2. `parse` makes a tree of them; `fact` reads what is asked of an article besides its words, `sought` its words.
//! 3. `complete` offers how a query may go on.
//!
//! No query fails: what can't be understood is told in a sentence, and the rest is asked for.

mod complete;
mod fact;
mod lex;
mod parse;
pub(crate) mod sought;

pub use self::complete::Completion;
pub(crate) use self::fact::Fact;
pub(crate) use self::sought::Sought;

/// A query, understood.
///
/// - `coffee house`: both words, anywhere; the last is a beginning while it is typed. `"coffee house"` in this order.
///   `cof*`: a beginning. `-tea`: not that. `coffee OR tea`, `(coffee OR tea) milk`.
/// - In one place: `title:` `author:` `site:` `section:` `tag:`.
/// - Of articles: `lang:de`, `is:bookmarked|unread|reading|read|archived`, `has:picture|highlight`, `words:>1000`,
///   `minutes:<10`, `words:500..900`; `after:2024-05` from then on, `before:2025`, by the day of publication, or else of
///   saving.
/// - `sort:newest|oldest|published|longest|shortest|progress|site|title|relevance`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    pub(crate) node: Option<Node>,
    /// The order that is asked for.
    pub sort: Option<Sort>,
    /// What could not be understood, a sentence each.
    pub problems: Vec<String>,
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Saved last, first.
    Newest,
    /// Saved first, first.
    Oldest,
    /// Published last, first.
    Published,
    /// The most words first.
    Longest,
    /// The fewest words first.
    Shortest,
    /// The furthest read first.
    Progress,
    /// By the name of the site.
    Site,
    /// By title.
    Title,
    /// The best first.
    Relevance,
}

/// A query as a tree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Words(Sought),
    Fact(Fact),
}

impl Query {
    /// Reads a query as it is typed: its last word may be the beginning of one.
    #[must_use]
    pub fn parse(text: &str) -> Query {
        parse::parse(text, true)
    }

    /// Reads a query that is complete: its words are whole words.
    #[must_use]
    pub fn whole(text: &str) -> Query {
        parse::parse(text, false)
    }

    /// A query as it was typed, so that [`Query::whole`] of it finds what [`Query::parse`] found: its open last word gets
    /// the `*` of a beginning. Not one in quotes that are open still.
    #[must_use]
    pub fn closed(text: &str) -> String {
        parse::closed(text)
    }

    /// A query with the tag `to` in place of each tag that `is` says it of; `None` where there is none of them.
    #[must_use]
    pub fn retagged(text: &str, is: &dyn Fn(&str) -> bool, to: &str) -> Option<String> {
        parse::retagged(text, is, to)
    }

    /// Whether nothing is asked for: every article answers to it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.node.is_none()
    }

    /// The words that an article is to hold, those under a `-` left out.
    pub(crate) fn sought(&self) -> Vec<&Sought> {
        let mut found = Vec::new();
        if let Some(node) = &self.node {
            node.sought(&mut found);
        }
        found
    }
}

impl Node {
    fn sought<'n>(&'n self, found: &mut Vec<&'n Sought>) {
        match self {
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|node| node.sought(found)),
            Node::Words(sought) => found.push(sought),
            Node::Not(_) | Node::Fact(_) => {}
        }
    }

    /// Whether it asks for words alone.
    pub(crate) fn is_words(&self) -> bool {
        match self {
            Node::All(nodes) | Node::Any(nodes) => nodes.iter().all(Node::is_words),
            Node::Not(node) => node.is_words(),
            Node::Words(_) => true,
            Node::Fact(_) => false,
        }
    }
}
