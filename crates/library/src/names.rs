//! Files by name, as Obsidian finds them: without regard to case, the shortest path first.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::name::{compare, fold};

/// Files of a library, to be found by their names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    paths: Vec<PathBuf>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Names {
    /// The index of `paths`, relative to the library; `cut` makes of a file's name what it is to be found by.
    pub(crate) fn new(mut paths: Vec<PathBuf>, cut: impl Fn(&Path) -> Option<String>) -> Self {
        paths.sort_by_cached_key(|path| (path.components().count(), path.as_os_str().len(), path.clone()));
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, path) in paths.iter().enumerate() {
            if let Some(name) = cut(path) {
                by_name.entry(name).or_default().push(number);
            }
        }
        Names { paths, by_name }
    }

    /// The index of files by their whole names.
    pub(crate) fn of_files(paths: Vec<PathBuf>) -> Self {
        Names::new(paths, |path| path.file_name().map(compare))
    }

    /// The file that `written`, a name or the end of a path, means.
    pub(crate) fn file(&self, written: &str) -> Option<&Path> {
        let parts: Vec<String> =
            written.split('/').filter(|part| !matches!(*part, "" | ".")).map(fold).collect();
        let (name, folders) = parts.split_last()?;
        let numbers = self.by_name.get(name)?;
        numbers.iter().filter_map(|number| self.paths.get(*number)).map(PathBuf::as_path).find(|path| {
            let mut above = path.parent().into_iter().flat_map(Path::iter).rev();
            folders.iter().rev().all(|folder| above.next().is_some_and(|name| compare(name) == *folder))
        })
    }
}
