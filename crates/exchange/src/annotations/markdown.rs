//! Markdown: a heading for each article, its words as quotations, and what is said of them below.
//!
//! Behind each mark that Offprint writes stands a comment with all that it knows of it, by which it comes in again. What
//! others write is read as a person reads it: `# Title`, an address below it, `> words`, and the note below those.
//!
//! The notes beside an article have no such comments. So that they can be read back, a rule stands before each note on the
//! whole article, and a line of a note that would be taken for something else has a space more before it.

use std::io::{self, Write};

use article::one_line;

use super::escaped::{escaped, escaped_heading, unescaped};
use super::{Annotation, Arrived, Format};

pub(super) const COMMENT: &str = "<!-- offprint ";
/// The key in the front matter of notes beside an article.
const NOTES: &str = "offprint-notes:";
/// Of what stands beside comments.
const CHANGED: &str = "What stands here is not as Offprint wrote it, and was not taken in: of a mark with a comment, the \
                       comment is read alone. Change the mark in Offprint, or take all comments out of the file.";
/// Before a note on the whole article.
const RULE: &str = "* * *";

pub(super) fn write(annotations: &[Annotation], out: &mut dyn Write) -> io::Result<()> {
    let mut rest = annotations;
    while let Some(first) = rest.first() {
        let same = |one: &&Annotation| {
            (&one.article, &one.title, &one.url) == (&first.article, &first.title, &first.url)
        };
        let count = rest.iter().take_while(same).count();
        let (article, others) = rest.split_at(count);
        write_article(article, out)?;
        rest = others;
        if !rest.is_empty() {
            writeln!(out)?;
        }
    }
    Ok(())
}

/// The marks of one article in plain Markdown, without what only a program reads.
#[must_use]
pub fn notes(annotations: &[Annotation]) -> String {
    let mut parts: Vec<Vec<u8>> = vec![Vec::new(); annotations.len() + 1];
    if let (Some((head, marks)), Some(first)) = (parts.split_first_mut(), annotations.first()) {
        // Memory takes all that is written to it.
        let _ = write_head(first, head);
        for (one, out) in annotations.iter().zip(marks) {
            if one.quote.is_empty() {
                let _ = writeln!(out, "{RULE}");
            }
            let note = one.note.lines().map(apart).collect::<Vec<_>>().join("\n");
            let _ = write_mark(&Annotation { note, ..one.clone() }, out);
        }
    }
    let parts = parts.iter().map(|part| String::from_utf8_lossy(part).trim().to_owned());
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The marks of one article.
fn write_article(annotations: &[Annotation], out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = annotations.first() else { return Ok(()) };
    write_head(first, out)?;
    for one in annotations {
        write_mark(one, out)?;
        // Within a comment neither `-->` nor `--` may stand.
        let all = serde_json::to_string(one)?.replace("--", "-\\u002d").replace('>', "\\u003e");
        writeln!(out, "{COMMENT}{all} -->")?;
    }
    Ok(())
}

/// Which article it is.
fn write_head(first: &Annotation, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}", escaped_heading(&one_line(&first.title)))?;
    let about = [escaped(&one_line(&first.author)), one_line(&first.url)];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    if !about.is_empty() {
        writeln!(out, "\n{}", about.join(" · "))?;
    }
    Ok(())
}

/// Its words, what is said of them, and its tags.
fn write_mark(one: &Annotation, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    if !one.quote.is_empty() {
        for line in one.quote.lines() {
            writeln!(out, "> {}", escaped(line))?;
        }
        writeln!(out)?;
    }
    if !one.note.is_empty() {
        writeln!(out, "{}\n", one.note)?;
    }
    if !one.tags.is_empty() {
        let tags: Vec<String> = one.tags.iter().map(|tag| format!("#{}", tag.replace(' ', "-"))).collect();
        writeln!(out, "{}\n", tags.join(" "))?;
    }
    Ok(())
}

/// Whether a line of a note would be taken for something else.
fn is_sign(line: &str) -> bool {
    line.starts_with('>') || line.trim_end() == RULE || is_tags(line)
}

/// Whether a line is nothing but tags.
fn is_tags(line: &str) -> bool {
    let is_tag = |word: &str| word.len() > 1 && word.starts_with('#') && !word[1..].starts_with('#');
    line.starts_with('#') && line.split_whitespace().all(is_tag)
}

