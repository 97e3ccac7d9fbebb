//! Pictures of a GIF whose packed data is damaged: their codes are followed, and nothing is unpacked.

/// Codes have twelve bits at most (GIF89a, appendix F).
const MOST: usize = 1 << 12;

/// One pixel of so many may be missing, which nobody sees.
const ENOUGH: u64 = 100;

/// Whether a picture of the file has a code that its data can't have, or ends before all its pixels are there.
pub(super) fn is_damaged(bytes: &[u8]) -> bool {
    walk(bytes).unwrap_or(false)
}

/// Follows the blocks to the trailer (GIF89a, 17 to 27); none where they are cut short.
fn walk(bytes: &[u8]) -> Option<bool> {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + colours(*bytes.get(10)?);
    loop {
        let (is_picture, head) = match bytes.get(at)? {
            0x2c => (true, 10 + colours(*bytes.get(at + 9)?) + 1),
            0x21 => (false, 2),
            _ => return Some(false),
        };
        let side = |at: usize| Some(u64::from(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?)));
        let start = at;
        at += head;
        let mut codes = if is_picture {
            Codes::new(*bytes.get(at - 1)?, side(start + 5)? * side(start + 7)?)
        } else {
            None
        };
        loop {
            let length = usize::from(*bytes.get(at)?);
            let block = bytes.get(at + 1..at + 1 + length)?;
            at += 1 + length;
            if codes.as_mut().is_some_and(|codes| codes.read(block) == Some(Fault)) {
                return Some(true);
            }
            if length == 0 {
                break;
            }
        }
        if codes.is_some_and(|codes| codes.left > codes.pixels / ENOUGH) {
            return Some(true);
        }
    }
}

#[derive(Debug, PartialEq)]
struct Fault;

/// The codes of one picture.
struct Codes {
    least: u32,
    /// Bits that are read and not used, the first the lowest.
    bits: u32,
    count: u32,
    /// How many bits a code has now.
    size: u32,
    /// How many pixels each code stands for; the length is the code that comes next.
    lengths: Vec<u64>,
    last: Option<usize>,
    /// Pixels in all, and those that are to come.
    pixels: u64,
    left: u64,
    is_at_end: bool,
}

impl Codes {
    /// None for data of a size that there is not.
    fn new(least: u8, pixels: u64) -> Option<Codes> {
        let least = u32::from(least);
        (2..=8).contains(&least).then(|| Codes {
            least,
            bits: 0,
            count: 0,
            size: least + 1,
            lengths: vec![1; (1 << least) + 2],
            last: None,
            pixels,
            left: pixels,
            is_at_end: false,
        })
    }

    /// Back to the codes of single pixels, and the two that are none.
    fn clear(&mut self) {
        self.size = self.least + 1;
        self.last = None;
        self.lengths.truncate((1 << self.least) + 2);
    }

    /// Reads on; a fault where no code can be what is there.
    fn read(&mut self, block: &[u8]) -> Option<Fault> {
        let clear = 1_usize << self.least;
        if self.is_at_end || self.left == 0 {
            return None;
        }
        for byte in block {
            self.bits |= u32::from(*byte) << self.count;
            self.count += 8;
            while self.count >= self.size && self.left > 0 {
                let code = (self.bits & ((1 << self.size) - 1)) as usize;
                self.bits >>= self.size;
                self.count -= self.size;
                if code == clear {
                    self.clear();
                    continue;
                }
                if code == clear + 1 {
                    self.is_at_end = true;
                    return None;
                }
                let next = self.lengths.len();
                let own = match self.last {
                    None if code < clear => 1,
                    Some(last) if code == next && next < MOST => self.lengths.get(last)? + 1,
                    Some(_) if code < next => *self.lengths.get(code)?,
                    _ => return Some(Fault),
                };
                if let Some(last) = self.last
                    && next < MOST
                {
                    self.lengths.push(self.lengths.get(last)? + 1);
                    if self.lengths.len() == 1 << self.size && self.size < 12 {
                        self.size += 1;
                    }
                }
                self.last = Some(code);
                self.left = self.left.saturating_sub(own);
            }
            // What follows the last pixel is nobody's.
            if self.left == 0 {
                return None;
            }
        }
        None
    }
}
