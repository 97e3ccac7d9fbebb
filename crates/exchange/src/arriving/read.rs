//! Reading a file, whatever it is.

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};

use super::archive::{Archive, Container, Nothing, Single};
use super::entry::{Came, Content, Entry, Kind, Refusal};
use super::format::{Form, Format, form_of};
use super::text::{Decoded, decoded};
use super::{addresses, bookmarks, files, json, names, omnivore, opml, readeck, table};

/// So much of a text is looked at to tell what it is, in bytes.
const HEAD: u64 = 1 << 16;

/// The longest address, in bytes: servers take half of that.
const LONGEST_ADDRESS: usize = 16 << 10;

/// A file that is none that can be taken in; why, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread(pub String);

/// To whom all is handed over.
pub(super) struct Out<'a> {
    each: &'a mut dyn FnMut(Came, &mut dyn Container) -> bool,
    /// The member of an archive that is being read.
    pub(super) within: Option<String>,
    /// How many entries there were, with those that were refused.
    pub(super) count: usize,
    /// Whether somebody said that no more is wanted; they are not asked again.
    pub(super) stopped: bool,
}

impl Out<'_> {
    /// An entry of a file of text; false where nobody wants more.
    pub(super) fn plain(&mut self, entry: Entry) -> bool {
        self.entry(entry, &mut Nothing)
    }

    /// An entry, and the files beside it.
    pub(super) fn entry(&mut self, mut entry: Entry, files: &mut dyn Container) -> bool {
        if entry.url.len() > LONGEST_ADDRESS {
            let start: String = entry.url.chars().take(80).collect();
            return self.refuse(entry.line, &start, "This address is longer than any that can be fetched.");
        }
        entry.shorten();
        self.hand_over(Came::Entry(Box::new(entry)), files)
    }

    /// Something that can't be taken in.
    pub(super) fn refuse(&mut self, line: usize, url: &str, reason: &str) -> bool {
        let reason = match &self.within {
            Some(name) => format!("In “{name}”: {reason}"),
            None => reason.to_owned(),
        };
        self.hand_over(Came::Refused(Refusal::new(line, url, reason)), &mut Nothing)
    }

    fn hand_over(&mut self, came: Came, files: &mut dyn Container) -> bool {
        if !self.stopped {
            self.count += 1;
            self.stopped = !(self.each)(came, files);
        }
        !self.stopped
    }
}

/// Reads a file of this name, and hands over all that it holds, with the files that came with it; `each` stops it by saying
/// no. Gives whose form it has.
///
/// # Errors
/// [`Unread`]: it can't be read, or is of no form that is known.
pub fn read<S: Read + Seek>(
    mut source: S,
    name: &str,
    each: &mut dyn FnMut(Came, &mut dyn Container) -> bool,
) -> Result<Format, Unread> {
    let mut out = Out { each, within: None, count: 0, stopped: false };
    let failed = |error: io::Error| {
        Unread(format!("The file can't be read to its end: {error}. Copy it anew, and try again."))
    };
    let mut magic = [0; 4];
    source.seek(SeekFrom::Start(0)).map_err(failed)?;
    let read = source.read(&mut magic).map_err(failed)?;
    if magic.starts_with(b"PK\x03\x04") || magic.starts_with(b"PK\x05\x06") {
        return archive(source, name, &mut out).map_err(failed)?;
    }
    if read == 0 {
        return Err(Unread("There is nothing in this file.".to_owned()));
    }
    if let Some(sentence) = not_text(&mut source).map_err(failed)? {
        return Err(Unread(sentence.to_owned()));
    }
    let format = text(&mut source, name, &mut out).map_err(failed)?;
    match format {
        Some(format) => Ok(format),
        // What is one article by itself.
        None => alone(source, name, &mut out).map_err(failed)?,
    }
}

/// The same of files that came together, as of a folder.
///
/// # Errors
/// [`Unread`]: there is nothing in it that could be taken in.
pub fn read_container(
    container: &mut dyn Container,
    each: &mut dyn FnMut(Came, &mut dyn Container) -> bool,
) -> Result<Format, Unread> {
    let mut out = Out { each, within: None, count: 0, stopped: false };
    together(container, &mut out)
}

