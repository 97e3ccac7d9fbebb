//! Many articles that come at once, as by an import. They are made together beside the shelf, synced once, and renamed one
//! after another to their places: each is there with all that belongs to it or not at all, and where this is cut short,
//! what came before stays.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use article::Status;
use uuid::Uuid;

use crate::error::{Code, Error};
use crate::ledger::{self, Capture, Ledger};
use crate::new::{self, New};
use crate::saving::{Waiting, is_taken, not_saved, now, packed};
use crate::staged::{self, Staged};
use crate::{Library, durable, front, reach, slug};

/// Where articles that come at once are made.
#[derive(Debug)]
pub struct Landing<'a> {
    library: &'a Library,
    device: String,
    /// Held as long as something is made there.
    made: Option<(PathBuf, Option<File>)>,
    bundles: Vec<Bundle>,
    /// The numbers behind names that come more than once.
    numbers: HashMap<String, usize>,
}

#[derive(Debug)]
struct Bundle {
    waiting: Waiting,
    slug: String,
    /// Its name in the folder where it is made, which is that of its text too.
    name: String,
}

/// An article that comes.
#[derive(Debug, Clone, Default)]
pub struct Lands<'a> {
    /// Its id, where it is known by one already.
    pub id: Option<&'a str>,
    /// Its address, or whatever tells where it came from.
    pub address: &'a str,
    /// When it was kept: a date, or a time by RFC 3339; now, where that is not known.
    pub created: Option<&'a str>,
    /// Whether its text is still to be fetched; then `new` has none.
    pub waits: bool,
    /// What is known of it.
    pub new: New<'a>,
}

impl Library {
    /// Begins to put many articles on the shelf.
    ///
    /// # Errors
    /// [`Code::NotSaved`], [`Code::LibraryUnreachable`].
    pub fn landing(&self) -> Result<Landing<'_>, Error> {
        let known = self.state();
        reach::check_same(&self.root, known.folder, Code::NotSaved)?;
        let device = known.state.device().to_owned();
        drop(known);
        Ok(Landing { library: self, device, made: None, bundles: Vec::new(), numbers: HashMap::new() })
    }
}

