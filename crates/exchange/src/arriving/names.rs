//! Names of files in archives.

/// Why a file of this name is not read; `None` where nothing is wrong with it.
pub(super) fn fault(name: &str) -> Option<&'static str> {
    let bytes = name.as_bytes();
    let drive = bytes.get(1) == Some(&b':') && bytes.first().is_some_and(u8::is_ascii_alphabetic);
    if name.contains('\0') {
        Some("its name holds a letter that no name has")
    } else if name.starts_with('/') {
        Some("its name is an absolute path")
    } else if drive {
        Some("its name begins with a drive")
    } else if name.split('/').any(|part| part == "..") {
        Some("its name leads out of the archive")
    } else {
        None
    }
}

/// The part behind the last slash.
pub(super) fn file(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// What stands before the last slash, with it; empty where there is none.
pub(super) fn folder(name: &str) -> &str {
    name.rfind('/').and_then(|at| name.get(..=at)).unwrap_or_default()
}

/// Without its ending.
pub(super) fn stem(name: &str) -> &str {
    let file = file(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Its ending in small letters, without the dot.
pub(super) fn ending(name: &str) -> String {
    file(name).rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Whether it, or a folder that it is in, is hidden, or was put there by macOS for itself.
pub(super) fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}
