//! What this program has just written is on the shelf, and can be searched, at once: the next look at the folder only
//! finds it so.

use std::path::{Path, PathBuf};

use crate::catalogue::{Catalogue, Shelved};
use crate::mirror::shown_tags;
use crate::scan::{Picture, Sorted, What};
use crate::{Library, name, rows, scan};

impl Library {
    /// Takes in the article that was written to `path`, relative to the library. Where another file may have its id, the
    /// next look decides.
    pub(crate) fn take_in(&self, path: &Path) {
        if self.is_new() {
            return;
        }
        let Some(shelved) = self.just_written(path) else { return };
        let text = self.text_of(&shelved);
        let (row, tags) = (rows::row(&shelved), shown_tags(&shelved, &self.state().state));
        self.change_index(|index| {
            index.put(&row, &tags)?;
            text.as_ref().map_or(Ok(()), |text| index.put_texts(std::slice::from_ref(text)))
        });
        self.cache.stir();
    }

    /// The same of many, in one step.
    pub(crate) fn take_in_all(&self, paths: &[PathBuf]) {
        if self.is_new() {
            return;
        }
        let shelved: Vec<Shelved> = paths.iter().filter_map(|path| self.just_written(path)).collect();
        let texts: Vec<_> = shelved.iter().filter_map(|shelved| self.text_of(shelved)).collect();
        let rows: Vec<_> = {
            let known = self.state();
            shelved.iter().map(|shelved| (rows::row(shelved), shown_tags(shelved, &known.state))).collect()
        };
        self.change_index(|index| {
            rows.iter().try_for_each(|(row, tags)| index.put(row, tags))?;
            index.put_texts(&texts)
        });
        self.cache.stir();
    }

    /// The same, of a whole path.
    pub(crate) fn take_in_file(&self, file: &Path) {
        if let Ok(path) = file.strip_prefix(&self.root).or_else(|_| file.strip_prefix(&self.real)) {
            self.take_in(path);
        }
    }

    fn just_written(&self, path: &Path) -> Option<Shelved> {
        let catalogue = Catalogue { cache: &self.cache };
        let Sorted { what, picture, capture, .. } = scan::one(&self.real, path)?;
        let What::New(card) = what else { return None };
        let id = card.claim.clone().unwrap_or_else(|| name::id_of_path(path));
        let other = catalogue.get(&id).filter(|other| other.card.path != path);
        if other.is_some_and(|other| self.real.join(&other.card.path).exists()) {
            return None;
        }
        // What lay here before under another id is gone.
        if catalogue.at(path).is_some_and(|before| before.id != id) {
            return None;
        }
        Some(Shelved {
            id,
            card: *card,
            picture: picture == Picture::Saved,
            note: None,
            capture: capture.map(|capture| *capture),
        })
    }
}
