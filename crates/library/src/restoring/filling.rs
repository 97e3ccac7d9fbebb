//! An article that is here and waits for its text, when it comes with it.

use std::fs;
use std::path::PathBuf;

use article::Status;

use super::{Fault, Restoring};
use crate::{durable, ledger};

impl Restoring<'_> {
    /// Puts the folder that came in the place of the one that waits. Nothing is done where somebody is fetching it, or where
    /// the reader put something of their own into it.
    pub(super) fn fill(
        &mut self,
        id: &str,
        folder: &str,
        path: &str,
        files: &[(PathBuf, String)],
        inside: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(), Fault> {
        let library = self.library;
        let io = |error: crate::Error| std::io::Error::other(error.message);
        let Some(shelved) = library.catalogue().map_err(io)?.get(id) else { return Ok(()) };
        let lacks = shelved
            .capture
            .as_ref()
            .filter(|capture| matches!(capture.status, Status::Waiting | Status::Missing));
        let Some(waiting) = lacks.and_then(|capture| shelved.waiting(capture)) else { return Ok(()) };
        let file = waiting.file();
        let Some(old) = file.parent().map(|folder| library.real.join(folder)) else { return Ok(()) };
        // Held until it is elsewhere; what has a text already is in nobody's hands.
        let Some(claim) = library.claim(waiting).map_err(io)? else { return Ok(()) };
        let names =
            fs::read_dir(&old)?.map(|file| Ok(file?.file_name())).collect::<std::io::Result<Vec<_>>>()?;
        let is_ours = |name: &std::ffi::OsString| {
            Some(name.as_os_str()) == file.file_name() || name.as_os_str() == ledger::NAME
        };
        if !names.iter().all(is_ours) {
            return Ok(());
        }
        // Between the two steps it is nowhere, and comes again with the next try.
        let aside = self.folder.join(durable::temporary_name());
        fs::rename(&old, &aside)?;
        match self.put_bundle(folder, path, files, inside) {
            Ok(placed) => {
                drop(claim);
                library.take_in(placed.as_ref());
                Ok(())
            }
            Err(fault) => {
                // The first error is the one to tell.
                let _ = fs::rename(&aside, &old);
                Err(fault)
            }
        }
    }
}
