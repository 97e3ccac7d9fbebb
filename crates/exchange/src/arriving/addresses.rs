//! A list of addresses: one to a line, with words around it or none. Blank lines and lines that begin with `#` are none.

use std::io::{self, BufRead};

use super::entry::{Entry, some};
use super::read::Out;
use super::{names, text};

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
            each_address(words).into_iter().all(|words| {
                // Words may stand around it, so that what is said of the address of an entry is not true of it.
                out.plain(Entry { line: number, url: words.to_owned(), ..Entry::default() })
            })
        };
        if !goes_on {
            break;
        }
    }
    Ok(())
}

/// The one address in a file that Windows calls an Internet shortcut (`.url`): its name is the headline.
pub(super) fn shortcut(reader: &mut dyn BufRead, name: &str, out: &mut Out<'_>) -> io::Result<()> {
    let mut number = 0;
    while let Some(line) = text::line(reader)? {
        number += 1;
        if let Some(url) = line.trim().strip_prefix("URL=").filter(|url| !url.is_empty()) {
            out.plain(Entry { title: some(names::stem(name)), ..Entry::at(number, url) });
            return Ok(());
        }
    }
    out.refuse(1, name, "This shortcut has no address.");
    Ok(())
}

/// A line cut before each address but the first, so that none of them is lost.
fn each_address(line: &str) -> Vec<&str> {
    let begins = |(at, _): &(usize, &str)| {
        let before = line.get(..*at).and_then(|before| before.chars().next_back());
        before.is_some_and(|before| before.is_whitespace() || ",;|".contains(before))
    };
    let mut starts: Vec<usize> = ["http://", "https://"]
        .into_iter()
        .flat_map(|scheme| line.match_indices(scheme).filter(begins).map(|(at, _)| at))
        .collect();
    starts.sort_unstable();
    // The first is cut off where another stands before it.
    if !line.starts_with("http://") && !line.starts_with("https://") && !starts.is_empty() {
        starts.remove(0);
    }
    let mut since = 0;
    let mut pieces: Vec<&str> = Vec::new();
    for start in starts.into_iter().chain([line.len()]) {
        let piece = line.get(since..start).unwrap_or_default();
        pieces.extend(
            Some(piece.trim().trim_end_matches([',', ';', '|']).trim_end()).filter(|piece| !piece.is_empty()),
        );
        since = start;
    }
    pieces
}

/// Whether each line of a text is an address by itself, whatever else than spaces and quotation marks stands in it.
pub(super) fn is_plain(head: &str) -> bool {
    let mut lines =
        head.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).peekable();
    // The last line may be cut short.
    let begins = |line: &str| {
        ["http://", "https://"].into_iter().any(|scheme| line.starts_with(scheme) || scheme.starts_with(line))
    };
    let is_one =
        |line: &str| begins(line) && !line.contains(|letter: char| letter.is_whitespace() || letter == '"');
    lines.peek().is_some() && lines.all(is_one)
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
