//! What a file's name and path say: its kind, whether it is a copy that a syncer made, and the id of a loose file.

use std::ffi::OsStr;
use std::path::{Component, Path};

use article::Form;
use unicode_normalization::UnicodeNormalization;
use uuid::{Uuid, uuid};

/// Names the ids that Offprint makes from paths.
const IDS: Uuid = uuid!("0d2f4c1a-6b1e-5e5f-9c54-6f66707274a1");

/// Endings of pictures that a shelf can show.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "jpe", "gif", "webp", "avif", "svg", "bmp", "ico"];

/// Endings of other media.
const OTHERS: &[&str] = &[
    "apng", "jfif", "tif", "tiff", "heic", "heif", "jxl", "mp3", "m4a", "aac", "ogg", "oga", "opus", "flac",
    "wav", "weba", "mp4", "m4v", "mov", "webm", "ogv", "mkv", "3gp",
];

/// The form of an article by its ending, `None` where it is none.
pub(crate) fn form(name: &OsStr) -> Option<Form> {
    let ending = ending(name)?;
    if ending.eq_ignore_ascii_case("md") {
        Some(Form::Markdown)
    } else if ending.eq_ignore_ascii_case("txt") {
        Some(Form::Text)
    } else {
        None
    }
}

/// Whether a name is that of a picture.
pub(crate) fn is_picture(name: &OsStr) -> bool {
    ending(name).is_some_and(|ending| PICTURES.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a name is that of a picture, sound or video.
pub(crate) fn is_medium(name: &OsStr) -> bool {
    is_picture(name)
        || ending(name).is_some_and(|ending| OTHERS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a file or folder is hidden by its name, as those of programs are.
pub(crate) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// Whether `name` is the Markdown file that a bundle of this folder would have.
pub(crate) fn names_bundle(name: &OsStr, folder: &OsStr) -> bool {
    form(name) == Some(Form::Markdown)
        && Path::new(name).file_stem().is_some_and(|stem| stem == folder || compare(stem) == compare(folder))
}

/// Whether a syncing program gave a file this name because two devices had changed it.
///
/// Syncthing: `a.sync-conflict-20240131-101500-ABCDEFG.md`. Dropbox, Nextcloud, ownCloud, Seafile:
/// `a (Ada's conflicted copy 2024-01-31).md`, `a (conflicted copy 2024-01-31 101500).md`, `a (SFConflict …).md`.
/// A number that a program adds, as in `a 2.md`, says nothing: it may be the reader's own.
pub(crate) fn is_conflict_copy(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    if name.contains(".sync-conflict-") || name.contains(".sync-conflict.") {
        return true;
    }
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let stem = without_number(stem.trim_end());
    let Some((_, inside)) = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('(')) else {
        return false;
    };
    inside.contains("conflicted copy") || inside.starts_with("sfconflict")
}

/// `a (1)` is a second copy of `a`.
fn without_number(stem: &str) -> &str {
    let number = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('('));
    match number {
        Some((before, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            before.trim_end()
        }
        _ => stem,
    }
}

/// A path in a library as text, "/" between its parts.
pub(crate) fn shown(path: &Path) -> String {
    let mut text = String::with_capacity(path.as_os_str().len());
    for part in path.components() {
        if let Component::Normal(part) = part {
            if !text.is_empty() {
                text.push('/');
            }
            text.push_str(&part.to_string_lossy());
        }
    }
    text
}

/// The title of an article: the one that it has, or else its file's name, if there is anything to be seen in it.
pub(crate) fn title(own: Option<&str>, path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let seen = |title: &&str| title.chars().any(is_seen);
    [own.unwrap_or_default(), &stem].into_iter().find(seen).unwrap_or(name.trim()).to_owned()
}

/// Whether a character leaves a trace on the page: no space, control or mark of direction.
fn is_seen(c: char) -> bool {
    let is_invisible = matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    !c.is_whitespace() && !c.is_control() && !is_invisible
}

/// The id of an article that has none of its own, from its path in the library.
pub(crate) fn id_of_path(path: &Path) -> String {
    let bytes = match path.to_str() {
        Some(_) => shown(path).nfc().collect::<String>().into_bytes(),
        None => path.as_os_str().as_encoded_bytes().to_vec(),
    };
    Uuid::new_v5(&IDS, &bytes).to_string()
}

/// The id that an article has here by what its front matter claims, or where that is empty by its path, with "/" between
/// parts.
#[must_use]
pub fn article_id(claimed: &str, path: &str) -> String {
    id_as_claimed(claimed).unwrap_or_else(|| id_of_path(Path::new(path)))
}

/// The id of the second file with an id: apart from the one that its path alone would give.
pub(crate) fn id_of_other(path: &Path) -> String {
    let mut bytes = b"other:".to_vec();
    bytes.extend_from_slice(path.as_os_str().as_encoded_bytes());
    Uuid::new_v5(&IDS, &bytes).to_string()
}

/// An id as front matter has it, made fit to stand in an address.
pub(crate) fn id_as_claimed(claimed: &str) -> Option<String> {
    let claimed = claimed.trim();
    let fit = claimed.len() <= 100
        && claimed.starts_with(|first: char| first.is_ascii_alphanumeric())
        && claimed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    match claimed {
        "" => None,
        _ if fit => Some(claimed.to_owned()),
        _ => Some(Uuid::new_v5(&IDS, format!("claimed:{claimed}").as_bytes()).to_string()),
    }
}

/// A name in the form in which two names are the same to a person: composed, in lower case.
pub(crate) fn compare(name: &OsStr) -> String {
    fold(&name.to_string_lossy())
}

/// As [`compare`], for text.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.nfc().flat_map(char::to_lowercase).collect()
    }
}

fn ending(name: &OsStr) -> Option<&str> {
    Path::new(name).extension()?.to_str()
}
