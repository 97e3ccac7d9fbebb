//! The ledger of a bundle, `media.json`: where the article and each of its media came from, and what became of them.

use std::io;
use std::path::Path;

use article::Status;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::New;
use crate::staged::digest_of;
use crate::{card, durable, read};

/// The name of the file.
pub(crate) const NAME: &str = "media.json";
/// The page as it was received, packed.
pub(crate) const PAGE: &str = "page.html.gz";
/// Of the file's form.
const VERSION: u32 = 1;
/// A ledger of 1,000 media has 400 KB.
const LARGEST: u64 = 16 * 1024 * 1024;

/// What is known of how an article came to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    pub(crate) version: u32,
    /// The article itself.
    pub article: Capture,
    /// Each medium, in the order of the text.
    #[serde(default)]
    pub media: Vec<Item>,
    /// Keys that are not known here.
    #[serde(flatten)]
    pub(crate) other: Map<String, Value>,
}

/// How the text of an article came to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Capture {
    /// Its address.
    pub source: String,
    /// Where the page that is kept came from in the end, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Its encoding, as whoever sent it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// Whether the text is here.
    pub status: Status,
    /// Why it is not: whole sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// When it was fetched, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetched: Option<String>,
    /// SHA-256 of the Markdown file as it was written, in hex: it differs when the reader has changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// SHA-256 of its text alone, the front matter and the blank lines around it left out, in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_sha256: Option<String>,
    /// When its reader set the text right, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<String>,
    /// Of a version: why it was not put in place of the text that was here. Whole sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<String>,
    /// The device that fetches it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    #[serde(flatten)]
    pub(crate) other: Map<String, Value>,
}

/// What became of a medium.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its address.
    pub source: String,
    /// Whether it is here.
    pub status: Status,
    /// Its file, beside the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// SHA-256 of that file, in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// The size of that file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// In pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// In pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Why it is not here: a whole sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    #[serde(flatten)]
    pub(crate) other: Map<String, Value>,
}

impl Capture {
    /// Notes where the page came from that is kept, and how it is written.
    pub(crate) fn receives(self, new: &New<'_>) -> Capture {
        let address = Some(new.source).filter(|source| new.page.is_some() && *source != self.source);
        let charset = new.charset.filter(|_| new.page.is_some());
        Capture { address: address.map(str::to_owned), charset: charset.map(str::to_owned), ..self }
    }
}

impl Ledger {
    /// That of the bundle `folder`; `None` where it has none.
    ///
    /// # Errors
    /// A clause that says why it can't be used.
    pub(crate) fn read(folder: &Path) -> Result<Option<Ledger>, String> {
        let bytes = match read::small(&folder.join(NAME), LARGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(crate::error::reason(&error)),
        };
        let ledger: Ledger =
            serde_json::from_slice(&bytes).map_err(|error| format!("it is damaged ({error})"))?;
        if ledger.version > VERSION {
            return Err("a newer Offprint wrote it".to_owned());
        }
        Ok(Some(ledger))
    }

    /// When the text became what it is, RFC 3339.
    pub(crate) fn since(&self) -> Option<&str> {
        self.article.corrected.as_deref().or(self.article.fetched.as_deref())
    }

    /// Notes what the Markdown file is that goes with it.
    pub(crate) fn describe(&mut self, text: &str) {
        let body = card::body(text, article::Form::Markdown).trim();
        self.article.sha256 = Some(digest_of(text.as_bytes()));
        self.article.text_sha256 = Some(digest_of(body.as_bytes()));
    }

    /// Whether the text of a Markdown file is the one that was fetched, whatever its front matter says.
    pub(crate) fn has_text(&self, text: &str) -> bool {
        let body = card::body(text, article::Form::Markdown).trim();
        self.article.text_sha256.as_deref() == Some(&digest_of(body.as_bytes()))
            || self.article.sha256.as_deref() == Some(&digest_of(text.as_bytes()))
    }

    /// Writes it into `folder`, durably.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        durable::write(folder, NAME, &[&self.bytes()])
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let ledger = Ledger { version: VERSION, ..self.clone() };
        // Strings and numbers always become JSON.
        serde_json::to_vec_pretty(&ledger).unwrap_or_default()
    }
}
