//! Files by name, as Obsidian finds them: without regard to case, the shortest path first.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::name::{compare, fold};

/// Gives the files of a name.
type Find<'a> = Box<dyn Fn(&str) -> Vec<PathBuf> + 'a>;

/// Files of a library, to be found by their names.
#[derive(Default)]
pub(crate) struct Names<'a> {
    find: Option<Find<'a>>,
}

impl<'a> Names<'a> {
    /// Those that `find` gives for a name, in any order.
    pub(crate) fn found_by(find: impl Fn(&str) -> Vec<PathBuf> + 'a) -> Self {
        Names { find: Some(Box::new(find)) }
    }

    /// These files, relative to the library, by their whole names.
    pub(crate) fn of_files(paths: Vec<PathBuf>) -> Self {
        let mut by_name: HashMap<String, Vec<PathBuf>> = HashMap::new();
        for path in paths {
            if let Some(name) = path.file_name().map(compare) {
                by_name.entry(name).or_default().push(path);
            }
        }
        Names::found_by(move |name| by_name.get(name).cloned().unwrap_or_default())
    }

    /// The file that `written`, a name or the end of a path, means.
    pub(crate) fn file(&self, written: &str) -> Option<PathBuf> {
        let parts: Vec<String> =
            written.split('/').filter(|part| !matches!(*part, "" | ".")).map(fold).collect();
        let (name, folders) = parts.split_last()?;
        let mut paths = self.find.as_ref()?(name);
        paths.sort_by_cached_key(|path| (path.components().count(), path.as_os_str().len(), path.clone()));
        paths.into_iter().find(|path| {
            let mut above = path.parent().into_iter().flat_map(Path::iter).rev();
            folders.iter().rev().all(|folder| above.next().is_some_and(|name| compare(name) == *folder))
        })
    }
}
