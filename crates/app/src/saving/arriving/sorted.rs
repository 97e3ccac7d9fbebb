//! What becomes of an entry.

use std::cell::RefCell;
use std::collections::HashMap;

use capture::fetch;
use capture::{Asked, addresses, canonical};
use exchange::arriving::{Body, Container, Content, Entry, Kind};
use library::{Library, Waiting};

use super::alike::is_alike;
use super::written::{self, Text};
use crate::Result;

/// What becomes of an entry.
pub(super) enum Fate {
    /// It can't be taken in; why.
    Refused(String),
    /// It is here, or came before; with the text for an article that still waits for its own.
    Here(Known, Option<Box<(Waiting, Text)>>),
    /// It waits for its text, which came, and was only looked at.
    Filled(Key),
    /// What comes in the same batch has to be on the shelf before it can be told.
    Later,
    /// It is new, with its text; by this id, where its text tells it from others.
    New(Box<Text>, Option<String>, Key),
    /// It would be new, with its text, which was not read.
    Expected(Key),
    /// It is to be fetched.
    Queue(Key),
}

/// How an article is known: its address, and by what that is told from others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) address: String,
    pub(super) canonical: String,
}

/// An article that is here, or comes in the same batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    Id(String),
    /// And whether it waits for its text.
    Coming(usize, bool),
}

/// What is known already.
pub(super) struct Around<'a> {
    pub(super) library: &'a Library,
    pub(super) own_network: bool,
    /// By what addresses come to, or by ids of texts.
    pub(super) known: HashMap<String, Known>,
    /// Articles by what their addresses come to, all of each; asked for when a file is to be told from them.
    pub(super) all: RefCell<Option<HashMap<String, Vec<String>>>>,
    /// Files that were only looked at and would come, by what their addresses come to.
    pub(super) looked_at: HashMap<String, Vec<Content>>,
}

