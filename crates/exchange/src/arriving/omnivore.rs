//! Omnivore's archive: `metadata_<from>_to_<to>.json` with twenty entries each, `content/<slug>.html` or `.pdf`, and
//! `highlights/<slug>.md`. A text of which no list tells is an entry too.

use std::collections::HashSet;
use std::io::Cursor;

use serde_json::Value;

use super::archive::Container;
use super::entry::{Content, Entry, Highlight, Kind, some};
use super::read::Out;
use super::text::{decoded, whole};
use super::values::{list, names, number, text, time};
use super::wallabag::{annotation, no_address};
use super::{json, names as paths};

/// The largest list, in bytes.
const LARGEST_LIST: u64 = 64 << 20;
/// Of the highlights of one article.
const LARGEST_HIGHLIGHTS: u64 = 8 << 20;
/// What Omnivore gave articles for an address that had none.
const NO_ADDRESS: &str = "https://omnivore.app/no_url";
/// Where it kept what had been given to it as a file.
const OWN: &str = "://omnivore.app/";

/// Whether an archive with these files is one.
pub(super) fn is_it(all: &[String]) -> bool {
    let list = all.iter().any(|name| is_list(name));
    let text = |name: &String| {
        paths::folder(name).ends_with("content/") || paths::folder(name).ends_with("highlights/")
    };
    list && (all.iter().any(text)
        || all.iter().filter(|name| !paths::is_hidden(name)).all(|name| is_list(name)))
}

fn is_list(name: &str) -> bool {
    paths::file(name).starts_with("metadata") && paths::ending(name) == "json"
}

pub(super) fn read(container: &mut dyn Container, all: &[String], out: &mut Out<'_>) {
    let there: HashSet<&str> = all.iter().map(String::as_str).collect();
    let mut told: HashSet<String> = HashSet::new();
    let mut count = 0;
    for list in all.iter().filter(|name| is_list(name)) {
        let bytes = match container.read(list, LARGEST_LIST) {
            Ok(bytes) => bytes,
            Err(lack) => {
                count += 1;
                let reason = format!("The list “{list}” in the archive was left out: {}.", lack.why());
                if !out.refuse(count, list, &reason) {
                    return;
                }
                continue;
            }
        };
        let mut goes_on = true;
        let ended = decoded(Cursor::new(bytes)).and_then(|mut reader| {
            json::elements(&mut reader, None, &mut |element| {
                count += 1;
                goes_on = match element.value.map_err(|damaged| json::address_in(&damaged)) {
                    Ok(value) => item(&value, count, list, &there, &mut told, container, out),
                    Err(url) => out.refuse(count, &url, "This entry is damaged, so that it can't be read."),
                };
                goes_on
            })
        });
        if goes_on && !matches!(ended, Ok(json::End::Whole)) {
            count += 1;
            let reason =
                format!("The list “{list}” in the archive is cut short: what followed is not in it.");
            goes_on = out.refuse(count, list, &reason);
        }
        if !goes_on {
            return;
        }
    }
    for name in
        all.iter().filter(|name| paths::folder(name).ends_with("content/") && paths::ending(name) == "html")
    {
        if told.contains(name) {
            continue;
        }
        count += 1;
        let folder = paths::folder(name);
        let above = folder.strip_suffix("content/").unwrap_or_default();
        let mut entry = Entry::at(count, "");
        entry.title = some(paths::stem(name).replace('-', " "));
        entry.content = Some(Content::file(Kind::Piece, name));
        entry.highlights = highlights(&format!("{above}highlights/{}.md", paths::stem(name)), container);
        if !out.entry(entry, container) {
            return;
        }
    }
}

fn item(
    value: &Value,
    count: usize,
    list: &str,
    there: &HashSet<&str>,
    told: &mut HashSet<String>,
    container: &mut dyn Container,
    out: &mut Out<'_>,
) -> bool {
    let slug = text(value, &["slug"]).unwrap_or_default();
    let above = paths::folder(list);
    let content = format!("{above}content/{slug}.html");
    let has_content = there.contains(content.as_str());
    match entry(value, count) {
        Ok(mut entry) => {
            if has_content {
                told.insert(content.clone());
                entry.content = Some(Content::file(Kind::Piece, &content));
            }
            let marked = format!("{above}highlights/{slug}.md");
            if there.contains(marked.as_str()) {
                entry.highlights = highlights(&marked, container);
            }
            // Omnivore's own addresses lead nowhere any more.
            let document = format!("{above}content/{slug}.pdf");
            if there.contains(document.as_str()) && (entry.url.is_empty() || entry.url.contains(OWN)) {
                let title = entry.title.unwrap_or_default();
                let reason = format!(
                    "“{title}” is a PDF, which can't become an article. It is “{document}” in the archive."
                );
                return out.refuse(count, &entry.url, &reason);
            }
            if entry.url.is_empty() && entry.content.is_none() {
                return out.refuse(count, "", &no_address(entry.title.as_deref()));
            }
            out.entry(entry, container)
        }
        Err(reason) => out.refuse(count, "", &reason),
    }
}

