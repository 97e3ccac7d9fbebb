//! Repairs of a page's DOM before its main content is looked for.
//!
//! 1. `threads`: the posts of a question and of a forum, as one article; `attached`: what a post has of pictures; `papers`: what
//!    LaTeXML puts around a paper.
//! 2. `tex` and `maths`: TeX, KaTeX, MathJax and MathML, each a `math` element with its TeX.
//! 3. `pictures`: those that a script would have loaded, in the largest sensible size.
//! 4. `drawings`: charts and diagrams in `svg`, as pictures.
//! 5. `code`: its language kept, numbers of lines and buttons gone.
//! 6. `embeds`: what plays elsewhere, as a card with a link.
//! 7. `lists`: what is ticked, marks that are written twice, notes in the margin as footnotes.
//! 8. `captions`: a figure for each picture that has one.
//! 9. `clutter`: what is no part of an article.
//! 10. `headings`: what stands beside them to lead to them or change them, gone.
//! 11. `cards`: links around the title and the words of another page, as a line each.
//! 12. `boxes`: notes, tabs and folded parts, so that they count as text.
//! 13. `galleries`: pictures side by side, each a figure of its own.

mod attached;
mod boxes;
mod captions;
mod cards;
mod clutter;
mod code;
mod drawings;
mod embeds;
mod galleries;
mod headings;
mod lists;
mod maths;
mod papers;
mod pictures;
mod srcset;
mod tex;
mod threads;

use dom_query::{Document, NodeRef};
use url::Url;

use crate::dom::{self, Names};

/// Mends a page in place, and takes off what is no part of an article. Tells in sentences what is lost.
pub(crate) fn page(document: &Document, base: &Url) -> Vec<String> {
    threads::mend(document);
    let root = document.root();
    let boxes = dom::all(&root, "article, div");
    attached::mend(&boxes);
    papers::mend(&root, &boxes);
    let names = Names::of(&root);
    let lost = parts(&root, base, &names);
    clutter::remove(&root, &names);
    headings::mend(&root);
    cards::mend(&root, base);
    boxes::mend(&root);
    galleries::mend(&root);
    lost
}

/// Mends a page in place, and leaves all that is on it: for what has nothing in it but text, such as a chapter of a book.
pub(crate) fn whole(document: &Document, base: &Url) -> Vec<String> {
    let root = document.root();
    parts(&root, base, &Names::of(&root))
}

/// Mends what may stand in any text. `names` are those of the elements that are there before.
fn parts(root: &NodeRef<'_>, base: &Url, names: &Names) -> Vec<String> {
    let may_be = maths::may_be(root);
    tex::mend(root, may_be);
    if may_be {
        maths::mend(root);
    }
    pictures::mend(root, names);
    let left_out = if names.have("svg") { drawings::mend(root) } else { 0 };
    code::mend(root, names);
    embeds::mend(root, base, names);
    lists::mend(root);
    captions::mend(root, names);
    match left_out {
        0 => Vec::new(),
        1 => vec![
            "A drawing of this page is missing: its colours are in a style sheet of the site.".to_owned(),
        ],
        more => vec![format!(
            "{more} drawings of this page are missing: their colours are in a style sheet of the site."
        )],
    }
}
