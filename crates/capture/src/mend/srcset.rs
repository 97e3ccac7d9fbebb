//! The `srcset` of a picture, after the HTML standard's own parser of it.

/// Wider than this shows nothing more on a reader's screen.
const WIDE_ENOUGH: f64 = 2000.0;
/// How wide one is taken for that does not say it.
const UNTOLD: f64 = 600.0;

/// The largest sensible candidate.
pub(crate) fn best(srcset: &str) -> Option<String> {
    sensible(&candidates(srcset))
}

/// The same of all sets of a picture that has an address besides, where they offer it in several sizes: one size alone is
/// the same picture in another format.
pub(crate) fn larger(sets: &[String]) -> Option<String> {
    let all: Vec<_> = sets.iter().flat_map(|set| candidates(set)).collect();
    let sizes = all.iter().any(|(size, _)| *size != all[0].0);
    sensible(&all).filter(|_| sizes)
}

/// Each candidate with its width in pixels.
fn candidates(srcset: &str) -> Vec<(f64, String)> {
    let mut found: Vec<(f64, String)> = Vec::new();
    let mut rest = srcset.trim_start_matches([' ', '\n', '\t', '\r', ',']);
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        let (descriptor, next) = if bare.len() < address.len() {
            ("", after)
        } else {
            after.split_once(',').unwrap_or((after, ""))
        };
        let descriptor = descriptor.trim();
        let size = match descriptor.split_whitespace().next() {
            Some(word) if word.ends_with('w') => word.trim_end_matches('w').parse().unwrap_or(0.0),
            Some(word) if word.ends_with('x') => {
                word.trim_end_matches('x').parse::<f64>().unwrap_or(1.0) * UNTOLD
            }
            _ => UNTOLD,
        };
        if !bare.is_empty() {
            found.push((size, bare.to_owned()));
        }
        rest = next.trim_start_matches([' ', '\n', '\t', '\r', ',']);
    }
    found
}

/// The smallest that is wide enough, else the widest.
fn sensible(found: &[(f64, String)]) -> Option<String> {
    let enough = found.iter().filter(|(size, _)| *size >= WIDE_ENOUGH).min_by(|a, b| a.0.total_cmp(&b.0));
    let widest = found.iter().rev().max_by(|a, b| a.0.total_cmp(&b.0));
    enough.or(widest).map(|(_, address)| address.clone())
}
