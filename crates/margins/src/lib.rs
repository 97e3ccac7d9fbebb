//! Where a reader's mark lies in a text, also after the text has changed.
//!
//! 1. `html` takes from the blocks of a Document the text that a browser has of them; `fold` cuts it into words, in which
//!    nothing counts that another extractor or another keyboard writes otherwise; [`Text`] is both, made once.
//! 2. `describe` makes of a selection what is kept of it: the selectors of the W3C's Web Annotation model (TextQuote,
//!    TextPosition, the block), and how much another place of the text looks like it. `quoted` finds a quote by its words,
//!    or where these don't stand, letter by letter (`letters`).
//! 3. `place` finds the words again: `exact` where they stand as they were, `fuzzy` where most of them do, of which
//!    `changed` tells their own place from others; `weigh` says how much a place, and what stands around it, speaks for it.
//!
//! It knows no article, disk, network or clock: text and selectors in, places out.

mod changed;
mod describe;
mod exact;
mod fold;
mod fuzzy;
mod html;
mod letters;
mod pattern;
mod place;
mod quoted;
mod text;
mod weigh;

pub use describe::{Refused, describe};
pub use place::{Place, Placed, place, place_all, whole};
pub use quoted::{Quoted, quoted};
pub use text::{Range, Selection, Text};

use serde::{Deserialize, Serialize};

/// What is kept of a place in a text: by these its words are found again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Selectors {
    /// The words, as the text has them: TextQuoteSelector, `exact`. Another line begins where another element does.
    pub exact: String,
    /// What stands before them: TextQuoteSelector, `prefix`.
    pub prefix: String,
    /// What stands behind them: TextQuoteSelector, `suffix`.
    pub suffix: String,
    /// Where they begin, in characters (Unicode code points) of the whole text: TextPositionSelector, `start`.
    pub start: usize,
    /// Where they end: TextPositionSelector, `end`.
    pub end: usize,
    /// The id of the block in which they begin.
    pub block: String,
    /// What else of the text looked like it when it was marked. `None` where that is not known, as of what another program
    /// marked.
    pub alike: Option<Alike>,
}

/// How much of a text looks like a marked place: from 0, not at all, to 1, as one egg like another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Alike {
    /// The place that is most like it, with what stands around it.
    pub around: f64,
    /// The place whose words are most like its own.
    pub words: f64,
    /// How many times its words stand there.
    pub times: usize,
    /// Which of these it is, from 0.
    pub nth: usize,
}
