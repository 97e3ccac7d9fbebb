//! A file that the window hands over, with those that lay beside it, in one body: the length of the head in four bytes (the
//! least first), the head in JSON, then the files one after another.

use std::collections::HashMap;

use app::{Error, Result};
use serde::Deserialize;

/// What was handed over.
pub(crate) struct Handed {
    /// The file's name.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// By their paths from where it lies.
    pub(crate) beside: HashMap<String, Vec<u8>>,
}

#[derive(Deserialize)]
struct Head {
    name: String,
    length: usize,
    /// Paths and lengths.
    beside: Vec<(String, usize)>,
}

/// Takes a body apart.
///
/// # Errors
/// `not_saved`: it did not arrive whole.
pub(crate) fn unpacked(body: &[u8]) -> Result<Handed> {
    let message = "The file did not arrive whole. Try again.".to_owned();
    parts(body).ok_or_else(|| Error { code: "not_saved".to_owned(), message })
}

fn parts(body: &[u8]) -> Option<Handed> {
    let (length, rest) = body.split_first_chunk::<4>()?;
    let (head, mut rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    let head: Head = serde_json::from_slice(head).ok()?;
    let mut next = |length: usize| {
        let (piece, more) = rest.split_at_checked(length)?;
        rest = more;
        Some(piece.to_vec())
    };
    let bytes = next(head.length)?;
    let beside = head.beside.into_iter().map(|(path, length)| Some((path, next(length)?)));
    Some(Handed { name: head.name, bytes, beside: beside.collect::<Option<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::unpacked;

    #[test]
    fn what_is_handed_over_is_taken_apart_and_what_is_cut_is_refused() {
        let head = br#"{"name": "a.html", "length": 3, "beside": [["a_files/b.jpg", 2]]}"#;
        let length = u32::try_from(head.len()).unwrap_or_default().to_le_bytes();
        let body = [&length[..], head, b"<p>", b"\xff\xd8"].concat();
        let handed = unpacked(&body).ok();
        assert!(handed.is_some_and(|handed| {
            handed.name == "a.html" && handed.bytes == b"<p>" && handed.beside["a_files/b.jpg"] == b"\xff\xd8"
        }));
        for end in 0..body.len() {
            assert!(unpacked(&body[..end]).is_err(), "{end}");
        }
    }
}
