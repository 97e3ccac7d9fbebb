//! Keeping a cache folder small.

use std::fs;
use std::path::Path;

/// Removes the oldest files of a folder until what is left takes three quarters of `most` bytes, if it takes more.
pub(crate) fn oldest(folder: &Path, most: u64) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|file| {
        let about = file.metadata().ok().filter(fs::Metadata::is_file)?;
        Some((about.modified().ok()?, about.len(), file.path()))
    });
    let mut files: Vec<_> = files.collect();
    let mut taken: u64 = files.iter().map(|(_, length, _)| length).sum();
    if taken <= most {
        return;
    }
    files.sort();
    for (_, length, path) in files {
        if taken <= most / 4 * 3 {
            break;
        }
        // What can't be removed is met again.
        if fs::remove_file(path).is_ok() {
            taken -= length;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    #[test]
    fn the_oldest_go_first_and_only_where_there_is_too_much() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..10_u32 {
            let file = File::create(folder.path().join(number.to_string())).unwrap();
            file.set_len(100).unwrap();
            let days = 24 * 60 * 60 * (number + 1);
            file.set_modified(SystemTime::now() - Duration::from_secs(days.into())).unwrap();
        }
        let left = || {
            let files = fs::read_dir(folder.path()).unwrap();
            let mut names: Vec<_> =
                files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names.concat()
        };
        super::oldest(folder.path(), 1000);
        assert_eq!(left(), "0123456789");
        super::oldest(folder.path(), 800);
        assert_eq!(left(), "012345");
    }
}