impl Around<'_> {
    /// Tells what becomes of an entry. A text that is no file of its own is read only where it is to be `kept`.
    pub(super) fn sort(&self, entry: &Entry, files: &mut dyn Container, kept: bool) -> Result<Fate> {
        let address = read_address(&entry.url, self.own_network);
        // What can't be fetched may come with its text all the same.
        let named = match &address {
            Ok(address) => address.clone(),
            Err(_) => Some(entry.url.clone()).filter(|url| library::is_web(url)),
        };
        let key = named.as_deref().map(Key::of);
        let here = key.as_ref().and_then(|key| self.known.get(&key.canonical)).cloned();
        // Why there is no text, or nothing where there is none to be.
        let without = |why: Option<String>| match (&here, &address, &key) {
            (Some(here), ..) => Fate::Here(here.clone(), None),
            (None, Ok(Some(_)), Some(key)) => Fate::Queue(key.clone()),
            (None, Err(why), _) if entry.content.is_none() => Fate::Refused(why.clone()),
            _ => Fate::Refused(why.unwrap_or_else(|| "This entry has no address.".to_owned())),
        };
        let Some(content) = &entry.content else { return Ok(without(None)) };
        let is_file = is_file(content);
        if let Some(here) = &here {
            let is_asked = is_file || (kept && self.is_without_text(here)?);
            if !is_asked {
                return Ok(Fate::Here(here.clone(), None));
            }
        } else if let Some(key) = key.clone().filter(|_| !kept && !is_file) {
            return Ok(Fate::Expected(key));
        }
        let text = match written::read(entry, content, named.as_deref(), files) {
            Ok(text) => text,
            // The page may still be there.
            Err(why) => return Ok(without(Some(why))),
        };
        let key = key.or_else(|| text.address().map(Key::of));
        let id = written::id_of(&text.all_words());
        let Some(key) = key else {
            let same = self.same(&id)?;
            return Ok(match same {
                Some(known) => Fate::Here(known, None),
                None => Fate::New(Box::new(text), Some(id), Key::default()),
            });
        };
        // Several files may say that they are of one page. By its own id each is known again.
        if is_file && let Some(known) = self.same(&id)? {
            return Ok(Fate::Here(known, None));
        }
        Ok(match self.known.get(&key.canonical).cloned() {
            None => Fate::New(Box::new(text), is_file.then_some(id), key),
            Some(Known::Coming(_, waits)) if kept && (waits || is_file) => Fate::Later,
            Some(known) if self.is_without_text(&known)? => match kept {
                true => self.here(known, text),
                false => Fate::Filled(key),
            },
            Some(known) if is_file => match self.alike(&known, &key, &text, files)? {
                Some(known) => Fate::Here(known, None),
                None => Fate::New(Box::new(text), Some(id), key),
            },
            Some(known) => Fate::Here(known, None),
        })
    }

    /// Remembers an entry that was only looked at, and `waits` for its text or has it.
    pub(super) fn looked_at(&mut self, entry: &Entry, id: Option<String>, key: Key, waits: bool) {
        let canonical = Some(key.canonical).filter(|canonical| !canonical.is_empty());
        for known in id.iter().chain(&canonical) {
            self.known.entry(known.clone()).or_insert(Known::Coming(0, waits));
        }
        if let (Some(canonical), Some(content)) = (canonical, &entry.content)
            && is_file(content)
        {
            // Its words are read once more where another file is of the same page.
            let content = Content { kind: content.kind, body: Body::File, base: content.base.clone() };
            self.looked_at.entry(canonical).or_default().push(content);
        }
    }

    /// What is known by an id.
    fn same(&self, id: &str) -> Result<Option<Known>> {
        if let Some(known) = self.known.get(id) {
            return Ok(Some(known.clone()));
        }
        Ok(self.library.holds(id)?.then(|| Known::Id(id.to_owned())))
    }

    /// The article of the same address that says what a text does, or the file that was looked at.
    fn alike(
        &self,
        known: &Known,
        key: &Key,
        text: &Text,
        files: &mut dyn Container,
    ) -> Result<Option<Known>> {
        let mut all = self.all.borrow_mut();
        let all = match &mut *all {
            Some(all) => all,
            none => {
                let mut found: HashMap<String, Vec<String>> = HashMap::new();
                for (id, source) in self.library.sources()? {
                    found.entry(canonical(&source)).or_default().push(id);
                }
                none.insert(found)
            }
        };
        let first = match known {
            Known::Id(id) => Some(id),
            Known::Coming(..) => None,
        };
        let ids = first.into_iter().chain(all.get(&key.canonical).into_iter().flatten());
        let words = text.all_words();
        // One that can't be read is not written over, and says nothing.
        let says_so = |id: &&String| self.library.text(id).is_ok_and(|there| is_alike(&words, &there));
        if let Some(id) = ids.into_iter().find(says_so) {
            return Ok(Some(Known::Id(id.clone())));
        }
        let looked_at = self.looked_at.get(&key.canonical).into_iter().flatten();
        let mut texts =
            looked_at.filter_map(|content| written::read(&Entry::default(), content, None, files).ok());
        let says_so = texts.any(|there| is_alike(&words, &there.all_words()));
        Ok(says_so.then(|| known.clone()))
    }

    fn is_without_text(&self, here: &Known) -> Result<bool> {
        let Known::Id(id) = here else { return Ok(matches!(here, Known::Coming(_, true))) };
        let row = self.library.entry(id)?;
        Ok(row.is_some_and(|row| matches!(row.status, library::Status::Waiting | library::Status::Missing)))
    }

    /// An article that waits for its text, and that text. One that is gone meanwhile, or in other hands, needs none.
    fn here(&self, here: Known, text: Text) -> Fate {
        let waiting = match &here {
            Known::Id(id) => self.library.wait_again(id).ok().flatten(),
            Known::Coming(..) => None,
        };
        Fate::Here(here, waiting.map(|waiting| Box::new((waiting, text))))
    }
}

/// Whether a text is a file of its own, of which there may be several to one page.
fn is_file(content: &Content) -> bool {
    !content.base.is_empty() && matches!(content.kind, Kind::Markdown | Kind::Page)
}

impl Key {
    fn of(address: &str) -> Key {
        Key { address: address.to_owned(), canonical: canonical(address) }
    }
}

/// The address that is written there, vetted; `None` where nothing is.
fn read_address(written: &str, own_network: bool) -> std::result::Result<Option<String>, String> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    let is_scheme =
        |scheme: &str| scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    let plain = !written.contains(char::is_whitespace)
        && written.split_once("://").is_some_and(|(scheme, _)| !scheme.is_empty() && is_scheme(scheme));
    let vetted = |address: &str| match fetch::vet(address, own_network) {
        Ok(url) => Ok(Some(String::from(url))),
        Err(error) => Err(error.message),
    };
    if plain || (written.contains(':') && !written.contains(['.', ' '])) {
        return vetted(written);
    }
    match addresses(written).into_iter().next() {
        Some(Asked::Page { address, .. }) => vetted(&address),
        Some(Asked::Unread(why)) => Err(why),
        None => {
            let shown: String = written.chars().take(80).collect();
            Err(format!("“{shown}” is no address of the web."))
        }
    }
}
