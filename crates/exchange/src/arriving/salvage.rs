//! What is left of a ZIP archive whose list is missing, as of one that was cut short: each file has a head of its own
//! (PKWARE's APPNOTE.TXT, 4.3.7), and what is packed says itself where it ends.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use flate2::bufread::DeflateDecoder;

use super::archive::{Lack, limited};

/// How a head begins, and how long it is before its name.
const HEAD: &[u8] = b"PK\x03\x04";
const HEAD_LENGTH: usize = 30;
/// The longest name that is believed.
const LONGEST_NAME: u64 = 1024;
/// How many files are looked for.
const MOST: usize = 100_000;

/// A file that has a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) name: String,
    /// Where what is packed begins.
    at: u64,
    packed: Packed,
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
pub(super) fn members(source: &mut (impl Read + Seek)) -> io::Result<Vec<Member>> {
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
        members.push(Member { name: String::from_utf8_lossy(&name).replace('\\', "/"), at, packed });
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
    source.seek(SeekFrom::Start(member.at)).map_err(|_| Lack::Damaged)?;
    match member.packed {
        Packed::Unread(lack) => Err(lack),
        Packed::Not(length) => {
            let bytes = limited(source.take(length), most(length))?;
            if bytes.len() as u64 == length { Ok(bytes) } else { Err(Lack::Damaged) }
        }
        Packed::Deflate => {
            let mut decoder = DeflateDecoder::new(BufReader::new(source));
            let mut bytes = Vec::new();
            let mut piece = [0; 1 << 14];
            loop {
                let read = decoder.read(&mut piece).map_err(|_| Lack::Damaged)?;
                if read == 0 {
                    return Ok(bytes);
                }
                bytes.extend_from_slice(piece.get(..read).unwrap_or_default());
                if bytes.len() as u64 > most(decoder.total_in()) {
                    return Err(Lack::TooLarge);
                }
            }
        }
    }
}