/// Whether files that came together, by their names, are what a program exported rather than a folder of articles: an
/// archive that somebody unpacked, or lists and pages without a text of the reader's own beside them.
#[must_use]
pub fn is_export(names: &[String]) -> bool {
    omnivore::is_it(names) || readeck::is_it(names) || files::are_lists(names)
}

fn archive<S: Read + Seek>(
    mut source: S,
    name: &str,
    out: &mut Out<'_>,
) -> io::Result<Result<Format, Unread>> {
    let mut archive = Archive::open(&mut source)?;
    let all = archive.names();
    let is_book = names::ending(name) == "epub" || all.iter().any(|name| name == "META-INF/container.xml");
    if is_book {
        drop(archive);
        let mut file = Single { source, name: name.to_owned() };
        let entry = Entry { content: Some(Content::file(Kind::Book, name)), ..Entry::at(1, "") };
        out.entry(entry, &mut file);
        return Ok(Ok(Format::Epub));
    }
    let cut = archive.cut;
    for Refusal { line, url, reason } in std::mem::take(&mut archive.refused) {
        if !out.refuse(line, &url, &reason) {
            return Ok(Ok(Format::Files));
        }
    }
    let read = together(&mut archive, out);
    if cut && read.is_ok() {
        let reason = "The archive is cut short or damaged: only what is left of it was taken in. Get the file anew, and \
                      import it once more; what is here already does not come twice.";
        out.refuse(all.len() + 1, "", reason);
    }
    Ok(read)
}

fn together(container: &mut dyn Container, out: &mut Out<'_>) -> Result<Format, Unread> {
    let all = container.names();
    if omnivore::is_it(&all) {
        omnivore::read(container, &all, out);
        return Ok(Format::Omnivore);
    }
    if readeck::is_it(&all) {
        readeck::read(container, &all, out);
        return Ok(Format::Readeck);
    }
    let before = out.count;
    let format = files::read(container, &all, out);
    if out.count == before {
        return Err(Unread(
            "There is nothing in it that could be taken in: no export of a program that is known, no Markdown, no page."
                .to_owned(),
        ));
    }
    Ok(format)
}

/// Reads text that has many entries; `None` where it is one article by itself.
pub(super) fn text(
    mut source: impl Read + Seek,
    name: &str,
    out: &mut Out<'_>,
) -> io::Result<Option<Format>> {
    let mut head = Vec::new();
    decoded(&mut source)?.take(HEAD).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head);
    let Some(form) = form_of(&head, name) else { return Ok(None) };
    let mut reader = decoded(&mut source)?;
    let format = match form {
        Form::Addresses => {
            addresses::read(&mut reader, out)?;
            Format::Addresses
        }
        Form::Shortcut => {
            addresses::shortcut(&mut reader, name, out)?;
            Format::Addresses
        }
        Form::Opml => {
            opml::read(&mut reader, out)?;
            Format::Opml
        }
        Form::Bookmarks(kind) => {
            bookmarks::read(&mut reader, kind, out)?;
            match kind {
                bookmarks::Kind::Browser => Format::Bookmarks,
                bookmarks::Kind::Pocket => Format::Pocket,
                bookmarks::Kind::Instapaper => Format::Instapaper,
            }
        }
        Form::Table(format, head, lines) => {
            rows(&mut reader, format, &head, lines, out)?;
            format
        }
        Form::Json(format, key) => {
            drop(reader);
            let list = key.filter(|_| format == Format::Json).and_then(|key| list_name(&head, key));
            if !elements(&mut source, format, (key, list), out)? {
                return Ok(None);
            }
            format
        }
    };
    Ok(Some(format))
}

