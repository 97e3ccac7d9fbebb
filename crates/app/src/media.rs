//! Pictures, sound and video of an article, as bytes for the window.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use library::{Medium, reason};

use crate::thumbnail::{self, Large};
use crate::{App, Error, Result};

/// A medium, open: its type from its bytes, its length, and the file to read from.
#[derive(Debug)]
pub struct Picture {
    /// A MIME type.
    pub mime: &'static str,
    /// Where its bytes come from.
    pub body: Body,
}

/// Where the bytes of a medium come from.
#[derive(Debug)]
pub enum Body {
    /// A thumbnail, made just now.
    Made(Vec<u8>),
    /// The file as it lies in the library, and its length in bytes.
    Lying(File, u64),
}

impl Picture {
    /// Length in bytes.
    pub fn len(&self) -> u64 {
        match &self.body {
            Body::Made(bytes) => bytes.len() as u64,
            Body::Lying(_, length) => *length,
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes from `from`, `length` of them or as many as there are.
    ///
    /// # Errors
    /// `medium_missing`: the file went away while it was read.
    pub fn read(&mut self, from: u64, length: u64) -> Result<Vec<u8>> {
        match &mut self.body {
            Body::Made(bytes) => {
                let from = usize::try_from(from).unwrap_or(usize::MAX).min(bytes.len());
                let until =
                    from.saturating_add(usize::try_from(length).unwrap_or(usize::MAX)).min(bytes.len());
                Ok(bytes[from..until].to_vec())
            }
            Body::Lying(file, whole) => {
                let mut bytes =
                    Vec::with_capacity(usize::try_from(length.min(whole.saturating_sub(from))).unwrap_or(0));
                file.seek(SeekFrom::Start(from))
                    .and_then(|_| file.take(length).read_to_end(&mut bytes))
                    .map_err(gone)?;
                Ok(bytes)
            }
        }
    }
}

impl App {
    /// Opens a medium of an article by its key; `width`, in px, asks for a thumbnail at least as wide.
    ///
    /// # Errors
    /// `medium_missing`, `article_gone`.
    pub fn medium(&self, id: &str, key: &str, width: Option<u32>) -> Result<Picture> {
        let Medium { path, mut file, len } = self.lying(id, key)?;
        let mut head = Vec::with_capacity(HEAD);
        file.by_ref().take(HEAD as u64).read_to_end(&mut head).map_err(gone)?;
        let mime = mime_of(&head, &path)
            .ok_or_else(|| missing("is no picture, sound or video that Offprint can show"))?;
        if let Some(width) = width
            && let Some(bytes) =
                thumbnail::of(&Large { file: &file, path: &path, mime }, width, &self.folders.cache)
        {
            let mime = mime_of(&bytes, Path::new("")).unwrap_or(mime);
            return Ok(Picture { mime, body: Body::Made(bytes) });
        }
        Ok(Picture { mime, body: Body::Lying(file, len) })
    }

    /// Where a medium of an article lies, for programs of this machine that show it.
    ///
    /// # Errors
    /// `medium_missing`, `article_gone`.
    pub fn medium_path(&self, id: &str, key: &str) -> Result<PathBuf> {
        Ok(self.lying(id, key)?.path)
    }

    fn lying(&self, id: &str, key: &str) -> Result<Medium> {
        match self.outside_medium(id, key) {
            Some(medium) => medium,
            None => Ok(self.library()?.medium(id, key)?),
        }
    }
}

const HEAD: usize = 4096;

/// The type of a medium by its first bytes. The name decides only for SVG, which is text.
pub(crate) fn mime_of(head: &[u8], path: &Path) -> Option<&'static str> {
    if let Some(kind) = infer::get(head) {
        let mime = kind.mime_type();
        let shown = ["image/", "audio/", "video/"].iter().any(|class| mime.starts_with(class));
        // An Ogg or MP4 file with sound alone is named as video by its container; players don't mind.
        if shown {
            return Some(mime);
        }
    }
    // GStreamer counts the NUL behind the document type in, and `infer` looks for it without (RFC 8794, section 11.2.6).
    if head.starts_with(b"\x1a\x45\xdf\xa3") {
        let start = &head[..head.len().min(64)];
        let is = |kind: &[u8]| start.windows(kind.len()).any(|part| part == kind);
        return if is(b"webm") { Some("video/webm") } else { is(b"matroska").then_some("video/x-matroska") };
    }
    let is_svg = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    let text = std::str::from_utf8(head)
        .or_else(|error| std::str::from_utf8(&head[..error.valid_up_to()]))
        .unwrap_or("");
    (is_svg && text.contains("<svg")).then_some("image/svg+xml")
}

fn gone(error: std::io::Error) -> Error {
    missing(&format!("can't be read: {}", reason(&error)))
}

fn missing(why: &str) -> Error {
    Error::new("medium_missing", format!("This picture or sound {why}."))
}
