//! Bytes to text, after the WHATWG encoding standard: a byte order mark, else what the answer says, else what the
//! page says of itself, else what the bytes look like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// More than this is not read: no article is longer.
const MOST: usize = 16 << 20;
/// How far into a page its own word on its encoding is looked for.
const PRESCAN: usize = 4096;

/// The text of a page. What can't be decoded is U+FFFD.
pub(crate) fn text(bytes: &[u8], charset: Option<&str>, warnings: &mut Vec<String>) -> String {
    let read = &bytes[..bytes.len().min(MOST)];
    if read.len() < bytes.len() {
        warnings.push("The page is larger than 16 MB: what comes after that was left out.".to_owned());
    }
    let (text, _, damaged) = encoding(read, charset).decode(read);
    if damaged {
        warnings.push("Some letters of the page are damaged.".to_owned());
    }
    text.replace('\0', "\u{fffd}")
}

/// The text of an XML file, which says its encoding in its own way.
pub(crate) fn xml(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let head = head.trim_start_matches('\u{feff}');
    let said =
        head.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).and_then(|(declaration, _)| {
            let (_, rest) = declaration.split_once("encoding")?;
            let rest = rest.trim_start().strip_prefix('=')?.trim_start();
            rest.get(1..)?.split(['"', '\'']).next()
        });
    text(bytes, said.or(Some("utf-8")), &mut Vec::new())
}

fn encoding(bytes: &[u8], charset: Option<&str>) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let named = charset.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) = named.filter(|encoding| fits(encoding, bytes)) {
        return encoding;
    }
    let head = &bytes[..bytes.len().min(PRESCAN)];
    if let Some(encoding) = declared(head).filter(|encoding| fits(encoding, bytes)) {
        return encoding;
    }
    if is_switched(bytes) {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        let guess = detector.guess(None, Utf8Detection::Allow);
        if guess == ISO_2022_JP {
            return guess;
        }
    }
    // What is UTF-8 all through is nothing else.
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// Whether it is ASCII that switches to Japanese and back (RFC 1468). What is hidden so comes to light before anything is
/// cleaned, so that this encoding may be told from bytes, too.
fn is_switched(bytes: &[u8]) -> bool {
    let switches = |three: &[u8]| three == b"\x1b$B" || three == b"\x1b$@";
    bytes.contains(&0x1b) && bytes.is_ascii() && bytes.windows(3).any(switches)
}

/// A page that says UTF-8 and is nothing like it is mislabelled; so is one that is UTF-8 and says windows-1252.
fn fits(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let utf8 = std::str::from_utf8(bytes).is_ok();
    if encoding == UTF_8 {
        return utf8 || String::from_utf8_lossy(bytes).matches('\u{fffd}').count() * 1000 < bytes.len();
    }
    bytes.is_ascii() || !(utf8 && encoding.is_single_byte())
}

/// What a `meta` element says. UTF-16 can't be what it says, because the element was found in ASCII.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let at = head.match_indices("charset").map(|(at, word)| at + word.len());
    for at in at {
        let Some(rest) = head[at..].trim_start().strip_prefix('=') else { continue };
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let label: String =
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.+".contains(*c)).collect();
        if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
            return Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding });
        }
    }
    None
}
