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

/// Writes content whose footnotes are known.
pub(crate) fn with_notes(root: &NodeRef<'_>, notes: &Notes) -> String {
    let mut out = blocks::children(root, notes);
    notes.write(&mut out);
    if !out.is_empty() {
        out.push('\n');
    }
    out
}
