//! Pictures that have their beginning and their end, and too little between to be what their heads say.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

use super::lzw;

/// Whether a picture that is there to its end can't be decoded to all its rows.
pub(super) fn is_damaged(bytes: &[u8], ending: &str, width: u32, height: u32) -> bool {
    match ending {
        "jpg" => jpeg(bytes, width, height).is_none(),
        "png" => png(bytes).is_none(),
        "gif" => lzw::is_damaged(bytes),
        _ => false,
    }
}

/// Rows to the last (PNG specification, 7 to 10). What follows them, and sums of chunks, matter to no
/// reader; the sum of the data is looked at as it is unpacked.
fn png(bytes: &[u8]) -> Option<()> {
    let side = |at: usize| Some(u64::from(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?)));
    let (width, height) = (side(16)?, side(20)?);
    let [depth, colour, _, _, interlaced] = *bytes.get(24..)?.first_chunk()?;
    let channels: u64 = match colour {
        0 | 3 => 1,
        2 => 3,
        4 => 2,
        6 => 4,
        _ => return None,
    };
    let rows = |wide: u64, high: u64| {
        let row = (wide * channels * u64::from(depth)).div_ceil(8) + 1;
        if wide == 0 { 0 } else { row * high }
    };
    let wanted: u64 = if interlaced == 0 {
        rows(width, height)
    } else {
        // Where each of the seven passes begins, and how far it goes.
        let passes = [
            (0, 0, 8, 8),
            (4, 0, 8, 8),
            (0, 4, 4, 8),
            (2, 0, 4, 4),
            (0, 2, 2, 4),
            (1, 0, 2, 2),
            (0, 1, 1, 2),
        ];
        let pixels = |side: u64, from: u64, step: u64| side.saturating_sub(from).div_ceil(step);
        passes
            .iter()
            .map(|(x, y, wide, high)| rows(pixels(width, *x, *wide), pixels(height, *y, *high)))
            .sum()
    };
    let mut packed = Vec::new();
    let mut at: usize = 8;
    while let Some(head) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let length = usize::try_from(u32::from_be_bytes([head[0], head[1], head[2], head[3]])).ok()?;
        if &head[4..] == b"IDAT" {
            packed.extend_from_slice(bytes.get(at + 8..)?.get(..length)?);
        }
        at = at.checked_add(length)?.checked_add(12)?;
    }
    let got = io::copy(&mut ZlibDecoder::new(&*packed).take(wanted), &mut io::sink()).ok()?;
    (got == wanted).then_some(())
}

/// A block of 8 × 8 takes two bits at least (ITU-T T.81, F.1.2), and one in the first scan of a picture that comes in
/// several (G.1.2). Nothing is told of how others are packed.
fn jpeg(bytes: &[u8], width: u32, height: u32) -> Option<()> {
    let mut at = 2;
    let mut bits = 0;
    while let Some(&[0xff, mark]) = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()) {
        let length = || {
            let length = bytes.get(at + 2..)?.first_chunk::<2>()?;
            Some(usize::from(u16::from_be_bytes(*length)))
        };
        match mark {
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            0xda => {
                let blocks = u64::from(width.div_ceil(8)) * u64::from(height.div_ceil(8));
                let start = at + 2 + length()?;
                return (bytes.len().checked_sub(start)? as u64 * 8 >= blocks * bits).then_some(());
            }
            _ => {
                match mark {
                    0xc0 | 0xc1 => bits = 2,
                    0xc2 => bits = 1,
                    _ => {}
                }
                at += 2 + length()?;
            }
        }
    }
    None
}
