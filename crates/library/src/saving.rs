//! Saving what comes from elsewhere.
//!
//! 1. `queue` puts a bundle on the shelf for each address: front matter, no text, and a ledger that says it waits.
//! 2. Whoever fetches it holds it by `claim`, and writes its media into a [`Staged`] folder.
//! 3. `deliver` brings them into the bundle: the media, the page, the ledger, and last, in one step, the text. So an
//!    article is wholly there or still waits. Then the bundle is named for its title.
//! 4. What can't be had is told by `put_off`.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use article::Status;
use jiff::Timestamp;
use uuid::Uuid;

use crate::error::{Code, Error, advice, reason};
use crate::ledger::{self, Capture, Ledger};
use crate::new::{self, New};
use crate::staged::{self, Staged};
use crate::{Library, durable, front, name, reach, read, slug, untrash};

/// Something that is to be saved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Its address, or whatever tells where it came from.
    pub address: String,
    /// A title to stand until its own is known.
    pub title: Option<String>,
}

/// An article of the shelf that has no text yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// What it is to be fetched from.
    pub address: String,
    /// Its bundle, relative to the library.
    folder: PathBuf,
}

/// A waiting article in somebody's hands.
#[derive(Debug)]
pub struct Claim {
    waiting: Waiting,
    /// Where its media are written.
    pub staged: Staged,
    /// `None` where the system has no lock for folders.
    _held: Option<File>,
}

impl Library {
    /// Puts an article without a text on the shelf for each that is wanted, in their order. When this returns, they are
    /// on the disk.
    ///
    /// # Errors
    /// [`Code::NotSaved`], [`Code::LibraryUnreachable`]; what was put there before stays.
    pub fn queue(&self, wanted: &[Wanted]) -> Result<Vec<Waiting>, Error> {
        let device = {
            let known = self.state();
            reach::check_same(&self.root, known.folder, Code::NotSaved)?;
            known.state.device().to_owned()
        };
        let mut queued = Vec::with_capacity(wanted.len());
        for wanted in wanted {
            queued.push(self.queue_one(wanted, &device).map_err(|error| not_saved(&wanted.address, &error))?);
        }
        durable::sync_folder(&self.real)
            .map_err(|error| not_saved(&self.root.display().to_string(), &error))?;
        queued.iter().for_each(|waiting| self.take_in(&waiting.file()));
        Ok(queued)
    }

