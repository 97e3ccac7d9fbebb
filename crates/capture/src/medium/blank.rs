//! Pictures that only keep the place of one: spacers, and blanks of one colour. How little a file holds for its size
//! tells it; only a PNG that holds suspiciously little is unpacked.

mod png;

/// Up to this many pixels a side, a JPEG is the blurred preview of a picture.
const PREVIEW: u32 = 32;

/// Whether a picture shows nothing.
pub(super) fn is_blank(bytes: &[u8], ending: &str, width: u32, height: u32) -> bool {
    let pixels = u64::from(width) * u64::from(height);
    if width.min(height) <= 1 || width.max(height) <= 4 {
        return true;
    }
    match ending {
        "jpg" => width.max(height) <= PREVIEW,
        "png" => png::is_blank(bytes, width),
        "gif" => gif(bytes, pixels).unwrap_or(false),
        "webp" => bytes.len() <= 64 || (bytes.len() as u64) * 1500 < pixels,
        _ => false,
    }
}

/// One colour packs best of all: its length in LZW can be reckoned, and any other picture is longer. None where there
/// is more than one frame, or no end.
fn gif(bytes: &[u8], pixels: u64) -> Option<bool> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + colours(*bytes.get(10)?);
    let mut found = None;
    loop {
        let is_picture = match bytes.get(at) {
            Some(0x2c) => true,
            Some(0x21) => false,
            _ => break,
        };
        let mut bits = 0;
        if is_picture {
            at += 10 + colours(*bytes.get(at + 9)?);
            bits = u32::from(*bytes.get(at)?);
            at += 1;
        } else {
            at += 2;
        }
        let mut packed: u64 = 0;
        while let Some(&length) = bytes.get(at).filter(|length| **length > 0) {
            packed += u64::from(length);
            at += 1 + usize::from(length);
        }
        at += 1;
        if is_picture && found.replace((bits, packed)).is_some() {
            return None;
        }
    }
    let (bits, packed) = found?;
    Some(packed <= of_one_colour(pixels, bits.clamp(2, 8)) + 2)
}

/// How many bytes LZW takes for so many pixels of one colour (GIF89a, appendix F): each code stands for a run that is
/// one longer than the one before.
fn of_one_colour(pixels: u64, bits: u32) -> u64 {
    let (mut width, mut next) = (bits + 1, (1u64 << bits) + 2);
    // The codes that clear the table and end the data.
    let mut sum = u64::from(width) * 2;
    let (mut left, mut run) = (pixels, 1);
    while left > 0 {
        left = left.saturating_sub(run);
        sum += u64::from(width);
        if next < 4096 {
            run += 1;
            next += 1;
            width += u32::from(next > 1 << width && width < 12);
        }
    }
    sum.div_ceil(8)
}
