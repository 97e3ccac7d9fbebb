//! Articles of which no list of an archive tells, for its end is missing or a list is damaged: their files alone.
//!
//! What lies in a folder that is named for its article is that article's; so are its versions and the media that were saved
//! for it apart, and of a loose article the files that it shows. What is left then is refused by name.

use std::collections::HashSet;
use std::io::{self, Read};

use article::{Article, Document, Form, Found, Surroundings};

use super::super::{File, Record, fault_of, hex};
use super::Sink;
use super::archive::{Files, Limits, pour};

/// The largest text that is an article, in bytes.
const LARGEST_TEXT: u64 = 16 << 20;

/// A text that is an article.
struct Text {
    path: String,
    words: String,
    /// As its front matter has it, or empty.
    id: String,
    title: String,
    source: Option<String>,
    bundle: bool,
}

/// Hands over all that can be had of these files; the titles of the articles.
pub(super) fn read(
    files: &mut dyn Files,
    names: Vec<String>,
    limits: &mut Limits,
    sink: &mut dyn Sink,
) -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    let mut left: HashSet<String> = names.iter().cloned().collect();
    for name in names.iter().filter(|name| is_text(name) && fault_of(name, "").is_none()) {
        match text(files, name) {
            Ok(text) => texts.push(text),
            Err(why) => {
                left.remove(name);
                sink.refuse(name, &format!("“{name}” was left out: {why}."))?;
            }
        }
    }
    // A text in the folder of another one is no article.
    let folders: Vec<String> =
        texts.iter().filter(|text| text.bundle).map(|text| folder(&text.path).to_owned()).collect();
    let is_inner = |text: &Text| {
        folders.iter().any(|folder| {
            text.path.starts_with(folder.as_str()) && !(text.bundle && self::folder(&text.path) == folder)
        })
    };
    texts.retain(|text| !is_inner(text));
    // A folder that is an article's is its alone, whatever else shows what lies in it.
    texts.sort_by_key(|text| !text.bundle);
    let mut titles = Vec::new();
    for text in texts {
        let own: Vec<&String> = names.iter().filter(|name| left.contains(*name) && text.has(name)).collect();
        let mut came = Vec::new();
        for name in own {
            left.remove(name);
            match one(files, name, limits, sink)? {
                Ok(()) => came.push(name),
                Err(why) => sink.refuse(name, &format!("“{name}” was left out: {why}."))?,
            }
        }
        if came.contains(&&text.path) {
            titles.push(text.title.clone());
            let waiting = text.bundle && article::body(&text.words).trim().is_empty();
            sink.unlisted(Record {
                id: text.id,
                title: text.title,
                source: text.source,
                path: text.path,
                bundle: text.bundle,
                waiting,
                ..Record::default()
            })?;
        }
    }
    for name in names.iter().filter(|name| left.contains(*name)) {
        let why = fault_of(name, "").unwrap_or("no article that is left of the archive shows it");
        sink.refuse(name, &format!("“{name}” was left out: {why}."))?;
    }
    Ok(titles)
}

fn is_text(name: &str) -> bool {
    [".md", ".txt"].iter().any(|ending| name.ends_with(ending))
}

/// What stands before the last slash, with it.
fn folder(path: &str) -> &str {
    path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or_default()
}

/// Looks what a text says of itself; why it is no article, as the end of a sentence.
fn text(files: &mut dyn Files, path: &str) -> Result<Text, &'static str> {
    let (from, _) = files.open(path)?.ok_or("it is not there")?;
    let mut bytes = Vec::new();
    from.take(LARGEST_TEXT + 1).read_to_end(&mut bytes).map_err(|_| "it is damaged, or cut short")?;
    if bytes.len() as u64 > LARGEST_TEXT {
        return Err("it is larger than an article can be");
    }
    let words = String::from_utf8_lossy(&bytes).into_owned();
    if article::is_notes(&words) {
        return Err("it is what was marked in an article; import it by itself, when that article is here");
    }
    let form = if path.ends_with(".md") { Form::Markdown } else { Form::Text };
    let meta = Article::read(&words, form).summary().meta;
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let named = folder(path).trim_end_matches('/').rsplit('/').next();
    let bundle = form == Form::Markdown && meta.id.is_some() && named == Some(stem);
    let title = meta.title.unwrap_or_else(|| stem.to_owned());
    let source = meta.source.filter(|source| source.starts_with("http"));
    Ok(Text { path: path.to_owned(), id: meta.id.unwrap_or_default(), title, source, bundle, words })
}

impl Text {
    /// Whether a file is this article's.
    fn has(&self, name: &str) -> bool {
        if name == self.path || (self.bundle && name.starts_with(folder(&self.path))) {
            return fault_of(name, &self.id).is_none();
        }
        let is_apart = ["versions", "media"]
            .iter()
            .any(|kind| !self.id.is_empty() && name.starts_with(&format!(".offprint/{kind}/{}/", self.id)));
        is_apart && fault_of(name, &self.id).is_none()
            || !self.bundle && !is_text(name) && fault_of(name, "").is_none() && self.shows(name)
    }

    /// Whether a loose article names this file: by its path from there, or as Obsidian does by its name alone.
    fn shows(&self, name: &str) -> bool {
        let file = name.rsplit('/').next().unwrap_or(name);
        if !self.words.contains(file) && !self.words.contains('%') {
            return false;
        }
        let Document { media, .. } = Article::read(&self.words, Form::Markdown).document(&Nowhere);
        media.iter().any(|medium| {
            let source = percent_encoding::percent_decode_str(&medium.source).decode_utf8_lossy();
            *source == *file || joined(folder(&self.path), &source).as_deref() == Some(name)
        })
    }
}

/// A path from a folder; `None` where it leads out of the library.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// No medium is anywhere: only their names count.
struct Nowhere;

impl Surroundings for Nowhere {
    fn medium(&self, _: &str, _: &str) -> Found {
        Found::default()
    }
}

/// Hands over one file; or says why it can't be used, as the end of a sentence.
fn one(
    files: &mut dyn Files,
    path: &str,
    limits: &mut Limits,
    sink: &mut dyn Sink,
) -> io::Result<Result<(), &'static str>> {
    let (from, packed) = match files.open(path) {
        Ok(Some(opened)) => opened,
        Ok(None) => return Ok(Err("it is not there")),
        Err(why) => return Ok(Err(why)),
    };
    sink.begin()?;
    let most = limits.most(packed);
    let (coming, whole) = pour(from, most, limits, sink)?;
    if !whole {
        return Ok(Err("it is damaged, or cut short"));
    }
    let file = File { path: path.to_owned(), modified: None, bytes: coming.bytes, sha256: hex(coming.hash) };
    sink.end(&file)?;
    Ok(Ok(()))
}
