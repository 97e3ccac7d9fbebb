//! Text from bytes of any encoding, piece by piece: what a byte order mark says, else UTF-8 where nearly all of it is,
//! else UTF-16 where every second byte is nothing, else what it looks like.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that are read at once.
const PIECE: usize = 1 << 16;
/// The longest line, in bytes.
const LONGEST: u64 = 64 << 20;

/// A source as UTF-8, without a byte order mark. What can't be decoded is U+FFFD.
pub(super) struct Decoded<S> {
    source: S,
    decoder: Decoder,
    raw: Vec<u8>,
    at: usize,
    text: Vec<u8>,
    given: usize,
    ended: bool,
    /// Whether lines end as on old Macintoshes; `None` before that is known.
    bare: Option<bool>,
}

/// Opens a source as text, from its beginning.
pub(super) fn decoded<S: Read + Seek>(mut source: S) -> io::Result<BufReader<Decoded<S>>> {
    let encoding = encoding(&mut source)?;
    source.seek(SeekFrom::Start(0))?;
    let decoded = Decoded {
        source,
        decoder: encoding.new_decoder_with_bom_removal(),
        raw: Vec::new(),
        at: 0,
        text: Vec::new(),
        given: 0,
        ended: false,
        bare: None,
    };
    Ok(BufReader::with_capacity(PIECE, decoded))
}

/// All of a text that is at hand.
pub(super) fn whole(bytes: &[u8]) -> String {
    let mut text = String::new();
    // What is in memory can be read, and comes as UTF-8.
    let _ = decoded(io::Cursor::new(bytes)).map(|mut decoded| decoded.read_to_string(&mut text));
    text
}

/// The next line with its end; `None` at the end. One that is too long is cut, and goes on as another.
pub(super) fn line(reader: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = reader.take(LONGEST).read_until(b'\n', &mut bytes)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

fn encoding(source: &mut (impl Read + Seek)) -> io::Result<&'static Encoding> {
    source.seek(SeekFrom::Start(0))?;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut utf8 = UTF_8.new_decoder_without_bom_handling();
    let (mut bad, mut good) = (0usize, 0usize);
    let (mut read_in_all, mut nothing) = (0usize, [0usize; 2]);
    let mut piece = vec![0; PIECE];
    let mut text = vec![0; PIECE * 3 + 16];
    loop {
        let read = source.read(&mut piece)?;
        let bytes = piece.get(..read).unwrap_or_default();
        if read_in_all == 0
            && let Some((encoding, _)) = Encoding::for_bom(bytes)
        {
            return Ok(encoding);
        }
        for (at, byte) in bytes.iter().enumerate().take(4096) {
            nothing[(read_in_all + at) % 2] += usize::from(*byte == 0);
        }
        detector.feed(bytes, read == 0);
        let (more_bad, more_good) = tried(&mut utf8, bytes, &mut text, read == 0);
        (bad, good) = (bad + more_bad, good + more_good);
        read_in_all += read;
        if read == 0 {
            break;
        }
    }
    let looked_at = read_in_all.min(4096);
    match nothing {
        // Of Latin text in UTF-16, nearly every second byte is nothing.
        [even, odd] if odd * 5 > looked_at && even * 20 < looked_at => Ok(UTF_16LE),
        [even, odd] if even * 5 > looked_at && odd * 20 < looked_at => Ok(UTF_16BE),
        // Of English in another encoding, few bytes are no UTF-8: but then nothing but ASCII is.
        _ if bad * 1000 <= read_in_all && good >= bad => Ok(UTF_8),
        _ => Ok(detector.guess(None, Utf8Detection::Deny)),
    }
}

/// How many places of a piece are no UTF-8, and how many letters beyond ASCII are.
fn tried(utf8: &mut Decoder, bytes: &[u8], text: &mut [u8], last: bool) -> (usize, usize) {
    let (mut at, mut bad, mut good) = (0, 0, 0);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (result, read, written) = utf8.decode_to_utf8_without_replacement(rest, text, last);
        at += read;
        good += text.iter().take(written).filter(|byte| **byte >= 0xc0).count();
        match result {
            DecoderResult::InputEmpty => return (bad, good),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(_, _) => bad += 1,
        }
    }
}

impl<S: Read> Read for Decoded<S> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            self.fill()?;
        }
        let rest = self.text.get(self.given..).unwrap_or_default();
        let count = rest.len().min(out.len());
        if let (Some(from), Some(to)) = (rest.get(..count), out.get_mut(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}

impl<S: Read> Decoded<S> {
    fn fill(&mut self) -> io::Result<()> {
        let mut last = false;
        if self.at == self.raw.len() {
            self.raw.resize(PIECE, 0);
            let read = loop {
                match self.source.read(&mut self.raw) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read?,
                }
            };
            self.raw.truncate(read);
            self.at = 0;
            last = read == 0;
        }
        self.text.resize(PIECE * 3 + 16, 0);
        let rest = self.raw.get(self.at..).unwrap_or_default();
        let (result, read, written, _) = self.decoder.decode_to_utf8(rest, &mut self.text, last);
        self.text.truncate(written);
        // Spreadsheets still write CR alone: without other ends of lines, all of a table would be its head.
        if self.bare.is_none() && !self.text.is_empty() {
            self.bare = Some(self.text.contains(&b'\r') && !self.text.contains(&b'\n'));
        }
        if self.bare == Some(true) {
            self.text.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
        }
        (self.given, self.at) = (0, self.at + read);
        self.ended = last && result == CoderResult::InputEmpty;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn encodings() {
        let text = "Ein langer Satz über Straßen, Äpfel und Öfen, damit man sieht, was es ist.\n".repeat(40);
        let utf16 = |big: bool, mark: bool| -> Vec<u8> {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        let cases = [
            text.clone().into_bytes(),
            marked,
            latin,
            utf16(true, true),
            utf16(false, true),
            utf16(true, false),
            utf16(false, false),
        ];
        for bytes in cases {
            assert_eq!(whole(&bytes), text);
        }
        // A byte that is damaged makes no other encoding of it.
        let mut damaged = text.clone().into_bytes();
        damaged[3] = 0xff;
        assert_eq!(whole(&damaged), text.replacen("Ein ", "Ein\u{fffd}", 1));
        // English in Windows-1252, in which an accent is rare.
        let english =
            format!("{}A café at the pier.\n", "The ferry leaves at noon, and comes back.\n".repeat(100));
        let latin: Vec<u8> = english.chars().map(|letter| letter as u8).collect();
        assert_eq!(whole(&latin), english);
        assert_eq!(whole(b""), "");
    }
}
