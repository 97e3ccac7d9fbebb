//! Which addresses are on the shelf: those of the last scan, and what was put there since. Whoever looks an address up to
//! put it there holds this from the one to the other, so that no page is there twice. What leads to another's address is
//! known when it came, and looked up once more before it is delivered.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use capture::canonical;
use library::Library;

use crate::Result;

/// What was put on the shelf of a library, and no scan has seen yet.
#[derive(Debug, Default)]
pub(crate) struct Shelving {
    /// The library's folder.
    root: PathBuf,
    /// Ids, by what their addresses come to.
    lately: HashMap<String, String>,
    /// The same by addresses that led to others, and by those that they led to: an article says only the last.
    led: HashMap<String, String>,
}

/// What is there.
pub(super) struct Here {
    by_address: HashMap<String, String>,
    lately: HashSet<String>,
}

impl Shelving {
    /// What is on the shelf of `library`.
    pub(super) fn here(&mut self, library: &Library) -> Result<Here> {
        if self.root != library.root() {
            *self = Shelving { root: library.root().to_owned(), ..Shelving::default() };
        }
        let seen = library.sources()?;
        let known: HashSet<&str> = seen.iter().map(|(id, _)| id.as_str()).collect();
        self.lately.retain(|_, id| !known.contains(id.as_str()));
        self.led.retain(|_, id| known.contains(id.as_str()));
        let lately = self.lately.values().cloned().collect();
        let mut by_address = self.led.clone();
        by_address.extend(self.lately.clone());
        by_address.extend(seen.into_iter().map(|(id, source)| (canonical(&source), id)));
        Ok(Here { by_address, lately })
    }

    /// The article with a text, other than `id`, to whose address `asked` led: `came`.
    pub(super) fn other(
        &mut self,
        library: &Library,
        [asked, came]: [&str; 2],
        id: &str,
    ) -> Result<Option<String>> {
        let key = canonical(came);
        if key == canonical(asked) && !self.led.contains_key(&key) {
            return Ok(None);
        }
        let here = self.here(library)?;
        let is_other = |found: &&String| *found != id && library.has_text(found);
        let found =
            self.led.get(&key).filter(is_other).or_else(|| here.by_address.get(&key).filter(is_other));
        Ok(found.cloned())
    }

    /// The article `id` was asked for at one address, and came from another.
    pub(super) fn led(&mut self, addresses: [&str; 2], id: &str) {
        let [asked, came] = addresses.map(canonical);
        if asked != came {
            self.led.extend([asked, came].map(|key| (key, id.to_owned())));
        }
    }

    /// This was put there.
    pub(super) fn put(&mut self, address: &str, id: &str) {
        self.lately.insert(canonical(address), id.to_owned());
    }
}

impl Here {
    /// The id of the article that came from an address.
    pub(super) fn find(&self, address: &str) -> Option<&String> {
        self.by_address.get(&canonical(address))
    }

    /// Everything, by what addresses come to, with ids.
    pub(super) fn all(&self) -> impl Iterator<Item = (&String, &String)> {
        self.by_address.iter()
    }

    /// Whether it was put there so lately that whoever did so still looks after it.
    pub(super) fn is_new(&self, id: &str) -> bool {
        self.lately.contains(id)
    }
}