    fn queue_one(&self, wanted: &Wanted, device: &str) -> io::Result<Waiting> {
        let Wanted { address, title } = wanted;
        let id = Uuid::now_v7().to_string();
        let shown =
            address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).trim_end_matches('/');
        let title = title.as_deref().filter(|title| !title.trim().is_empty()).unwrap_or(shown);
        // What was given as a file has its name for an address.
        let source = Some(address.as_str()).filter(|address| address.contains("://"));
        let text = front::set(
            "",
            &[("id", Some(&id)), ("title", Some(title)), ("source", source), ("created", Some(&now()))],
        );
        let text = text.unwrap_or_default();
        let capture = Capture {
            source: address.clone(),
            status: Status::Waiting,
            device: Some(device.to_owned()),
            ..Capture::default()
        };
        let ledger = Ledger { article: capture, ..Ledger::default() };
        let (temporary, _held) = staged::folder(&self.real)?;
        let placed =
            durable::write_synced(&temporary.join(ledger::NAME), &[&ledger.bytes()]).and_then(|()| {
                let name = self.place_as(&temporary, &slug::slug(title, shown), text.as_bytes())?;
                Ok(Waiting { id, address: address.clone(), folder: PathBuf::from(name) })
            });
        if placed.is_err() {
            // The first error is the one to tell; what is left is hidden from the shelf, and swept later.
            let _ = durable::remove(&temporary);
        }
        placed
    }

    /// Makes a bundle of the folder `temporary`: writes the text, and renames it to the first free name.
    pub(crate) fn place_as(&self, temporary: &Path, slug: &str, text: &[u8]) -> io::Result<String> {
        for number in 1.. {
            let name = if number == 1 { slug.to_owned() } else { format!("{slug} {number}") };
            if fs::symlink_metadata(self.real.join(&name)).is_ok() {
                continue;
            }
            let file = temporary.join(format!("{name}.md"));
            durable::write_synced(&file, &[text])?;
            durable::sync_folder(temporary)?;
            match fs::rename(temporary, self.real.join(&name)) {
                Err(error) if is_taken(&error) => fs::remove_file(file)?,
                done => return done.map(|()| name),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The articles that wait for this device to fetch them, oldest first, as the last scan left them.
    ///
    /// # Errors
    /// [`Code::LibraryUnreachable`].
    pub fn waiting(&self) -> Result<Vec<Waiting>, Error> {
        let waiting = self.catalogue()?.without_text();
        let device = self.state().state.device().to_owned();
        let waits = waiting.iter().rev().filter_map(|shelved| {
            let capture = shelved.capture.as_ref().filter(|capture| capture.status == Status::Waiting)?;
            (capture.device.as_deref() == Some(device.as_str())).then(|| shelved.waiting(capture)).flatten()
        });
        Ok(waits.collect())
    }

    /// The article `id`, to be fetched by this device from now on; `None` where it has a text, or is no bundle.
    ///
    /// # Errors
    /// [`Code::ArticleGone`]; [`Code::NotSaved`] where the disk refuses.
    pub fn wait_again(&self, id: &str) -> Result<Option<Waiting>, Error> {
        let shelved = self.catalogue()?.get(id).ok_or_else(crate::reading::gone)?;
        let Some((waiting, known)) =
            shelved.capture.as_ref().and_then(|known| Some((shelved.waiting(known)?, known)))
        else {
            return Ok(None);
        };
        let device = Some(self.state().state.device().to_owned());
        if known.status != Status::Waiting || known.why.is_some() || known.device != device {
            self.change_capture(&waiting, |capture| {
                *capture = Capture { status: Status::Waiting, why: None, device, ..std::mem::take(capture) };
            })?;
        }
        Ok(Some(waiting))
    }

    /// Takes a waiting article into one's hands; `None` where another process has it, or it waits no more.
    ///
    /// # Errors
    /// [`Code::NotSaved`] where nothing can be written.
    pub fn claim(&self, waiting: Waiting) -> Result<Option<Claim>, Error> {
        let folder = self.real.join(&waiting.folder);
        let Some(held) = durable::hold_or_go_on(&folder).filter(|_| self.is_waiting(&waiting)) else {
            return Ok(None);
        };
        // What an earlier try brought here and its ledger lists keeps no name from being taken again.
        let known = Ledger::read(&folder).ok().flatten().unwrap_or_default();
        let ours = |name: &String| known.media.iter().any(|item| item.file.as_ref() == Some(name));
        let listed = fs::read_dir(&folder).into_iter().flatten().flatten();
        let taken =
            listed.map(|file| file.file_name().to_string_lossy().into_owned()).filter(|name| !ours(name));
        let staged = Staged::new(&self.real, taken).map_err(|error| not_saved(&waiting.address, &error))?;
        Ok(Some(Claim { waiting, staged, _held: held }))
    }

    fn is_waiting(&self, waiting: &Waiting) -> bool {
        let text = read::small(&self.real.join(waiting.file()), read::LIMIT);
        let text = text.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        text.is_ok_and(|text| crate::card::is_empty(&text) && text.contains(&waiting.id))
    }

    /// The text is there, and its media are in the claim's [`Staged`] folder: now it is on the shelf. When this
    /// returns, all of it is on the disk.
    ///
    /// # Errors
    /// [`Code::NotSaved`]: it still waits. [`Code::ArticleGone`]: it was taken from the shelf meanwhile.
    pub fn deliver(&self, claim: Claim, new: &New<'_>) -> Result<(), Error> {
        let Claim { waiting, staged, _held } = claim;
        if !self.is_waiting(&waiting) {
            return Err(crate::reading::gone());
        }
        self.bring(&waiting, &staged, new).map_err(|error| not_saved(new.title, &error))?;
        // Under its old name it is as well kept: what can't be renamed stays so.
        let renamed = self.rename(&waiting.folder, &slug::slug(new.title, &waiting.address));
        self.take_in(&renamed.unwrap_or_else(|_| waiting.file()));
        Ok(())
    }

    fn bring(&self, waiting: &Waiting, staged: &Staged, new: &New<'_>) -> io::Result<()> {
        let folder = self.real.join(&waiting.folder);
        let file = self.real.join(waiting.file());
        let before = fs::read_to_string(&file)?;
        let text = new::text(waiting, &before, new, staged);
        staged.bring(&folder)?;
        if let Some(page) = new.page {
            durable::write(&folder, ledger::PAGE, &[&packed(page)?])?;
        }
        let known = Ledger::read(&folder).ok().flatten().unwrap_or_default();
        let capture = Capture {
            source: waiting.address.clone(),
            status: Status::Saved,
            why: new.note.map(str::to_owned),
            fetched: Some(now()),
            ..known.article
        };
        let article = capture.receives(new);
        let mut ledger = Ledger { article, media: staged.items.clone(), ..known };
        ledger.describe(&text);
        ledger.write(&folder)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        durable::replace(&folder, &name, &before, &text)
    }

    /// Puts a file on the shelf as it is, beside the bundles: text that is no Markdown. Gives its path in the library.
    ///
    /// # Errors
    /// [`Code::NotSaved`], [`Code::LibraryUnreachable`].
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotSaved)?;
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
        let slug = slug::slug(stem, "Text");
        let temporary = self.real.join(durable::temporary_name());
        let placed = durable::write_synced(&temporary, &[bytes]).and_then(|()| {
            for number in 1.. {
                let name = if number == 1 {
                    format!("{slug}.{ending}")
                } else {
                    format!("{slug} {number}.{ending}")
                };
                // Somebody else may take the name at this very moment.
                match untrash::move_over_nothing(&temporary, &self.real.join(&name), false) {
                    Err(error) if is_taken(&error) => {}
                    done => return done.map(|_| name),
                }
            }
            Err(io::ErrorKind::AlreadyExists.into())
        });
        if placed.is_err() {
            // The first error is the one to tell; what is left of the temporary file is dead weight only.
            let _ = fs::remove_file(&temporary);
        }
        let placed = placed.and_then(|name| durable::sync_folder(&self.real).map(|()| name));
        let path = PathBuf::from(placed.map_err(|error| not_saved(name, &error))?);
        self.take_in(&path);
        Ok(path)
    }

    /// Renames a bundle in its place, with a number where that name is taken. Gives the article's file.
    fn rename(&self, folder: &Path, slug: &str) -> io::Result<PathBuf> {
        let old = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let above = self.real.join(folder.parent().unwrap_or(Path::new("")));
        let inner = self.real.join(folder);
        for number in 1.. {
            let name = if number == 1 { slug.to_owned() } else { format!("{slug} {number}") };
            let file = folder.with_file_name(&name).join(format!("{name}.md"));
            if name == old {
                return Ok(file);
            }
            let is_other_case = name::fold(&name) == name::fold(&old);
            let [from, to] = [&old, &name].map(|name| inner.join(format!("{name}.md")));
            let taken = |path: &Path| fs::symlink_metadata(path).is_ok();
            if !is_other_case && (taken(&above.join(&name)) || taken(&to)) {
                continue;
            }
            // Between the two steps it is an article outside a bundle, with the same id.
            fs::rename(&from, &to)?;
            if let Err(error) = fs::rename(&inner, above.join(&name)) {
                // The first error is the one to tell.
                let _ = fs::rename(&to, &from);
                return Err(error);
            }
            durable::sync_folder(&above.join(&name))?;
            durable::sync_folder(&above)?;
            return Ok(file);
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The article can't be had: now (`Waiting`), or at all. `why` says so in sentences.
    ///
    /// # Errors
    /// [`Code::NotSaved`] where that can't be written.
    pub fn put_off(&self, waiting: &Waiting, status: Status, why: &str) -> Result<(), Error> {
        // Somebody else may have brought it.
        if !self.is_waiting(waiting) {
            return Ok(());
        }
        self.change_capture(waiting, |capture| {
            capture.status = status;
            capture.why = Some(why.to_owned());
        })
    }

    fn change_capture(&self, waiting: &Waiting, change: impl FnOnce(&mut Capture)) -> Result<(), Error> {
        let folder = self.real.join(&waiting.folder);
        let unread = |why: String| {
            not_saved(&waiting.address, &io::Error::other(format!("of its {}, {why}", ledger::NAME)))
        };
        let mut ledger = Ledger::read(&folder).map_err(unread)?.unwrap_or_default();
        ledger.article.source = waiting.address.clone();
        change(&mut ledger.article);
        ledger.write(&folder).map_err(|error| not_saved(&waiting.address, &error))
    }

    /// Removes what killed processes left of articles that they were fetching: no article is in it. What they left half
    /// renamed is a bundle again.
    pub fn sweep(&self) {
        Staged::sweep(&self.real);
        self.heal();
    }
}

impl Waiting {
    pub(crate) fn new(id: &str, address: &str, folder: &Path) -> Waiting {
        Waiting { id: id.to_owned(), address: address.to_owned(), folder: folder.to_path_buf() }
    }

    pub(crate) fn file(&self) -> PathBuf {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        self.folder.join(format!("{name}.md"))
    }
}

pub(crate) fn packed(page: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(page)?;
    packer.finish()
}

/// The time of now in whole seconds, RFC 3339.
pub(crate) fn now() -> String {
    Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default().to_string()
}

/// Whether a folder was renamed over one that is not empty, or made where one is.
pub(crate) fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty)
}

pub(crate) fn not_saved(what: &str, error: &io::Error) -> Error {
    let (why, advice) = (reason(error), advice(error));
    Error::new(
        Code::NotSaved,
        format!("“{what}” could not be saved: {why}. To save it, {advice}, and try again."),
    )
}
