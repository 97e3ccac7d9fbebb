//! Rows of a table, as CSV: each line or record is handed over once, whatever is wrong with it.
//!
//! A record is read from the lines that it takes: a quotation mark that is missing or too much would otherwise swallow all
//! that follows. Where a record does not end, or runs over the ends of others, its beginning is given up and the rest read
//! anew, from the next line that is a record by itself. The `csv` crate takes the records apart.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use super::text;

/// The longest record, in bytes: an article's text may stand in one.
const LONGEST: usize = 32 << 20;
/// So often lines are read anew, in bytes: what is worse is no table.
const PATIENCE: usize = 256 << 20;

/// Columns in which there may be whole lines, and whole tables.
const TEXTS: &[&str] = &[
    "comment",
    "content",
    "description",
    "excerpt",
    "highlight",
    "highlights",
    "note",
    "notes",
    "quote",
    "selection",
    "summary",
    "text",
];

/// The table's head, and how its records are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Names of columns in small letters.
    pub(super) columns: Vec<String>,
    /// What stands between fields.
    pub(super) between: u8,
}

/// A record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row<'a> {
    head: &'a Head,
    /// The line that it begins on.
    pub(super) line: usize,
    /// Its fields.
    pub(super) fields: Vec<String>,
    /// It stands at the end of a file that ends in the middle of a line.
    pub(super) last: bool,
}

/// What lines come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Record<'a> {
    /// A record.
    Row(Row<'a>),
    /// Lines that are none: the first of them, and their words.
    Damaged(usize, String),
}

impl Head {
    /// The head in a line.
    pub(super) fn read(line: &str) -> Head {
        let count = |sign: char| line.matches(sign).count();
        let between = [',', ';', '\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == ','));
        Head::parted(line, between.map_or(b',', |sign| sign as u8))
    }

    /// The same, where it is known what stands between fields.
    pub(super) fn parted(line: &str, between: u8) -> Head {
        let fields = fields(line, between);
        let name = |field: &String| field.trim().trim_start_matches('\u{feff}').to_lowercase();
        Head { columns: fields.iter().map(name).collect(), between }
    }

    /// Whether an entry may have lines of text in it.
    fn has_texts(&self) -> bool {
        TEXTS.iter().any(|name| self.has(name))
    }

    /// Whether there is a column of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column == name)
    }
}

impl Row<'_> {
    /// What stands under a name, without spaces around it; empty where nothing does.
    pub(super) fn get(&self, name: &str) -> &str {
        let at = self.head.columns.iter().position(|column| column == name);
        at.and_then(|at| self.fields.get(at)).map_or("", |field| field.trim())
    }

    /// Under the first of these names that has something.
    pub(super) fn any(&self, names: &[&str]) -> &str {
        names.iter().map(|name| self.get(name)).find(|field| !field.is_empty()).unwrap_or_default()
    }

    /// Whether the file ends before this field does, or before it begins.
    pub(super) fn is_cut_in(&self, name: &str) -> bool {
        let at = self.head.columns.iter().position(|column| column == name);
        let is_short = self.fields.len() < self.head.columns.len();
        self.last && is_short && at.is_some_and(|at| at + 1 >= self.fields.len())
    }
}

/// Reads records from behind the head; `each` stops it by saying no. `line` is that of the first of them.
pub(super) fn records(
    reader: &mut dyn BufRead,
    head: &Head,
    first: usize,
    each: &mut dyn FnMut(Record<'_>) -> bool,
) -> io::Result<()> {
    let mut lines: VecDeque<String> = VecDeque::new();
    let (mut number, mut patience) = (first, PATIENCE);
    loop {
        let Some(line) = next(&mut lines, reader)? else { return Ok(()) };
        if line.trim().is_empty() {
            number += 1;
            continue;
        }
        let mut record = line.clone();
        let mut taken = vec![line];
        let mut quoted = Quoted::default();
        quoted.go_on(&record, head.between);
        while quoted.open && record.len() < LONGEST {
            let Some(more) = next(&mut lines, reader)? else { break };
            quoted.go_on(&more, head.between);
            record.push_str(&more);
            taken.push(more);
        }
        let found = fields(&record, head.between);
        let is_record = |line: &String| {
            line.contains("://") && fields(line, head.between).len() + 1 >= head.columns.len()
        };
        // Two marks that are too much close each other, and what lies between them would be gone. The last line of a record
        // looks like one too, with a mark where its text ends.
        let swallows = || {
            let rest = taken.get(1..).unwrap_or_default();
            let inner = rest.split_last().map_or(rest, |(_, inner)| if quoted.odd { rest } else { inner });
            !head.has_texts() && record.len() <= patience && inner.iter().any(is_record)
        };
        let runs_over = taken.len() > 1 && (quoted.open || found.len() > head.columns.len() || swallows());
        let goes_on = if runs_over {
            // Up to the next line that is a record by itself; where there is none, all of it is one that is cut short.
            let again = taken.iter().skip(1).position(is_record).filter(|_| record.len() <= patience);
            patience = patience.saturating_sub(record.len());
            let rest = taken.split_off(again.map_or(taken.len(), |at| at + 1));
            rest.into_iter().rev().for_each(|line| lines.push_front(line));
            number += taken.len();
            each(Record::Damaged(number - taken.len(), taken.concat()))
        } else {
            number += taken.len();
            let last = !record.ends_with('\n');
            each(Record::Row(Row { head, line: number - taken.len(), fields: found, last }))
        };
        if !goes_on {
            return Ok(());
        }
    }
}

fn next(lines: &mut VecDeque<String>, reader: &mut dyn BufRead) -> io::Result<Option<String>> {
    match lines.pop_front() {
        Some(line) => Ok(Some(line)),
        None => text::line(reader),
    }
}

/// Whether a record goes on behind what was read of it (RFC 4180).
struct Quoted {
    open: bool,
    start: bool,
    /// A mark closed that words follow.
    odd: bool,
}

impl Default for Quoted {
    fn default() -> Quoted {
        Quoted { open: false, start: true, odd: false }
    }
}

impl Quoted {
    fn go_on(&mut self, line: &str, between: u8) {
        let mut closed = false;
        for byte in line.bytes() {
            self.odd |= closed && byte != between && !matches!(byte, b'"' | b'\r' | b'\n' | b' ');
            closed = byte == b'"' && self.open;
            match byte {
                b'"' if self.open => self.open = false,
                // A mark behind a mark is one in the text, which goes on; elsewhere marks mean nothing.
                b'"' if self.start => self.open = true,
                _ => {}
            }
            self.start = byte == between || (byte == b'"' && !self.open);
        }
        if !self.open {
            self.start = true;
        }
    }
}

fn fields(record: &str, between: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(between)
        .from_reader(record.as_bytes());
    let found = reader.records().next().and_then(Result::ok).unwrap_or_default();
    found.iter().map(str::to_owned).collect()
}
