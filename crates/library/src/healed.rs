//! A bundle whose renaming was cut short: its text has the new name, its folder still the old one, so that it is no bundle
//! any more. The folder follows.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::catalogue::Shelved;
use crate::ledger::Ledger;
use crate::saving::is_taken;
use crate::untrash::text_of;
use crate::{Library, durable, home, ledger};

impl Library {
    /// Makes bundles of what was cut short so, as the last scan has it. What can't be renamed now is met again.
    pub(crate) fn heal(&self) {
        let (mut torn, mut looked) = (Vec::new(), HashSet::new());
        let Ok(catalogue) = self.catalogue() else { return };
        catalogue.each(|shelved| {
            let folder = shelved.card.path.parent().filter(|folder| folder.file_name().is_some());
            if let Some(folder) =
                folder.filter(|_| shelved.card.claim.is_some() && !home::is_bundle(&shelved))
                && looked.insert(folder.to_path_buf())
                && fs::symlink_metadata(self.real.join(folder).join(ledger::NAME)).is_ok()
            {
                torn.push(shelved);
            }
        });
        for path in torn.iter().filter_map(|shelved| self.rejoin(shelved).ok().flatten()) {
            self.take_in(&path);
        }
    }

    /// Gives the article's file.
    fn rejoin(&self, Shelved { card, .. }: &Shelved) -> io::Result<Option<PathBuf>> {
        let folder = card.path.parent().unwrap_or(Path::new(""));
        let (inner, file) = (self.real.join(folder), card.path.file_name().unwrap_or_default());
        // Who renames it at this moment holds it.
        let Some(_held) = durable::hold_or_go_on(&inner) else { return Ok(None) };
        let is_ours = Ledger::read(&inner).is_ok_and(|ledger| ledger.is_some());
        if !is_ours || text_of(&inner).as_deref() != Some(file) {
            return Ok(None);
        }
        let whole = folder.with_file_name(card.path.file_stem().unwrap_or_default());
        let to = self.real.join(&whole);
        let moved = match fs::symlink_metadata(&to) {
            Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(&inner, &to),
        };
        let path = match moved {
            Ok(()) => whole.join(file),
            // That name was taken meanwhile: the text gets its old one back.
            Err(error) if is_taken(&error) => {
                let own = folder.file_name().unwrap_or_default().to_string_lossy();
                let path = folder.join(format!("{own}.md"));
                fs::rename(inner.join(file), self.real.join(&path))?;
                path
            }
            Err(error) => return Err(error),
        };
        durable::sync_folder(self.real.join(&path).parent().unwrap_or(&self.real))?;
        durable::sync_folder(to.parent().unwrap_or(&self.real))?;
        Ok(Some(path))
    }
}
