//! Tags written into the articles' own files, where the reader asks for that.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use article::{Article, Form};
use serde::Serialize;

use crate::entry::Marks;
use crate::error::{Code, Error, Failed, advice, reason};
use crate::ledger::Ledger;
use crate::marking::here;
use crate::state::{Mark, Plan};
use crate::{Library, durable, front, home, name, reach, tags};

/// What became of tags that were to be written into files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WrittenTags {
    /// Files that have all tags of their article now, and no others.
    pub written: usize,
    /// Articles whose files stay as they were, and why.
    pub failed: Vec<Failed>,
}

impl Library {
    /// Writes the tags that articles are shown with into the front matter of their files, each in one step; all else
    /// in a file stays byte for byte. From then on the files alone say which tags these articles have.
    ///
    /// # Errors
    /// [`Code::ArticleGone`] where none of them is here; [`Code::NotSaved`] where another folder has taken the
    /// library's place.
    pub fn write_tags(&self, ids: &[String]) -> Result<WrittenTags, Error> {
        reach::check_same(&self.root, self.state().folder, Code::NotSaved)?;
        let catalogue = self.catalogue()?;
        let mut done = WrittenTags::default();
        let (mut paths, mut marks) = (Vec::new(), Vec::new());
        for id in here(catalogue, ids)? {
            let Some(shelved) = catalogue.get(&id) else { continue };
            let path = &shelved.card.path;
            let known = self.marks(&id);
            let written = match self.is_still(&shelved) {
                true => self.write_into(path, home::is_bundle(&shelved), &known),
                false => {
                    Err("another file has taken its place. Look at the shelf, and try again.".to_owned())
                }
            };
            match written {
                Ok(()) => {
                    done.written += 1;
                    paths.push(path.clone());
                    let own = known.tags.into_iter().map(|tag| Mark::Tag(tag, false));
                    let hidden = known.hidden_tags.into_iter().map(|tag| Mark::Hidden(tag, false));
                    marks.extend(own.chain(hidden).map(|mark| (id.clone(), mark)));
                }
                Err(why) => {
                    let title = &shelved.card.title;
                    let message = format!(
                        "The tags of “{title}” could not be written into its file: {why} It is shown with them all \
                         the same."
                    );
                    done.failed.push(Failed { id, message });
                }
            }
        }
        // The files have them before the marks go: whatever is cut short, no tag is lost.
        self.change(|_, _| Ok((Plan { marks, ..Plan::default() }, ())))?;
        if !paths.is_empty() {
            self.read_again(Some(&paths.into_iter().collect()))?;
        }
        Ok(done)
    }

    /// The error ends a sentence, and may be followed by others.
    fn write_into(&self, path: &Path, bundle: bool, marks: &Marks) -> Result<(), String> {
        let refused = |error: io::Error| {
            let (why, advice) = (reason(&error), advice(&error));
            format!("{why}. To write them, {advice}, and try again.")
        };
        if path.file_name().and_then(name::form) != Some(Form::Markdown) {
            return Err("only Markdown files have a place for tags.".to_owned());
        }
        let folder = self.folder_of(path).map_err(refused)?;
        let file = self.real.join(path);
        if !fs::symlink_metadata(&file).map_err(refused)?.is_file() {
            return Err("it is a link, and Offprint writes through none.".to_owned());
        }
        let held = if bundle { durable::hold_or_go_on(&folder) } else { Some(None) };
        let Some(_held) = held else {
            return Err("it is being fetched just now. Wait a moment, and try again.".to_owned());
        };
        let before = String::from_utf8(fs::read(&file).map_err(refused)?)
            .map_err(|_| "it is not written in UTF-8. Convert it, and try again.".to_owned())?;
        let own = Article::read(&before, Form::Markdown).summary().meta.tags;
        let shown = tags::shown(&own, marks);
        if shown.is_empty() && own.is_empty() {
            return Ok(());
        }
        let text = front::set_tags(&before, &shown).ok_or_else(|| {
            "its front matter is written in a way that can't be changed line by line. Write them there yourself."
                .to_owned()
        })?;
        if text == before {
            return Ok(());
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        durable::replace(&folder, &name, &before, &text).map_err(refused)?;
        // The ledger tells by the file's digest whether the reader has changed the text, which this did not.
        if let Some(mut ledger) = bundle.then(|| Ledger::read(&folder).ok().flatten()).flatten()
            && ledger.has_text(&before)
        {
            ledger.describe(&text);
            ledger.write(&folder).map_err(refused)?;
        }
        Ok(())
    }

    /// The folder that the file or folder `path` of the library lies in. Fails where a link leads to it.
    pub(crate) fn folder_of(&self, path: &Path) -> io::Result<PathBuf> {
        let folder = self.real.join(path.parent().unwrap_or(Path::new("")));
        if fs::canonicalize(&folder)? != folder {
            return Err(io::Error::other("a link leads to its folder, which Offprint does not follow"));
        }
        Ok(folder)
    }
}
