//! The rows of a library's articles.

use rusqlite::{OptionalExtension, Params, Transaction, TransactionBehavior, params};

use crate::row::{Row, columns, upsert};
use crate::{Error, Index};

/// An index while it is written to: all of it is kept, or nothing.
pub struct Writer<'a> {
    pub(crate) index: &'a Index,
}

/// What the reader did with an article, as far as shelves are made by it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    /// Whether it is bookmarked.
    pub bookmarked: bool,
    /// Whether it is put away.
    pub archived: bool,
    /// How much of it was read, 0 to 1.
    pub progress: f64,
    /// When it was last read, in milliseconds since 1970.
    pub read_at: Option<i64>,
    /// The tags that the reader gave and hid, as the caller writes them: to be compared.
    pub tags: String,
    /// How many marks are in its text.
    pub highlights: i64,
    /// What the reader says of these, with [`crate::BLOCK`] between them: the article is found by these words too.
    pub noted: String,
}

/// A tag that an article is shown with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// By which it is found: the same for all its spellings.
    pub key: String,
    /// As it is spelled.
    pub name: String,
}

/// What tells one article from the others.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// Its id.
    Id(&'a str),
    /// Its number in the index.
    Number(i64),
    /// Its file.
    Path(&'a [u8]),
    /// Its file's name; several may have it.
    Stem(i64),
    /// Its headline; several may have it.
    Titled(i64),
}

impl Index {
    /// Every row with its number, newest saved first, then by path.
    ///
    /// # Errors
    /// Where the file can't be read; [`crate::is_damaged`] tells whether it is to be made anew.
    pub fn rows(&self, mut each: impl FnMut(i64, Row)) -> Result<(), Error> {
        let sql = format!("SELECT number, {} FROM article ORDER BY created_at DESC, path", columns());
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(found) = rows.next()? {
            each(found.get(0)?, Row::read(found, 1)?);
        }
        Ok(())
    }

    /// The rows of an article, or of those that share a name, in the order of their paths.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn find_rows(&self, which: Which<'_>) -> Result<Vec<Row>, Error> {
        match which {
            Which::Id(id) => self.rows_where("id = ?", [id]),
            Which::Number(number) => self.rows_where("number = ?", [number]),
            Which::Path(path) => self.rows_where("path = ?", [path]),
            Which::Stem(stem) => self.rows_where("stem = ?", [stem]),
            Which::Titled(title) => self.rows_where("titled = ?", [title]),
        }
    }

    /// The rows of articles whose text is still to come, newest saved first.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn without_text(&self) -> Result<Vec<Row>, Error> {
        self.rows_where("capture IS NOT NULL", [])
    }

    /// The number of an article.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn number(&self, id: &str) -> Result<Option<i64>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT number FROM article WHERE id = ?")?;
        statement.query_row([id], |row| row.get(0)).optional()
    }

    /// The id of the article with this number.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn id(&self, number: i64) -> Result<Option<String>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT id FROM article WHERE number = ?")?;
        statement.query_row([number], |row| row.get(0)).optional()
    }

    /// How many articles there are.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn size(&self) -> Result<usize, Error> {
        let mut statement = self.connection.prepare_cached("SELECT count(*) FROM article")?;
        let count: i64 = statement.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or_default())
    }

    fn rows_where(&self, condition: &str, values: impl Params) -> Result<Vec<Row>, Error> {
        let sql =
            format!("SELECT {} FROM article WHERE {condition} ORDER BY created_at DESC, path", columns());
        let mut statement = self.connection.prepare_cached(&sql)?;
        statement.query_map(values, |found| Row::read(found, 0))?.collect()
    }

    /// Has `write` change what shelves show, in one step.
    ///
    /// # Errors
    /// Where it can't be written; then nothing has changed.
    pub fn change(&self, write: impl FnOnce(&mut Writer<'_>) -> Result<(), Error>) -> Result<(), Error> {
        self.at_once_with(|index| {
            write(&mut Writer { index })?;
            let sql = "INSERT INTO about VALUES ('revision', 1) ON CONFLICT DO UPDATE SET value = value + 1";
            index.connection.execute(sql, []).map(|_| ())
        })
    }

    /// Has `write` take in words, in one step: shelves show nothing of it.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn change_texts(
        &self,
        write: impl FnOnce(&mut Writer<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.at_once_with(|index| write(&mut Writer { index }))
    }

    fn at_once_with(&self, write: impl FnOnce(&Index) -> Result<(), Error>) -> Result<(), Error> {
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        write(self)?;
        transaction.commit()
    }

    /// What the reader did, of all articles of which there is something.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn marks(&self) -> Result<Vec<(String, Marks)>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, bookmarked, archived, progress, read_at, marked_tags, highlights, noted FROM article
             WHERE bookmarked OR archived OR progress > 0 OR read_at IS NOT NULL OR marked_tags <> ''
                OR highlights > 0 OR noted <> ''",
        )?;
        let marks = statement.query_map([], |row| {
            let (bookmarked, archived) = (row.get(1)?, row.get(2)?);
            Ok((
                row.get(0)?,
                Marks {
                    bookmarked,
                    archived,
                    progress: row.get(3)?,
                    read_at: row.get(4)?,
                    tags: row.get(5)?,
                    highlights: row.get(6)?,
                    noted: row.get(7)?,
                },
            ))
        })?;
        marks.collect()
    }

    /// The tags that articles are shown with, each spelling with the number of articles.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn tags(&self) -> Result<Vec<(Tag, usize)>, Error> {
        let sql = "SELECT folded, name, count(*) FROM tag GROUP BY folded, name";
        let mut statement = self.connection.prepare_cached(sql)?;
        let tags = statement.query_map([], |row| {
            let count = usize::try_from(row.get::<_, i64>(2)?).unwrap_or_default();
            Ok((Tag { key: row.get(0)?, name: row.get(1)? }, count))
        })?;
        tags.collect()
    }

    /// The ids of the articles that are shown with a tag, by its key.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn tagged_ids(&self, key: &str) -> Result<Vec<String>, Error> {
        let sql = "SELECT id FROM tag JOIN article USING (number) WHERE folded = ?";
        self.connection.prepare_cached(sql)?.query_map([key], |row| row.get(0))?.collect()
    }

    /// Pictures, sound and video of this name, or all.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn media(&self, name: Option<i64>) -> Result<Vec<Vec<u8>>, Error> {
        let sql = "SELECT path FROM medium WHERE ?1 IS NULL OR name = ?1";
        let sql = if name.is_some() { "SELECT path FROM medium WHERE name = ?1" } else { sql };
        let mut statement = self.connection.prepare_cached(sql)?;
        statement.query_map([name], |row| row.get(0))?.collect()
    }

    /// How often what shelves show has changed.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn revision(&self) -> Result<i64, Error> {
        let sql = "SELECT value FROM about WHERE key = 'revision'";
        let revision = self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?;
        Ok(revision.unwrap_or_default())
    }

    /// What is kept of the whole under a key.
    ///
    /// # Errors
    /// As [`Index::rows`].
    pub fn about(&self, key: &str) -> Result<Option<String>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM about WHERE key = ?")?;
        statement.query_row([key], |row| row.get(0)).optional()
    }

    /// Keeps something of the whole.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn set_about(&mut self, key: &str, value: &str) -> Result<(), Error> {
        let sql = "INSERT INTO about VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";
        self.connection.prepare_cached(sql)?.execute([key, value]).map(|_| ())
    }
}

