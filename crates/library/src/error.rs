//! What can go wrong, in words for the reader.

use std::io;

use serde::Serialize;

/// Why something could not be done: `code` for the program, `message` for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Error {
    /// What the window acts on.
    pub code: Code,
    /// Whole sentences: what happened, and what to do.
    pub message: String,
}

/// What could not be done with one article of many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failed {
    /// What named it.
    pub id: String,
    /// Whole sentences: what happened, and what to do.
    pub message: String,
}

/// The kinds of [`Error`] that the window acts on, serialised in snake case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The library folder is not there, is not a folder, or may not be read: offer another.
    LibraryUnreachable,
    /// No article of the library has this id any more: go back to the shelf.
    ArticleGone,
    /// No version of the article has this time: list them anew.
    VersionGone,
    /// The article's file is there, but can't be read as one.
    ArticleUnreadable,
    /// The picture, sound or video is not in the library.
    MediumMissing,
    /// What was asked to be kept could not be written: show the old state again.
    NotSaved,
    /// There is no such tag, or nothing is left of what was to be one.
    BadTag,
    /// A collection can't have this name.
    BadName,
    /// There is no such collection any more: list them anew.
    CollectionGone,
    /// There is no such mark in a text any more: list them anew.
    HighlightGone,
    /// Nothing can be marked so, or a note is too long.
    BadHighlight,
    /// Nothing of a folder could be imported: let another be chosen.
    NotImported,
    /// Outside changes can't be noticed: the reader has to ask for a fresh look.
    NotWatched,
}

impl Error {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Error { code, message: message.into() }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// The reason in an I/O error, to follow a colon.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".into(),
        io::ErrorKind::PermissionDenied => "permission is denied".into(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".into(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".into(),
        io::ErrorKind::FileTooLarge => "it is too large".into(),
        io::ErrorKind::InvalidFilename => {
            "its name is too long, or has a character that is not allowed there".into()
        }
        // What is left is in the system's own words, without the number that it calls the error by.
        _ => {
            let words = error.to_string();
            let words = words.split(" (os error").next().unwrap_or_default().trim_end_matches('.');
            if error.raw_os_error().is_some() {
                format!("the system says “{words}”")
            } else {
                words.to_owned()
            }
        }
    }
}

/// What to do where writing failed so, to follow a comma.
pub(crate) fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "free some space on the library's disk",
        io::ErrorKind::ReadOnlyFilesystem => "connect the library's disk so that it can be written",
        io::ErrorKind::PermissionDenied => "allow writing to the library folder",
        io::ErrorKind::NotADirectory => "put a folder in its place",
        _ => "look at the library's disk",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_is_what_helps() {
        use io::ErrorKind;
        let cases = [
            (ErrorKind::StorageFull, "the disk is full", "free some space"),
            (ErrorKind::QuotaExceeded, "the disk is full", "free some space"),
            (ErrorKind::ReadOnlyFilesystem, "the disk can only be read", "can be written"),
            (ErrorKind::PermissionDenied, "permission is denied", "allow writing"),
            (ErrorKind::Other, "", "look at the library's disk"),
        ];
        for (kind, why, what) in cases {
            let error = io::Error::from(kind);
            assert!(reason(&error).contains(why) && advice(&error).contains(what), "{kind:?}");
        }
    }

    #[test]
    fn a_name_that_is_not_allowed() {
        // Windows says the same of a forbidden character as other systems of a name that is too long.
        let why = reason(&io::ErrorKind::InvalidFilename.into());
        assert!(why.contains("too long") && why.contains("character"), "{why}");
    }
}
