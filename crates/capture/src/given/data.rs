//! Media that are written into a page, in `data:` addresses (RFC 2397). They are taken out of the bytes before anything
//! parses them: most of such a page is pictures, and a parser need not see them.

use std::collections::HashMap;

use article::media_key;
use data_encoding::{BASE64, BASE64_NOPAD};

use super::NOWHERE;

/// Shorter ones stay until it is known where they stand.
const SHORT: usize = 200;

/// The page with names in place of its long data, and the media by these names.
pub(super) fn lift(bytes: &[u8]) -> (Vec<u8>, HashMap<String, Vec<u8>>) {
    let mut out = Vec::with_capacity(bytes.len().min(1 << 20));
    let mut media = HashMap::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(found) = find(&bytes[at..], b"data:") {
        let start = at + found;
        let rest = &bytes[start..];
        at = start + b"data:".len();
        let head = &rest[..rest.len().min(SHORT)];
        let Some(comma) = head.iter().position(|byte| *byte == b',') else { continue };
        let Ok(head) = std::str::from_utf8(&rest[..comma]) else { continue };
        let small = head.to_ascii_lowercase();
        let shown =
            ["data:image/", "data:audio/", "data:video/"].iter().any(|start| small.starts_with(start));
        if !shown || !small.ends_with(";base64") {
            continue;
        }
        let data = &rest[comma + 1..];
        let length = data.iter().take_while(|byte| is_base64(**byte)).count();
        if length < SHORT {
            continue;
        }
        let Some(medium) = decoded(&data[..length]) else { continue };
        let name = name(&data[..length]);
        out.extend_from_slice(&bytes[kept..start]);
        out.extend_from_slice(name.as_bytes());
        media.insert(name, medium);
        kept = start + comma + 1 + length;
        at = kept;
    }
    out.extend_from_slice(&bytes[kept..]);
    (out, media)
}

/// The medium in a `data:` address of any form.
pub(crate) fn of(address: &str) -> Option<(String, Vec<u8>)> {
    let (head, data) = address.strip_prefix("data:")?.split_once(',')?;
    let bytes = if head.to_ascii_lowercase().ends_with(";base64") {
        let data: Vec<u8> = data.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        decoded(&data)?
    } else {
        unescaped(data)
    };
    Some((name(address.as_bytes()), bytes))
}

/// A name of its own for each content.
fn name(data: &[u8]) -> String {
    format!("{NOWHERE}data/{}", media_key(&String::from_utf8_lossy(data)))
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+/=%".contains(&byte)
}

fn decoded(data: &[u8]) -> Option<Vec<u8>> {
    let data = if data.contains(&b'%') { unescaped(std::str::from_utf8(data).ok()?) } else { data.to_vec() };
    BASE64.decode(&data).or_else(|_| BASE64_NOPAD.decode(&data)).ok()
}

/// Percent escapes as bytes (RFC 3986, 2.1).
pub(crate) fn unescaped(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = bytes.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let escaped =
            escaped.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        out.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    out
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what))
}
