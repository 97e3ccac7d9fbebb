//! A folder of files that came together. No link is followed, and nothing outside it is read.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use exchange::arriving::{ByName, Container, Lack};
use exchange::leaving::whole::{Files, Opened};

/// How deep folders are looked into, and how many files there may be.
const DEEPEST: usize = 64;
const MOST: usize = 400_000;

/// A folder that is read.
pub(crate) struct Folder {
    root: PathBuf,
    names: Vec<String>,
    by_name: ByName,
}

impl Folder {
    pub(crate) fn open(root: &Path) -> io::Result<Folder> {
        let root = fs::canonicalize(root)?;
        let mut folder = Folder { root: root.clone(), names: Vec::new(), by_name: ByName::default() };
        folder.walk(&root, "", 0)?;
        folder.names.sort();
        Ok(folder)
    }

    fn walk(&mut self, at: &Path, above: &str, depth: usize) -> io::Result<()> {
        for file in fs::read_dir(at)? {
            let file = file?;
            // A name that is no text can't be told of.
            let Ok(name) = file.file_name().into_string() else { continue };
            if name.starts_with('.') || self.names.len() >= MOST {
                continue;
            }
            let kind = file.file_type()?;
            if kind.is_dir() && depth < DEEPEST {
                // What can't be opened within is left out.
                let _ = self.walk(&file.path(), &format!("{above}{name}/"), depth + 1);
            } else if kind.is_file() {
                self.names.push(format!("{above}{name}"));
            }
        }
        Ok(())
    }
}

impl Folder {
    /// A file within; no link leads out.
    fn file(&self, name: &str) -> Option<PathBuf> {
        let path = fs::canonicalize(self.root.join(name)).ok()?;
        let is_within =
            path.starts_with(&self.root) && fs::metadata(&path).is_ok_and(|metadata| metadata.is_file());
        is_within.then_some(path)
    }
}

impl Files for Folder {
    fn names(&mut self) -> Vec<String> {
        self.names.clone()
    }

    fn open<'a>(&'a mut self, name: &str) -> Opened<'a> {
        let Some(path) = self.file(name) else { return Ok(None) };
        let file = File::open(path).map_err(|_| "can't be read")?;
        let length = file.metadata().map_or(0, |metadata| metadata.len());
        Ok(Some((Box::new(file), length)))
    }
}

impl Container for Folder {
    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn only(&mut self, name: &str) -> Option<String> {
        self.by_name.only(&self.names, name)
    }

    fn read(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Lack> {
        let path = self.file(name).ok_or(Lack::Missing)?;
        let mut bytes = Vec::new();
        let read =
            File::open(&path).and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes));
        match read {
            Ok(_) if bytes.len() as u64 > most => Err(Lack::TooLarge),
            Ok(_) => Ok(bytes),
            Err(_) => Err(Lack::Damaged),
        }
    }
}
