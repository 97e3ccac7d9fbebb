//! How this machine's reader likes things: appearance, and which folder is the library.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::{Error, Result, file};

/// Appearance, as the window knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Colours of the page.
    pub theme: Theme,
    /// Size of the text in px; `None` is 19 at a desk and 18 on a phone.
    pub size: Option<f32>,
    /// Width of a line in rem.
    pub measure: f32,
}

/// A set of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Paper by day, night by night, as the system is.
    #[default]
    System,
    /// White paper.
    Paper,
    /// Warm paper.
    Sepia,
    /// Dark grey.
    Night,
    /// Black, for screens that switch off what is black.
    Black,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { theme: Theme::System, size: None, measure: 36.0 }
    }
}

impl Settings {
    /// The same, with every number brought into its range.
    #[must_use]
    pub fn within_range(mut self) -> Settings {
        let sound =
            |number: f32, low, high, usual| if number.is_finite() { number.clamp(low, high) } else { usual };
        self.size = self.size.map(|size| sound(size, 14.0, 30.0, 19.0));
        self.measure = sound(self.measure, 28.0, 48.0, 36.0);
        self
    }
}

/// What the settings file holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    pub(crate) version: u32,
    pub(crate) appearance: Settings,
    /// The library that was chosen; `None` is the one in the documents folder.
    pub(crate) library: Option<PathBuf>,
    /// Every folder that was opened as a library: one of these that is gone is never made anew.
    pub(crate) known: Vec<PathBuf>,
}

impl Default for Kept {
    fn default() -> Self {
        Kept { version: VERSION, appearance: Settings::default(), library: None, known: Vec::new() }
    }
}

const VERSION: u32 = 1;
const NAME: &str = "settings.json";

/// Reads the settings. A file that can't be understood is set aside, not overwritten.
pub(crate) fn read(config: &Path) -> Result<Kept> {
    let path = config.join(NAME);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Kept::default()),
        Err(error) => {
            let shown = path.display();
            return Err(Error::new(
                "config_unreadable",
                format!(
                    "The settings in {shown} can't be read: {error}. Allow access to that file and start again."
                ),
            ));
        }
    };
    let version =
        serde_json::from_slice::<serde_json::Value>(&bytes).ok().and_then(|value| value["version"].as_u64());
    if version.is_some_and(|version| version > u64::from(VERSION)) {
        let shown = path.display();
        return Err(Error::new(
            "newer_settings",
            format!(
                "{shown} was written by a newer Offprint. Update Offprint, or move that file away to start with fresh settings."
            ),
        ));
    }
    match serde_json::from_slice(&bytes) {
        Ok(kept) => Ok(Kept { version: VERSION, ..kept }),
        Err(_) => {
            let _ = std::fs::rename(&path, config.join("settings.unreadable.json"));
            Ok(Kept::default())
        }
    }
}

/// Writes the settings. Libraries that another Offprint has opened meanwhile stay known, and settings that a newer one
/// has written stay as they are.
pub(crate) fn write(config: &Path, kept: &mut Kept) -> Result<()> {
    let path = config.join(NAME);
    for known in read(config)?.known {
        if !kept.known.contains(&known) {
            kept.known.push(known);
        }
    }
    let bytes = serde_json::to_vec_pretty(&*kept).unwrap_or_default();
    file::replace(&path, &bytes).map_err(|error| {
        let shown = path.display();
        Error::new(
            "config_unwritable",
            format!(
                "The settings can't be kept in {shown}: {error}. Make that folder writable to keep them."
            ),
        )
    })
}
