//! How much of a library a look takes in: all of it, or only where something is said to have changed. Of 100,000 articles
//! a syncing program changes a few at a time, and the others need not be looked at for that.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What a look takes in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    All,
    Part {
        /// Folders, without those in them. The library's own is the empty path.
        folders: BTreeSet<PathBuf>,
        /// Folders with all that is in them, here or gone.
        trees: BTreeSet<PathBuf>,
    },
}

impl Extent {
    /// Where these changes can have been, paths relative to the library `root`.
    pub(crate) fn of(root: &Path, changed: &HashSet<PathBuf>) -> Extent {
        let (mut folders, mut trees) = (BTreeSet::new(), BTreeSet::new());
        for path in changed {
            // One that is not in the library can't be placed.
            let Some(folder) = path.parent().filter(|_| path.is_relative()) else { return Extent::All };
            folders.insert(folder.to_path_buf());
            let is_file = fs::symlink_metadata(root.join(path)).is_ok_and(|metadata| metadata.is_file());
            if !is_file {
                // A folder that came or changed, or whatever went: it may have been a folder.
                trees.insert(path.clone());
            }
        }
        Extent::Part { folders, trees }
    }

    /// Whether a folder is among it.
    pub(crate) fn takes_in(&self, folder: &Path) -> bool {
        match self {
            Extent::All => true,
            Extent::Part { folders, .. } => folders.contains(folder) || self.is_in_tree(folder),
        }
    }

    /// Whether a file is in a folder that is among it.
    pub(crate) fn has(&self, file: &Path) -> bool {
        self.takes_in(file.parent().unwrap_or(Path::new("")))
    }

    /// Where a walk begins, and whether it goes on into the folders that it finds.
    pub(crate) fn beginnings(&self, root: &Path) -> Vec<(PathBuf, bool)> {
        let Extent::Part { folders, trees } = self else { return vec![(PathBuf::new(), true)] };
        // Where disks don't tell large letters from small ones, a folder that was renamed answers to both names.
        let is_folder = |path: &Path| {
            let path = root.join(path);
            fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir())
                && fs::canonicalize(&path).is_ok_and(|real| real == path)
        };
        // What lies in another tree is met on the way.
        let outermost = trees
            .iter()
            .filter(|tree| is_folder(tree) && !tree.parent().is_some_and(|above| self.is_in_tree(above)));
        let alone = folders.iter().filter(|folder| !self.is_in_tree(folder));
        outermost
            .map(|tree| (tree.clone(), true))
            .chain(alone.map(|folder| (folder.clone(), false)))
            .collect()
    }

    fn is_in_tree(&self, folder: &Path) -> bool {
        match self {
            Extent::All => true,
            Extent::Part { trees, .. } => folder.ancestors().any(|above| trees.contains(above)),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn paths(paths: &[&str]) -> HashSet<PathBuf> {
        paths.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn a_file_is_looked_at_with_its_folder_and_a_folder_with_all_in_it() {
        let library = tempfile::tempdir().unwrap();
        let root = library.path();
        fs::create_dir_all(root.join("a/deep/deeper")).unwrap();
        fs::create_dir_all(root.join("b/in b")).unwrap();
        fs::write(root.join("b/file.md"), "").unwrap();
        let extent = Extent::of(root, &paths(&["b/file.md", "a/deep", "a/deep/deeper", "gone"]));
        for (folder, among) in [
            ("", true),
            ("a", true),
            ("a/deep", true),
            ("a/deep/deeper", true),
            ("a/other", false),
            ("b", true),
            ("b/in b", false),
            ("gone", true),
            ("gone/below", true),
            ("gone too", false),
        ] {
            assert_eq!(extent.takes_in(Path::new(folder)), among, "{folder}");
        }
        let mut begun = extent.beginnings(root);
        begun.sort();
        let expected = [("", false), ("a", false), ("a/deep", true), ("b", false)];
        assert_eq!(begun, expected.map(|(path, deep)| (PathBuf::from(path), deep)));
        assert!(extent.has(Path::new("b/new.md")) && !extent.has(Path::new("b/in b/x.md")));
    }

    #[test]
    fn what_can_t_be_placed_means_all() {
        let root = std::env::temp_dir();
        let elsewhere = root.to_str().unwrap();
        for path in ["", elsewhere] {
            assert_eq!(Extent::of(&root, &paths(&["a/b.md", path])), Extent::All);
        }
    }
}
