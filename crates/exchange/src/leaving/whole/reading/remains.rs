//! What is left of an archive whose end is missing, which lists what it holds.

use std::collections::HashMap;
use std::io::{self, Read, Seek};

use super::archive::{Files, Opened, above, is_systems};
use crate::arriving::salvage::{self, Member};

/// Files that have a head of their own.
pub(super) struct Remains<R> {
    from: R,
    members: Vec<Member>,
    /// By the names that articles call them by; of two of one name, the first.
    places: HashMap<String, usize>,
}

impl<R: Read + Seek> Remains<R> {
    /// Looks through an archive; `None` where it is none of Offprint's.
    pub(super) fn open(mut from: R) -> io::Result<Option<Remains<R>>> {
        let members = salvage::members(&mut from)?;
        let names: Vec<String> = members.iter().map(|member| member.name.clone()).collect();
        let Some(above) = above(&names) else { return Ok(None) };
        let mut places = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            if let Some(name) = name.strip_prefix(&above).filter(|name| !is_systems(name)) {
                places.entry(name.to_owned()).or_insert(at);
            }
        }
        Ok(Some(Remains { from, members, places }))
    }
}

impl<R: Read + Seek> Files for Remains<R> {
    fn names(&mut self) -> Vec<String> {
        self.places.keys().cloned().collect()
    }

    fn open<'a>(&'a mut self, name: &str) -> Opened<'a> {
        let Some(member) = self.places.get(name).and_then(|at| self.members.get(*at)) else {
            return Ok(None);
        };
        let unpacking = salvage::open(&mut self.from, member).map_err(|_| "can't be unpacked")?;
        // How long it is packed, its head need not say: no longer than the archive.
        Ok(Some((Box::new(unpacking), u64::MAX)))
    }
}
