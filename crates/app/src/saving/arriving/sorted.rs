//! What becomes of an entry.

use std::collections::HashMap;

use capture::fetch;
use capture::{Asked, addresses, canonical};
use exchange::arriving::{Container, Entry};
use library::{Library, Waiting};

use super::written::{self, Text};
use crate::Result;

/// What becomes of an entry.
pub(super) enum Fate {
    /// It can't be taken in; why.
    Refused(String),
    /// It is here, or came before; with the text for an article that still waits for its own.
    Here(Known, Option<Box<(Waiting, Text)>>),
    /// It is new, with its text; by this id, where it has no address.
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
    Coming(usize),
}

/// What is known already.
pub(super) struct Around<'a> {
    pub(super) library: &'a Library,
    pub(super) own_network: bool,
    /// By what addresses come to, or by ids of texts.
    pub(super) known: HashMap<String, Known>,
}

impl Around<'_> {
    /// Tells what becomes of an entry. A text for what waits here is read only where it is to be `kept`.
    pub(super) fn sort(&self, entry: &Entry, files: &mut dyn Container, kept: bool) -> Result<Fate> {
        let address = read_address(&entry.url, self.own_network);
        // What can't be fetched may come with its text all the same.
        let named = match &address {
            Ok(address) => address.clone(),
            Err(_) => Some(entry.url.clone()).filter(|url| library::is_web(url)),
        };
        let key = named.as_deref().map(Key::of);
        let here = key.as_ref().and_then(|key| self.known.get(&key.canonical)).cloned();
        if let Some(here) = here {
            return self.waits(here, entry, key, files, kept);
        }
        let Some(content) = &entry.content else {
            return Ok(match (address, key) {
                (Err(why), _) => Fate::Refused(why),
                (Ok(_), Some(key)) => Fate::Queue(key),
                (Ok(_), None) => Fate::Refused("This entry has no address.".to_owned()),
            });
        };
        if let Some(key) = key.clone().filter(|_| !kept) {
            return Ok(Fate::Expected(key));
        }
        let text = match written::read(entry, content, named.as_deref(), files) {
            Ok(text) => text,
            // The page may still be there.
            Err(why) => {
                return Ok(match (address, key) {
                    (Ok(Some(_)), Some(key)) => Fate::Queue(key),
                    _ => Fate::Refused(why),
                });
            }
        };
        let key = key.or_else(|| text.address().map(Key::of));
        if let Some(key) = key {
            return Ok(match self.known.get(&key.canonical) {
                Some(known) if kept && self.is_without_text(known)? => self.here(known.clone(), text),
                Some(known) => Fate::Here(known.clone(), None),
                None => Fate::New(Box::new(text), None, key),
            });
        }
        let id = written::id_of(text.markdown.as_deref().unwrap_or(&text.words()));
        if let Some(known) = self.known.get(&id) {
            return Ok(Fate::Here(known.clone(), None));
        }
        if self.library.holds(&id)? {
            return Ok(Fate::Here(Known::Id(id), None));
        }
        Ok(Fate::New(Box::new(text), Some(id), Key::default()))
    }

    /// Of an article that is here: whether it waits for the text that came.
    fn waits(
        &self,
        here: Known,
        entry: &Entry,
        key: Option<Key>,
        files: &mut dyn Container,
        kept: bool,
    ) -> Result<Fate> {
        let Some(content) = entry.content.as_ref().filter(|_| kept) else {
            return Ok(Fate::Here(here, None));
        };
        if !self.is_without_text(&here)? {
            return Ok(Fate::Here(here, None));
        }
        let address = key.map(|key| key.address);
        match written::read(entry, content, address.as_deref(), files) {
            Ok(text) => Ok(self.here(here, text)),
            Err(_) => Ok(Fate::Here(here, None)),
        }
    }

    fn is_without_text(&self, here: &Known) -> Result<bool> {
        let Known::Id(id) = here else { return Ok(false) };
        let row = self.library.entry(id)?;
        Ok(row.is_some_and(|row| matches!(row.status, library::Status::Waiting | library::Status::Missing)))
    }

    /// An article that waits for its text, and that text. One that is gone meanwhile, or in other hands, needs none.
    fn here(&self, here: Known, text: Text) -> Fate {
        let waiting = match &here {
            Known::Id(id) => self.library.wait_again(id).ok().flatten(),
            Known::Coming(_) => None,
        };
        Fate::Here(here, waiting.map(|waiting| Box::new((waiting, text))))
    }
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
