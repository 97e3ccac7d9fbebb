//! Everything as one JSON file. Files of an article that are UTF-8 are `text`, others `data`: pieces in base64, so that
//! none has to be in memory whole.

use std::io::{self, Read, Write};

use data_encoding::BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Collection, Content, File, Head, Record, Writer, hex};

/// Bytes of a piece: a multiple of three, so that pieces are whole in base64.
const PIECE: usize = 3 << 18;
/// The largest file that is written as text, in bytes: as large as an article may be.
const LARGEST_TEXT: usize = 16 << 20;

/// A JSON file that is being written.
pub struct Json<W: Write> {
    out: W,
    articles: usize,
}

#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    file: &'a File,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<W: Write> Json<W> {
    /// Begins a file; `made` is now, RFC 3339.
    ///
    /// # Errors
    /// Where `out` refuses.
    pub fn new(mut out: W, made: &str, collections: Vec<Collection>) -> io::Result<Json<W>> {
        let head = serde_json::to_string(&Head::new(made, collections))?;
        // The list of articles goes on where the head ends.
        out.write_all(head.strip_suffix('}').unwrap_or(&head).as_bytes())?;
        out.write_all(b",\"articles\":[")?;
        Ok(Json { out, articles: 0 })
    }

    fn file(&mut self, content: Content) -> io::Result<()> {
        let Content { path, modified, mut from } = content;
        let mut start = Vec::new();
        let is_text =
            [".md", ".markdown", ".txt", ".json"].iter().any(|ending| path.to_lowercase().ends_with(ending));
        if is_text {
            from.by_ref().take(LARGEST_TEXT as u64 + 1).read_to_end(&mut start)?;
            if start.len() <= LARGEST_TEXT
                && let Ok(text) = std::str::from_utf8(&start)
            {
                let file = File {
                    path,
                    modified,
                    bytes: start.len() as u64,
                    sha256: hex(Sha256::new_with_prefix(&start)),
                };
                serde_json::to_writer(&mut self.out, &Written { file: &file, text: Some(text) })?;
                return Ok(());
            }
        }
        let mut from = start.as_slice().chain(from);
        let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0_u64, Vec::with_capacity(PIECE));
        self.out.write_all(b"{\"data\":[")?;
        loop {
            piece.clear();
            from.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
            if piece.is_empty() {
                break;
            }
            hash.update(&piece);
            let comma = if bytes == 0 { "" } else { "," };
            write!(self.out, "{comma}\"{}\"", BASE64.encode(&piece))?;
            bytes += piece.len() as u64;
        }
        let file = serde_json::to_string(&File { path, modified, bytes, sha256: hex(hash) })?;
        write!(self.out, "],{}", file.strip_prefix('{').unwrap_or(&file))
    }
}

impl<W: Write> Writer for Json<W> {
    fn add(
        &mut self,
        record: &Record,
        files: &mut dyn Iterator<Item = io::Result<Content>>,
    ) -> io::Result<()> {
        let record = serde_json::to_string(record)?;
        let comma = if self.articles == 0 { "\n" } else { ",\n" };
        write!(self.out, "{comma}{},\"files\":[", record.strip_suffix('}').unwrap_or(&record))?;
        for (number, content) in files.enumerate() {
            if number > 0 {
                self.out.write_all(b",")?;
            }
            self.file(content?)?;
        }
        self.out.write_all(b"]}")?;
        self.articles += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()
    }
}