impl Writer<'_> {
    /// Puts the row of an article in place of the one with its id, or adds it. One that is known by its id keeps its
    /// number, its marks, and what was kept of its text. `tags` are those that it is shown with.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn put(&mut self, row: &Row, tags: &[Tag]) -> Result<(), Error> {
        row.run(&mut *self.index.connection.prepare_cached(upsert())?)?;
        match self.index.number(&row.id)? {
            Some(number) => self.put_tags(number, tags),
            None => Ok(()),
        }
    }

    /// Shows an article with these tags, if it is there: its words are to be taken in anew.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn tag(&mut self, id: &str, tags: &[Tag]) -> Result<(), Error> {
        let Some(number) = self.index.number(id)? else { return Ok(()) };
        let sql = "UPDATE article SET has_text = 0 WHERE number = ?";
        self.index.connection.prepare_cached(sql)?.execute([number])?;
        self.put_tags(number, tags)
    }

    fn put_tags(&mut self, number: i64, tags: &[Tag]) -> Result<(), Error> {
        let connection = &self.index.connection;
        connection.prepare_cached("DELETE FROM tag WHERE number = ?")?.execute([number])?;
        let sql = "INSERT OR IGNORE INTO tag (folded, number, name) VALUES (?, ?, ?)";
        let mut put = connection.prepare_cached(sql)?;
        for Tag { key, name } in tags {
            put.execute(params![key, number, name])?;
        }
        Ok(())
    }

    /// Removes an article, if it is there.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn remove(&mut self, id: &str) -> Result<(), Error> {
        let Some(number) = self.index.number(id)? else { return Ok(()) };
        self.index.connection.prepare_cached("DELETE FROM tag WHERE number = ?")?.execute([number])?;
        self.index.connection.prepare_cached("DELETE FROM article WHERE number = ?")?.execute([number])?;
        self.index.remove_text(number)
    }

    /// Keeps what the reader did with an article, if it is there. Where other words are said of its marks, all of its words
    /// are to be taken in anew.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn mark(&mut self, id: &str, marks: &Marks) -> Result<(), Error> {
        let sql = "UPDATE article SET bookmarked = ?1, archived = ?2, progress = ?3, read_at = ?4, marked_tags = ?5,
            highlights = ?6, has_text = has_text AND noted = ?7, noted = ?7 WHERE id = ?8";
        let Marks { bookmarked, archived, progress, read_at, tags, highlights, noted } = marks;
        let values = params![bookmarked, archived, progress, read_at, tags, highlights, noted, id];
        self.index.connection.prepare_cached(sql)?.execute(values).map(|_| ())
    }

    /// Adds a picture, sound or video, with its file's name as a number.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn put_medium(&mut self, path: &[u8], name: i64) -> Result<(), Error> {
        let sql = "INSERT OR REPLACE INTO medium (path, name) VALUES (?, ?)";
        self.index.connection.prepare_cached(sql)?.execute(params![path, name]).map(|_| ())
    }

    /// Removes a picture, sound or video.
    ///
    /// # Errors
    /// As [`Index::change`].
    pub fn remove_medium(&mut self, path: &[u8]) -> Result<(), Error> {
        self.index.connection.prepare_cached("DELETE FROM medium WHERE path = ?")?.execute([path]).map(|_| ())
    }
}
