//! Repairs of a page's DOM before its main content is looked for.
//!
//! 1. `pictures`: those that a script would have loaded, in the largest sensible size.
//! 2. `drawings`: charts and diagrams in `svg`, as pictures.
//! 3. `code`: its language kept, numbers of lines and buttons gone.
//! 4. `maths`: KaTeX, MathJax and MathML, each a `math` element with its TeX.
//! 5. `captions`: a figure for each picture that has one.
//! 6. `embeds`: what plays elsewhere, as a card with a link.
//! 7. `clutter`: what is no part of an article.
//! 8. `galleries`: pictures side by side, each a figure of its own.

mod captions;
mod clutter;
mod code;
mod drawings;
mod embeds;
mod galleries;
mod maths;
mod pictures;
mod srcset;

use dom_query::Document;
use url::Url;

/// Mends a page in place, and takes off what is no part of an article.
pub(crate) fn page(document: &Document, base: &Url) {
    whole(document, base);
    clutter::remove(&document.root());
    galleries::mend(&document.root());
}

/// Mends a page in place, and leaves all that is on it: for what has nothing in it but text, such as a chapter of a book.
pub(crate) fn whole(document: &Document, base: &Url) {
    let root = document.root();
    if maths::may_be(&root) {
        maths::mend(&root);
    }
    pictures::mend(&root);
    drawings::mend(&root);
    code::mend(&root);
    embeds::mend(&root, base);
    captions::mend(&root);
}
