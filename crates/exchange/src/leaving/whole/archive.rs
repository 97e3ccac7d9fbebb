//! Everything as a ZIP archive: the files in their places, byte for byte, and in `_offprint` what is known beside them.
//! The collections stand at its beginning, and what is known of an article right behind its files: so of an archive whose
//! end is missing, all that is known of its whole articles is there.

use std::io::{self, Read, Seek, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Collection, Content, FOLDER, File, Head, Record, Writer, hex};

/// What the folder is for.
const READ_ME: &str = "Offprint wrote this archive: articles in Markdown, and in this folder all that is known beside them.\n\
     To have them in Offprint again, import the whole archive.\n";
/// Bytes that are copied at once.
const PIECE: usize = 1 << 18;

/// An archive that is being written.
pub struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
    /// How many lists were written, and how many there are to be: one for each article.
    written: u32,
    lists: u32,
}

impl<W: Write + Seek> Archive<W> {
    /// Begins an archive; `made` is now, RFC 3339. `articles` is how many come at most.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn new(out: W, made: &str, collections: Vec<Collection>, articles: usize) -> io::Result<Archive<W>> {
        let lists = u32::try_from(articles).map_err(io::Error::other)?;
        let head = Head { lists: Some(lists), count: Some(articles), ..Head::new(made, collections) };
        let mut archive = Archive { zip: ZipWriter::new(out), written: 0, lists };
        // For people, who look at the first file.
        archive.put(&format!("{FOLDER}read-me.txt"), READ_ME)?;
        archive.put(&format!("{FOLDER}library.json"), &serde_json::to_string_pretty(&head)?)?;
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

    fn list(&mut self, article: &str) -> io::Result<()> {
        self.written += 1;
        self.put(&format!("{FOLDER}articles-{}.json", self.written), &format!("[\n{article}\n]\n"))
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
        self.list(&format!("{},\"files\":{files}}}", record.strip_suffix('}').unwrap_or(&record)))
    }

    fn notes(&mut self, path: &str, text: &str) -> io::Result<()> {
        self.put(path, text)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        // Of articles that were gone when it was their turn, the lists are empty.
        while self.written < self.lists {
            self.list("")?;
        }
        self.zip.finish()?.flush()
    }
}
