//! Bookmarks as browsers and other programs write them: Netscape's form, of which there is no standard. Nested `DL` are
//! folders, which an `H3` before them names; `A` are entries, and a `DD` behind one tells of it. So is Pocket's
//! `ril_export.html`, in which headings tell what was put away, and any other page of links under headings.

use std::io::{self, BufRead};

use super::entry::{Entry, headline, parts, some};
use super::markup::{Event, events};
use super::read::Out;
use super::{times, values};

/// Folders that browsers have, and that tell nothing.
const ROOTS: &[&str] = &["personal_toolbar_folder", "unfiled_bookmarks_folder"];
/// The longest name of a folder or an entry that is kept, in bytes.
const LONGEST: usize = 4000;

/// Which kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Netscape's form.
    Browser,
    /// Pocket's `ril_export.html`.
    Pocket,
    /// Instapaper's page.
    Instapaper,
}

#[derive(Default)]
struct State {
    folders: Vec<Option<String>>,
    heading: String,
    /// The folder whose list is next.
    named: Option<String>,
    pending: Option<(Entry, bool)>,
    /// Where words go.
    into: Into,
    words: String,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Into {
    #[default]
    Nothing,
    Title,
    Folder,
    Heading,
    Description,
}

pub(super) fn read(reader: &mut dyn BufRead, kind: Kind, out: &mut Out<'_>) -> io::Result<()> {
    let mut state = State::default();
    let mut goes_on = true;
    events(reader, &mut |event| {
        goes_on = state.take(event, kind, out);
        goes_on
    })?;
    if goes_on {
        state.ends_words(kind);
        state.hand_over(out);
    }
    Ok(())
}

impl State {
    fn take(&mut self, event: Event, kind: Kind, out: &mut Out<'_>) -> bool {
        match &event {
            Event::Text(words) => {
                if self.into != Into::Nothing && self.words.len() < LONGEST {
                    self.words.push_str(words);
                }
                true
            }
            Event::Cut(line) => {
                self.ends_words(kind);
                self.hand_over(out)
                    && out.refuse(*line, "", "The file is cut short here, in the middle of an entry.")
            }
            Event::Declared(..) => true,
            Event::Close(name) => {
                match name.as_str() {
                    "dl" => {
                        self.ends_words(kind);
                        self.folders.pop();
                        return self.hand_over(out);
                    }
                    "a" | "h1" | "h2" | "h3" | "dd" | "ul" | "ol" => self.ends_words(kind),
                    _ => {}
                }
                true
            }
            Event::Open { name, line, .. } => match name.as_str() {
                "a" => {
                    self.ends_words(kind);
                    let goes_on = self.hand_over(out);
                    let entry = self.entry(&event, *line, kind);
                    let feed = !event.attribute("feedurl").is_empty();
                    self.pending = Some((entry, feed));
                    self.begin(Into::Title);
                    goes_on
                }
                "h1" | "h2" | "h3" => {
                    self.ends_words(kind);
                    let goes_on = self.hand_over(out);
                    let is_root = ROOTS.iter().any(|root| !event.attribute(root).is_empty());
                    let is_folder = name == "h3" && kind == Kind::Browser && !is_root;
                    self.begin(if is_folder { Into::Folder } else { Into::Heading });
                    goes_on
                }
                "dl" => {
                    self.ends_words(kind);
                    let named = self.named.take();
                    self.folders.push(named);
                    self.hand_over(out)
                }
                "dd" => {
                    self.ends_words(kind);
                    self.begin(if self.pending.is_some() { Into::Description } else { Into::Nothing });
                    true
                }
                "dt" => {
                    self.ends_words(kind);
                    true
                }
                _ => true,
            },
        }
    }

    fn begin(&mut self, into: Into) {
        self.into = into;
        self.words.clear();
    }

    fn ends_words(&mut self, kind: Kind) {
        let words = std::mem::take(&mut self.words);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match (std::mem::take(&mut self.into), &mut self.pending) {
            (Into::Title, Some((entry, _))) => entry.title = headline(&words),
            (Into::Description, Some((entry, _))) => entry.description = some(words),
            (Into::Folder, _) => self.named = some(words),
            // What a heading of a browser's file says is no folder.
            (Into::Heading, _) if kind != Kind::Browser => self.heading = words,
            _ => {}
        }
    }

    fn entry(&self, event: &Event, line: usize, kind: Kind) -> Entry {
        let mut entry = Entry::at(line, event.attribute("href"));
        let added = [event.attribute("time_added"), event.attribute("add_date")];
        entry.saved = added.into_iter().find_map(times::read);
        entry.tags = parts(event.attribute("tags"), &[',']);
        entry.favourite = values::is_so(event.attribute("data-important"));
        let folders: Vec<&str> = self.folders.iter().flatten().map(String::as_str).collect();
        // What was put into no folder, Raindrop writes into one of this name.
        entry.folders.extend(some(folders.join(" / ")).filter(|folder| folder != "Unsorted"));
        match (kind, self.heading.as_str()) {
            (Kind::Browser, _) | (_, "" | "Unread" | "Home") => {}
            (_, "Read Archive" | "Archive" | "Read") => entry.archived = true,
            (_, "Starred" | "Liked" | "Favorites") => entry.favourite = true,
            (Kind::Instapaper, folder) => entry.folders.push(folder.to_owned()),
            (Kind::Pocket, _) => {}
        }
        entry
    }

    fn hand_over(&mut self, out: &mut Out<'_>) -> bool {
        match self.pending.take() {
            None => true,
            Some((entry, true)) => out.refuse(
                entry.line,
                &entry.url,
                "This is a feed, and no article. Save the articles that it lists.",
            ),
            Some((entry, false)) if entry.url.is_empty() => {
                let title = entry.title.unwrap_or_default();
                out.refuse(entry.line, &title, "This entry has no address.")
            }
            Some((entry, false)) => out.plain(entry),
        }
    }
}
