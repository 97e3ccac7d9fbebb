//! An article that was fetched again: its new text takes the place of the old one, which is kept as a version; or the
//! new one is set aside as a version, and the old one stays.
//!
//! The order of writing is that of safety: first the old capture as a version, then media, page, ledger, and last the
//! text, in one step. Whatever is cut short, both texts are on the disk, and the next time goes on from there.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use article::{Article, Form, Status, relink};
use jiff::Timestamp;

use crate::error::{Code, Error};
use crate::ledger::{self, Capture, Item, Ledger};
use crate::mending::{self, Mending, name};
use crate::new::keys;
use crate::saving::{not_saved, now, packed};
use crate::staged::{Staged, digest_of};
use crate::{Library, New, card, durable, front, read, versions};

/// An article that is being fetched again.
#[derive(Debug)]
pub struct Renewal {
    /// Where its media are written.
    pub staged: Staged,
    /// The media that are here, of this capture and of earlier ones.
    pub here: Vec<Item>,
    /// The address that it was fetched from.
    pub address: String,
    pub(crate) id: String,
    pub(crate) file: PathBuf,
    pub(crate) held: Option<File>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renewed {
    /// The text is the same.
    Unchanged,
    /// The new text is shown now, and the old one is a version.
    Replaced,
    /// The new text is a version, and the old one stays: whole sentences say why.
    SetAside(String),
}

/// Of a page, packed, and of a ledger, in bytes.
pub(crate) const LARGEST: u64 = 64 * 1024 * 1024;

const CHANGED: &str = "You have changed the text of this article since it was saved, and your text stays.";

impl Library {
    /// Takes an article into one's hands that is to be fetched again; `None` where another process has it.
    ///
    /// # Errors
    /// [`Code::ArticleGone`]; [`Code::NotSaved`] where it has no text yet, is not one that Offprint saved, or nothing
    /// can be written.
    pub fn renew(&self, id: &str) -> Result<Option<Renewal>, Error> {
        let file = self.path(id)?;
        let not_ours =
            "Offprint did not save this article, so it can’t fetch it again. Save its address to have it.";
        let (folder, ledger) = bundle(&file).ok_or_else(|| Error::new(Code::NotSaved, not_ours))?;
        let text = read_text(&file).unwrap_or_default();
        if card::is_empty(&text) && ledger.article.status != Status::Saved {
            let sentence = "This article is not here yet. Open it, and choose “Try again”.";
            return Err(Error::new(Code::NotSaved, sentence));
        }
        let Some(held) = durable::hold_or_go_on(folder) else { return Ok(None) };
        let listed = fs::read_dir(folder).into_iter().flatten().flatten();
        let taken = listed.map(|file| file.file_name().to_string_lossy().into_owned());
        let staged = Staged::new(&self.real, taken).map_err(|error| not_saved(&name(&file), &error))?;
        let here = self.here(id, folder, &ledger);
        let source = Article::read(&text, Form::Markdown).summary().meta.source;
        let address = source.unwrap_or(ledger.article.source);
        Ok(Some(Renewal { staged, here, address, id: id.to_owned(), file, held }))
    }

    /// It was fetched, and the media that it shows are in its [`Staged`] folder. With `set_aside`, which says why, the
    /// current text stays; so it does where its reader has changed it. What the front matter has is never changed.
    ///
    /// # Errors
    /// [`Code::NotSaved`]: the article is as it was.
    pub fn renewed(
        &self,
        renewal: Renewal,
        new: &New<'_>,
        set_aside: Option<&str>,
    ) -> Result<Renewed, Error> {
        let title = name(&renewal.file);
        let file = renewal.file.clone();
        let renewed = self.receive(renewal, new, set_aside).map_err(|error| not_saved(&title, &error))?;
        self.take_in_file(&file);
        Ok(renewed)
    }

