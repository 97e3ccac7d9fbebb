//! Why something was not fetched, in words for the reader.

use std::fmt;

use serde::Serialize;

/// Why something was not fetched: `code` for the program, `message` for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Error {
    /// What the queue and the window act on.
    pub code: Code,
    /// Whole sentences: what happened, and what to do.
    pub message: String,
}

/// The kinds of [`Error`], serialised in snake case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// This is no address of the web: let the reader correct it.
    AddressInvalid,
    /// The address can't be fetched whatever is allowed: another scheme, a name and password in it, a port of mail…
    AddressRefused,
    /// The address lies in the reader's own network: offer the switch that allows it.
    OwnNetwork,
    /// The address is set aside for another use than the public web, and no switch allows it.
    NotPublic,
    /// Nobody knows the name: it is misspelt or gone, or there is no network.
    NameUnknown,
    /// Nobody answered there, or the connection was refused.
    Unreachable,
    /// Whoever answered could not prove to be the site that was asked for.
    CertificateRefused,
    /// The connection broke before everything was there.
    BrokenOff,
    /// What came is no answer of the web, or its headers are too large.
    NotUnderstood,
    /// What came was packed in a way that can't be unpacked, or damaged.
    NotUnpacked,
    /// It is larger than what may be fetched.
    TooLarge,
    /// It took longer than it may.
    TooSlow,
    /// The site sends from one address to the next, without end.
    TooManyRedirects,
    /// The reader cancelled.
    Cancelled,
    /// What came could not be written where it should go.
    NotWritten,
    /// This machine can't open any connection.
    NotStarted,
}

impl Code {
    /// Whether the same may go well at another time, so that a queue should try again.
    pub fn may_pass(self) -> bool {
        matches!(self, Code::NameUnknown | Code::Unreachable | Code::BrokenOff | Code::TooSlow)
    }
}

impl Error {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Error { code, message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
