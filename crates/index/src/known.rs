//! What a walk through the files asks of the index: of each file, whether it is as it was.

use crate::{Error, Index};

/// What a walk has to know of a file that is as it was; [`crate::Row`] says more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The article's id.
    pub id: String,
    /// Its file.
    pub path: Vec<u8>,
    /// When that was last written.
    pub modified: Option<i64>,
    /// When anything of it last changed.
    pub changed: i64,
    /// Its size.
    pub bytes: i64,
    /// The id that its front matter claims.
    pub claim: Option<String>,
    /// When the article was saved.
    pub created_at: i64,
    /// The source of its picture.
    pub picture: Option<String>,
    /// Whether that is saved.
    pub has_picture: bool,
    /// Whether it is a Markdown file without a text.
    pub is_empty: bool,
    /// How its text came, where it has none.
    pub capture: Option<String>,
    /// What is odd with its id.
    pub note: Option<String>,
}

impl Index {
    /// What is known of every file, by path.
    ///
    /// # Errors
    /// Where the file can't be read; [`crate::is_damaged`] tells whether it is to be made anew.
    pub fn known(&self) -> Result<Vec<Known>, Error> {
        // Sorted here: by its index, SQLite would look up each row in its own place.
        let mut statement = self.connection.prepare(
            "SELECT id, path, modified, changed, bytes, claim, created_at, picture, has_picture, is_empty, capture,
             note FROM article NOT INDEXED",
        )?;
        let known = statement.query_map([], |row| {
            Ok(Known {
                id: row.get(0)?,
                path: row.get(1)?,
                modified: row.get(2)?,
                changed: row.get(3)?,
                bytes: row.get(4)?,
                claim: row.get(5)?,
                created_at: row.get(6)?,
                picture: row.get(7)?,
                has_picture: row.get(8)?,
                is_empty: row.get(9)?,
                capture: row.get(10)?,
                note: row.get(11)?,
            })
        })?;
        let mut known = known.collect::<Result<Vec<Known>, Error>>()?;
        known.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        Ok(known)
    }
}