fn rows(
    reader: &mut BufReader<Decoded<impl Read>>,
    format: Format,
    head: &table::Head,
    lines: usize,
    out: &mut Out<'_>,
) -> io::Result<()> {
    for _ in 0..lines {
        super::text::line(reader)?;
    }
    table::records(reader, head, lines + 1, &mut |record| match record {
        table::Record::Damaged(line, words) => {
            let reason = "This entry is damaged: a quotation mark is missing or too much, or the file is cut short in it.";
            out.refuse(line, &json::address_in(&words), reason)
        }
        table::Record::Row(row) => match format.row(&row) {
            Ok(entry) if format == Format::OffprintCsv => out.plain(entry),
            Ok(entry) => out.plain(entry.spelled_out()),
            Err(reason) => out.refuse(row.line, row.any(&["url", "href", "link"]), &reason),
        },
    })
}

/// What a list under this key is called, as Pocket's collections are: that stands before its elements.
fn list_name(head: &str, key: &str) -> Option<String> {
    let (before, _) = head.split_once(&format!("\"{key}\""))?;
    let about = format!("{}}}", before.trim_start_matches('\u{feff}').trim_end().trim_end_matches(','));
    super::values::text(&serde_json::from_str(&about).ok()?, &["title", "name"])
}

/// Reads entries of JSON, those under a key of a list that may have a name; false where there are none that could be known.
fn elements(
    source: &mut (impl Read + Seek),
    format: Format,
    (key, list): (Option<&str>, Option<String>),
    out: &mut Out<'_>,
) -> io::Result<bool> {
    let lists = super::karakeep::lists(source, format)?;
    let pinned = super::linkwarden::pinned(source, format)?;
    let mut reader = decoded(&mut *source)?;
    let mut number = 0;
    let mut goes_on = true;
    // One collection may hold all links.
    let inner = (format == Format::Linkwarden).then_some(super::linkwarden::LINKS);
    let end = json::nested(&mut reader, key, inner, &mut |element| {
        goes_on = match element.value {
            Ok(value) if format == Format::Linkwarden => match element.within {
                Some(within) => super::linkwarden::link(&value, within, &pinned, &mut number, out),
                None => super::linkwarden::collection(&value, &pinned, &mut number, out),
            },
            Ok(value) => {
                number += 1;
                let read = match format {
                    Format::Karakeep => super::karakeep::entry(&value, &lists, number),
                    _ => super::wallabag::entry(&value, number),
                };
                match read {
                    Ok(mut entry) => {
                        entry.folders.extend(list.clone());
                        out.plain(entry.spelled_out())
                    }
                    Err(reason) => out.refuse(number, "", &reason),
                }
            }
            Err(damaged) => {
                number += 1;
                out.refuse(
                    number,
                    &json::address_in(&damaged),
                    "This entry is damaged or cut short, so that it can't be read.",
                )
            }
        };
        goes_on
    })?;
    if end == json::End::Cut && goes_on {
        out.refuse(
            number + 1,
            "",
            "The file is cut short here: what followed is not in it. Get the file anew.",
        );
    }
    Ok(end != json::End::None)
}

/// A file that is one article by itself.
fn alone<S: Read + Seek>(source: S, name: &str, out: &mut Out<'_>) -> io::Result<Result<Format, Unread>> {
    let mut file = Single { source, name: name.to_owned() };
    let bytes = match file.read(name, files::LARGEST) {
        Ok(bytes) => bytes,
        Err(lack) => return Ok(Err(Unread(format!("The file can't be read: {}.", lack.why())))),
    };
    Ok(match files::article(&bytes, name, 1) {
        Ok((entry, format)) => {
            out.entry(entry, &mut file);
            Ok(format)
        }
        Err(reason) => Err(Unread(reason)),
    })
}

/// Why a file is no text; `None` where it may be one.
fn not_text(source: &mut (impl Read + Seek)) -> io::Result<Option<&'static str>> {
    let mut head = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    source.by_ref().take(1024).read_to_end(&mut head)?;
    Ok(files::why_no_text(&head))
}

/// Reads a member of an archive as text that has many entries.
pub(super) fn member(bytes: &[u8], name: &str, out: &mut Out<'_>) -> Option<Format> {
    out.within = Some(name.to_owned());
    // What is in memory can be read.
    let format = text(Cursor::new(bytes), name, out).ok().flatten();
    out.within = None;
    format
}
