//! All that can be read on a page, without a search for the article in it: what was left out can be taken from there.

use crate::{BadAddress, Medium, Page, body, clean, decode, depth, dom, markdown, media, mend};

/// What a page holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whole {
    /// All of it in Markdown, as [`Extract::markdown`](crate::Extract::markdown) has the article.
    pub markdown: String,
    /// What it shows and plays, in the order of the text.
    pub media: Vec<Medium>,
}

/// Reads all of a page. A bad page is no error: there is nothing on it.
///
/// # Errors
/// [`BadAddress`].
pub fn whole(page: &Page<'_>) -> Result<Whole, BadAddress> {
    let url = crate::address(page)?;
    let text = decode::text(page.bytes, page.charset, &mut Vec::new());
    let (text, _) = depth::bounded(&text, &mut Vec::new());
    let document = dom::parse(text.as_ref());
    let base = dom::base(&document, &url);
    mend::whole(&document, &base);
    let content = dom::parse_fragment(&body::whole(&document).html);
    clean::clean(&content, &base, &url);
    let root = content.root();
    Ok(Whole { markdown: markdown::write(&root), media: media::list(&root, None) })
}
