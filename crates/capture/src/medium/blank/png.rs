//! Whether a PNG has one colour alone (PNG specification, 7 and 9).

use std::io::Read;

use flate2::read::ZlibDecoder;

/// A picture with anything on it packs less well than this.
const RATIO: u64 = 100;
/// Of fewer bytes than this, no matter how they are packed, it is worth asking.
const SMALL: u64 = 4096;
/// More is not unpacked: a blank has no reason to be so large.
const MOST: u64 = 64 << 20;

/// Whether all pixels are the same. What is interlaced, animated or damaged is not looked at.
pub(super) fn is_blank(bytes: &[u8], width: u32) -> bool {
    one_colour(bytes, width).unwrap_or(false)
}

fn one_colour(bytes: &[u8], width: u32) -> Option<bool> {
    let (height, depth, colour, interlaced) = (
        u32::from_be_bytes(*bytes.get(20..)?.first_chunk()?),
        *bytes.get(24)?,
        *bytes.get(25)?,
        *bytes.get(28)?,
    );
    let channels = match colour {
        2 => 3,
        4 => 2,
        6 => 4,
        _ => 1,
    };
    let packed = packed(bytes)?;
    let row = usize::try_from((u64::from(width) * channels * u64::from(depth)).div_ceil(8)).ok()?;
    let whole = (row as u64 + 1) * u64::from(height);
    let little = whole <= SMALL || (packed.len() as u64) * RATIO < whole;
    if interlaced != 0 || whole > MOST || !little || row == 0 {
        return None;
    }
    // What stands one pixel before, in bytes.
    let step = usize::try_from((channels * u64::from(depth)).div_ceil(8)).ok()?;
    let mut reader = ZlibDecoder::new(&*packed);
    let (mut above, mut line) = (vec![0u8; row], vec![0u8; row + 1]);
    for number in 0..height {
        reader.read_exact(&mut line).ok()?;
        let (filter, here) = line.split_first_mut()?;
        unfilter(*filter, here, &above, step);
        // The last byte of a row may be filled up with anything where pixels are smaller than bytes.
        let end = if depth < 8 { row.saturating_sub(1).max(1) } else { row };
        if here[step.min(end)..end].iter().zip(&here[..end]).any(|(byte, before)| byte != before)
            || (number > 0 && here[..end] != above[..end])
        {
            return Some(false);
        }
        above.copy_from_slice(here);
    }
    Some(true)
}

/// The packed data of a picture that does not move.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    let mut at: usize = 8;
    while let Some(head) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        match &head[4..] {
            b"IDAT" => all.extend_from_slice(bytes.get(at + 8..)?.get(..length)?),
            b"acTL" => return None,
            _ => {}
        }
        at = at.checked_add(length)?.checked_add(12)?;
    }
    Some(all)
}

fn unfilter(filter: u8, here: &mut [u8], above: &[u8], step: usize) {
    for at in 0..here.len() {
        let left = if at >= step { here[at - step] } else { 0 };
        let corner = if at >= step { above[at - step] } else { 0 };
        let up = above[at];
        here[at] = here[at].wrapping_add(match filter {
            1 => left,
            2 => up,
            3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
            4 => paeth(left, up, corner),
            _ => 0,
        });
    }
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let off = |byte: u8| (guess - i16::from(byte)).abs();
    if off(left) <= off(up) && off(left) <= off(corner) {
        left
    } else if off(up) <= off(corner) {
        up
    } else {
        corner
    }
}
