//! What a mark in an article is.

use margins::Selectors;
use serde::{Deserialize, Serialize};

/// A mark of the reader's: words of an article, with what the reader says of them; or a note on all of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Highlight {
    /// Names it in its library: a UUIDv7.
    pub id: String,
    /// The id of the article.
    pub article: String,
    /// Where its words were when it was made, or set in place by hand; `None` of a note on the whole article.
    pub selectors: Option<Selectors>,
    /// How it is painted.
    pub colour: Colour,
    /// What the reader says of it, in Markdown; empty where nothing is said.
    pub note: String,
    /// Its tags, as they are spelled.
    pub tags: Vec<String>,
    /// When it was made, in Unix milliseconds.
    pub created: i64,
    /// When the reader last changed it, in Unix milliseconds.
    pub changed: i64,
    /// Whether it is hidden: it was removed, and can be brought back.
    pub deleted: bool,
    /// When it is to be looked at again.
    pub review: Option<Review>,
}

impl Highlight {
    /// Its words; none of a note on the whole article.
    pub fn quote(&self) -> &str {
        self.selectors.as_ref().map_or("", |selectors| &selectors.exact)
    }
}

/// The colours of marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// The usual one.
    #[default]
    Yellow,
    /// Another.
    Green,
    /// Another.
    Blue,
    /// Another.
    Pink,
    /// Another.
    Purple,
}

impl Colour {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Colour; 5] = [Colour::Yellow, Colour::Green, Colour::Blue, Colour::Pink, Colour::Purple];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Colour::Yellow => "yellow",
            Colour::Green => "green",
            Colour::Blue => "blue",
            Colour::Pink => "pink",
            Colour::Purple => "purple",
        }
    }

    /// The colour of this name.
    pub fn named(name: &str) -> Option<Colour> {
        Colour::ALL.into_iter().find(|colour| colour.name() == name.trim().to_ascii_lowercase())
    }
}

/// When a mark is to be looked at again, by Leitner's boxes: one that is remembered goes on a box, one that is not to the
/// first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The box, from 0.
    pub step: u32,
    /// The day, counted from 1970-01-01 in the reader's own time.
    pub due: i64,
    /// The day on which it was looked at last.
    pub at: i64,
}

/// A mark that is to be made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewHighlight {
    /// Its id, if it has one already: one that comes from a file that Offprint wrote.
    pub id: Option<String>,
    /// The id of the article.
    pub article: String,
    /// Its words; `None`: a note on the whole article.
    pub selectors: Option<Selectors>,
    /// How it is painted.
    pub colour: Colour,
    /// In Markdown.
    pub note: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// When it was made, in Unix milliseconds; `None`: now.
    pub created: Option<i64>,
    /// When it was last changed; `None`: when it was made.
    pub changed: Option<i64>,
}

/// What changes of a mark; what is `None` stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct HighlightChange {
    /// How it is painted.
    #[serde(default)]
    pub colour: Option<Colour>,
    /// In Markdown.
    #[serde(default)]
    pub note: Option<String>,
    /// The note that was there when it was changed: where another one is there by now, both are kept.
    #[serde(default)]
    pub was: Option<String>,
    /// Tags that it gets.
    #[serde(default)]
    pub tag: Vec<String>,
    /// Tags that are taken from it. Those that are not named stay, whoever gave them.
    #[serde(default)]
    pub untag: Vec<String>,
    /// Where its words are.
    #[serde(default)]
    pub selectors: Option<Selectors>,
}

/// Which marks a notebook shows; each part that is given leaves out others.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Notebook {
    /// Those of one article.
    pub article: Option<String>,
    /// Those of a colour.
    pub colour: Option<Colour>,
    /// Those with a tag.
    pub tag: Option<String>,
    /// Those made from then on, in Unix milliseconds.
    pub from: Option<i64>,
    /// Those made before then.
    pub to: Option<i64>,
    /// Those whose quote, note, tags or article's headline have all of these words; "words in quotes" in this order; -word: not that.
    pub query: String,
    /// Those with a note.
    pub noted: bool,
    /// The oldest first.
    pub oldest: bool,
    /// Article by article: that first whose newest mark is the newest.
    pub by_article: bool,
}

/// A mark in a notebook.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Noted {
    /// It.
    #[serde(flatten)]
    pub highlight: Highlight,
    /// Its words.
    pub quote: String,
    /// What the reader says of it, as safe HTML.
    pub note_html: String,
    /// The headline of its article, or the last one of one that is gone; `None` where none is known.
    pub title: Option<String>,
    /// Whether its article is not here any more, nor in the trash: another program took it away, or it has not come yet.
    pub gone: bool,
}

impl Noted {
    /// A mark of the article with this headline.
    pub fn of(highlight: Highlight, title: Option<String>) -> Noted {
        let (quote, note_html) = (highlight.quote().to_owned(), article::said(&highlight.note));
        Noted { highlight, quote, note_html, title, gone: false }
    }
}

/// A part of a notebook.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NotebookPage {
    /// The marks.
    pub marks: Vec<Noted>,
    /// The place of the first.
    pub from: usize,
    /// How many there are.
    pub total: usize,
    /// All tags of the library's marks, with how many have each.
    pub tags: Vec<crate::Tag>,
    /// How many marks of the library have each colour, in the order of [`Colour::ALL`].
    pub colours: Vec<usize>,
}
