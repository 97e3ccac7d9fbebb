//! The text of an article, set right by its reader: parts of it taken out, and others put in from the page as it was
//! received. The text before is kept as a version, and what is fetched later is set aside.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io::{self, Read};

use article::{Article, Form, relink};

use crate::error::{Code, Error};
use crate::ledger::{self, Capture, Item, Ledger};
use crate::mending::{is_web, name};
use crate::renewing::{Renewal, bundle, read_if_there, read_text};
use crate::saving::{not_saved, now};
use crate::{Library, durable, front};

/// Of a page, unpacked, in bytes.
const LARGEST_PAGE: u64 = 128 * 1024 * 1024;

/// What is kept of how an article came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Received {
    /// The page as it was received; `None` where none was kept.
    pub page: Option<Vec<u8>>,
    /// Its address.
    pub address: String,
    /// Its encoding, where whoever sent it said so.
    pub charset: Option<String>,
    /// The media that are here, of this capture and of earlier ones.
    pub here: Vec<Item>,
}

impl Library {
    /// What is kept of how an article came.
    ///
    /// # Errors
    /// [`Code::ArticleGone`]; [`Code::NotSaved`] where it is not one that Offprint saved, or what is kept can't be read.
    pub fn received(&self, id: &str) -> Result<Received, Error> {
        let file = self.path(id)?;
        let not_ours = "Offprint did not save this article, so its text is set right in a text editor: open its file there.";
        let (folder, ledger) = bundle(&file).ok_or_else(|| Error::new(Code::NotSaved, not_ours))?;
        let page = read_if_there(&folder.join(ledger::PAGE)).and_then(|page| page.map(unpacked).transpose());
        let page = page.map_err(|error| not_saved(&name(&file), &error))?;
        let here = self.here(id, folder, &ledger);
        let Capture { source, address, charset, .. } = ledger.article;
        // Ledgers from before do not say where it came from in the end; the front matter does.
        let said = || {
            let text = read_text(&file).unwrap_or_default();
            Article::read(&text, Form::Markdown).summary().meta.source.filter(|source| is_web(source))
        };
        let address = address.or_else(said).unwrap_or(source);
        Ok(Received { page, here, address, charset })
    }

    /// Shows `text`, a whole Markdown file, in the place of `before`, which is kept as a version; gives the time that
    /// names it. The media that came are in the [`Renewal`]'s [`Staged`](crate::Staged) folder, and are shown by their
    /// sources.
    ///
    /// # Errors
    /// [`Code::NotSaved`]: the article is as it was.
    pub fn corrected(&self, renewal: Renewal, before: &str, text: &str) -> Result<String, Error> {
        let title = name(&renewal.file);
        self.correct(renewal, before, text).map_err(|error| not_saved(&title, &error))
    }

    fn correct(&self, renewal: Renewal, before: &str, text: &str) -> io::Result<String> {
        // Held to the end.
        let Renewal { staged, id, file, held: _held, .. } = renewal;
        if read_text(&file)? != before {
            return Err(io::Error::other("it was changed meanwhile"));
        }
        let (folder, known) = bundle(&file).ok_or(io::ErrorKind::NotFound)?;
        let text = without_lead(before, relink(text, &|source| staged.file(source)));
        let before_is = self.keep_current(&id, &file, before)?;
        staged.bring(folder)?;
        let mut shown = shown(&text);
        shown.extend(Article::read(&text, Form::Markdown).summary().meta.image);
        let place = |item: &Item| text.find(item.file.as_deref().unwrap_or(&item.source));
        let is_shown = |item: &Item| {
            shown.contains(&item.source) || item.file.as_ref().is_some_and(|file| shown.contains(file))
        };
        let is_new = |item: &&Item| !known.media.iter().any(|old| old.source == item.source);
        let mut media: Vec<Item> =
            known.media.iter().chain(staged.items.iter().filter(is_new)).cloned().collect();
        media.retain(is_shown);
        media.sort_by_key(place);
        let as_it_was = known.clone();
        let article = Capture { corrected: Some(now()), ..known.article };
        Ledger { article, media, ..known }.write(folder)?;
        if let Err(error) = durable::replace(folder, &name(&file), before, &text) {
            // The text that stands is the one that the old ledger speaks of.
            as_it_was.write(folder)?;
            return Err(error);
        }
        Ok(before_is.to_string())
    }
}

/// A lead picture that was taken out of the text is not to stand above it.
fn without_lead(before: &str, text: String) -> String {
    let Some(image) = Article::read(before, Form::Markdown).summary().meta.image else { return text };
    let is_gone = shown(before).contains(&image) && !shown(&text).contains(&image);
    is_gone.then(|| front::set(&text, &[("image", Some(""))])).flatten().unwrap_or(text)
}

/// The sources of what the text of a Markdown file shows.
fn shown(text: &str) -> HashSet<String> {
    let found = RefCell::new(HashSet::new());
    let _ = relink(text, &|source| {
        found.borrow_mut().insert(source.to_owned());
        None
    });
    found.into_inner()
}

fn unpacked(page: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(page.as_slice()).take(LARGEST_PAGE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_PAGE { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
