//! An article that is put on the shelf whole: what was given, and never waited there. It is made beside its place and
//! renamed, so that it is there with all that belongs to it, or not at all.

use std::io;
use std::path::{Path, PathBuf};

use article::Status;
use uuid::Uuid;

use crate::error::{Code, Error};
use crate::ledger::{self, Capture, Ledger};
use crate::new::{self, New};
use crate::saving::{Waiting, not_saved, now, packed};
use crate::staged::{self, Staged};
use crate::{Library, durable, front, reach, slug};

impl Library {
    /// Where the media of an article are written that is to be shelved.
    ///
    /// # Errors
    /// [`Code::NotSaved`], [`Code::LibraryUnreachable`].
    pub fn stage(&self, what: &str) -> Result<Staged, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotSaved)?;
        Staged::new(&self.real, []).map_err(|error| not_saved(what, &error))
    }

    /// Puts an article on the shelf with its media, and gives its id. `came` is its address, or whatever tells where it
    /// came from. When this returns, all of it is on the disk; where it fails, nothing is.
    ///
    /// # Errors
    /// [`Code::NotSaved`].
    pub fn shelve(&self, staged: &Staged, came: &str, new: &New<'_>) -> Result<String, Error> {
        let id = Uuid::now_v7().to_string();
        let device = self.state().state.device().to_owned();
        self.make(staged, &id, device, came, new).map_err(|error| not_saved(new.title, &error))?;
        Ok(id)
    }

    fn make(&self, staged: &Staged, id: &str, device: String, came: &str, new: &New<'_>) -> io::Result<()> {
        let (folder, _held) = staged::folder(&self.real)?;
        let made = fill(&folder, staged, id, device, came, new)
            .and_then(|text| self.place_as(&folder, &slug::slug(new.title, came), text.as_bytes()));
        if made.is_err() {
            // The first error is the one to tell; what is left is hidden from the shelf, and swept later.
            let _ = durable::remove(&folder);
        }
        made?;
        durable::sync_folder(&self.real)
    }
}

/// Writes all but the text into the folder of a bundle, and gives the text.
fn fill(
    folder: &Path,
    staged: &Staged,
    id: &str,
    device: String,
    came: &str,
    new: &New<'_>,
) -> io::Result<String> {
    let time = now();
    let known = [("id", Some(id)), ("title", Some(new.title)), ("created", Some(time.as_str()))];
    let before = front::set("", &known).unwrap_or_default();
    let text = new::text(&Waiting::new(id, came, &PathBuf::new()), &before, new, staged);
    staged.bring(folder)?;
    if let Some(page) = new.page {
        durable::write(folder, ledger::PAGE, &[&packed(page)?])?;
    }
    let article = Capture {
        source: came.to_owned(),
        status: Status::Saved,
        why: new.note.map(str::to_owned),
        fetched: Some(time),
        device: Some(device),
        ..Capture::default()
    };
    let article = article.receives(new);
    let mut ledger = Ledger { article, media: staged.items.clone(), ..Ledger::default() };
    ledger.describe(&text);
    ledger.write(folder)?;
    Ok(text)
}