    /// The media of a bundle that are here, of its current capture and of earlier ones.
    pub(crate) fn here(&self, id: &str, folder: &Path, ledger: &Ledger) -> Vec<Item> {
        let earlier = versions::kept(&self.real, id).into_iter().flat_map(|kept| kept.ledger.media);
        let is_here = |item: &Item| item.status == Status::Saved && is_beside(folder, item);
        ledger.media.iter().cloned().chain(earlier).filter(is_here).collect()
    }

    fn receive(&self, renewal: Renewal, new: &New<'_>, set_aside: Option<&str>) -> io::Result<Renewed> {
        let Renewal { mut staged, id, file, held, .. } = renewal;
        staged.items.sort_by_key(|item| new.markdown.find(&item.source));
        let before = read_text(&file)?;
        let (folder, known) = bundle(&file).ok_or(io::ErrorKind::NotFound)?;
        let body = relink(new.markdown.trim(), &|source| staged.file(source));
        // What is a version may be replaced, whoever put it here.
        let is_kept = versions::kept(&self.real, &id).iter().any(|kept| versions::same(&kept.text, &before));
        let is_mine = !known.has_text(&before) && (!is_kept || known.article.corrected.is_some());
        let as_fetched = known.article.text_sha256.as_deref() == Some(&digest_of(body.trim().as_bytes()));
        if is_mine && as_fetched || says(&before, &known, new) {
            let folder = folder.to_path_buf();
            if set_aside.is_some() {
                // What was not fetched for a version lacks for another reason in this text, if it does.
                staged.items.retain(|item| item.status == Status::Saved);
            }
            mending::bring(&Mending::of_bundle(staged, file, held))?;
            let mut ledger = Ledger::read(&folder).map_err(io::Error::other)?.unwrap_or_default();
            ledger.article.fetched = Some(now());
            ledger.write(&folder)?;
            return Ok(Renewed::Unchanged);
        }
        let set_aside = set_aside.or_else(|| is_mine.then_some(CHANGED)).map(str::to_owned);
        let image = new.image.map(|image| staged.file(image).unwrap_or_else(|| image.to_owned()));
        let text = with_body(&front::add(&before, &keys(new, image.as_deref())), &body);
        let capture = Capture {
            status: Status::Saved,
            why: new.note.map(str::to_owned),
            fetched: Some(now()),
            set_aside: set_aside.clone(),
            corrected: None,
            ..known.article
        };
        let article = capture.receives(new);
        let mut ledger = Ledger { article, media: staged.items.clone(), ..known };
        ledger.describe(&text);
        let page = new.page.map(packed).transpose()?;
        let Some(why) = set_aside else {
            self.keep_current(&id, &file, &before)?;
            staged.bring(folder)?;
            put(&file, &ledger, page.as_deref(), &before, &text)?;
            return Ok(Renewed::Replaced);
        };
        // A version without a text is none.
        if !body.trim().is_empty() {
            staged.bring(folder)?;
            let fetched = ledger.article.fetched.as_deref();
            versions::keep(&self.real, &id, &text, &ledger.bytes(), page.as_deref(), fetched)?;
        }
        Ok(Renewed::SetAside(why))
    }

    /// Shows the version of this `time`; what was shown is a version now, and named by the time that this gives.
    ///
    /// # Errors
    /// [`Code::VersionGone`], [`Code::ArticleGone`]; [`Code::NotSaved`]: the article is as it was.
    pub fn choose(&self, id: &str, time: &str) -> Result<String, Error> {
        let file = self.path(id)?;
        let kept = versions::find(&self.real, id, time)?;
        let not_ours = "These versions are those of an article that does not lie in a folder of its own any more. Put it back there, and try again.";
        let (folder, _) = bundle(&file).ok_or_else(|| Error::new(Code::NotSaved, not_ours))?;
        let Some(_held) = durable::hold_or_go_on(folder) else {
            let sentence =
                "This article is being fetched just now. Wait a moment, and choose the version again.";
            return Err(Error::new(Code::NotSaved, sentence));
        };
        let before = self.show(id, &file, kept).map_err(|error| not_saved(&name(&file), &error))?;
        self.take_in_file(&file);
        Ok(before)
    }

