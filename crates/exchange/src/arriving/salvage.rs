//! What is left of a ZIP archive whose list is missing, as of one that was cut short: each file has a head of its own
//! (PKWARE's APPNOTE.TXT, 4.3.7), and what is packed says itself where it ends.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::archive::Lack;

/// How a head begins, and how long it is before its name.
const HEAD: &[u8] = b"PK\x03\x04";
const HEAD_LENGTH: usize = 30;
/// The longest name that is believed.
const LONGEST_NAME: u64 = 1024;
/// How many files are looked for.
const MOST: usize = 100_000;

/// A file that has a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// Where what is packed begins.
    at: u64,
    packed: Packed,
    /// Its CRC-32, where its head says so.
    sum: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packed {
    /// Not at all, of this length.
    Not(u64),
    /// By Deflate.
    Deflate,
    /// So that it can't be read.
    Unread(Lack),
}

/// Looks through all of an archive.
pub(crate) fn members(source: &mut (impl Read + Seek)) -> io::Result<Vec<Member>> {
    let mut members = Vec::new();
    let mut at = 0;
    source.seek(SeekFrom::Start(0))?;
    let mut reader = BufReader::with_capacity(1 << 16, source);
    while members.len() < MOST {
        let Some(skipped) = find_head(&mut reader)? else { break };
        at += skipped;
        let mut head = [0; HEAD_LENGTH];
        if reader.read_exact(&mut head).is_err() {
            break;
        }
        at += HEAD_LENGTH as u64;
        if !head.starts_with(HEAD) {
            continue;
        }
        let short = |place: usize| u64::from(u16::from_le_bytes([head[place], head[place + 1]]));
        let long = |place: usize| short(place) | short(place + 2) << 16;
        let (name_length, more) = (short(26), short(28));
        if name_length == 0 || name_length > LONGEST_NAME {
            continue;
        }
        let mut name = vec![0; name_length as usize];
        if reader.read_exact(&mut name).is_err() {
            break;
        }
        let mut extra = Vec::new();
        reader.by_ref().take(more).read_to_end(&mut extra)?;
        at += name_length + extra.len() as u64;
        let packed = match (short(8), short(6) & 1) {
            (_, 1) => Packed::Unread(Lack::Locked),
            (0, _) => {
                Packed::Not(large(&extra).filter(|_| long(18) == u64::from(u32::MAX)).unwrap_or(long(18)))
            }
            (8, _) => Packed::Deflate,
            _ => Packed::Unread(Lack::Damaged),
        };
        // Who writes without going back has these numbers behind the file (4.4.4, bit 3).
        let sum = (short(6) & 8 == 0).then(|| u32::try_from(long(14)).unwrap_or_default());
        members.push(Member { name: String::from_utf8_lossy(&name).replace('\\', "/"), at, packed, sum });
    }
    Ok(members)
}

/// How long a file is packed whose head has no room for that (4.5.3).
fn large(extra: &[u8]) -> Option<u64> {
    let mut rest = extra;
    while let Some(([kind0, kind1, length0, length1], behind)) = rest.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes([*length0, *length1]));
        if [*kind0, *kind1] == [1, 0] {
            return behind.get(8..16)?.try_into().ok().map(u64::from_le_bytes);
        }
        rest = behind.get(length..)?;
    }
    None
}

/// Goes on until a head is next; says how many bytes that was. A head that lies across two pieces of what is read is
/// known by its first bytes alone: what follows tells whether it is one.
fn find_head(reader: &mut BufReader<impl Read>) -> io::Result<Option<u64>> {
    let mut skipped = 0;
    loop {
        let piece = reader.fill_buf()?;
        if piece.is_empty() {
            return Ok(None);
        }
        let begins = |at: &usize| piece.get(*at..).is_some_and(begins_head);
        let found = (0..piece.len()).find(begins);
        let step = found.unwrap_or(piece.len());
        reader.consume(step);
        skipped += step as u64;
        if found.is_some() {
            return Ok(Some(skipped));
        }
    }
}

fn begins_head(rest: &[u8]) -> bool {
    if rest.len() < HEAD.len() { HEAD.starts_with(rest) } else { rest.starts_with(HEAD) }
}

/// Unpacks a file; `most` says how many bytes it may have, by how many it is packed in.
pub(super) fn unpack(
    source: &mut (impl Read + Seek),
    member: &Member,
    most: impl Fn(u64) -> u64,
) -> Result<Vec<u8>, Lack> {
    let mut unpacking = open(source, member)?;
    let mut bytes = Vec::new();
    let mut piece = [0; 1 << 14];
    loop {
        let read = unpacking.read(&mut piece).map_err(|_| Lack::Damaged)?;
        if read == 0 {
            return Ok(bytes);
        }
        bytes.extend_from_slice(piece.get(..read).unwrap_or_default());
        if bytes.len() as u64 > most(unpacking.packed()) {
            return Err(Lack::TooLarge);
        }
    }
}

/// Begins to unpack a file.
pub(crate) fn open<'a, S: Read + Seek>(
    source: &'a mut S,
    member: &Member,
) -> Result<Unpacking<&'a mut S>, Lack> {
    source.seek(SeekFrom::Start(member.at)).map_err(|_| Lack::Damaged)?;
    let coming = match member.packed {
        Packed::Unread(lack) => return Err(lack),
        Packed::Not(length) => Coming::Plain(source.take(length), length),
        Packed::Deflate => Coming::Deflated(DeflateDecoder::new(BufReader::new(source))),
    };
    Ok(Unpacking { coming, sum: Crc::new(), expected: member.sum })
}

/// A file as it is unpacked. It ends with an error where it is not whole.
pub(crate) struct Unpacking<S: Read> {
    coming: Coming<S>,
    sum: Crc,
    expected: Option<u32>,
}

enum Coming<S: Read> {
    /// What is still to come, and how long all of it is.
    Plain(io::Take<S>, u64),
    Deflated(DeflateDecoder<BufReader<S>>),
}

impl<S: Read> Unpacking<S> {
    /// In how many bytes it is packed what was read so far.
    fn packed(&self) -> u64 {
        match &self.coming {
            Coming::Plain(_, length) => *length,
            Coming::Deflated(decoder) => decoder.total_in(),
        }
    }

    fn is_whole(&mut self) -> io::Result<bool> {
        Ok(match (&mut self.coming, self.expected) {
            (Coming::Plain(rest, _), _) if rest.limit() > 0 => false,
            (_, Some(expected)) => expected == self.sum.sum(),
            // The decoder is content where a file ends in its middle; but then nothing is behind it, where its sum should be.
            (Coming::Deflated(decoder), None) => !decoder.get_mut().fill_buf()?.is_empty(),
            (Coming::Plain(..), None) => true,
        })
    }
}

impl<S: Read> Read for Unpacking<S> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = match &mut self.coming {
            Coming::Plain(rest, _) => rest.read(out)?,
            Coming::Deflated(decoder) => decoder.read(out)?,
        };
        self.sum.update(out.get(..read).unwrap_or_default());
        if read == 0 && !out.is_empty() && !self.is_whole()? {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(read)
    }
}