/// `#1` may be a number of something.
fn has_letters(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

fn tags_in(line: &str) -> Vec<String> {
    line.split_whitespace().map(|tag| tag.trim_start_matches('#').to_owned()).collect()
}

/// A line of a note, told apart from what is none.
fn apart(line: &str) -> String {
    if is_sign(line.trim_start_matches(' ')) { format!(" {line}") } else { line.to_owned() }
}

/// The line again.
fn as_it_was(line: &str) -> &str {
    line.strip_prefix(' ').filter(|rest| is_sign(rest.trim_start_matches(' '))).unwrap_or(line)
}

/// The lines that say something.
fn told(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect()
}

/// Whether above its comment stands what was written there, below the head of its article or without it.
fn is_as_written(above: &str, one: &Annotation) -> bool {
    let (mut head, mut mark) = (Vec::new(), Vec::new());
    // Memory takes all that is written to it.
    let _ = write_head(one, &mut head).and_then(|()| write_mark(one, &mut mark));
    let (head, mark) = (String::from_utf8_lossy(&head), String::from_utf8_lossy(&mark));
    let above = told(above);
    above == told(&mark) || above == told(&format!("{head}\n{mark}"))
}

/// Notes beside an article, as [`notes`] writes them.
fn read_notes(text: &str) -> Arrived {
    let mut arrived = Arrived { format: Format::Markdown, annotations: Vec::new(), refused: Vec::new() };
    let (mut title, mut url, mut is_headed, mut about) = (String::new(), String::new(), false, false);
    let mut open: Option<(usize, Annotation)> = None;
    let mut before = "";
    for (number, line) in text.lines().enumerate() {
        let quoted = line.strip_prefix('>');
        let is_next = quoted.is_some() && !before.starts_with('>') || line.trim_end() == RULE;
        let is_below_blank = before.trim().is_empty();
        before = line;
        if !is_headed {
            if let Some(heading) = line.strip_prefix("# ") {
                (title, is_headed) = (unescaped(heading.trim()), true);
            }
            continue;
        }
        if is_next {
            arrived.annotations.extend(open.take());
            let new = Annotation { title: title.clone(), url: url.clone(), ..Annotation::default() };
            open = Some((number + 1, new));
        }
        match (&mut open, quoted) {
            (Some((_, one)), Some(quoted)) => {
                one.quote.push_str(&unescaped(quoted.strip_prefix(' ').unwrap_or(quoted)));
                one.quote.push('\n');
            }
            (Some((_, one)), None) if !is_next => {
                one.note.push_str(line);
                one.note.push('\n');
            }
            (Some(_), None) => {}
            (None, _) if line.trim().is_empty() => {}
            // Who wrote it, and its address.
            (None, _) if !about => {
                about = true;
                url = address(line).unwrap_or_default().to_owned();
            }
            (None, _) if is_below_blank => arrived.refused.push((
                number + 1,
                "This stands below no words that are marked, and below no rule (* * *): nothing tells that it is a note."
                    .to_owned(),
            )),
            (None, _) => {}
        }
    }
    arrived.annotations.extend(open);
    for (_, one) in &mut arrived.annotations {
        one.quote = one.quote.trim().to_owned();
        let mut lines: Vec<&str> = one.note.trim_end().lines().collect();
        if let Some(tags) = lines.pop_if(|last| is_tags(last)) {
            one.tags = tags_in(tags);
        }
        one.note = lines.into_iter().map(as_it_was).collect::<Vec<_>>().join("\n").trim().to_owned();
    }
    arrived.annotations.retain(|(number, one)| {
        let says = !one.quote.is_empty() || !one.note.is_empty();
        if !says {
            arrived.refused.push((*number, "Below this rule stands no note.".to_owned()));
        }
        says
    });
    arrived
}

/// The address of a page in a line.
fn address(line: &str) -> Option<&str> {
    let is_address = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
    line.split(|sign: char| sign.is_whitespace() || "()<>[]".contains(sign)).find(is_address)
}

pub(super) fn read(text: &str) -> Result<Arrived, String> {
    let mut arrived = Arrived { format: Format::Markdown, annotations: Vec::new(), refused: Vec::new() };
    if text.lines().any(|line| line.starts_with(COMMENT)) {
        let mut after = 0;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with(COMMENT)) {
            let above = text.lines().take(number).skip(after).collect::<Vec<_>>().join("\n");
            after = number + 1;
            let inside = line.strip_prefix(COMMENT).and_then(|line| line.trim_end().strip_suffix("-->"));
            match inside.and_then(|inside| serde_json::from_str(inside.trim()).ok()) {
                Some(one) => {
                    if !is_as_written(&above, &one) {
                        arrived.refused.push((number + 1, CHANGED.to_owned()));
                    }
                    arrived.annotations.push((number + 1, one));
                }
                None => arrived.refused.push((
                    number + 1,
                    "This comment of Offprint's was changed, and can't be read.".to_owned(),
                )),
            }
        }
        if let Some((number, _)) =
            text.lines().enumerate().skip(after).find(|(_, line)| !line.trim().is_empty())
        {
            arrived.refused.push((number + 1, CHANGED.to_owned()));
        }
        return Ok(arrived);
    }
    let mut front = text.lines();
    if front.next().is_some_and(|first| first.trim_end() == "---")
        && front.take_while(|line| line.trim_end() != "---").any(|line| line.starts_with(NOTES))
    {
        return Ok(read_notes(text));
    }
    let mut title = String::new();
    let mut url = String::new();
    let mut open: Option<(usize, Annotation)> = None;
    let mut in_quote = false;
    for (number, line) in text.lines().enumerate() {
        if let Some(quoted) = line.strip_prefix('>') {
            let quoted = quoted.strip_prefix(' ').unwrap_or(quoted);
            if !in_quote {
                arrived.annotations.extend(open.take());
                open = Some((
                    number + 1,
                    Annotation { title: title.clone(), url: url.clone(), ..Annotation::default() },
                ));
            } else if let Some((_, one)) = &mut open {
                one.quote.push('\n');
            }
            if let Some((_, one)) = &mut open {
                one.quote.push_str(&unescaped(quoted));
            }
            in_quote = true;
            continue;
        }
        in_quote = false;
        let heading = line.trim_start_matches('#');
        if line.starts_with('#')
            && heading.starts_with(' ')
            && open.as_ref().is_none_or(|_| line.len() - heading.len() < 3)
        {
            arrived.annotations.extend(open.take());
            (title, url) = (unescaped(heading.trim()), String::new());
            continue;
        }
        match &mut open {
            Some((_, one)) => {
                one.note.push_str(line);
                one.note.push('\n');
            }
            None => {
                url = address(line).map(str::to_owned).unwrap_or(url);
            }
        }
    }
    arrived.annotations.extend(open);
    for (_, one) in &mut arrived.annotations {
        let note = one.note.trim().to_owned();
        // As they are written here, the tags stand last; by hand also first.
        let (first, last) = (note.lines().next(), note.lines().next_back());
        let is_tagged = |line: &str| is_tags(line) && line.split_whitespace().all(has_letters);
        (one.note, one.tags) =
            match (first.filter(|line| is_tagged(line)), last.filter(|line| is_tagged(line))) {
                (_, Some(tags)) => (note[..note.len() - tags.len()].trim().to_owned(), tags_in(tags)),
                (Some(tags), None) => (note[tags.len()..].trim().to_owned(), tags_in(tags)),
                (None, None) => (note, Vec::new()),
            };
        one.quote = one.quote.trim().to_owned();
    }
    if arrived.annotations.is_empty() {
        return Err("There are no highlights in this file: it is neither Web Annotation JSON-LD, nor Readwise's CSV, nor \
                    Markdown with quotations. Choose another file."
            .to_owned());
    }
    Ok(arrived)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Vec<Annotation> {
        let one = |quote: &str, note: &str, tags: &[&str]| Annotation {
            title: "A quiet street".into(),
            url: "https://example.org/street".into(),
            author: "A. Walker".into(),
            quote: quote.into(),
            note: note.into(),
            tags: tags.iter().map(|tag| tag.to_string()).collect(),
            ..Annotation::default()
        };
        vec![
            one("", "On all of it.", &["town"]),
            one("", "# Another\n\n> with a quotation\n\n#not #tags", &[]),
            one("The words\n\nthat are marked.", "", &["town", "street"]),
            one("More words.", "> quoted\n > too\n\n* * *\n\nAnd said.", &[]),
        ]
    }

    fn read_all(text: &str) -> Arrived {
        let none =
            |why| Arrived { format: Format::Markdown, annotations: Vec::new(), refused: vec![(0, why)] };
        read(text).unwrap_or_else(none)
    }

    #[test]
    fn notes_beside_an_article_are_read_as_they_were_written() {
        let text = format!("---\noffprint-notes: 1 a b\n---\n{}", notes(&marks()));
        let arrived = read_all(&text);
        let read: Vec<Annotation> = arrived.annotations.into_iter().map(|(_, one)| one).collect();
        let written = marks().into_iter().map(|one| Annotation { author: String::new(), ..one });
        assert_eq!(read, written.collect::<Vec<_>>(), "{text}");
        assert_eq!(arrived.refused, []);
        // What an older one wrote without a rule is told of.
        let old = text.replace("* * *\n\nOn all", "On all");
        assert_eq!(read_all(&old).refused.len(), 1 + 1, "{old}");
    }

    #[test]
    fn what_was_changed_beside_a_comment_is_told_of() {
        let mut out = Vec::new();
        assert!(write(&marks(), &mut out).is_ok());
        let text = String::from_utf8_lossy(&out).into_owned();
        assert_eq!(read_all(&text).refused, []);
        let changed = text.replace("And said.\n", "And said better.\n") + "\n> New words.\n";
        let arrived = read_all(&changed);
        assert_eq!((arrived.annotations.len(), arrived.refused.len()), (4, 2), "{:?}", arrived.refused);
    }
}
