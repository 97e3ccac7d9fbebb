//! Questions and their answers, and what is said in a forum: where a page marks the posts by schema.org, they are the article,
//! each below the last. The search for the main content would take the longest of them.

use dom_query::{Document, NodeRef};

use crate::dom;

/// The kinds of pages that consist of posts.
const THREADS: &[&str] = &["/QAPage", "/DiscussionForumPosting"];
/// The most posts that are taken.
const MOST: usize = 500;

/// Makes an article of a page's posts.
pub(crate) fn mend(document: &Document) {
    let root = document.root();
    let is_thread = |node: NodeRef<'_>| {
        node.attr("itemtype").is_some_and(|kind| THREADS.iter().any(|end| kind.ends_with(end)))
    };
    if !root.descendants_it().any(is_thread) {
        return;
    }
    let mut posts: Vec<NodeRef<'_>> = Vec::new();
    for node in dom::all(&root, "[itemprop=text]") {
        let inner =
            node.ancestors_it(None).any(|above| posts.iter().rev().take(2).any(|post| post.id == above.id));
        if !inner && node.is_element() && !node.has_name("meta") {
            posts.push(node);
        }
    }
    if !(2..=MOST).contains(&posts.len()) {
        return;
    }
    let Some(body) = document.body() else { return };
    // Below an article there may be posts as well.
    let letters = |node: &NodeRef<'_>| dom::length(node);
    let said: usize = posts.iter().map(letters).sum();
    let all: usize = dom::all(&body, "p").iter().map(letters).sum();
    if said * 2 < all {
        return;
    }
    let heading = dom::first(&root, "h1")
        .as_ref()
        .map(|heading| format!("<h1>{}</h1>", dom::escaped(&dom::words(heading))));
    let written = posts.iter().enumerate().map(|(at, post)| {
        let rule = if at > 0 { "<hr>" } else { "" };
        let name = author(post)
            .map(|name| format!("<p><strong>{}</strong></p>", dom::escaped(&name)))
            .unwrap_or_default();
        format!("{rule}{name}<section>{}</section>", post.inner_html())
    });
    let written: String = written.collect();
    body.set_html(format!("<article>{}{written}</article>", heading.unwrap_or_default()));
}

/// Who wrote a post, by what is marked beside it.
fn author(post: &NodeRef<'_>) -> Option<String> {
    let around = post.ancestors_it(Some(6)).find(|above| above.has_attr("itemscope"))?;
    // Marked for the whole page it is nobody's own.
    if dom::all(&around, "[itemprop=text]").len() > 1 {
        return None;
    }
    let names =
        dom::all(&around, "[itemprop=author] [itemprop=name], [itemprop=author], .creator [itemprop=name]");
    names.iter().map(dom::words).find(|name| (1..60).contains(&name.chars().count()))
}
