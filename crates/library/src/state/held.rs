//! Which changes lie in which files.

use std::collections::HashMap;

use loro::{Counter, LoroDoc, PeerID, VersionVector};

/// The changes in a file: of each peer, from one number up to another.
pub(super) type Holds = Vec<(PeerID, Counter, Counter)>;

/// The changes in what Loro exported; none, where that can't be told.
pub(super) fn holds(content: &[u8]) -> Holds {
    let Ok(meta) = LoroDoc::decode_import_blob_meta(content, false) else { return Holds::new() };
    let start = |peer: &PeerID| meta.partial_start_vv.get(peer).copied().unwrap_or_default();
    meta.partial_end_vv.iter().map(|(peer, end)| (*peer, start(peer), *end)).collect()
}

/// Up to where all changes lie in two of the files or more.
pub(super) fn twice<'a>(files: impl Iterator<Item = &'a Holds>) -> VersionVector {
    let mut holds: Holds = files.flatten().copied().collect();
    holds.sort_unstable();
    // Of each peer, up to where its changes are held once, and up to where twice.
    let mut ends: HashMap<PeerID, (Counter, Counter)> = HashMap::new();
    for (peer, start, end) in holds {
        let (once, twice) = ends.entry(peer).or_default();
        if start <= *twice {
            *twice = (*twice).max(end.min(*once));
            *once = (*once).max(end);
        }
    }
    let mut held = VersionVector::default();
    for (peer, (_, twice)) in ends {
        held.insert(peer, twice);
    }
    held
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_twice() {
        let cases: [(&[(Counter, Counter)], Counter); 7] = [
            (&[], 0),
            (&[(0, 3)], 0),
            (&[(0, 3), (0, 5)], 3),
            (&[(0, 2), (0, 4), (2, 6), (4, 8)], 6),
            (&[(0, 9), (3, 9)], 0),
            (&[(0, 9), (0, 2), (3, 9)], 2),
            (&[(0, 9), (0, 2), (1, 4), (2, 6)], 6),
        ];
        for (spans, expected) in cases {
            let files: Vec<Holds> = spans.iter().map(|(start, end)| vec![(7, *start, *end)]).collect();
            let until = twice(files.iter()).get(&7).copied().unwrap_or_default();
            assert_eq!(until, expected, "{spans:?}");
        }
    }
}
