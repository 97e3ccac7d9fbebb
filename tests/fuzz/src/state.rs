//! A library and a machine's settings that somebody has meddled with.

use std::fs;
use std::path::Path;

use app::{App, Folders};
use tempfile::TempDir;
use xxhash_rust::xxh32::xxh32;

/// Parts two files of an input.
const CUT: &[u8] = b"\n%%%%\n";

/// Names that the first line of a part may have, and where the rest of it is put.
const PLACES: &[(&str, &str)] = &[
    ("own", "library/.offprint/devices/00000000-0000-0000-0000-000000000001/00000000000000aa-000000.loro"),
    ("own2", "library/.offprint/devices/00000000-0000-0000-0000-000000000001/00000000000000aa-000001.loro"),
    ("other", "library/.offprint/devices/00000000-0000-0000-0000-000000000002/00000000000000bb-000000.loro"),
    ("seen", "library/.offprint/devices/00000000-0000-0000-0000-000000000001/seen.json"),
    ("told", "library/.offprint/devices/00000000-0000-0000-0000-000000000001/state.json"),
    ("settings", "config/settings.json"),
    ("device", "config/device"),
    ("md", "library/odd.md"),
    ("txt", "library/odd.txt"),
    ("note", "library/note.md"),
];

const GOOD: &str = "---\nid: 01900000-0000-7000-8000-000000000001\ntitle: Good\n---\n\nWords.\n";

/// Files of marks, of settings, and articles, of any content: a good article beside them is listed, opens and can be
/// marked, and the mark is there at the next start. The input is such files, `%%%%` on a line between them, each with a
/// first line that says which it is. Behind a `!` there, a file of marks gets the checksum that it should have: it is
/// forged. Whoever can do that can set marks too, so of those only the rest is asked.
pub fn state(data: &[u8]) {
    let folder = TempDir::new_in(memory()).unwrap();
    let root = folder.path();
    put(root, "library/good.md", GOOD.as_bytes());
    put(root, "config/device", b"00000000-0000-0000-0000-000000000001\n");
    let mut forged = false;
    for part in parts(data) {
        let end = part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len());
        let (name, content) = (&part[..end], part.get(end + 1..).unwrap_or_default());
        let (name, forge) = name.strip_suffix(b"!").map_or((name, false), |name| (name, true));
        if let Some((_, place)) = PLACES.iter().find(|(known, _)| known.as_bytes() == name) {
            let content = if forge { with_checksum(content) } else { content.to_vec() };
            forged |= forge;
            put(root, place, &content);
        }
    }
    let bookmarked = || {
        let app = App::new(folders(root));
        let start = app.start(None);
        // Settings of a newer program are not touched, and say which library it is: none is opened then.
        if start.problem.as_ref().is_some_and(|problem| problem.code == "newer_settings") {
            return None;
        }
        assert_eq!(start.problem.map(|problem| problem.message), None);
        let good = start
            .page
            .entries
            .iter()
            .find(|entry| entry.path == "good.md")
            .expect("the good article is listed");
        for entry in &start.page.entries {
            // One that can't be read says so; none takes the others with it.
            let _ = app.open(&entry.id, None, &|_| String::new());
        }
        assert!(app.open(&good.id, None, &|_| String::new()).is_ok());
        Some((app, good.id.clone(), good.bookmarked))
    };
    let Some((app, id, before)) = bookmarked() else { return };
    if let Err(error) = app.set_bookmarked(&id, !before) {
        assert!(forged, "nothing can be marked: {error}");
        return;
    }
    drop(app);
    let after = bookmarked().map(|(_, _, after)| after);
    assert!(forged || after == Some(!before), "a mark that was kept is gone");
}

fn parts(data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(CUT.len()).position(|bytes| bytes == CUT) {
        parts.push(&rest[..at]);
        rest = &rest[at + CUT.len()..];
    }
    parts.push(rest);
    parts
}

fn put(root: &Path, place: &str, content: &[u8]) {
    let path = root.join(place);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

fn folders(root: &Path) -> Folders {
    Folders {
        config: root.join("config"),
        cache: root.join("cache"),
        documents: root.to_path_buf(),
        library: Some(root.join("library")),
    }
}

/// Files in memory are quickly written and synced.
fn memory() -> &'static Path {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory } else { Box::leak(std::env::temp_dir().into_boxed_path()) }
}

/// Repairs the checksum of a Loro export (xxHash32 of what is behind its header of 20 bytes, seeded with "LORO"), as
/// whoever means ill would: else nothing gets past it.
fn with_checksum(content: &[u8]) -> Vec<u8> {
    let mut content = content.to_vec();
    let Some(at) = content.windows(4).position(|bytes| bytes == b"loro") else { return content };
    if let Some((head, body)) = content[at..].split_at_mut_checked(20) {
        head[16..].copy_from_slice(&xxh32(body, u32::from_le_bytes(*b"LORO")).to_le_bytes());
    }
    content
}
