//! Where articles go in a collection: each has a number, so that one can go between two others and nothing else moves.

use std::collections::{BTreeMap, HashSet};

use crate::state::Collection;

/// Places for articles before another one, or at the end: between those of its neighbours, or, where there is no number
/// between them, new ones for all.
pub(crate) fn put(
    collection: &Collection,
    ids: &[String],
    before: Option<&str>,
) -> BTreeMap<String, Option<f64>> {
    let moved: HashSet<&str> = ids.iter().map(String::as_str).collect();
    let all = collection.in_order();
    let is_other = |id: &&&str| !moved.contains(**id);
    let others: Vec<&str> = all.iter().filter(is_other).copied().collect();
    // Where the one that they go before moves too, it is the next that stays.
    let next = before.and_then(|before| all.iter().position(|id| *id == before));
    let next = next.and_then(|next| all.iter().skip(next).find(is_other));
    let at = next.and_then(|next| others.iter().position(|id| id == next)).unwrap_or(others.len());
    let place =
        |at: Option<usize>| at.and_then(|at| others.get(at)).and_then(|id| collection.places.get(*id));
    let (low, high) = (place(at.checked_sub(1)), place(Some(at)));
    let count = ids.len() as f64;
    let (start, step) = match (low, high) {
        (Some(low), Some(high)) => (*low, (high - low) / (count + 1.0)),
        (Some(low), None) => (*low, 1.0),
        (None, Some(high)) => (high - count - 1.0, 1.0),
        (None, None) => (0.0, 1.0),
    };
    let between: Vec<f64> = (1..=ids.len()).map(|number| start + step * number as f64).collect();
    let row = low.into_iter().chain(&between).chain(high);
    if row.clone().zip(row.skip(1)).all(|(one, next)| one < next) {
        return ids.iter().cloned().zip(between.into_iter().map(Some)).collect();
    }
    let mut anew = others;
    anew.splice(at..at, ids.iter().map(String::as_str));
    anew.into_iter().zip(1u32..).map(|(id, place)| (id.to_owned(), Some(place.into()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_room() {
        let mut collection = Collection::default();
        let ids = |names: &[&str]| -> Vec<String> { names.iter().map(|name| (*name).to_owned()).collect() };
        let put = |collection: &mut Collection, names: &[&str], before: Option<&str>| {
            let after = super::put(collection, &ids(names), before);
            collection.places.extend(after.into_iter().filter_map(|(id, place)| Some((id, place?))));
        };
        put(&mut collection, &["a", "b", "c"], None);
        put(&mut collection, &["x", "y"], Some("b"));
        assert_eq!(collection.in_order(), ["a", "x", "y", "b", "c"]);
        put(&mut collection, &["c", "a"], Some("x"));
        assert_eq!(collection.in_order(), ["c", "a", "x", "y", "b"]);
        put(&mut collection, &["x", "y"], Some("y"));
        assert_eq!(collection.in_order(), ["c", "a", "x", "y", "b"]);
        put(&mut collection, &["b"], Some("c"));
        put(&mut collection, &["c"], Some("nobody"));
        assert_eq!(collection.in_order(), ["b", "a", "x", "y", "c"]);
        // Two always change places: far more often than numbers have room between two others.
        for _ in 0..2000 {
            let second = collection.in_order()[2].to_owned();
            put(&mut collection, &[&second], Some("a"));
            put(&mut collection, &["a"], Some(&second));
            assert_eq!(collection.in_order()[1..3], ["a", second.as_str()]);
        }
        // Two devices may have given the same place.
        collection.places.insert("z".to_owned(), collection.places["a"]);
        put(&mut collection, &["b"], Some("z"));
        assert_eq!(collection.in_order()[..3], ["a", "b", "z"]);
    }
}
