//! Bytes become text: UTF-8, UTF-16, or else the encoding that they look most like.
//!
//! A few damaged bytes cost no more than themselves: U+FFFD stands for each, and a sentence says so.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::read::Text;

/// Makes text of a file's bytes. The error is a sentence for the reader.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<Text, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let bytes = whole(encoding, bytes.get(mark..).unwrap_or_default());
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        return Ok(mended(text, damaged, None));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok(Text { text, warning: None }),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = unmarked_utf_16(&bytes) {
        return Ok(guessed(encoding, &bytes));
    }
    if is_binary(&bytes) {
        return Err("This file holds binary data, not text, though its name says otherwise.".into());
    }
    if is_nearly_utf_8(&bytes) {
        return Ok(mended(String::from_utf8_lossy(&bytes), true, None));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes, true);
    Ok(guessed(detector.guess(None, Utf8Detection::Deny), &bytes))
}

fn guessed(encoding: &'static Encoding, bytes: &[u8]) -> Text {
    let (text, _) = encoding.decode_without_bom_handling(whole(encoding, bytes));
    let warning = format!(
        "This file is not UTF-8. It is read as {}, so some letters may be wrong; save it as UTF-8 to mend that.",
        encoding.name()
    );
    mended(text, false, Some(warning))
}

/// The text with U+FFFD for each run of NULs, and a sentence where it is damaged.
fn mended(text: Cow<'_, str>, damaged: bool, guessed: Option<String>) -> Text {
    let has_nuls = text.contains('\0');
    let mut text = text.into_owned();
    if has_nuls {
        let mut last = ' ';
        text.retain(|letter| std::mem::replace(&mut last, letter) != '\0' || letter != '\0');
        text = text.replace('\0', "\u{fffd}");
    }
    let warning = guessed.or_else(|| {
        let sentence = "A few bytes of this file are damaged. “\u{fffd}” stands where letters are missing; \
                        the file itself is left as it is.";
        (damaged || has_nuls).then(|| sentence.to_owned())
    });
    Text { text, warning }
}

/// The bytes without the half of a letter that UTF-16 may end with.
fn whole<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> &'a [u8] {
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let half = if wide { bytes.len() % 2 } else { 0 };
    bytes.get(..bytes.len() - half).unwrap_or_default()
}

/// Text that was damaged has few NULs, or, where the power failed while it was written, one long run of them. Other
/// files have many here and there, and other bytes that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    if !bytes.contains(&0) {
        return false;
    }
    let runs = bytes.chunk_by(|a, b| (*a == 0) == (*b == 0)).filter(|run| run.first() == Some(&0)).count();
    let strange = |byte: &&u8| matches!(byte, 1..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f);
    bytes.iter().all(|byte| *byte == 0)
        || runs + bytes.iter().filter(strange).count() > 2 + bytes.len() / 1000
}

/// Whether nearly all letters outside ASCII are those of UTF-8: in other encodings few are so by chance.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        // What the end of the file cuts short tells nothing.
        let cut_short = chunks.peek().is_none() && is_beginning(chunk.invalid());
        bad += usize::from(!chunk.invalid().is_empty() && !cut_short);
    }
    good >= 2 * bad && (good > 0 || bytes.is_ascii())
}

/// Whether the bytes begin a letter of UTF-8 that more bytes would end.
fn is_beginning(bytes: &[u8]) -> bool {
    str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// UTF-16 without a mark shows by the zero bytes of its ASCII letters, all on one side.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let half = bytes.len() / 2;
    let pairs = bytes.get(..2 * half)?;
    let zeros = |offset: usize| pairs.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match (first * 2 > half, second * 2 > half) {
        (true, false) if second == 0 => Some(UTF_16BE),
        (false, true) if first == 0 => Some(UTF_16LE),
        _ => None,
    }
}
