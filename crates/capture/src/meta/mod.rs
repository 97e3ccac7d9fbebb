//! What a page says of itself.
//!
//! 1. `linked` reads JSON-LD; `tags` the `meta` elements.
//! 2. `headline`, `byline` and `date` choose between them and what can be seen on the page; `shown` finds
//!    dates there, by `place`, `scripted` in scripts.
//! 3. `parse` reads dates as machines write them, `written` as people do.

mod byline;
mod date;
mod headline;
mod linked;
mod parse;
mod place;
mod scripted;
mod shown;
mod tags;
mod written;

use dom_query::Document;
use url::Url;

pub(crate) use byline::tidy as byline;

use crate::{clean, dom};

/// What is known of an article besides its text.
#[derive(Debug, Default)]
pub(crate) struct Meta {
    pub(crate) title: String,
    pub(crate) section: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) site: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) excerpt: Option<String>,
    /// Absolute.
    pub(crate) image: Option<String>,
    /// The text, as it is told to machines.
    pub(crate) body: Option<String>,
}

/// Reads a page, before it is mended.
pub(crate) fn read(document: &Document, url: &Url, base: &Url) -> Meta {
    let linked = linked::read(document);
    let tags = tags::Tags::of(document);
    let shown = tags.first(&["og:site_name", "application-name", "twitter:app:name:iphone"]);
    let site = match (linked.site.clone(), shown) {
        // What an agency wrote, it is said to have published too.
        (Some(publisher), Some(shown)) if is_host(&shown, url) && !is_host(&publisher, url) => Some(shown),
        (publisher, shown) => publisher.or(shown),
    };
    let title = headline::title(document, &linked, &tags, site.as_deref());
    let section = linked.section.clone().or_else(|| {
        tags.first(&[
            "article:section",
            "og:article:section",
            "section",
            "parsely-section",
            "sailthru.section",
        ])
    });
    let image = tags
        .first(&[
            "og:image:secure_url",
            "og:image",
            "og:image:url",
            "twitter:image",
            "twitter:image:src",
            "thumbnail",
        ])
        .or_else(|| linked.image.clone());
    let image = image
        .and_then(|image| clean::absolute(&image, base))
        .filter(|image| matches!(image.scheme(), "http" | "https"));
    let excerpt = linked.description.clone().or_else(|| {
        tags.first(&[
            "dc:description",
            "dcterm:description",
            "og:description",
            "weibo:article:description",
            "weibo:webpage:description",
            "description",
            "twitter:description",
        ])
    });
    let language = language(document, &tags);
    Meta {
        byline: byline::find(document, &linked, &tags),
        published: date::find(document, &linked, &tags, url, (&title, language.as_deref())),
        language,
        section: section
            .map(|section| article::one_line(&section))
            .filter(|section| !section.starts_with("http") && section.chars().count() <= 60),
        title,
        site,
        excerpt: excerpt.map(|excerpt| article::one_line(&headline::unescaped(&excerpt))),
        image: image.map(String::from),
        body: linked.body,
    }
}

/// Whether a site's address has its name in it. An address is no name.
fn is_host(name: &str, url: &Url) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let letters: String = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let host: String = url.host_str().unwrap_or_default().chars().filter(|letter| *letter != '-').collect();
    !name.contains('.') && letters.len() >= 2 && host.contains(&letters)
}

fn language(document: &Document, tags: &tags::Tags) -> Option<String> {
    let root = document.root();
    let html = dom::first(&root, "html")
        .and_then(|html| dom::attribute(&html, "lang").or_else(|| dom::attribute(&html, "xml:lang")));
    let language =
        html.or_else(|| tags.first(&["content-language", "dc:language", "language", "og:locale"]))?;
    let language = language.split([',', ' ', ';']).next()?.replace('_', "-");
    let fits =
        language.len() >= 2 && language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    fits.then_some(language)
}
