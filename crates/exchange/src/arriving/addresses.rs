//! A list of addresses: one to a line, with words around it or none. Blank lines and lines that begin with `#` are none.

use std::io::{self, BufRead};

use super::entry::Entry;
use super::read::Out;
use super::text;

/// The longest line that is kept as an address, in letters.
const LONGEST: usize = 4000;

pub(super) fn read(reader: &mut dyn BufRead, out: &mut Out<'_>) -> io::Result<()> {
    let mut number = 0;
    while let Some(line) = text::line(reader)? {
        number += 1;
        let words = line.trim().trim_matches('\0');
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let goes_on = if words.chars().count() > LONGEST {
            let start: String = words.chars().take(80).collect();
            out.refuse(number, &start, "This line is too long to be an address.")
        } else {
            out.plain(Entry::at(number, words))
        };
        if !goes_on {
            break;
        }
    }
    Ok(())
}

/// Whether a text is such a list: at least every third line has an address.
pub(super) fn is_list(head: &str) -> bool {
    let lines = head.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut all, mut with) = (0, 0);
    for line in lines.take(400) {
        all += 1;
        with += usize::from(has_address(line));
    }
    with > 0 && with * 3 >= all
}

/// An address with a scheme, or a name of a server and a path by itself.
fn has_address(line: &str) -> bool {
    let is_bare = |line: &str| {
        let server = line.split(['/', '?', '#']).next().unwrap_or_default();
        let end = server.rsplit('.').next().unwrap_or_default();
        server.contains('.')
            && !line.contains(char::is_whitespace)
            && end.len() > 1
            && end.chars().all(char::is_alphabetic)
            && server.chars().all(|letter| letter.is_alphanumeric() || ".-".contains(letter))
    };
    line.contains("http://") || line.contains("https://") || is_bare(line)
}
