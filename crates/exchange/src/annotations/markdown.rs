//! Markdown: a heading for each article, its words as quotations, and what is said of them below.
//!
//! Behind each mark that Offprint writes stands a comment with all that it knows of it, by which it comes in again. What
//! others write is read as a person reads it: `# Title`, an address below it, `> words`, and the note below those.

use std::io::{self, Write};

use super::{Annotation, Arrived, Format};

pub(super) const COMMENT: &str = "<!-- offprint ";

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
            let _ = write_mark(one, out);
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
    writeln!(out, "# {}", one_line(&first.title))?;
    let about: Vec<String> = [&first.author, &first.url]
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| one_line(text))
        .collect();
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
            writeln!(out, "> {line}")?;
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

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn read(text: &str) -> Result<Arrived, String> {
    let mut arrived = Arrived { format: Format::Markdown, annotations: Vec::new(), refused: Vec::new() };
    if text.lines().any(|line| line.starts_with(COMMENT)) {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with(COMMENT)) {
            let inside = line.strip_prefix(COMMENT).and_then(|line| line.trim_end().strip_suffix("-->"));
            match inside.and_then(|inside| serde_json::from_str(inside.trim()).ok()) {
                Some(one) => arrived.annotations.push((number + 1, one)),
                None => arrived.refused.push((
                    number + 1,
                    "This comment of Offprint's was changed, and can't be read.".to_owned(),
                )),
            }
        }
        return Ok(arrived);
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
                one.quote.push_str(quoted);
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
            (title, url) = (heading.trim().to_owned(), String::new());
            continue;
        }
        match &mut open {
            Some((_, one)) => {
                one.note.push_str(line);
                one.note.push('\n');
            }
            None => {
                let is_address = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
                let words = line.split(|sign: char| sign.is_whitespace() || "()<>[]".contains(sign));
                url = words.into_iter().find(is_address).map(str::to_owned).unwrap_or(url);
            }
        }
    }
    arrived.annotations.extend(open);
    for (_, one) in &mut arrived.annotations {
        one.note = one.note.trim().to_owned();
        one.quote = one.quote.trim().to_owned();
    }
    if arrived.annotations.is_empty() {
        return Err("There are no highlights in this file: it is neither Web Annotation JSON-LD, nor Readwise's CSV, nor \
                    Markdown with quotations. Choose another file."
            .to_owned());
    }
    Ok(arrived)
}
