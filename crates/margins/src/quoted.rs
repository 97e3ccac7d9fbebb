//! A quote that somebody types, or that another program brings: where it stands.

use crate::describe::{of_tokens, selection};
use crate::pattern::Pattern;
use crate::place::{Place, place};
use crate::text::{Selection, Text};
use crate::{Alike, Selectors, exact, letters, weigh};

/// Where a quote stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Quoted {
    /// Here alone; `changed`: with other words in it.
    Here {
        /// Where.
        selection: Selection,
        /// Whether not all words are there.
        changed: bool,
    },
    /// In so many places, and nothing says which is meant.
    Often(usize),
    /// Nowhere.
    Nowhere,
}

/// Where a quote stands, of which `selectors` say as much as is known: what stands around it, or nothing.
pub fn quoted(text: &Text, selectors: &Selectors) -> Quoted {
    let pattern = Pattern::of(text, selectors);
    if pattern.quote.is_empty() {
        return Quoted::Nowhere;
    }
    let has_place = selectors.end > 0;
    // Where it was said to stand it does, if only as a part of words: others that are whole words are not meant.
    if has_place && let Some(place) = letters::at_its_place(text, selectors) {
        return Quoted::Here { selection: letters::selection(text, place), changed: false };
    }
    let places = exact::places(text, &pattern);
    if let [begin] = places[..] {
        // The only place of its words: no more has to speak for it.
        let alone = Alike { times: 1, ..Alike::default() };
        let placed = Selectors { alike: Some(alone), ..selectors.clone() };
        let whole = match place(text, &placed) {
            Place::At(placed) if !placed.changed => selection(&placed.ranges),
            // With the signs at its ends, where they stand as they are quoted.
            _ => match letters::places(text, &selectors.exact)[..] {
                [as_quoted] => Some(letters::selection(text, as_quoted)),
                _ => of_tokens(text, begin..begin + pattern.quote.len()),
            },
        };
        return whole.map_or(Quoted::Nowhere, |selection| Quoted::Here { selection, changed: false });
    }
    if let Some(begin) = told_apart(text, &pattern, &places) {
        let selection = of_tokens(text, begin..begin + pattern.quote.len());
        return selection.map_or(Quoted::Nowhere, |selection| Quoted::Here { selection, changed: false });
    }
    if places.is_empty() {
        // Not as whole words; it may be parts of some.
        let parts = letters::places(text, &selectors.exact);
        if let Some(place) = letters::told_apart(text, &parts, selectors) {
            return Quoted::Here { selection: letters::selection(text, place), changed: false };
        }
        if parts.len() > 1 {
            return Quoted::Often(parts.len());
        }
    }
    // Where the words stand more than once, what stands around them has said nothing by now; where it was, may.
    if (places.is_empty() || has_place)
        && let Place::At(placed) = place(text, selectors)
    {
        let changed = placed.changed;
        return selection(&placed.ranges)
            .map_or(Quoted::Nowhere, |selection| Quoted::Here { selection, changed });
    }
    if places.is_empty() { Quoted::Nowhere } else { Quoted::Often(places.len()) }
}

/// Of several places the one around which more stands of what should than around any other.
fn told_apart(text: &Text, pattern: &Pattern, places: &[usize]) -> Option<usize> {
    let around = |begin: &usize| {
        (weigh::weigh(text, pattern, 0.0, *begin, *begin + pattern.quote.len()).around, *begin)
    };
    let mut weighed: Vec<(f64, usize)> = places.iter().map(around).collect();
    weighed.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    match weighed[..] {
        [(best, begin), (next, _), ..] if best > next => Some(begin),
        _ => None,
    }
}
