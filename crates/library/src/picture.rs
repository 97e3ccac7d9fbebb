//! How large a picture is, from its head.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;

/// Of an SVG, this many bytes are searched for its first tag.
const SVG_HEAD: u64 = 4096;

/// The width and height of a picture in pixels, where its head tells them.
pub(crate) fn size(path: &Path) -> Option<(u32, u32)> {
    let mut file = BufReader::new(File::open(path).ok()?);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) {
        return svg_size(file);
    }
    let size = imagesize::reader_size(&mut file).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    let turned = is_jpeg(&mut file) && turned(&mut file);
    let (width, height) = if turned { (height, width) } else { (width, height) };
    (width > 0 && height > 0).then_some((width, height))
}

fn is_jpeg(file: &mut (impl Read + Seek)) -> bool {
    let mut start = [0; 2];
    file.rewind().is_ok() && file.read_exact(&mut start).is_ok() && start == [0xff, 0xd8]
}

/// Whether a JPEG's Exif data say that it is shown on its side (orientations 5 to 8), as browsers show it.
/// `file` stands behind the first two bytes.
fn turned(file: &mut impl Read) -> bool {
    // Exif comes first, or after a JFIF header, or two.
    for _ in 0..3 {
        let mut head = [0; 4];
        if file.read_exact(&mut head).is_err() {
            return false;
        }
        let mut segment = vec![0; usize::from(u16::from_be_bytes([head[2], head[3]])).saturating_sub(2)];
        if head[0] != 0xff || !(0xe0..=0xef).contains(&head[1]) || file.read_exact(&mut segment).is_err() {
            return false;
        }
        if let Some(exif) = segment.strip_prefix(b"Exif\0\0") {
            return orientation(exif).is_some_and(|orientation| (5..=8).contains(&orientation));
        }
    }
    false
}

/// Tag 0x0112 of the first directory of TIFF data (Exif 2.3, 4.6.4).
fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = tiff.starts_with(b"II");
    let short = |at: usize| -> Option<u16> {
        let bytes = tiff.get(at..)?.first_chunk::<2>().copied()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let (high, low) = if little { (short(6)?, short(4)?) } else { (short(4)?, short(6)?) };
    let directory = usize::from(high) << 16 | usize::from(low);
    let entries = usize::from(short(directory)?);
    (0..entries)
        .map(|entry| directory + 2 + 12 * entry)
        .find(|at| short(*at) == Some(0x0112))
        .and_then(|at| short(at + 8))
}

/// The `width` and `height` of the `svg` element in px, else those of its `viewBox`.
fn svg_size(file: impl Read) -> Option<(u32, u32)> {
    let mut head = Vec::new();
    file.take(SVG_HEAD).read_to_end(&mut head).ok()?;
    let head = String::from_utf8_lossy(&head);
    let tag = head.get(head.find("<svg")? + 4..)?;
    let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
    let attribute = |name: &str| {
        let mut rest = tag;
        loop {
            let at = rest.find(name)?;
            let alone = rest.get(..at)?.ends_with(char::is_whitespace);
            rest = rest.get(at + name.len()..)?;
            if let Some(value) = rest.trim_start().strip_prefix('=')
                && alone
            {
                let value = value.trim_start();
                let quote = value.chars().next().filter(|quote| "\"'".contains(*quote))?;
                return value.get(1..)?.split_once(quote).map(|(value, _)| value.to_owned());
            }
        }
    };
    let pixels = |value: String| value.trim().trim_end_matches("px").parse::<f64>().ok();
    let given = attribute("width").and_then(pixels).zip(attribute("height").and_then(pixels));
    let (width, height) = given.or_else(|| {
        let view = attribute("viewBox")?;
        let mut numbers = view.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).skip(2);
        numbers.next()?.parse().ok().zip(numbers.next()?.parse().ok())
    })?;
    // Rust's `as` cuts what is out of range; nothing is drawn from these but the space that is kept free.
    let whole = |number: f64| Some(number.round() as u32).filter(|number| *number > 0);
    whole(width).zip(whole(height))
}
