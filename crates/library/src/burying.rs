//! The marks of articles that were deleted for good.
//!
//! Where other devices share the library, one may have brought such an article back meanwhile, and what it did may not have
//! come yet. So its marks are buried: nobody is shown them while the article is not here, and they are there with it if
//! it is. After a month they go for good, the next time that the trash is emptied. An article without an id is known by its
//! path, and the next file there is another article: its marks go at once.

use std::collections::HashSet;
use std::path::Path;
use std::time::SystemTime;
use std::{fs, io};

use crate::catalogue::Catalogue;
use crate::state::{DEVICES, Edit, State};
use crate::trash::Trashed;
use crate::{Error, Library, name, time};

/// So long marks are buried, in milliseconds.
const MONTH: i64 = 30 * 24 * 60 * 60 * 1000;

impl Library {
    /// Buries the marks of an article that is being deleted for good. Where that can't be written they stay, hidden as
    /// their article is.
    pub(crate) fn bury_highlights(&self, trashed: &Trashed) {
        let has_own_id = trashed.id != name::id_of_path(Path::new(&trashed.path));
        let edit = match has_own_id && self.is_shared() {
            true => Edit::Buried(Some(time::millis(SystemTime::now()))),
            false => Edit::Gone,
        };
        // The article is gone all the same.
        let _ = self.change_here(|state| {
            let notes = state.highlights().of(&trashed.id).map(|one| (one.id.clone(), edit.clone()));
            Ok((notes.collect(), ()))
        });
    }

    /// Whether other devices did anything in this library.
    fn is_shared(&self) -> bool {
        let own = self.state().state.device().to_owned();
        let devices = DEVICES.iter().fold(self.real.clone(), |path, part| path.join(part));
        // What can't be listed may be anything.
        fs::read_dir(devices).map_or_else(
            |error| error.kind() != io::ErrorKind::NotFound,
            |mut listed| listed.any(|device| device.is_ok_and(|device| device.file_name() != *own)),
        )
    }

    /// Deletes what was buried a month ago, but what belongs to an article that is here again, or in the trash.
    pub(crate) fn forget_buried(&self) {
        let trashed: HashSet<String> = self.trashed().into_iter().map(|trashed| trashed.id).collect();
        let now = time::millis(SystemTime::now());
        let catalogue = Catalogue { cache: &self.cache };
        let lives = |article: &str| catalogue.has(article);
        // What can't be written is done the next time.
        let _: Result<(), Error> =
            self.change_here(|state| Ok((due(state, now, lives, |article| trashed.contains(article)), ())));
    }
}

/// What is to be done with buried marks now.
fn due(
    state: &State,
    now: i64,
    lives: impl Fn(&str) -> bool,
    is_trashed: impl Fn(&str) -> bool,
) -> Vec<(String, Edit)> {
    let all = state.highlights();
    let fate = |(id, at): (&String, &i64)| {
        let article = &all.all.get(id)?.article;
        let edit = match now.saturating_sub(*at) < MONTH {
            true => return None,
            false if lives(article) => Edit::Buried(None),
            false if is_trashed(article) => return None,
            false => Edit::Gone,
        };
        Some((id.clone(), edit))
    };
    all.buried.iter().filter_map(fate).collect()
}
