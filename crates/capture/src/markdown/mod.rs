//! Clean HTML to the Markdown that `article` reads: CommonMark and GFM, figures and mathematics in the form of the plan.
//!
//! 1. `notes` finds footnotes and takes them out of the flow.
//! 2. `blocks` writes what stands on lines of its own; `list`, `table` and `figure` have files of their own.
//! 3. `inline` writes running text; `escape` keeps its letters from meaning anything.
//! 4. `tex` turns MathML to TeX.

mod blocks;
mod escape;
mod figure;
mod inline;
mod list;
mod notes;
mod table;
mod tex;

use dom_query::NodeRef;

pub(crate) use notes::{Found, Notes};

/// Writes an article's clean content.
pub(crate) fn write(root: &NodeRef<'_>) -> String {
    with_notes(root, &Notes::find(root))
}

/// Takes off a heading at the end: what stood under it were the notes.
fn without_last_heading(out: &mut String) {
    let at = out.rfind("\n\n").map_or(0, |at| at + 2);
    let last = &out[at..];
    if last.starts_with("##") && !last.contains('\n') {
        out.truncate(at.saturating_sub(2));
    }
}

/// Writes content whose footnotes are known.
pub(crate) fn with_notes(root: &NodeRef<'_>, notes: &Notes) -> String {
    let mut out = blocks::children(root, notes);
    if !notes.are_none() {
        without_last_heading(&mut out);
    }
    notes.write(&mut out);
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
