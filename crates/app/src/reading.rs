//! Opening an article.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use article::Document;
use library::Marks;
use serde::Serialize;

use crate::{App, Capture, Error, Rest, Result, long};

/// An article, open.
#[derive(Debug, Serialize)]
pub struct Opened {
    /// Its id.
    pub id: String,
    /// Its text, ready to be laid out; of a long one a part.
    pub document: Document,
    /// What is yet to come of a long one.
    pub rest: Option<Rest>,
    /// Another one where the text is another.
    pub print: String,
    /// What the reader did with it.
    pub marks: Marks,
    /// How it came to be here; `None` where it was not saved by Offprint, and shows nothing of the web.
    pub capture: Option<Capture>,
}

impl App {
    /// Opens an article; `address` makes the address of a medium from its key. Of a long one comes the part around `at`, the
    /// id of an element or a block, or around where reading paused.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`.
    pub fn open(&self, id: &str, at: Option<&str>, address: &dyn Fn(&str) -> String) -> Result<Opened> {
        let (mut document, marks, capture) = match self.open_outside(id, address) {
            Some(document) => (document?, Marks::default(), None),
            None => {
                let library = self.library()?;
                let document = library.document(id, &|key, _| address(key))?;
                let capture = self.capture(id, &document);
                (document, library.marks(id), capture)
            }
        };
        let print = long::print(&document);
        let rest = self.cut(id, &mut document, at, marks.position.as_ref());
        Ok(Opened { id: id.to_owned(), document, rest, print, marks, capture })
    }

    /// The Document of the article that `name` names: a file that is there, else an id of the library. Its media have
    /// the addresses of their files.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`.
    pub fn document(&self, name: &OsStr) -> Result<Document> {
        let path = Path::new(name);
        let address = |_: &str, file: &Path| file_address(file);
        if !path.exists() {
            let found = self.existing_library()?.document(&name.to_string_lossy(), &address);
            return found.map_err(|error| neither(error, name));
        }
        // Inside the library a file's links are followed by the library's rules.
        let inside =
            self.existing_library().ok().and_then(|library| Some((library.find_file(path)?, library)));
        Ok(match inside {
            Some((id, library)) => library.document(&id, &address)?,
            None => library::loose(path, &address)?,
        })
    }

    /// The text of the article that `name` names, as it lies on the disk.
    ///
    /// # Errors
    /// As [`App::document`].
    pub fn text(&self, name: &OsStr) -> Result<String> {
        let path = Path::new(name);
        if path.exists() {
            Ok(library::loose_text(path)?)
        } else {
            let found = self.existing_library()?.text(&name.to_string_lossy());
            found.map_err(|error| neither(error, name))
        }
    }

    /// The whole path of an article's file, or of the library's folder.
    ///
    /// # Errors
    /// `article_gone`, `library_unreachable`.
    pub fn whereabouts(&self, id: Option<&str>) -> Result<PathBuf> {
        match id {
            None => Ok(self.library()?.root().to_owned()),
            Some(id) => match self.outside_path(id) {
                Some(path) => Ok(path),
                None => Ok(self.library()?.path(id)?),
            },
        }
    }
}

/// A `file:` address (RFC 8089).
fn file_address(file: &Path) -> String {
    let mut address = "file://".to_owned();
    let path = if cfg!(windows) {
        windows_path(&file.to_string_lossy()).into_bytes()
    } else {
        file.as_os_str().as_encoded_bytes().to_vec()
    };
    for byte in path {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                address.push(char::from(byte))
            }
            other => {
                let _ = write!(address, "%{other:02X}");
            }
        }
    }
    address
}

/// A whole Windows path as a `file:` address has it: `/C:/a.md`, and of a share `server/folder/a.md`.
fn windows_path(path: &str) -> String {
    let path = match path.strip_prefix(r"\\?\UNC\") {
        Some(share) => share.to_owned(),
        None => format!("/{}", path.strip_prefix(r"\\?\").unwrap_or(path)),
    };
    path.replace('\\', "/")
}

/// The error of a name, typed by a person, that is neither a file's nor an article's.
fn neither(error: library::Error, name: &OsStr) -> Error {
    let mut error = Error::from(error);
    if error.code == "article_gone" {
        let name = name.to_string_lossy();
        error.message =
            format!("There is no file “{name}”, and no article with that id: “offprint list” names them.");
    }
    error
}

#[cfg(test)]
mod tests {
    use super::windows_path;

    #[test]
    fn windows_paths_in_addresses() {
        for (path, address) in [
            (r"\\?\C:\a b\c.png", "/C:/a b/c.png"),
            (r"C:\c.png", "/C:/c.png"),
            (r"\\?\UNC\server\share\c.png", "server/share/c.png"),
        ] {
            assert_eq!(windows_path(path), address, "{path}");
        }
    }
}
