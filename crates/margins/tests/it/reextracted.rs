//! The same page by another extractor: what it has of the words that were marked is found. Only with `OFFPRINT_CORPUS`.

use margins::{Place, Selection, Text, describe, place};

use crate::corpus::{Real, text_content, twice};
use crate::edited::Chance;
use crate::spoken::{Spoken, spoken};

/// Marks a page.
const MARKS: usize = 40;

fn text(real: &Real) -> Text {
    Text::of(real.blocks.iter().map(|(id, html)| (id.as_str(), html.as_str())))
}

/// Some words of a block, as they are selected.
fn select(real: &Real, chance: &mut Chance) -> Option<Selection> {
    let (id, html) = &real.blocks[chance.below(real.blocks.len())];
    let units: Vec<u16> = text_content(html).encode_utf16().collect();
    let is_space = |at: usize| char::from_u32(u32::from(units[at])).is_some_and(char::is_whitespace);
    let starts: Vec<usize> =
        (0..units.len()).filter(|at| !is_space(*at) && (*at == 0 || is_space(at - 1))).collect();
    let first = chance.below(starts.len());
    let count = [1, 2, 3, 5, 8, 13, 30, 60][chance.below(8)];
    let from = *starts.get(first)?;
    let to = starts.get(first + count).copied().unwrap_or(units.len());
    Some(Selection { from_block: id.clone(), from, to_block: id.clone(), to })
}

/// Of a quote's words the part that is among others.
fn shared(quote: &Spoken, there: &Spoken) -> f64 {
    let words = |spoken: &Spoken| {
        let mut words: Vec<String> = Vec::new();
        for (sign, begins) in &spoken.0 {
            if *begins {
                words.push(String::new());
            }
            words.last_mut().unwrap().push(*sign);
        }
        words
    };
    let (quote, there) = (words(quote), words(there));
    quote.iter().filter(|word| there.contains(word)).count() as f64 / quote.len().max(1) as f64
}

#[test]
fn marks_are_found_in_what_another_extractor_has() {
    let mut chance = Chance(0x5851_f42d);
    let (mut standing, mut found, mut gone, mut unplaced, mut wrong) = (0, 0, 0, 0, 0);
    for (ours, other) in twice() {
        if ours.blocks.is_empty() {
            continue;
        }
        let (old, new) = (text(&ours), text(&other));
        let all: String = other.blocks.iter().map(|(_, html)| text_content(html) + "\n").collect();
        let all = spoken(&all);
        for _ in 0..MARKS {
            let Some((selectors, _)) = select(&ours, &mut chance).and_then(|one| describe(&old, &one).ok())
            else {
                continue;
            };
            let quote = spoken(&selectors.exact);
            let there = match place(&new, &selectors) {
                Place::At(placed) => Some(spoken(&new.quote(&placed.ranges))),
                Place::Gone | Place::Unsought => None,
            };
            let says_the_same = there.as_ref().is_some_and(|there| there.letters() == quote.letters());
            if all.has(&quote, (false, false)) {
                standing += 1;
                found += usize::from(says_the_same);
                if !says_the_same && std::env::var_os("OFFPRINT_TELL").is_some() {
                    eprintln!("{}: {selectors:?}", ours.name);
                }
            } else if shared(&quote, &all) < 0.5 {
                gone += 1;
                unplaced += usize::from(there.is_none());
            }
            if there.is_some_and(|there| !says_the_same && shared(&quote, &there) < 0.5) {
                wrong += 1;
                eprintln!("{}, on other words: {selectors:?}", ours.name);
            }
        }
    }
    eprintln!(
        "by another extractor: {found} of {standing} found; gone: {unplaced} of {gone} unplaced; wrong: {wrong}"
    );
    assert!(found * 1000 >= standing * 990 && unplaced == gone && wrong == 0);
}
