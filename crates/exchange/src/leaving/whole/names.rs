//! Names that files may have which are brought in.

/// Letters of a path, and of a part of it, in bytes.
const LONGEST: usize = 3000;
const LONGEST_PART: usize = 255;

/// Why a file of the article `id` may not be written to `path`, relative to the library; `None` where it may.
pub fn fault_of(path: &str, id: &str) -> Option<&'static str> {
    if path.is_empty() || path.len() > LONGEST {
        return Some("its name is empty or too long");
    }
    if path.starts_with('/') || path.starts_with('\\') {
        return Some("its name begins at the root of a disk");
    }
    // On Windows a drive in the middle of a path begins it anew, and what is behind a colon is another stream.
    let is_drive = |part: &str| {
        part.as_bytes().get(1) == Some(&b':') && part.starts_with(|letter: char| letter.is_ascii_alphabetic())
    };
    if path.split('/').any(is_drive) || cfg!(windows) && path.contains(['<', '>', ':', '"', '|', '?', '*']) {
        return Some("a part of its name is the letter of a drive, or has a sign that is not allowed");
    }
    if path.contains('\\') || path.chars().any(char::is_control) {
        return Some("its name has a character that is not allowed");
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    if parts.contains(&"..") {
        return Some("its name leads out of the library");
    }
    if parts.iter().any(|part| part.is_empty() || *part == "." || part.len() > LONGEST_PART) {
        return Some("its name has a part that is empty or too long");
    }
    // Versions, and media of a note, are the only things that lie hidden and belong to an article.
    if let [".offprint", "versions" | "media", own, _, ..] = parts.as_slice()
        && *own == id
    {
        parts.drain(..3);
    }
    if parts.iter().any(|part| part.starts_with('.')) {
        return Some("it would be hidden");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::fault_of;

    #[test]
    fn names() {
        for good in [
            "A/A.md",
            "a.txt",
            "雨/雨.md",
            ".offprint/versions/x/20240101T000000Z/article.md",
            ".offprint/media/x/a.png",
            "a..b/c",
        ] {
            assert_eq!(fault_of(good, "x"), None, "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../a.md",
            "a/../b.md",
            "C:\\a.md",
            "c:/a.md",
            "A/C:/x.bat",
            "A/c:",
            "a\\b.md",
            "a//b",
            "./a",
            "a/",
            "a\0b",
            ".git/hooks/pre-commit",
            "a/.b/c",
            ".offprint/devices/x/a.loro",
            ".offprint/versions/y/a/article.md",
            ".offprint/versions/x/.a",
            "\\\\server\\a",
        ] {
            assert!(fault_of(bad, "x").is_some(), "{bad:?}");
        }
    }
}
