//! Readwise's CSV: `Highlight,Title,Author,URL,Note,Location,Date` (RFC 4180), as it takes marks in. What it gives out has
//! other names for some, and columns for colour and tags.
//!
//! It has no columns for tags and colours: they stand in the first line of the note as Readwise reads them there, each word
//! with a dot before it (`.green .physics`). In a tag a space is `_`, and `_` is `__`.

use std::io::{self, Write};

use super::{Annotation, Arrived, Format, time};

const COLUMNS: [&str; 7] = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];
/// What these are called in what Readwise gives out.
const OTHER_NAMES: [(&str, &str); 3] =
    [("Title", "Book Title"), ("Author", "Book Author"), ("Date", "Highlighted at")];
const COLOURS: [&str; 5] = ["yellow", "green", "blue", "pink", "purple"];

pub(super) fn write(annotations: &[Annotation], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{}\r\n", COLUMNS.join(","))?;
    for one in annotations {
        let location = one.position.map(|(start, _)| start.to_string()).unwrap_or_default();
        let date = one.created.map(time::written).unwrap_or_default();
        let fields = [&one.quote, &one.title, &one.author, &one.url, &note(one), &location, &date];
        write!(out, "{}\r\n", fields.map(|field| quoted(field)).join(","))?;
    }
    Ok(())
}

/// Whether a line is the head of such a table.
pub(super) fn is_head(line: &str) -> bool {
    let names: Vec<&str> = line.split(',').map(|name| name.trim().trim_matches('"')).collect();
    names == COLUMNS || ["Highlight", "Book Title"].iter().all(|name| names.contains(name))
}

fn quoted(field: &str) -> String {
    let is_plain = !field.contains([',', '"', '\n', '\r']) && field.trim() == field;
    if is_plain { field.to_owned() } else { format!("\"{}\"", field.replace('"', "\"\"")) }
}

/// The records of a text, each with the line on which it begins, from 1. A quote that is never closed reaches to the end.
fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begins, mut is_quoted) = (1, 1, false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        line += usize::from(sign == '\n');
        match sign {
            '"' if is_quoted && signs.next_if_eq(&'"').is_some() => field.push('"'),
            '"' if is_quoted => is_quoted = false,
            '"' if field.is_empty() => is_quoted = true,
            ',' if !is_quoted => record.push(std::mem::take(&mut field)),
            '\r' if !is_quoted && signs.peek() == Some(&'\n') => {}
            '\n' if !is_quoted => {
                record.push(std::mem::take(&mut field));
                records.push((begins, std::mem::take(&mut record)));
                begins = line;
            }
            sign => field.push(sign),
        }
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        records.push((begins, record));
    }
    records.retain(|(_, record)| {
        record.len() > 1 || record.first().is_some_and(|field| !field.trim().is_empty())
    });
    records
}

fn note(one: &Annotation) -> String {
    let colour = Some(one.colour.as_str()).filter(|colour| !colour.is_empty() && *colour != "yellow");
    let tags = one.tags.iter().map(|tag| tag.replace('_', "__").replace(' ', "_"));
    let dotted: Vec<String> =
        colour.map(str::to_owned).into_iter().chain(tags).map(|word| format!(".{word}")).collect();
    match (dotted.is_empty(), one.note.starts_with('.')) {
        (true, false) => one.note.clone(),
        // A first line of its own, so that the note's own first line is not read so.
        _ => format!("{}\n{}", dotted.join(" "), one.note).trim_end().to_owned(),
    }
}

pub(super) fn read(text: &str) -> Arrived {
    let mut records = records(text).into_iter();
    let header = records.next().map(|(_, header)| header).unwrap_or_default();
    let of = |name: &str| header.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let other =
        |name: &str| OTHER_NAMES.iter().find(|(own, _)| *own == name).and_then(|(_, other)| of(other));
    let columns = COLUMNS.map(|name| of(name).or_else(|| other(name)));
    // A page, or a place in a book of another program, is none in the text.
    let has_places = of("Location Type").is_none();
    let [colour, tags] = ["Color", "Tags"].map(of);
    let mut arrived = Arrived { format: Format::Readwise, annotations: Vec::new(), refused: Vec::new() };
    for (line, record) in records {
        let field = |at: usize| {
            columns[at].and_then(|at| record.get(at)).map(|field| field.trim().to_owned()).unwrap_or_default()
        };
        let mut one = Annotation {
            quote: field(0),
            title: field(1),
            author: field(2),
            url: field(3),
            position: field(5).parse().ok().filter(|_| has_places).map(|start| (start, start)),
            created: time::read(&field(6)),
            ..Annotation::default()
        };
        said(&field(4), &mut one);
        let more =
            |column: Option<usize>| column.and_then(|at| record.get(at)).map_or("", |field| field.trim());
        if COLOURS.contains(&more(colour)) {
            one.colour = more(colour).to_owned();
        }
        let tags = more(tags).split(',').map(str::trim).filter(|tag| !tag.is_empty());
        one.tags.extend(tags.map(str::to_owned));
        if one.quote.is_empty() && one.note.is_empty() {
            arrived.refused.push((line, "There are no words and no note in this line.".to_owned()));
        } else {
            arrived.annotations.push((line, one));
        }
    }
    arrived
}

/// What a note says, and the words with a dot in its first line.
fn said(note: &str, one: &mut Annotation) {
    let (first, rest) = note.split_once('\n').unwrap_or((note, ""));
    let words: Vec<&str> = first.split_whitespace().collect();
    let is_dotted = |word: &&str| word.len() > 1 && word.starts_with('.') && !word.starts_with("..");
    if words.is_empty() || !words.iter().all(is_dotted) {
        one.note = if words.is_empty() { rest.to_owned() } else { note.to_owned() };
        return;
    }
    one.note = rest.trim_end().to_owned();
    for word in words {
        let word = word[1..].replace("__", "\u{0}").replace('_', " ").replace('\u{0}', "_");
        if one.colour.is_empty() && COLOURS.contains(&word.as_str()) {
            one.colour = word;
        } else {
            one.tags.push(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_head, read};

    #[test]
    fn what_readwise_gives_out_is_read() {
        let head = "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags";
        assert!(is_head(head) && !is_head("url,title,tags"));
        let text = format!(
            "{head}\n\"Of all, this\",A lamp,Ida,,Why?,blue,\"sea, salt\",page,12,2024-05-06 07:08:09+00:00,\n"
        );
        let arrived = read(&text);
        let (line, one) = &arrived.annotations[0];
        assert_eq!(
            (*line, one.quote.as_str(), one.title.as_str(), one.author.as_str()),
            (2, "Of all, this", "A lamp", "Ida")
        );
        assert_eq!((one.note.as_str(), one.colour.as_str(), one.position), ("Why?", "blue", None));
        assert_eq!(one.tags, ["sea", "salt"]);
        assert!(one.created.is_some());
    }
}
