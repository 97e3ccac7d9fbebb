//! What bytes are, told from the bytes.

use super::svg;
use crate::Kind;

/// The endings of pictures that are kept; sorted.
pub(super) const PICTURES: &[&str] =
    &["avif", "bmp", "gif", "heic", "ico", "jpg", "jxl", "png", "svg", "tif", "webp"];
/// The same of sound.
const SOUNDS: &[&str] = &["aac", "flac", "m4a", "mp3", "ogg", "opus", "wav", "weba"];
/// The same of film.
const FILMS: &[&str] = &["m4v", "mkv", "mov", "mp4", "ogv", "webm"];

/// How far into a file it is asked whether it is text.
const HEAD: usize = 1024;

/// What came.
pub(super) enum Form {
    Medium { ending: &'static str, shown: Kind },
    Nothing,
    Page,
    Data,
    Stream,
    Text,
    Unknown,
}

impl Form {
    /// What it is called in a sentence.
    pub(super) fn words(&self) -> &'static str {
        match self {
            Form::Nothing => "nothing",
            Form::Page => "a page",
            Form::Data => "data for a script",
            Form::Stream => "the list of a stream's pieces",
            Form::Text => "text",
            Form::Medium { .. } | Form::Unknown => "a file that can't be shown",
        }
    }
}

/// Tells what came. A container that may hold sound alone or film is what was asked for.
pub(super) fn of(bytes: &[u8], asked: Kind, declared: Option<&str>) -> Form {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Form::Nothing;
    }
    // "BM" and "ID3" may begin a sentence, too.
    if !bytes.starts_with(b"GIF8")
        && let Some(text) = text(bytes)
    {
        return written(&text, bytes);
    }
    let Some(ending) = ending(bytes, asked, declared) else { return Form::Unknown };
    let shown = if PICTURES.contains(&ending) {
        Kind::Picture
    } else if FILMS.contains(&ending) {
        Kind::Video
    } else {
        Kind::Sound
    };
    Form::Medium { ending, shown }
}

fn ending(bytes: &[u8], asked: Kind, declared: Option<&str>) -> Option<&'static str> {
    let ending = match infer::get(bytes).map(|found| found.extension()) {
        Some("heif") => "heic",
        Some(known) if [PICTURES, SOUNDS, FILMS].iter().any(|all| all.contains(&known)) => known,
        found => unusual(bytes, found, declared)?,
    };
    Some(match (ending, asked) {
        ("mp4" | "m4v" | "mov", Kind::Sound) => "m4a",
        ("webm" | "mkv", Kind::Sound) => "weba",
        ("ogg", _) if bytes.get(28..35) == Some(b"\x80theora") => "ogv",
        (ending, _) => ending,
    })
}

/// What `infer` does not know: other brands of ISO media files (ISO/IEC 14496-12, 4.3), WebM whose header is ordered
/// otherwise, and sound that begins amid a frame.
fn unusual(bytes: &[u8], found: Option<&str>, declared: Option<&str>) -> Option<&'static str> {
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(match bytes.get(8..11)? {
            b"M4A" | b"M4B" | b"M4P" => "m4a",
            b"qt " => "mov",
            _ => "mp4",
        });
    }
    if bytes.starts_with(b"\x1a\x45\xdf\xa3") {
        let head = &bytes[..bytes.len().min(64)];
        let says = |kind: &[u8]| head.windows(kind.len()).any(|part| part == kind);
        return if says(b"webm") { Some("webm") } else { says(b"matroska").then_some("mkv") };
    }
    let declared = declared?.split(';').next()?.trim().to_ascii_lowercase();
    let sound = matches!(declared.as_str(), "audio/mpeg" | "audio/mp3");
    // A frame of MPEG-1 or 2, layer III, begins with eleven bits set (ISO/IEC 11172-3, 2.4.1.3).
    let head = &bytes[..bytes.len().min(4096)];
    let frame =
        head.windows(2).any(|pair| pair[0] == 0xff && pair[1] & 0xe6 == 0xe2 && pair[1] & 0x18 != 0x08);
    (sound && found.is_none() && frame).then_some("mp3")
}

/// The head of what looks like text.
fn text(bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let text = crate::decode::text(bytes, None, &mut Vec::new());
        return is_text(&text).then_some(text);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.iter().any(|byte| *byte < b' ' && !byte.is_ascii_whitespace() && *byte != 0x1b) {
        return None;
    }
    // Not UTF-8 throughout: text of another encoding has words of ASCII between.
    let ascii = head.iter().filter(|byte| byte.is_ascii()).count();
    (ascii * 10 >= head.len() * 6 || std::str::from_utf8(head).is_ok())
        .then(|| String::from_utf8_lossy(head).into_owned())
}

fn is_text(text: &str) -> bool {
    let controls = text.chars().take(HEAD).filter(|c| c.is_control() && !c.is_whitespace());
    controls.count() == 0
}

fn written(head: &str, bytes: &[u8]) -> Form {
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.starts_with('<') {
        if svg::is_svg(bytes) {
            return Form::Medium { ending: "svg", shown: Kind::Picture };
        }
        let small = head.to_ascii_lowercase();
        return if small.starts_with("<?xml") && !small.contains("<html") { Form::Data } else { Form::Page };
    }
    if head.starts_with("#EXTM3U") {
        return Form::Stream;
    }
    if head.starts_with("%PDF-") {
        return Form::Unknown;
    }
    if head.starts_with(['{', '[']) { Form::Data } else { Form::Text }
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        for table in [super::PICTURES, super::SOUNDS, super::FILMS] {
            assert!(table.is_sorted());
        }
    }
}