impl Landing<'_> {
    /// Makes an article, with the media that were `staged` for it. It is not on the shelf yet. Gives its id.
    ///
    /// # Errors
    /// [`Code::NotSaved`]: this one does not come; the others still can.
    pub fn add(&mut self, lands: &Lands<'_>, staged: Option<&Staged>) -> Result<String, Error> {
        self.make(lands, staged).map_err(|error| not_saved(lands.new.title, &error))
    }

    fn make(&mut self, lands: &Lands<'_>, staged: Option<&Staged>) -> io::Result<String> {
        let Lands { address, new, .. } = lands;
        let above = match &self.made {
            Some((folder, _)) => folder.clone(),
            None => self.made.insert(staged::folder(&self.library.real)?).0.clone(),
        };
        let id = lands.id.map_or_else(|| Uuid::now_v7().to_string(), str::to_owned);
        let shown = address.split_once("://").map_or(*address, |(_, rest)| rest).trim_end_matches('/');
        let title = if new.title.trim().is_empty() { shown } else { new.title };
        let slug = slug::slug(title, shown);
        let name = self.free(&slug);
        let folder = above.join(&name);
        fs::create_dir(&folder)?;
        let (time, created) = (now(), lands.created.map(str::to_owned));
        let created = created.unwrap_or_else(|| time.clone());
        let before =
            front::set("", &[("id", Some(&id)), ("title", Some(title)), ("created", Some(&created))]);
        let before = before.unwrap_or_default();
        let waiting = Waiting::new(&id, address, &PathBuf::new());
        let mut capture = Capture {
            source: (*address).to_owned(),
            status: Status::Waiting,
            device: Some(self.device.clone()),
            ..Capture::default()
        };
        let (text, ledger) = if lands.waits {
            let known = new::keys(&New { title, ..new.clone() }, new.image);
            (front::set(&before, &known).unwrap_or(before), Ledger { article: capture, ..Ledger::default() })
        } else {
            let none = Staged::none();
            let staged = staged.unwrap_or(&none);
            let text = new::text(&waiting, &before, new, staged);
            if !staged.items.is_empty() {
                staged.bring(&folder)?;
            }
            if let Some(page) = new.page {
                write(&folder.join(ledger::PAGE), &packed(page)?)?;
            }
            capture = Capture {
                status: Status::Saved,
                why: new.note.map(str::to_owned),
                fetched: Some(time),
                ..capture
            }
            .receives(new);
            let mut ledger = Ledger { article: capture, media: staged.items.clone(), ..Ledger::default() };
            ledger.describe(&text);
            (text, ledger)
        };
        write(&folder.join(ledger::NAME), &ledger.bytes())?;
        write(&folder.join(format!("{name}.md")), text.as_bytes())?;
        self.bundles.push(Bundle { waiting, slug, name });
        Ok(id)
    }

    /// A name that neither the shelf has nor another article that comes.
    fn free(&mut self, slug: &str) -> String {
        let key = crate::name::fold(slug);
        let number = self.numbers.entry(key).or_insert(0);
        loop {
            *number += 1;
            let name = if *number == 1 { slug.to_owned() } else { format!("{slug} {number}") };
            let made = self.made.as_ref().map(|(folder, _)| folder.join(&name));
            let is_free = |path: &std::path::Path| fs::symlink_metadata(path).is_err();
            if is_free(&self.library.real.join(&name)) && made.is_none_or(|made| is_free(&made)) {
                return name;
            }
        }
    }

    /// Puts all that was made on the shelf. When this returns, it is on the disk, listed, and can be searched. Gives those
    /// that wait for their text, or would if they had none, in the order in which they were made.
    ///
    /// # Errors
    /// [`Code::NotSaved`]: some of them may be there, each whole.
    pub fn land(&mut self) -> Result<Vec<Waiting>, Error> {
        let bundles = std::mem::take(&mut self.bundles);
        let Some((folder, held)) = self.made.take() else { return Ok(Vec::new()) };
        let landed = self.place(&folder, bundles);
        // What could not be placed is hidden from the shelf, and swept later.
        let _ = fs::remove_dir_all(&folder);
        drop(held);
        let (landed, result) = landed;
        let files: Vec<PathBuf> = landed.iter().map(Waiting::file).collect();
        self.library.take_in_all(&files);
        result.map_err(|error| not_saved(&self.library.root.display().to_string(), &error))?;
        Ok(landed)
    }

    fn place(&mut self, folder: &Path, bundles: Vec<Bundle>) -> (Vec<Waiting>, io::Result<()>) {
        let mut landed = Vec::with_capacity(bundles.len());
        let names = bundles.iter().map(|bundle| folder.join(&bundle.name));
        if let Err(error) = durable::sync_all(folder, names) {
            return (landed, Err(error));
        }
        for Bundle { waiting, slug, mut name } in bundles {
            let made = folder.join(&name);
            loop {
                match fs::rename(&made, self.library.real.join(&name)) {
                    Ok(()) => break,
                    // Somebody else was faster: the text is named for its folder.
                    Err(error) if is_taken(&error) => {
                        let next = self.free(&slug);
                        let renamed =
                            fs::rename(made.join(format!("{name}.md")), made.join(format!("{next}.md")));
                        if let Err(error) = renamed.and_then(|()| durable::sync_folder(&made)) {
                            return (landed, Err(error));
                        }
                        name = next;
                    }
                    Err(error) => return (landed, Err(error)),
                }
            }
            landed.push(Waiting::new(&waiting.id, &waiting.address, Path::new(&name)));
        }
        let synced = durable::sync_folder(&self.library.real);
        (landed, synced)
    }
}

/// Writes a new file, which is synced with all others.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}
