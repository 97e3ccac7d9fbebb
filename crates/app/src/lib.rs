//! What a person can ask Offprint for, one function a use.
//!
//! 1. `folders` finds where this machine keeps things; `kept` (appearance in `settings`) and `device` keep this machine's own.
//! 2. `start` opens the library that was chosen, or makes the first one, from `shelf`.
//! 3. `reading`, `marks`, `links` and `media` are what one does with an open library.
//! 4. `target` reads what was asked for from outside: a file, an `offprint://` address, or the `specimen`.
//!
//! It knows no window and no terminal, and no file inside the library but through the `library` crate.

mod device;
mod error;
mod file;
mod folders;
mod gate;
mod kept;
mod links;
mod list;
mod marks;
mod media;
mod outside;
mod pages;
mod reading;
mod settings;
mod shelf;
mod specimen;
mod start;
mod target;
mod thumbnail;
mod trim;
mod watch;

pub use error::{Error, Result};
pub use folders::Folders;
pub use library::{Entry, Marks, Position, Shelf, reason};
pub use links::Followed;
pub use media::{Body, Picture};
pub use pages::page;
pub use reading::Opened;
pub use settings::{Settings, Theme};
pub use start::{App, Start};
pub use target::Target;
pub use watch::Watch;
