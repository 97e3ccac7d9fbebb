//! An article that is new here: what is known of it, and the Markdown file that it becomes.

use article::{Article, Form, relink};

use crate::front;
use crate::saving::Waiting;
use crate::staged::Staged;

/// The longest value in front matter, and the longest description, in bytes: a paragraph may be a whole book, and what is
/// longer than 64 KB is no front matter.
const LONGEST: usize = 2000;
const LONGEST_DESCRIPTION: usize = 10_000;

/// The text of an article, with what is known of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct New<'a> {
    /// Its headline.
    pub title: &'a str,
    /// Where it was found in the end; with the address that was asked for, where that is none of the web.
    pub source: &'a str,
    /// Its authors.
    pub author: Option<&'a str>,
    /// When it was published, ISO 8601.
    pub published: Option<&'a str>,
    /// The site or paper.
    pub site: Option<&'a str>,
    /// The kicker.
    pub section: Option<&'a str>,
    /// A BCP 47 tag.
    pub language: Option<&'a str>,
    /// What it is about.
    pub description: Option<&'a str>,
    /// The source of its lead picture.
    pub image: Option<&'a str>,
    /// The text, with the sources of its media as they were given to [`Staged`].
    pub markdown: &'a str,
    /// The page as it was received.
    pub page: Option<&'a [u8]>,
    /// The encoding of the page, as whoever sent it says.
    pub charset: Option<&'a str>,
    /// What is odd with it: whole sentences, kept in the ledger.
    pub note: Option<&'a str>,
    /// A whole Markdown file, in place of all that is above but `title` and `source`: its front matter stays as it is,
    /// with what it lacks.
    pub given: Option<&'a str>,
}

/// The Markdown file: what the waiting one said of itself and nobody knows better, and the text.
pub(crate) fn text(waiting: &Waiting, before: &str, new: &New<'_>, staged: &Staged) -> String {
    if let Some(given) = new.given {
        return given_text(waiting, before, given, new, staged);
    }
    let image = new.image.map(|image| staged.file(image).unwrap_or_else(|| image.to_owned()));
    let known = keys(new, image.as_deref());
    let front = front::set(before, &known).unwrap_or_else(|| before.to_owned());
    format!(
        "{}\n{}\n",
        front.trim_end_matches('\n').to_owned() + "\n",
        relink(new.markdown.trim(), &|source| staged.file(source))
    )
}

/// What is known of an article, as keys of its front matter; `image` is its lead picture's file.
pub(crate) fn keys<'a>(new: &New<'a>, image: Option<&'a str>) -> Vec<(&'static str, Option<&'a str>)> {
    let cut = |text: &'a str, most: usize| text.get(..text.floor_char_boundary(most)).unwrap_or(text);
    let name = |text: &'a str| cut(text, LONGEST);
    let keys = [
        ("title", Some(name(new.title))),
        ("source", Some(new.source)),
        ("author", new.author.map(name)),
        ("published", new.published.map(name)),
        ("site", new.site.map(name)),
        ("section", new.section.map(name)),
        ("language", new.language.map(name)),
        ("description", new.description.map(|text| cut(text, LONGEST_DESCRIPTION))),
        // Of an address there is no half; one that holds its picture can be longer than all else.
        ("image", image.filter(|image| image.len() <= LONGEST_DESCRIPTION)),
    ];
    keys.into_iter().filter(|(_, value)| value.is_some_and(|value| !value.trim().is_empty())).collect()
}

/// The file that was given, with an id, and what is not said in it of when and where it came from.
fn given_text(waiting: &Waiting, before: &str, given: &str, new: &New<'_>, staged: &Staged) -> String {
    let has = Article::read(given, Form::Markdown).summary().meta;
    let kept = Article::read(before, Form::Markdown).summary().meta;
    let image = has.image.as_deref().and_then(|image| staged.file(image));
    let mut changes = vec![("id", Some(waiting.id.as_str()))];
    if has.created.is_none() {
        changes.push(("created", kept.created.as_deref()));
    }
    if has.source.is_none() && !new.source.is_empty() {
        changes.push(("source", Some(new.source)));
    }
    if image.is_some() {
        changes.push(("image", image.as_deref()));
    }
    // Front matter that can't be changed line by line stays, as text, below our own.
    let text = front::set(given, &changes)
        .unwrap_or_else(|| format!("{}\n{given}", before.trim_end_matches('\n').to_owned() + "\n"));
    relink(&text, &|source| staged.file(source))
}
