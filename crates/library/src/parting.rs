//! What lies in a folder of the trash; and parting articles that came to lie in one.
//!
//! Before folders had the device in their names, two devices that removed something in the same second gave theirs one
//! name, and a syncing program puts both articles into it. Each is its own: none may be deleted, or stay, for the other.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::Timestamp;

use crate::trash::{FOLDER, File, LARGEST, NAME, VERSION};
use crate::{Library, durable, name, read, versions};

/// Letters of a device's id that stand in the names of its folders: the last, which are by chance.
const LETTERS: usize = 12;

impl Library {
    /// Makes a folder of the trash, and gives its name; of those of one second, `number` is the last.
    pub(crate) fn new_trash_folder(&self, above: &Path, number: &mut u32) -> io::Result<String> {
        let moment = versions::name(Timestamp::now());
        let device = self.state().state.device().replace('-', "");
        let device = device.get(device.len().saturating_sub(LETTERS)..).unwrap_or_default().to_owned();
        loop {
            *number += 1;
            let key = format!("{moment}-{device}-{number}");
            match fs::create_dir(above.join(&key)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|()| key),
            }
        }
    }

    /// Gives each article of the trash a folder of its own. What can't be moved stays, and is not deleted.
    pub(crate) fn part_trash(&self) {
        let above = FOLDER.iter().fold(self.real.clone(), |path, part| path.join(part));
        if fs::canonicalize(&above).ok().as_ref() != Some(&above) {
            return;
        }
        let mut number = 0;
        for folder in fs::read_dir(&above).into_iter().flatten().flatten() {
            let is_folder = folder.file_type().is_ok_and(|kind| kind.is_dir());
            if !is_folder || name::is_hidden(&folder.file_name()) {
                continue;
            }
            let folder = folder.path();
            let first = item(&folder);
            for other in articles(&folder).into_iter().filter(|other| first.as_ref() != Some(other)) {
                // It is here still, and the next time it is tried again.
                let _ = self.move_apart(&above, &folder, &other, &mut number);
            }
        }
    }

    fn move_apart(&self, above: &Path, folder: &Path, item: &Path, number: &mut u32) -> io::Result<()> {
        let name = item.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let to = above.join(self.new_trash_folder(above, number)?);
        let facts = facts(folder).into_iter().find(|facts| is_of(facts, name));
        let moved = facts
            .map_or(Ok(()), |facts| {
                durable::write(&to, NAME, &[&serde_json::to_vec_pretty(&facts)?, b"\n"]).map(|_| ())
            })
            .and_then(|()| durable::sync_folder(above))
            .and_then(|()| fs::rename(item, to.join(name)));
        if moved.is_err() && articles(&to).is_empty() {
            // What is left of it is swept later.
            let _ = fs::remove_file(to.join(NAME)).and_then(|()| fs::remove_dir(&to));
        }
        moved.and_then(|()| durable::sync_folder(&to)).and_then(|()| durable::sync_folder(folder))
    }
}

/// The article in a folder of the trash; `None` where there is none. Of several, the one that is told of there.
pub(crate) fn item(folder: &Path) -> Option<PathBuf> {
    let all = articles(folder);
    let told = facts_in(&folder.join(NAME));
    let named = told.and_then(|facts| {
        all.iter().find(|item| item.file_name().is_some_and(|name| is_of(&facts, name))).cloned()
    });
    named.or_else(|| all.into_iter().next())
}

/// The articles in a folder of the trash. A conflict copy is one only where there is nothing else.
pub(crate) fn articles(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<OsString> =
        listed.map(|file| file.file_name()).filter(|name| is_article(name)).collect();
    names.sort();
    if names.iter().any(|name| !name::is_conflict_copy(name)) {
        names.retain(|name| !name::is_conflict_copy(name));
    } else {
        names.truncate(1);
    }
    names.into_iter().map(|name| folder.join(name)).collect()
}

/// Whether this may be an article, by its name: not what is known of one, and nothing that is being written.
pub(crate) fn is_article(name: &OsStr) -> bool {
    !is_facts(name) && !durable::is_temporary(name)
}

/// Whether this is what is known of an article, or a conflict copy of that.
fn is_facts(file: &OsStr) -> bool {
    let text = file.to_string_lossy();
    file == NAME || name::is_conflict_copy(file) && text.starts_with("trash") && text.ends_with(".json")
}

/// All that is known of the articles in a folder, also by conflict copies.
fn facts(folder: &Path) -> Vec<File> {
    let listed = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = listed.map(|file| file.file_name()).filter(|name| is_facts(name));
    files.filter_map(|name| facts_in(&folder.join(name))).collect()
}

pub(crate) fn facts_in(file: &Path) -> Option<File> {
    let bytes = read::small(file, LARGEST).ok()?;
    serde_json::from_slice::<File>(&bytes).ok().filter(|file| file.version <= VERSION)
}

/// Whether they tell of the article with this name: a file, or the folder of one.
fn is_of(facts: &File, name: &OsStr) -> bool {
    let path = Path::new(&facts.path);
    let parts = [path.file_name(), path.parent().and_then(Path::file_name)];
    parts.into_iter().flatten().any(|part| name::compare(part) == name::compare(name))
}
