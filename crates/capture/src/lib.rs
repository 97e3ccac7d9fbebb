//! A page becomes an article: bytes to text, to the main content, to Markdown and the list of its media.
//!
//! 1. `decode` finds the encoding; `depth` bounds nesting and size before a parser sees the text.
//! 2. `meta` reads what the page says of itself: title, section, byline, site, date, language, lead picture. `next` finds
//!    the page on which it goes on; `joined` makes one article of all.
//! 3. `mend` repairs the DOM: lazy pictures, code, mathematics, captions, embeds, what is no part of the article.
//! 4. `body` finds the main content; `lead` gives it back the picture at the headline, `opening` the standfirst.
//! 5. `clean` keeps what may pass and makes addresses absolute; `trim` takes off what is around the text.
//! 6. `markdown` writes the article; `media` lists what it shows; `text` is its words.
//!
//! `whole` takes the same way with all of a page, without steps 2 and 4.
//! Where a page only sends on to another (`sends_on`), the article is there. An answer that is text or Markdown is made an article by `plain`, without a search.
//! What is given as a file is read by `given`: a page, a piece of one that was pasted, a `book`, Markdown, text.
//!
//! But for `fetch`, which brings the bytes and is the one place in the project that opens a connection, it knows no disk,
//! no network and no clock: the same bytes give the same article.

mod asked;
mod body;
mod book;
mod clean;
mod decode;
mod depth;
mod dom;
mod facts;
pub mod fetch;
mod given;
mod joined;
mod lead;
mod lifted;
mod markdown;
mod media;
pub mod medium;
mod mend;
mod meta;
mod next;
mod opening;
mod plain;
mod sends_on;
mod shadow;
mod signs;
mod text;
mod trim;
pub mod verdict;
mod whole;

use serde::Serialize;
use url::Url;

pub use asked::{Asked, addresses, canonical};
pub use given::{Given, GivenKind, NOWHERE, Unknown, file, first_words, pasted};
pub use joined::join;
pub use lifted::{lift, lift_from, written_in};
pub use media::{Kind, Medium};
pub use plain::{is_plain, plain};
pub use sends_on::sends_on;
pub use signs::Signs;
pub use whole::{Whole, whole};

/// A page as it was received.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The body of the answer, decompressed.
    pub bytes: &'a [u8],
    /// Where it came from: http or https.
    pub url: &'a str,
    /// The `charset` of the answer's Content-Type, if it had one.
    pub charset: Option<&'a str>,
}

/// An article taken from a page. What is not known is absent; addresses are absolute.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Extract {
    /// The headline.
    pub title: String,
    /// The kicker: a department or topic above the headline.
    pub section: Option<String>,
    /// Who wrote it, without "By".
    pub byline: Option<String>,
    /// The name of the site.
    pub site: Option<String>,
    /// When it was published: ISO 8601, a date or a time with its offset, as exact as the page says.
    pub published: Option<String>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// The page's own description, or the first paragraph.
    pub excerpt: Option<String>,
    /// What stands under the headline and is no part of the main content: one paragraph of plain words.
    pub standfirst: Option<String>,
    /// The address of the lead picture.
    pub image: Option<String>,
    /// The main content, clean: no scripts, no styles, nothing that acts.
    pub html: String,
    /// The main content as CommonMark with GFM, as `article` reads it.
    pub markdown: String,
    /// The words alone, a blank line between blocks.
    pub text: String,
    /// What it shows and plays, in the order of the text.
    pub media: Vec<Medium>,
    /// What could not be done well, in sentences.
    pub warnings: Vec<String>,
    /// The address of the page on which the article goes on.
    #[serde(skip)]
    pub next: Option<String>,
    /// What the page shows besides, for a [`verdict`].
    #[serde(skip)]
    pub signs: Signs,
}

/// The address of a page is not an absolute http or https address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadAddress;

/// The words of HTML that is clean already, by the rules of [`Extract::text`]: to compare a kept copy by.
#[must_use]
pub fn words(html: &str) -> String {
    text::plain(&dom::parse_fragment(html).root())
}

/// Takes the article out of a page. A bad page is no error: the article has warnings, and may be empty.
pub fn extract(page: &Page<'_>) -> Result<Extract, BadAddress> {
    let url = address(page)?;
    let mut warnings = Vec::new();
    let text = decode::text(page.bytes, page.charset, &mut warnings);
    let (text, structured) = depth::bounded(&text, &mut warnings);
    let document = dom::parse(text.as_ref());
    let base = dom::base(&document, &url);
    let mut meta = meta::read(&document, &url, &base);
    let mut signs = signs::read(&document);
    let next = next::find(&document, &url, &base).map(String::from);
    warnings.extend(mend::page(&document, &base));
    let lead = if structured { lead::find(&document, &meta.title) } else { None };
    let opening = if structured {
        opening::find(&document, &meta.title, meta.excerpt.as_deref())
    } else {
        opening::Opening::default()
    };
    let found = if structured { body::find(document) } else { body::whole(&document) };
    let told = meta.body.as_deref().and_then(body::told);
    let shown = dom::parse_fragment(&found.html);
    if let Some(lead) = lead.filter(|lead| lead.is_missing(&shown.root())) {
        // What the page names is mostly the same picture in the size of a card, and would stand before it.
        meta.image = None;
        if let Some(inner) = shown.root().first_element_child() {
            inner.prepend_html(lead.figure);
        }
    }
    clean::clean(&shown, &base, &url);
    let content = match told {
        Some(told) if text::plain(&shown.root()).len() * 4 < told.len() => {
            let told = dom::parse_fragment(&told);
            clean::clean(&told, &base, &url);
            told
        }
        _ => shown,
    };
    if meta.byline.is_none() {
        meta.byline = found.byline.or_else(|| opening.byline.clone()).as_deref().and_then(meta::byline);
    }
    signs.end = signs::end(&content.root());
    trim::trim(&content.root(), &meta.title, meta.byline.as_deref());
    let standfirst = opening.missing(&content.root());
    if meta.language.is_none() {
        meta.language = found.language;
    }
    let root = content.root();
    // A fragment's children stand in an element of the parser's own.
    let html =
        root.first_element_child().map(|inner| inner.inner_html().trim().to_owned()).unwrap_or_default();
    let text = text::plain(&root);
    if text.is_empty() {
        warnings.push("No article was found on this page.".to_owned());
    }
    let markdown = markdown::write(&root);
    let image = meta.image.map(|image| given::placed(&image).to_owned());
    let media = media::list(&root, image.as_deref());
    let excerpt = meta.excerpt.or_else(|| standfirst.clone()).or_else(|| text::first_paragraph(&text));
    Ok(Extract {
        title: meta.title,
        section: meta.section,
        byline: meta.byline,
        site: meta.site,
        published: meta.published,
        language: meta.language,
        excerpt,
        standfirst,
        image,
        html,
        markdown,
        text,
        media,
        warnings,
        next,
        signs,
    })
}

fn address(page: &Page<'_>) -> Result<Url, BadAddress> {
    let url = Url::parse(page.url).map_err(|_| BadAddress)?;
    if matches!(url.scheme(), "http" | "https") { Ok(url) } else { Err(BadAddress) }
}
