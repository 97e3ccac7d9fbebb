//! Whether a file has its end.

use std::io::{self, Read, Seek, SeekFrom};

/// Whether a medium is there to its end, as far as its form says where that is. What has no such mark is whole.
pub(super) fn is_whole(bytes: &[u8], ending: &str) -> bool {
    match ending {
        "jpg" => jpeg(bytes),
        "png" => png(bytes).is_some(),
        "gif" => gif(bytes).is_some(),
        "webp" => riff(bytes).is_some(),
        // What lies in memory can always be read.
        ending if has_boxes(ending) => walk(&mut io::Cursor::new(bytes)).unwrap_or_default(),
        _ => true,
    }
}

/// Whether a form is made of boxes that say how long they are.
pub(super) fn has_boxes(ending: &str) -> bool {
    matches!(ending, "avif" | "heic" | "m4a" | "m4v" | "mov" | "mp4")
}

/// The mark of the end (ITU-T T.81, B.1.1.3) stands behind the first scan. Other bytes may follow it; an Exif
/// thumbnail, which has one too, stands before.
fn jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[0xff, mark]) = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()) {
        match mark {
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            0xda => return bytes[at..].windows(2).any(|pair| pair == [0xff, 0xd9]),
            _ => {
                let Some(length) = bytes.get(at + 2..).and_then(|rest| rest.first_chunk::<2>()) else {
                    return false;
                };
                at += 2 + usize::from(u16::from_be_bytes(*length));
            }
        }
    }
    false
}

/// Chunks to the last, IEND (PNG specification, 5.3).
fn png(bytes: &[u8]) -> Option<()> {
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?);
        if bytes.get(at + 4..at + 8)? == b"IEND" {
            return Some(());
        }
        at = at.checked_add(usize::try_from(length).ok()?)?.checked_add(12)?;
    }
}

/// Blocks to the trailer (GIF89a, 17 to 27). Where only the trailer is missing nothing is lost.
fn gif(bytes: &[u8]) -> Option<()> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut pictures = 0;
    loop {
        match bytes.get(at) {
            Some(0x2c) => {
                pictures += 1;
                at += 10 + colours(*bytes.get(at + 9)?) + 1;
            }
            Some(0x21) => at += 2,
            None if at > bytes.len() => return None,
            _ => return (pictures > 0).then_some(()),
        }
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

/// The length that a RIFF file says (WebP container specification).
fn riff(bytes: &[u8]) -> Option<()> {
    let length = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?);
    (bytes.len() as u64 >= u64::from(length) + 8).then_some(())
}

/// Follows the lengths of an ISO media file's outer boxes (ISO/IEC 14496-12, 4.2) to its end; only the head of each is
/// read. One of length 0 goes to the end.
pub(super) fn walk(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    let end = file.seek(SeekFrom::End(0))?;
    let mut at: u64 = 0;
    while at < end {
        let mut head = Vec::with_capacity(16);
        file.seek(SeekFrom::Start(at))?;
        file.by_ref().take(16).read_to_end(&mut head)?;
        match length(&head).and_then(|length| at.checked_add(length)) {
            Some(next) => at = next,
            None => return Ok(head.first_chunk::<4>() == Some(&[0; 4])),
        }
    }
    Ok(at == end)
}

/// What the head of a box says of its length; `None` where it says none that could be.
fn length(head: &[u8]) -> Option<u64> {
    let (length, least) = match u32::from_be_bytes(*head.first_chunk()?) {
        1 => (u64::from_be_bytes(*head.get(8..)?.first_chunk()?), 16),
        length => (u64::from(length), 8),
    };
    (length >= least).then_some(length)
}
