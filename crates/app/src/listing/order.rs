//! Which articles a view shows, and in what order: by their numbers in the index.

use std::sync::Arc;

use library::{Library, Numbers, Sort, Status};

use super::{Stand, View};
use crate::Result;
use crate::list::{fold_entry, words};

/// The articles that a view shows, in its order.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) numbers: Arc<[i64]>,
    /// Whether the first of them leads.
    pub(super) leads: bool,
}

/// What a collection gathers.
#[derive(Debug, Clone)]
pub(super) enum Gathered {
    /// Those that were put into it, in its order.
    ByHand(Vec<String>),
    /// What is found for this.
    Sought(String),
}

/// The first rows, `enough` of them, of a quick search through the whole library, the newest or the best, and whether there
/// are more; `None` where a view shows anything else, of which all has to be known.
pub(super) fn first(library: &Library, view: &View, enough: usize) -> Result<Option<(Order, bool)>> {
    let View { shelf, tag, collection, query, best, quick, sort, descending, .. } = view;
    let all = *shelf == Stand::Home && tag.is_none() && collection.is_none();
    if !quick || !all || *sort != Sort::Saved || !descending || query.trim().is_empty() {
        return Ok(None);
    }
    let (numbers, more) = library.first(query.trim_start(), *best, enough)?;
    Ok(Some((Order { numbers: numbers.into(), leads: false }, more)))
}

/// What `view` shows of a library; `gathered` by its collection, if it is of one.
pub(super) fn of(library: &Library, view: &View, gathered: Option<&Gathered>) -> Result<Order> {
    // A space behind the last word says that it is whole.
    let query = Some(view.query.trim_start()).filter(|query| !query.is_empty());
    // A tag and a collection gather from everywhere, and so does a search at home.
    let everywhere =
        view.shelf == Stand::Home && (query.is_some() || view.tag.is_some() || gathered.is_some());
    let stand = if everywhere { library::Stand::All } else { view.shelf.into() };
    let mut numbers = library.numbers(stand)?;
    if let Some(tag) = &view.tag {
        let tagged = library.tagged(tag)?;
        numbers.retain(|number| tagged.contains(number));
    }
    if let Some(Gathered::Sought(query)) = gathered {
        let found = library.matching(query, false)?;
        numbers.retain(|number| found.contains(number));
    }
    if let Some(query) = query {
        let mut found = library.matching_nearly(query, &numbers.iter().copied().collect())?;
        // Of those whose words are not taken in yet, what a row shows is searched.
        found.extend(matching(library, query)?);
        numbers.retain(|number| found.contains(number));
    }
    match gathered {
        Some(Gathered::ByHand(ids)) => {
            let shown: Numbers = numbers.into_iter().collect();
            let placed =
                ids.iter().map(|id| library.number(id)).collect::<std::result::Result<Vec<_>, _>>()?;
            numbers = placed.into_iter().flatten().filter(|number| shown.contains(number)).collect();
        }
        _ if view.sort == Sort::Saved && view.descending => {}
        _ => library.sort(&mut numbers, view.sort, view.descending, view.seed.into())?,
    }
    if view.best
        && let Some(query) = query
    {
        best_first(library, query, &mut numbers)?;
    }
    let lead = match view.lead.as_deref() {
        Some(kept) => leader(library, &numbers, kept)?,
        None => None,
    };
    if let Some(at) = lead {
        numbers[..=at].rotate_right(1);
    }
    Ok(Order { numbers: numbers.into(), leads: lead.is_some() })
}

/// The articles without words in the index whose title, site, author or section hold every word of a query.
fn matching(library: &Library, query: &str) -> Result<Numbers> {
    let words = words(query);
    let mut found = Numbers::default();
    library.each_lacking(&mut |number, entry| {
        let text = fold_entry(entry);
        if words.iter().all(|word| text.contains(word.as_str())) {
            found.insert(number);
        }
    })?;
    Ok(found)
}

/// How many of those that answer best are put first.
const BEST: usize = 60;

/// Puts those first that answer a query best.
fn best_first(library: &Library, query: &str, numbers: &mut Vec<i64>) -> Result<()> {
    let among: Numbers = numbers.iter().copied().collect();
    let best = library.best(query, &among, BEST)?;
    numbers.retain(|number| !best.contains(number));
    numbers.splice(0..0, best);
    Ok(())
}

/// The place of the one that leads.
fn leader(library: &Library, numbers: &[i64], kept: &str) -> Result<Option<usize>> {
    let place = |number: Option<i64>| {
        let number = number?;
        numbers.iter().position(|other| *other == number)
    };
    if let Some(at) = place(library.number(kept)?) {
        return Ok(Some(at));
    }
    // Of those that were read and not finished, the latest that is shown here.
    for number in library.begun()? {
        if let Some(at) = place(Some(number)) {
            return Ok(Some(at));
        }
    }
    for (at, number) in numbers.iter().enumerate() {
        if library.entries(&[*number])?.iter().any(|entry| entry.status == Status::Ready) {
            return Ok(Some(at));
        }
    }
    Ok(None)
}
