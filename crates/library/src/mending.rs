//! Fetching anew what an article lacks: its text stays but for the sources of what came.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use article::{Status, relink};

use crate::error::Error;
use crate::ledger::{Capture, Item, Ledger};
use crate::saving::{not_saved, now};
use crate::staged::{Staged, digest_of};
use crate::{Library, durable, front, home};

/// An article whose missing media are being fetched.
#[derive(Debug)]
pub struct Mending {
    /// Where they are written.
    pub staged: Staged,
    /// What is missing.
    pub lacking: Vec<Item>,
    /// The article's file, whole.
    file: PathBuf,
    /// Where they go, and the ledger is.
    home: PathBuf,
    /// That is no folder of the article's: its text stays as it is.
    apart: bool,
    source: String,
    _held: Option<File>,
}

impl Mending {
    /// What came to `staged` for the bundle of the article in `file`.
    pub(crate) fn of_bundle(staged: Staged, file: PathBuf, held: Option<File>) -> Mending {
        let home = file.parent().unwrap_or(Path::new("")).to_owned();
        Mending { staged, lacking: Vec::new(), file, home, apart: false, source: String::new(), _held: held }
    }
}

impl Library {
    /// The ledger of an article; `None` where it has none, or one that can't be used.
    pub fn ledger(&self, id: &str) -> Option<Ledger> {
        Ledger::read(&self.home(id).ok()?).ok().flatten()
    }

    /// Whether the media that were saved for an article lie apart from its text, which is the reader's own.
    pub fn is_apart(&self, id: &str) -> bool {
        self.home(id).is_ok_and(|home| home::is_apart(&self.real, &home))
    }

    /// Takes an article into one's hands whose media are to be fetched; `None` where nothing is missing, or another
    /// process is at it.
    ///
    /// # Errors
    /// [`crate::Code::ArticleGone`]; [`crate::Code::NotSaved`] where nothing can be written.
    pub fn mend(&self, id: &str) -> Result<Option<Mending>, Error> {
        let file = self.path(id)?;
        let home = self.home(id)?;
        let apart = home::is_apart(&self.real, &home);
        let Ok(ledger) = Ledger::read(&home) else { return Ok(None) };
        let document = self.document(id, &|key, _| key.to_owned())?;
        let lacking: Vec<Item> = if apart {
            let of_the_web =
                |medium: &&article::Medium| medium.status == Status::Missing && is_web(&medium.source);
            let item = |medium: &article::Medium| Item {
                source: medium.source.clone(),
                status: Status::Waiting,
                ..Item::default()
            };
            document.media.iter().filter(of_the_web).map(item).collect()
        } else {
            let media = ledger.unwrap_or_default().media;
            media.into_iter().filter(|item| is_lacking(&home, item)).collect()
        };
        if lacking.is_empty() {
            return Ok(None);
        }
        if apart {
            let parts = [home::APART[0], home::APART[1], id];
            durable::make_folders(&self.real, &parts).map_err(|error| not_saved(&name(&file), &error))?;
        }
        let Some(held) = durable::hold_or_go_on(&home) else { return Ok(None) };
        let listed = fs::read_dir(&home).into_iter().flatten().flatten();
        let taken = listed.map(|file| file.file_name().to_string_lossy().into_owned());
        let staged = Staged::new(&self.real, taken).map_err(|error| not_saved(&name(&file), &error))?;
        let source = document.meta.source.unwrap_or_default();
        Ok(Some(Mending { staged, lacking, file, home, apart, source, _held: held }))
    }

    /// What came is beside the article now, and shown in its text; of the rest, the ledger says why.
    ///
    /// # Errors
    /// [`crate::Code::NotSaved`]: what was there before stays.
    pub fn mended(&self, mending: &Mending) -> Result<(), Error> {
        bring(mending).map_err(|error| not_saved(&name(&mending.file), &error))?;
        self.take_in_file(&mending.file);
        Ok(())
    }
}

pub(crate) fn bring(Mending { staged, file, home, apart, source, .. }: &Mending) -> io::Result<()> {
    let known = Ledger::read(home).map_err(io::Error::other)?;
    let mut ledger = if *apart { known.unwrap_or_default() } else { known.ok_or(io::ErrorKind::NotFound)? };
    staged.bring(home)?;
    if *apart {
        let source = source.clone();
        ledger.article = Capture {
            source,
            status: Status::Saved,
            fetched: Some(now()),
            ..std::mem::take(&mut ledger.article)
        };
    } else {
        show(file, home, staged, &mut ledger)?;
    }
    for item in &staged.items {
        match ledger.media.iter_mut().find(|known| known.source == item.source) {
            // Where its file was is what it is found by when that comes back.
            Some(known) if item.status != Status::Saved && known.file.is_some() => {
                known.why.clone_from(&item.why)
            }
            Some(known) => *known = Item { other: std::mem::take(&mut known.other), ..item.clone() },
            None => ledger.media.push(item.clone()),
        }
    }
    ledger.write(home)
}

/// What came is shown by the text.
fn show(file: &Path, folder: &Path, staged: &Staged, ledger: &mut Ledger) -> io::Result<()> {
    let before = fs::read_to_string(file)?;
    let image = article::Article::read(&before, article::Form::Markdown).summary().meta.image;
    let lost = |name: &str| ledger.media.iter().find(|item| item.file.as_deref() == Some(name));
    // A file that was gone may have come back under another name.
    let file_for = |source: &str| staged.file(source).or_else(|| staged.file(&lost(source)?.source));
    let image = image.and_then(|image| file_for(&image));
    let fronted = image.and_then(|image| front::set(&before, &[("image", Some(&image))]));
    let text = relink(fronted.as_ref().unwrap_or(&before), &file_for);
    // The text first: a picture that it shows and the ledger lacks is fetched once more, the other way never.
    if text != before {
        durable::replace(folder, &name(file), &before, &text)?;
    }
    if ledger.article.sha256.as_deref() == Some(&digest_of(before.as_bytes())) {
        ledger.describe(&text);
    } else if ledger.has_text(&before) {
        // Its front matter was set right by the reader.
        let sha256 = ledger.article.sha256.take();
        ledger.describe(&text);
        ledger.article.sha256 = sha256;
    }
    Ok(())
}

/// Whether a source is an address of the web.
#[must_use]
pub fn is_web(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}

/// Whether a medium is to be fetched: it never came, or its file is gone.
fn is_lacking(folder: &Path, item: &Item) -> bool {
    let is_gone = |file: &String| {
        fs::symlink_metadata(folder.join(file)).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    item.status != Status::Saved || item.file.as_ref().is_some_and(is_gone)
}

/// The name of a file, as text.
pub(crate) fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
