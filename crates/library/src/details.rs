//! What an article says of itself, set right by its reader: in its front matter, key by key.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use article::{Article, Form, Meta, Status, Summary, body};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};
use crate::mending::name;
use crate::saving::not_saved;
use crate::{Library, card, durable, front, home, read};

/// What an article says of itself. Of what is to be changed, `None` stays as it is, and an empty text takes it out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Details {
    /// The headline. Without one, the first heading or the file's name is it.
    pub title: Option<String>,
    /// Its authors, joined by ", ".
    pub author: Option<String>,
    /// When it was published: a date, a time by RFC 3339, a month (2019-05) or a year.
    pub published: Option<String>,
    /// The kicker above the headline.
    pub section: Option<String>,
    /// The site or paper.
    pub site: Option<String>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// One or two sentences on what it is about.
    pub description: Option<String>,
    /// The source of the lead picture, as the article has it.
    pub image: Option<String>,
}

/// The last change, with which it is taken back.
#[derive(Debug)]
pub(crate) struct SetRight {
    id: String,
    before: String,
    after: String,
}

impl Library {
    /// Sets right what an article says of itself, in its file: other keys, and the text, stay byte for byte.
    ///
    /// # Errors
    /// [`Code::ArticleGone`]; [`Code::NotSaved`], and nothing is changed: the article waits, its file is no Markdown in
    /// UTF-8, its front matter is damaged, a value is none that can be read, or the disk refuses.
    pub fn set_details(&self, id: &str, details: &Details) -> Result<(), Error> {
        let file = self.own_file(id)?;
        let before = writable(&file)?;
        let is_waiting = card::is_empty(&before)
            && self.ledger(id).is_some_and(|ledger| ledger.article.status != Status::Saved);
        if is_waiting {
            return Err(refused("This article is not here yet. Set its details right when it is."));
        }
        check(details)?;
        let after = changed(&before, details)
            .ok_or_else(|| refused("The front matter of this article’s file is damaged, or written in a way that can’t be changed line by line. Open the file in a text editor, and set it right there."))?;
        if after == before {
            return Ok(());
        }
        self.rewrite(id, &file, &before, &after)?;
        *self.set_right.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(SetRight { id: id.to_owned(), before, after });
        Ok(())
    }

    /// Takes back the last [`Library::set_details`] of this article: its file is what it was, byte for byte.
    ///
    /// # Errors
    /// [`Code::NotSaved`] where it was not the last one, or the file was changed since; [`Code::ArticleGone`].
    pub fn undo_details(&self, id: &str) -> Result<(), Error> {
        let mut last = self.set_right.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(SetRight { before, after, .. }) = last.as_ref().filter(|last| last.id == id) else {
            return Err(refused("This can’t be taken back any more. Set the details right by hand."));
        };
        self.rewrite(id, &self.own_file(id)?, after, before)?;
        *last = None;
        Ok(())
    }

    /// The article's file, with all links followed, inside the library.
    fn own_file(&self, id: &str) -> Result<PathBuf, Error> {
        let path = self.path(id)?;
        let real = fs::canonicalize(&path).map_err(|error| not_saved(&name(&path), &error))?;
        if real.starts_with(&self.real) {
            return Ok(real);
        }
        Err(refused("This article’s file is a link out of the library. Change it where it lies."))
    }

    fn rewrite(&self, id: &str, file: &Path, before: &str, after: &str) -> Result<(), Error> {
        let folder = file.parent().unwrap_or(&self.real);
        // Who fetches an article holds its folder; that of a loose one is held by nobody.
        let is_bundle = self.home(id).is_ok_and(|home| !home::is_apart(&self.real, &home));
        let held = if is_bundle { durable::hold_or_go_on(folder) } else { Some(None) };
        let Some(_held) = held else {
            return Err(refused("This article is being fetched just now. Wait a moment, and try again."));
        };
        durable::replace(folder, &name(file), before, after).map_err(|error| not_saved(&name(file), &error))
    }
}

impl Details {
    /// What `meta` says.
    pub fn of(meta: Meta) -> Details {
        let Meta { title, author, published, section, site, language, description, image, .. } = meta;
        Details { title, author, published, section, site, language, description, image }
    }

    /// By their keys in the front matter, each on one line.
    fn keys(&self) -> Vec<(&'static str, String)> {
        let keys = [
            ("title", &self.title),
            ("author", &self.author),
            ("published", &self.published),
            ("site", &self.site),
            ("section", &self.section),
            ("language", &self.language),
            ("description", &self.description),
            ("image", &self.image),
        ];
        keys.into_iter().filter_map(|(key, value)| Some((key, one_line(value.as_deref()?)))).collect()
    }
}

