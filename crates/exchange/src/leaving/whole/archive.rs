//! Everything as a ZIP archive: the files in their places, byte for byte, and in `_offprint` what is known beside them.

use std::io::{self, Read, Seek, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Collection, Content, FOLDER, File, Head, Record, Writer, hex};

/// Articles in a list: it is in memory until it is full.
const LISTED: usize = 1000;
/// What the folder is for.
const READ_ME: &str = "Offprint wrote this archive: articles in Markdown, and in this folder all that is known beside them.\n\
     To have them in Offprint again, import the whole archive.\n";
/// Bytes that are copied at once.
const PIECE: usize = 1 << 18;

/// An archive that is being written.
pub struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
    head: Head,
    lists: u32,
    list: Vec<String>,
}

impl<W: Write + Seek> Archive<W> {
    /// Begins an archive; `made` is now, RFC 3339.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn new(out: W, made: &str, collections: Vec<Collection>) -> io::Result<Archive<W>> {
        let head = Head::new(made, collections);
        let mut archive = Archive { zip: ZipWriter::new(out), head, lists: 0, list: Vec::new() };
        // For people, who look at the first file.
        archive.put(&format!("{FOLDER}read-me.txt"), READ_ME)?;
        Ok(archive)
    }

    fn file(&mut self, content: Content) -> io::Result<File> {
        let Content { path, modified, mut from } = content;
        // What is packed already gets no smaller.
        let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        let packed =
            ["jpg", "jpeg", "png", "gif", "webp", "avif", "gz", "mp3", "m4a", "ogg", "mp4", "webm", "zip"];
        let method = match packed.contains(&ending.as_str()) {
            true => CompressionMethod::Stored,
            false => CompressionMethod::Deflated,
        };
        self.zip.start_file(
            path.as_str(),
            SimpleFileOptions::default().compression_method(method).large_file(true),
        )?;
        let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0_u64, vec![0; PIECE]);
        loop {
            let read = match from.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let part = piece.get(..read).unwrap_or_default();
            hash.update(part);
            self.zip.write_all(part)?;
            bytes += part.len() as u64;
        }
        Ok(File { path, modified, bytes, sha256: hex(hash) })
    }

    fn put(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.zip.start_file(name, SimpleFileOptions::default())?;
        self.zip.write_all(text.as_bytes())
    }

    fn write_list(&mut self) -> io::Result<()> {
        self.lists += 1;
        let list = std::mem::take(&mut self.list);
        self.put(&format!("{FOLDER}articles-{}.json", self.lists), &format!("[\n{}\n]\n", list.join(",\n")))
    }
}

impl<W: Write + Seek> Writer for Archive<W> {
    fn add(
        &mut self,
        record: &Record,
        files: &mut dyn Iterator<Item = io::Result<Content>>,
    ) -> io::Result<()> {
        let mut listed = Vec::new();
        for content in files {
            listed.push(self.file(content?)?);
        }
        let record = serde_json::to_string(record)?;
        let files = serde_json::to_string(&listed)?;
        self.list.push(format!("{},\"files\":{files}}}", record.strip_suffix('}').unwrap_or(&record)));
        if self.list.len() == LISTED { self.write_list() } else { Ok(()) }
    }

    fn notes(&mut self, path: &str, text: &str) -> io::Result<()> {
        self.put(path, text)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if !self.list.is_empty() {
            self.write_list()?;
        }
        self.head.lists = Some(self.lists);
        let head = serde_json::to_string_pretty(&self.head)?;
        self.put(&format!("{FOLDER}library.json"), &head)?;
        self.zip.finish()?.flush()
    }
}
