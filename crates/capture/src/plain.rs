//! What a site sends as text or Markdown, and no page: all of it is the article.

use article::{Article, Document, Form, Found, Surroundings};
use url::Url;

use crate::{Extract, GivenKind, Medium, Page, Unknown, decode, file, pasted, words};

/// So many spaces side by side in a line show a drawing, a table or a program, whose columns mean something.
const COLUMNS: &str = "    ";

/// Whether an answer of this type is text or Markdown.
#[must_use]
pub fn is_plain(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "text/plain" | "text/markdown" | "text/x-markdown")
}

/// Makes an article of an answer that [`is_plain`]; `None` where it is a page after all.
///
/// # Errors
/// [`Unknown`], as [`file`].
pub fn plain(page: &Page<'_>, kind: &str) -> Result<Option<Extract>, Unknown> {
    let url = Url::parse(page.url).ok();
    let name = url.as_ref().and_then(|url| url.path_segments()?.next_back()).unwrap_or_default();
    let given = file(page.bytes, name)?;
    let says_markdown = kind.to_ascii_lowercase().contains("markdown");
    let mut warnings = given.warnings;
    let text = decode::text(page.bytes, page.charset, &mut warnings);
    let text = text.trim_start_matches('\u{feff}');
    let mut extract = match given.kind {
        GivenKind::Page | GivenKind::Article => return Ok(None),
        GivenKind::Text if !says_markdown => lines(text, page.url)?,
        _ => markdown(text, name, url.as_ref()),
    };
    extract.warnings = warnings;
    Ok(Some(extract))
}

fn markdown(text: &str, name: &str, url: Option<&Url>) -> Extract {
    let join = |source: &str| {
        let whole = url.filter(|_| !source.contains(':'))?.join(source).ok()?;
        Some(whole.into())
    };
    let text = article::relink(text, &join);
    let Document { meta, media, blocks, .. } = Article::read(&text, Form::Markdown).document(&Nothing);
    let html: String = blocks.into_iter().map(|block| block.html).collect();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let kind = |kind| match kind {
        article::Kind::Picture => crate::Kind::Picture,
        article::Kind::Sound => crate::Kind::Sound,
        article::Kind::Video => crate::Kind::Video,
    };
    let medium =
        |medium: article::Medium| Medium { kind: kind(medium.kind), source: medium.source, alt: medium.alt };
    Extract {
        title: meta.title.unwrap_or_else(|| stem.to_owned()),
        section: meta.section,
        byline: meta.author,
        site: meta.site.or_else(|| url?.host_str().map(str::to_owned)),
        published: meta.published,
        language: meta.language,
        excerpt: meta.description,
        image: meta.image.as_deref().and_then(|image| join(image).or_else(|| Some(image.to_owned()))),
        text: words(&html),
        html,
        markdown: article::body(&text).trim_start().to_owned(),
        media: media.into_iter().filter(|medium| !medium.source.is_empty()).map(medium).collect(),
        ..Extract::default()
    }
}

/// Plain text: paragraphs that an editor wrapped are paragraphs, lines that mean something stay lines, and columns columns.
fn lines(text: &str, address: &str) -> Result<Extract, Unknown> {
    // Pages of paper end so.
    let text = text.replace('\u{c}', "\n");
    let Document { meta, blocks, .. } = Article::read(&text, Form::Text).document(&Nothing);
    let mut html = String::new();
    if let Some(title) = &meta.title {
        html.push_str(&format!("<h1>{}</h1>", crate::dom::escaped(title)));
    }
    for block in blocks {
        let verse = block.html.split_once('>').filter(|(tag, _)| tag.contains("class=\"verse\""));
        match verse.map(|(_, rest)| rest.trim_end_matches("</p>")) {
            Some(rest) if rest.contains(COLUMNS) => {
                html.push_str(&format!("<pre>{}</pre>", rest.replace("<br>", "\n")));
            }
            _ => html.push_str(&block.html),
        }
    }
    let given = pasted(html.as_bytes(), true, Some(address))?;
    let nothing = || Unknown("There is no text at this address.".to_owned());
    let mut extract = *given.article.ok_or_else(nothing)?;
    if let Some(title) = meta.title {
        extract.title = title;
    }
    Ok(extract)
}

/// The surroundings of a text of which nothing is known.
struct Nothing;

impl Surroundings for Nothing {
    fn medium(&self, _: &str, _: &str) -> Found {
        Found::default()
    }
}