/// The file's text, where details can be kept in it.
fn writable(file: &Path) -> Result<String, Error> {
    if file.file_name().and_then(crate::name::form) != Some(Form::Markdown) {
        let sentence = "A plain text file has no place for details. Give it the ending .md in place of .txt, and they can be set right.";
        return Err(refused(sentence));
    }
    let bytes = read::small(file, read::LIMIT).map_err(|error| not_saved(&name(file), &error))?;
    String::from_utf8(bytes).map_err(|_| {
        let why = io::Error::other("it is not written in UTF-8, and would become another file");
        not_saved(&name(file), &why)
    })
}

/// The text with other details; `None` where not just these would become others.
fn changed(before: &str, details: &Details) -> Option<String> {
    let summary = |text: &str| Article::read(text, Form::Markdown).summary();
    let was = summary(before);
    let said = Details::of(was.meta.clone()).keys();
    let is_news = |(key, value): &(&str, String)| {
        said.iter().find(|(known, _)| known == key).map_or("", |(_, value)| value) != value
    };
    let news: Vec<(&str, String)> = details.keys().into_iter().filter(is_news).collect();
    if news.is_empty() {
        return Some(before.to_owned());
    }
    // What is taken out leaves its key: what is fetched anew only adds keys that are not there.
    let written: Vec<_> = news.iter().map(|(key, value)| (*key, Some(value.as_str()))).collect();
    let after = front::set(before, &written)?;
    let changes: Vec<(&str, Option<&str>)> =
        written.iter().map(|(key, value)| (*key, value.filter(|value| !value.is_empty()))).collect();
    let is = summary(&after);
    (body(before) == body(&after) && is_as_asked(&was, &is, &changes)).then_some(after)
}

/// Whether an article says what was asked for, and all else as it did.
fn is_as_asked(was: &Summary, is: &Summary, changes: &[(&str, Option<&str>)]) -> bool {
    let mut expected = was.meta.clone();
    for (key, value) in changes {
        // Without a headline of its own, a heading is it. A name in wiki brackets is read without them.
        let follows = value.is_none() && *key == "title" || value.is_some_and(|value| value.contains("[["));
        let now = if follows { field(&mut is.meta.clone(), key).take() } else { value.map(str::to_owned) };
        *field(&mut expected, key) = now;
    }
    // A headline that is repeated by the first heading is not counted among the words.
    let (words, minutes, direction) = (is.meta.words, is.meta.minutes, is.meta.direction);
    Meta { words, minutes, direction, ..expected } == is.meta && is.warnings.len() <= was.warnings.len()
}

fn field<'a>(meta: &'a mut Meta, key: &str) -> &'a mut Option<String> {
    match key {
        "title" => &mut meta.title,
        "author" => &mut meta.author,
        "published" => &mut meta.published,
        "site" => &mut meta.site,
        "section" => &mut meta.section,
        "language" => &mut meta.language,
        "description" => &mut meta.description,
        _ => &mut meta.image,
    }
}

fn check(details: &Details) -> Result<(), Error> {
    let asked = |value: &Option<String>| value.as_deref().map(one_line).filter(|value| !value.is_empty());
    if let Some(date) = asked(&details.published).filter(|date| !is_date(date)) {
        let sentence = format!(
            "“{date}” is no date that can be read for certain. Write the day as 2019-05-31, or only the year, as 2019."
        );
        return Err(refused(sentence));
    }
    let is_tag = |tag: &str| {
        let parts = || tag.split('-');
        let fits =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        parts().all(fits) && parts().next().is_some_and(|first| first.len() >= 2)
    };
    if let Some(tag) = asked(&details.language).filter(|tag| !is_tag(tag)) {
        let sentence = format!(
            "“{tag}” is no mark of a language. Write two letters, as en for English, or with a country, as pt-BR."
        );
        return Err(refused(sentence));
    }
    Ok(())
}

/// A day or a time as RFC 3339 has it, a month, or a year.
fn is_date(text: &str) -> bool {
    let year = text.get(..4).is_some_and(|year| year.bytes().all(|digit| digit.is_ascii_digit()));
    let rest = text.get(4..).unwrap_or_default();
    year && match rest.len() {
        0 => true,
        3 => format!("{text}-01").parse::<Date>().is_ok(),
        _ => rest.starts_with('-') && (text.parse::<DateTime>().is_ok() || text.parse::<Timestamp>().is_ok()),
    }
}

fn one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn refused(sentence: impl Into<String>) -> Error {
    Error::new(Code::NotSaved, sentence)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_those_that_can_be_read() {
        for date in [
            "2019",
            "2019-05",
            "2019-05-31",
            "2019-05-31T10:00:00Z",
            "2019-05-31T10:00:00+02:00",
            "2019-05-31T10:00",
        ] {
            assert!(is_date(date), "{date}");
        }
        for other in [
            "",
            "19",
            "31.5.2019",
            "2019-13",
            "2019-02-30",
            "May 2019",
            "20190531",
            "2019-05-31 at noon",
            "2019/05",
        ] {
            assert!(!is_date(other), "{other}");
        }
    }
}