    fn show(&self, id: &str, file: &Path, kept: versions::Kept) -> io::Result<String> {
        let before = read_text(file)?;
        let before_is = self.keep_current(id, file, &before)?;
        let meta = Article::read(&kept.text, Form::Markdown).summary().meta;
        let keys = [
            ("author", meta.author),
            ("published", meta.published),
            ("site", meta.site),
            ("section", meta.section),
            ("language", meta.language),
            ("description", meta.description),
            ("image", meta.image),
        ];
        let keys: Vec<_> = keys.iter().map(|(key, value)| (*key, value.as_deref())).collect();
        let keys: Vec<_> = keys.into_iter().filter(|(_, value)| value.is_some()).collect();
        let body = card::body(&kept.text, Form::Markdown).trim();
        let text = with_body(&front::add(&before, &keys), body);
        let mut ledger = kept.ledger;
        ledger.article.set_aside = None;
        if ledger.article.corrected.is_none() {
            ledger.describe(&text);
        }
        let page = read_if_there(&kept.folder.join(ledger::PAGE))?;
        put(file, &ledger, page.as_deref(), &before, &text)?;
        Ok(before_is.to_string())
    }

    /// Keeps what is shown as a version.
    pub(crate) fn keep_current(&self, id: &str, file: &Path, text: &str) -> io::Result<Timestamp> {
        let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
        let bytes = read_if_there(&folder.join(ledger::NAME))?.unwrap_or_default();
        let page = read_if_there(&folder.join(ledger::PAGE))?;
        let ledger = Ledger::read(folder).ok().flatten().unwrap_or_default();
        versions::keep(&self.real, id, text, &bytes, page.as_deref(), ledger.since())
    }
}

/// Puts a capture in its place, the text last.
fn put(file: &Path, ledger: &Ledger, page: Option<&[u8]>, before: &str, text: &str) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    match page {
        Some(page) => durable::write(folder, ledger::PAGE, &[page])?,
        // The page of another text, which is kept with it.
        None => match fs::remove_file(folder.join(ledger::PAGE)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        },
    }
    ledger.write(folder)?;
    durable::replace(folder, &name(file), before, text)
}

/// A Markdown file with another text below its front matter.
fn with_body(text: &str, body: &str) -> String {
    let head = text.strip_suffix(card::body(text, Form::Markdown)).unwrap_or_default();
    format!("{}\n\n{}\n", head.trim_end_matches(['\r', '\n']), body.trim())
}

/// Whether a Markdown file says what came, whatever became of the media.
fn says(text: &str, ledger: &Ledger, new: &New<'_>) -> bool {
    let source = |file: &str| {
        let item = ledger.media.iter().find(|item| item.file.as_deref() == Some(file));
        Some(item.map_or_else(|| file.to_owned(), |item| item.source.clone()))
    };
    // Both are written anew, since one address can be written in more ways than one.
    let ours = relink(card::body(text, Form::Markdown).trim(), &source);
    ours == relink(new.markdown.trim(), &|source| Some(source.to_owned()))
}

/// The folder and the ledger of an article that Offprint saved.
pub(crate) fn bundle(file: &Path) -> Option<(&Path, Ledger)> {
    let folder = file.parent().filter(|folder| folder.file_name() == file.file_stem())?;
    Some((folder, Ledger::read(folder).ok().flatten()?))
}

/// Whether the file of a medium lies in the bundle, changed by the reader or not. A ledger may come from anywhere: what is
/// no plain name there is no file beside it.
fn is_beside(folder: &Path, item: &Item) -> bool {
    let plain = item.file.as_ref().filter(|file| Path::new(file).file_name() == Some(file.as_ref()));
    let found = plain.and_then(|file| fs::symlink_metadata(folder.join(file)).ok());
    found.is_some_and(|found| found.is_file())
}

/// The text of an article's file, which is no link.
pub(crate) fn read_text(file: &Path) -> io::Result<String> {
    String::from_utf8(read::small(file, read::LIMIT)?).map_err(|_| io::Error::other("it is no UTF-8"))
}

pub(crate) fn read_if_there(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match read::small(file, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}
