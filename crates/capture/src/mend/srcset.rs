//! The `srcset` of a picture, after the HTML standard's own parser of it.

/// Wider than this shows nothing more on a reader's screen.
const WIDE_ENOUGH: f64 = 2000.0;

/// The largest sensible candidate: the smallest that is wide enough, else the widest.
pub(crate) fn best(srcset: &str) -> Option<String> {
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
                word.trim_end_matches('x').parse::<f64>().unwrap_or(1.0) * 600.0
            }
            _ => 600.0,
        };
        if !bare.is_empty() {
            found.push((size, bare.to_owned()));
        }
        rest = next.trim_start_matches([' ', '\n', '\t', '\r', ',']);
    }
    let enough = found.iter().filter(|(size, _)| *size >= WIDE_ENOUGH).min_by(|a, b| a.0.total_cmp(&b.0));
    let widest = found.iter().rev().max_by(|a, b| a.0.total_cmp(&b.0));
    enough.or(widest).map(|(_, address)| address.clone())
}
