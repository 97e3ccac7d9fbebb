//! What Offprint is, for the page that tells of it.

use serde::Serialize;

use crate::App;

/// Of every library that is built in: written by `./dev licences`.
static LICENCES: &str = include_str!("../../../licences/built-with.json");

/// What Offprint is, and where its own files are.
#[derive(Debug, Serialize)]
pub struct About {
    /// As the package has it.
    pub version: String,
    /// The folder of the settings, to be shown.
    pub settings: String,
    /// The library folder, to be shown, whether it can be reached or not.
    pub library: String,
}

impl App {
    /// Version and folders.
    pub fn about(&self) -> About {
        About {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            settings: self.folders.config.display().to_string(),
            library: self.shown_root().display().to_string(),
        }
    }
}

/// The licences of what Offprint is built with, as JSON: `[{licence, text, used_by: ["name version"]}]`.
pub fn licences() -> &'static str {
    LICENCES
}
