//! Fetching anew what an article lacks: its text stays but for the sources of what came.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;

use article::{Status, relink};

use crate::error::Error;
use crate::ledger::{Item, Ledger};
use crate::saving::not_saved;
use crate::staged::{Staged, digest_of};
use crate::{Library, durable, front};

/// An article whose missing media are being fetched.
#[derive(Debug)]
pub struct Mending {
    /// Where they are written.
    pub staged: Staged,
    /// What is missing.
    pub lacking: Vec<Item>,
    /// The article's file, whole.
    pub(crate) file: PathBuf,
    pub(crate) _held: Option<File>,
}

impl Library {
    /// The ledger of an article; `None` where it has none, or one that can't be used.
    pub fn ledger(&self, id: &str) -> Option<Ledger> {
        let file = self.path(id).ok()?;
        Ledger::read(file.parent()?).ok().flatten()
    }

    /// Takes an article into one's hands whose media are to be fetched; `None` where nothing is missing, or another
    /// process is at it.
    ///
    /// # Errors
    /// [`crate::Code::ArticleGone`]; [`crate::Code::NotSaved`] where nothing can be written.
    pub fn mend(&self, id: &str) -> Result<Option<Mending>, Error> {
        let file = self.path(id)?;
        let Some(folder) = file.parent() else { return Ok(None) };
        let lacking = Ledger::read(folder).ok().flatten().unwrap_or_default().media;
        let lacking: Vec<Item> = lacking.into_iter().filter(|item| item.status != Status::Saved).collect();
        let held = durable::hold(folder);
        if lacking.is_empty() || cfg!(unix) && held.is_none() {
            return Ok(None);
        }
        let listed = fs::read_dir(folder).into_iter().flatten().flatten();
        let taken = listed.map(|file| file.file_name().to_string_lossy().into_owned());
        let staged = Staged::new(&self.real, taken).map_err(|error| not_saved(&name(&file), &error))?;
        Ok(Some(Mending { staged, lacking, file, _held: held }))
    }

    /// What came is beside the article now, and shown in its text; of the rest, the ledger says why.
    ///
    /// # Errors
    /// [`crate::Code::NotSaved`]: what was there before stays.
    pub fn mended(&self, mending: &Mending) -> Result<(), Error> {
        bring(mending).map_err(|error| not_saved(&name(&mending.file), &error))
    }
}

pub(crate) fn bring(Mending { staged, file, .. }: &Mending) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    let mut ledger = Ledger::read(folder).map_err(io::Error::other)?.ok_or(io::ErrorKind::NotFound)?;
    staged.bring(folder)?;
    let before = fs::read_to_string(file)?;
    let image = article::Article::read(&before, article::Form::Markdown).summary().meta.image;
    let image = image.and_then(|image| staged.file(&image));
    let fronted = image.and_then(|image| front::set(&before, &[("image", Some(&image))]));
    let text = relink(fronted.as_ref().unwrap_or(&before), &|source| staged.file(source));
    // The text first: a picture that it shows and the ledger lacks is fetched once more, the other way never.
    if text != before {
        durable::write(folder, &name(file), &[text.as_bytes()])?;
    }
    if ledger.article.sha256.as_deref() == Some(&digest_of(before.as_bytes())) {
        ledger.describe(&text);
    } else if ledger.has_text(&before) {
        // Its front matter was set right by the reader.
        let sha256 = ledger.article.sha256.take();
        ledger.describe(&text);
        ledger.article.sha256 = sha256;
    }
    for item in &staged.items {
        if let Some(known) = ledger.media.iter_mut().find(|known| known.source == item.source) {
            *known = Item { other: std::mem::take(&mut known.other), ..item.clone() };
        }
    }
    ledger.write(folder)
}

fn name(file: &std::path::Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