/// What a list says of an entry.
pub(super) fn entry(value: &Value, count: usize) -> Result<Entry, String> {
    if !value.is_object() {
        return Err("This is no entry.".to_owned());
    }
    let url = text(value, &["url", "originalArticleUrl"]).filter(|url| !url.starts_with(NO_ADDRESS));
    let mut entry = Entry::at(count, url.unwrap_or_default());
    entry.title = text(value, &["title"]);
    entry.author = text(value, &["author"]);
    entry.site = text(value, &["siteName"]);
    entry.description = text(value, &["description"]);
    entry.tags = names(value, &["labels"]);
    entry.archived = text(value, &["state"]).is_some_and(|state| state.eq_ignore_ascii_case("archived"));
    entry.published = time(value, &["publishedAt"]);
    entry.saved = time(value, &["savedAt"]);
    entry.read = text(value, &["readAt", "updatedAt"]).and_then(|time| super::times::millis(&time));
    entry.highlights = list(value, &["highlights"]).into_iter().filter_map(annotation).collect();
    let progress = number(value, &["readingProgress", "readingProgressPercent"]);
    entry.progress = progress.filter(|progress| *progress > 0.0).map(|progress| progress / 100.0);
    Ok(entry.spelled_out())
}

fn highlights(name: &str, container: &mut dyn Container) -> Vec<Highlight> {
    container.read(name, LARGEST_HIGHLIGHTS).map(|bytes| marked(&whole(&bytes))).unwrap_or_default()
}

/// Quotes, with paragraphs behind each: its labels, and then what was written about it. A line under a quote's first is the
/// quote's, for only its empty lines have a mark of their own. What stands before all quotes is said of the whole article.
fn marked(markdown: &str) -> Vec<Highlight> {
    let mut all: Vec<Highlight> = Vec::new();
    let (mut place, mut blank) = (Place::Note, true);
    for line in markdown.lines() {
        if line.trim().is_empty() {
            blank = true;
            continue;
        }
        let marked = line.strip_prefix('>');
        if marked.is_some() && (blank || place != Place::Quote) {
            all.push(Highlight::default());
            place = Place::Quote;
        } else if blank {
            let behind_quote = place == Place::Quote && labels(line).is_some();
            place = if behind_quote { Place::Labels } else { Place::Note };
        } else if place == Place::Labels && labels(line).is_none() {
            place = Place::Note;
        }
        if all.is_empty() {
            all.push(Highlight::default());
        }
        let Some(last) = all.last_mut() else { continue };
        match place {
            Place::Quote => {
                let words = marked.map_or(line, |words| words.strip_prefix(' ').unwrap_or(words));
                let (words, labels) = labelled(words);
                last.tags.extend(labels);
                if !last.quote.is_empty() {
                    last.quote.push('\n');
                }
                last.quote.push_str(if last.quote.is_empty() { words.trim_start() } else { &words });
            }
            Place::Labels => last.tags.extend(labels(line).unwrap_or_default()),
            Place::Note => {
                let note = last.note.get_or_insert_default();
                if !note.is_empty() {
                    note.push_str(if blank { "\n\n" } else { "\n" });
                }
                note.push_str(line.trim());
            }
        }
        blank = false;
    }
    for highlight in &mut all {
        // All of it is not to be copied for each line.
        highlight.quote = highlight.quote.trim().to_owned();
    }
    all.retain(|highlight| !highlight.quote.is_empty() || highlight.note.is_some());
    all
}

/// Where a line of highlights belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Quote,
    Labels,
    Note,
}

/// The labels that a line is; `None` where it says anything else.
fn labels(line: &str) -> Option<Vec<String>> {
    line.split_whitespace().map(|word| some(word.strip_prefix('#')?.trim_start_matches('#'))).collect()
}

/// A line of a quote without the link back to Omnivore, and the labels behind it.
fn labelled(line: &str) -> (String, Vec<String>) {
    let Some((words, rest)) = line.split_once("[⤴️](") else {
        return (line.trim_end().to_owned(), Vec::new());
    };
    let rest = rest.split_once(')').map_or("", |(_, rest)| rest);
    let labels = rest.split_whitespace().filter_map(|word| some(word.strip_prefix('#')?)).collect();
    (words.trim_end().to_owned(), labels)
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotes_and_notes() {
        let text = "> One two\n> three [⤴️](https://omnivore.app/me/x#1)  #later #a\n\nMy note\nin two lines\n\n> Four\n\n";
        let all = super::marked(text);
        let told: Vec<_> =
            all.iter().map(|one| (one.quote.as_str(), one.note.as_deref(), one.tags.join(","))).collect();
        let expected = [
            ("One two\nthree", Some("My note\nin two lines"), "later,a".to_owned()),
            ("Four", None, String::new()),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_note_on_the_whole_and_quotes_of_several_lines() {
        let text = "On all of it.\n\nAnd more.\n\n> The gulls\nstood about\n> \n> and cried\nat noon\n\n#sea #birds\n\n\
                    nice\n\n#not a label\n\n> Last\n\n#x\n";
        let told: Vec<_> =
            super::marked(text).into_iter().map(|one| (one.quote, one.note, one.tags.join(","))).collect();
        let one = |quote: &str, note: Option<&str>, tags: &str| {
            (quote.to_owned(), note.map(str::to_owned), tags.to_owned())
        };
        let expected = [
            one("", Some("On all of it.\n\nAnd more."), ""),
            one("The gulls\nstood about\n\nand cried\nat noon", Some("nice\n\n#not a label"), "sea,birds"),
            one("Last", None, "x"),
        ];
        assert_eq!(told, expected);
    }
}
