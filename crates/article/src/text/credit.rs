//! Credits in captions: those that `caption` knows by their labels, and agencies, which need none.

use crate::caption;

/// Agencies and picture libraries, in small letters.
const AGENCIES: [&str; 26] = [
    "ap",
    "ap photo",
    "afp",
    "reuters",
    "epa",
    "epa-efe",
    "dpa",
    "pa",
    "upi",
    "tass",
    "ansa",
    "efe",
    "xinhua",
    "getty",
    "getty images",
    "alamy",
    "shutterstock",
    "istock",
    "unsplash",
    "flickr",
    "wikimedia commons",
    "bloomberg",
    "anadolu",
    "keystone",
    "imago",
    "nasa",
];

/// Where a caption's credit begins, in bytes.
pub(super) fn find(caption: &str) -> Option<usize> {
    labelled(caption).or_else(|| agency(caption))
}

/// As [`find`], for credits that say what they are.
pub(super) fn labelled(caption: &str) -> Option<usize> {
    let line = caption::split(caption).credit_line;
    (!line.is_empty()).then(|| caption.trim_end().len() - line.len())
}

/// "Jane Doe/Reuters", "(AFP via Getty Images)", "AP", behind the last sentence, dash, bar or bracket.
fn agency(caption: &str) -> Option<usize> {
    let inside = caption.trim_end().trim_end_matches(['.', ')', ']', '）']);
    let ends = ["(", "[", "（", ". ", "! ", "? ", "| ", "— ", "– ", "” ", "\" "];
    let at = ends.iter().filter_map(|end| inside.rfind(end).map(|at| at + end.len())).max().unwrap_or(0);
    let credit = inside[at..].to_lowercase();
    let named =
        credit.rsplit(['/', '|', ',']).next().and_then(|part| part.split(" via ").last()).map(str::trim);
    (credit.split_whitespace().count() <= 8 && AGENCIES.contains(&named?)).then_some(at)
}
