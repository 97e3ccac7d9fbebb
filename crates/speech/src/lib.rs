//! Reading aloud, by the machine's own voices: sentences in, sound out, and word of each as it begins.
//!
//! On Linux and the BSDs they are those of Speech Dispatcher, which knows the engines that are installed, and speaks with
//! us by a socket of this machine (SSIP, <https://freebsoft.org/doc/speechd/ssip.html>).
//! Elsewhere the window itself has the system's voices, by the Web Speech API: there [`Speaker::voices`] says so.

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
#[path = "dispatcher.rs"]
mod system;
#[cfg(not(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))))]
#[path = "window.rs"]
mod system;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use system::Speaker;

/// Who can read aloud here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "lowercase")]
pub enum Voices {
    /// Rust: by [`Speaker::say`].
    System {
        /// All that there are, those of one language together.
        voices: Vec<Voice>,
    },
    /// The window, by its own `speechSynthesis`.
    Window,
}

/// A voice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Voice {
    /// The language that it speaks, a BCP 47 tag (`de`, `pt-BR`).
    pub language: String,
    /// As people know it.
    pub name: String,
    /// Names it among all: what [`Manner::voice`] takes.
    pub id: String,
}

/// What is said in one breath.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Sentence {
    /// Its words. Lines are joined.
    pub text: String,
    /// The language that it is in, a BCP 47 tag.
    pub language: String,
}

/// How something is said.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Manner {
    /// The [`Voice::id`] that speaks; `None` is the system's own for the language.
    pub voice: Option<String>,
    /// How many times as fast as the voice by itself: 0.5 to 3.
    pub speed: f32,
}

/// Why nothing is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is nothing on this machine that speaks.
    Absent,
    /// It is there, and failed: what it said.
    Failed(String),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Absent => formatter.write_str(
                "No voice is installed on this machine. Install Speech Dispatcher and a voice for it: on Debian and Ubuntu \
                 the packages speech-dispatcher and speech-dispatcher-espeak-ng.",
            ),
            Error::Failed(why) => {
                write!(formatter, "The voice of this machine failed: {why}. Try again, or choose another voice.")
            }
        }
    }
}

impl std::error::Error for Error {}
