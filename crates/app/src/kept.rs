//! The settings file: appearance, and which folders are libraries.
//!
//! Several Offprints run at once, so each change is made to what lies on the disk, under a lock, and changes nothing
//! else there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use library::reason;
use serde_json::{Map, Value, json};

use crate::{Error, Result, Settings, file};

/// What the settings file holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept {
    pub(crate) appearance: Settings,
    /// The library that was chosen; `None` is the one in the documents folder.
    pub(crate) library: Option<PathBuf>,
    /// Every folder that was opened as a library, the last chosen last: one of these that is gone is never made anew.
    pub(crate) known: Vec<PathBuf>,
    /// Where settings lie that could not be understood, as long as no library was chosen since.
    pub(crate) lost: Option<PathBuf>,
    /// The first library that was made here, as long as the reader is not done with its welcome.
    pub(crate) welcome: Option<PathBuf>,
}

/// What is to be changed.
#[derive(Debug)]
pub(crate) enum Change<'a> {
    Appearance(&'a Settings),
    /// The reader chose this folder, and needs no welcome to another one.
    Library(&'a Path),
    /// This folder was opened.
    Known(&'a Path),
    /// A first library was made in this folder: the reader is to be welcomed.
    First(&'a Path),
    /// The reader was.
    Welcomed,
}

const VERSION: u64 = 1;
const NAME: &str = "settings.json";

/// Reads the settings. A file that can't be understood is set aside, not overwritten.
///
/// # Errors
/// `config_unreadable`, `newer_settings`.
pub(crate) fn read(config: &Path) -> Result<Kept> {
    let path = config.join(NAME);
    let understood = match load(&path)? {
        Loaded::Understood(map) => map,
        // Looked at again under the lock: another process may have set it aside meanwhile.
        Loaded::Not(..) => {
            match lock(config).map_err(|error| not_kept(&path, &error)).and_then(|_lock| whole(config)) {
                Ok(map) => map,
                Err(Error { code, .. }) if code == "config_unwritable" => {
                    return Ok(Kept { lost: Some(path), ..Kept::default() });
                }
                Err(error) => return Err(error),
            }
        }
    };
    Ok(Kept::of(config, understood))
}

/// Changes one thing, and gives the settings as they are then.
///
/// # Errors
/// As [`read`]; `config_unwritable`, and then nothing has changed.
pub(crate) fn change(config: &Path, change: &Change<'_>) -> Result<Kept> {
    let path = config.join(NAME);
    let _lock = lock(config).map_err(|error| not_kept(&path, &error))?;
    let mut map = whole(config)?;
    map.insert("version".to_owned(), json!(VERSION));
    match change {
        Change::Appearance(settings) => {
            map.insert("appearance".to_owned(), json!(settings));
        }
        Change::Library(root) => {
            map.insert("library".to_owned(), named(root)?);
            map.remove("lost");
            map.remove("welcome");
            know(&mut map, named(root)?);
        }
        Change::Known(root) => know(&mut map, named(root)?),
        Change::First(root) => {
            know(&mut map, named(root)?);
            map.insert("welcome".to_owned(), named(root)?);
        }
        Change::Welcomed => {
            map.remove("welcome");
        }
    }
    place(&path, &map)?;
    Ok(Kept::of(config, map))
}

impl Kept {
    fn of(config: &Path, mut map: Map<String, Value>) -> Kept {
        let path = |value: &Value| value.as_str().map(PathBuf::from);
        let known = map.get("known").and_then(Value::as_array);
        Kept {
            library: map.get("library").and_then(path),
            known: known.into_iter().flatten().filter_map(path).collect(),
            welcome: map.get("welcome").and_then(path),
            lost: map.get("lost").and_then(path).map(|name| config.join(name)),
            appearance: Settings::read(&map.remove("appearance").unwrap_or_default()),
        }
    }
}

enum Loaded {
    Understood(Map<String, Value>),
    /// Its bytes, and the parts of it that can be used all the same.
    Not(Vec<u8>, Map<String, Value>),
}

fn load(path: &Path) -> Result<Loaded> {
    let shown = path.display();
    let bytes = match file::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Loaded::Understood(Map::new())),
        Err(error) => {
            let sentence = format!(
                "The settings in {shown} can't be read: {}. Allow access to that file and start again.",
                reason(&error)
            );
            return Err(Error::new("config_unreadable", sentence));
        }
    };
    let Ok(Value::Object(mut map)) = serde_json::from_slice(text(&bytes)) else {
        return Ok(Loaded::Not(bytes, Map::new()));
    };
    if map.get("version").and_then(Value::as_u64).is_some_and(|version| version > VERSION) {
        let sentence = format!(
            "{shown} was written by a newer Offprint. Update Offprint, or move that file away to start with fresh settings."
        );
        return Err(Error::new("newer_settings", sentence));
    }
    // Any other part that is damaged is replaced by the usual. Of the library there is none that could be meant, and a
    // folder that was one, and is not known any more, would be made anew when it is gone.
    let library = matches!(map.get("library"), None | Some(Value::Null | Value::String(_)));
    let known = match map.get_mut("known") {
        None | Some(Value::Null) => true,
        Some(Value::Array(known)) => {
            let all = known.len();
            known.retain(Value::is_string);
            known.len() == all
        }
        Some(_) => false,
    };
    if library && known {
        return Ok(Loaded::Understood(map));
    }
    for (sound, part) in [(library, "library"), (known || map["known"].is_array(), "known")] {
        if !sound {
            map.remove(part);
        }
    }
    Ok(Loaded::Not(bytes, map))
}

/// Some editors on Windows put a mark before the text.
fn text(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// The settings, understood: what can't be is set aside first, and that remembered. Under the lock.
fn whole(config: &Path) -> Result<Map<String, Value>> {
    let path = config.join(NAME);
    match load(&path)? {
        Loaded::Understood(map) => Ok(map),
        Loaded::Not(bytes, mut map) => {
            let aside = set_aside(config, &bytes).map_err(|error| not_kept(&path, &error))?;
            map.insert("version".to_owned(), json!(VERSION));
            map.insert("lost".to_owned(), json!(aside));
            place(&path, &map)?;
            Ok(map)
        }
    }
}

/// Keeps bytes under a name that is not taken, and gives the name.
fn set_aside(config: &Path, bytes: &[u8]) -> io::Result<String> {
    let mut number = 1;
    loop {
        let name = format!("settings.unreadable-{number}.json");
        match OpenOptions::new().write(true).create_new(true).open(config.join(&name)) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(name);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

fn know(map: &mut Map<String, Value>, root: Value) {
    match map.get_mut("known").and_then(Value::as_array_mut) {
        Some(known) => {
            known.retain(|other| *other != root);
            known.push(root);
        }
        None => {
            map.insert("known".to_owned(), json!([root]));
        }
    }
}

fn named(root: &Path) -> Result<Value> {
    root.to_str().map(|name| json!(name)).ok_or_else(|| {
        let shown = root.display();
        let sentence = format!(
            "The settings can't hold the name of the folder {shown}: it is not in Unicode. Rename it."
        );
        Error::new("config_unwritable", sentence)
    })
}

fn place(path: &Path, map: &Map<String, Value>) -> Result<()> {
    let bytes = serde_json::to_vec_pretty(map).map_err(io::Error::from);
    bytes.and_then(|bytes| file::replace(path, &bytes)).map_err(|error| not_kept(path, &error))
}

/// Held while the settings are read and written.
fn lock(config: &Path) -> io::Result<File> {
    fs::create_dir_all(config)?;
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(config.join("settings.lock"))?;
    match file.lock() {
        // Some network file systems know no locks: there two who write at the same moment are not kept apart.
        Err(error) if error.kind() != ErrorKind::Unsupported => Err(error),
        _ => Ok(file),
    }
}

fn not_kept(path: &Path, error: &io::Error) -> Error {
    let shown = path.display();
    Error::new(
        "config_unwritable",
        format!(
            "The settings can't be kept in {shown}: {}. They are kept once that folder can be written.",
            reason(error)
        ),
    )
}
