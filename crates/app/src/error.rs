//! Errors as the window and the command show them.

use serde::Serialize;

/// What went wrong, for a person: what happened and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Error {
    /// Names the cases that the window acts upon.
    pub code: String,
    /// A whole sentence or two.
    pub message: String,
}

/// What a use gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(code: &str, message: impl Into<String>) -> Error {
        Error { code: code.to_owned(), message: message.into() }
    }
}

impl From<library::Error> for Error {
    fn from(error: library::Error) -> Error {
        let code = serde_json::to_value(error.code).ok().and_then(|code| code.as_str().map(str::to_owned));
        Error { code: code.unwrap_or_default(), message: error.message }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
