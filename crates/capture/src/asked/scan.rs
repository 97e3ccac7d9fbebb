//! Addresses in a line of text.

/// An address as it stands in a text.
pub(super) struct Found {
    pub(super) written: String,
    pub(super) title: Option<String>,
}

/// Endings of files, which look like domains.
const FILES: &[&str] = &[
    "avif", "css", "csv", "doc", "docx", "epub", "gif", "htm", "html", "jpeg", "jpg", "js", "json", "md",
    "mht", "mhtml", "mp3", "mp4", "odt", "pdf", "php", "png", "py", "rs", "rtf", "sh", "svg", "toml", "ts",
    "txt", "webp", "xml", "yaml", "yml", "zip",
];

/// A line that is one address: with any scheme, or as people write it, without.
pub(super) fn whole_line(line: &str) -> Option<Found> {
    let line = line.strip_prefix("- ").or(line.strip_prefix("* ")).unwrap_or(line).trim();
    let bare = line.trim_start_matches('<').trim_end_matches('>');
    if bare.contains(char::is_whitespace) {
        return None;
    }
    let written = Found { written: bare.to_owned(), title: None };
    if is_bare(bare) && !bare.contains(SIGNS) {
        return Some(written);
    }
    let (scheme, rest) = bare.split_once(':')?;
    let named = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let known = ["about", "data", "javascript", "mailto", "view-source"];
    let meant = rest.starts_with("//") || known.iter().any(|known| scheme.eq_ignore_ascii_case(known));
    // What has signs around it is left to `line`, but for a scheme with nothing behind it.
    let web = scheme.to_ascii_lowercase().starts_with("http");
    let alone = rest == "//" || !(bare.contains(SIGNS) || bare.ends_with(ENDS));
    (named && meant && (alone || !web)).then_some(written)
}

/// Signs that may stand for more than one address in a line.
const SIGNS: &[char] = &['[', '(', ',', ';', '"', '|', '「', '（'];

/// Whether this is an address without its scheme, such as `example.org/page`.
pub(super) fn is_bare(text: &str) -> bool {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (host, rest) = text.split_at(end);
    let name =
        host.split_once(':').filter(|(_, port)| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()));
    let name = name.map_or(host, |(name, _)| name);
    let labels: Vec<&str> = name.split('.').collect();
    let Some(last) = labels.last() else { return false };
    let fits = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    labels.len() > 1
        && labels.iter().all(fits)
        && last.chars().count() > 1
        && last.chars().all(char::is_alphabetic)
        && !text.ends_with('.')
        && (rest.len() > 1 || !FILES.contains(&last.to_ascii_lowercase().as_str()))
}

/// Signs that end a sentence or a list and not an address.
const ENDS: &[char] = &['.', ',', ';', ':', '!', '?', '\'', '"', '*', '_', '…', '”', '’', '»', '›', '“'];

/// Signs of scripts whose sentences go on without a space.
const BREAKS: &str = "。，、；：！？「」『』（）【】《》〈〉،؛؟";

/// What addresses begin with in a line.
const STARTS: &[&str] =
    &["http://", "https://", "offprint://", "www.", "ftp://", "file://", "gopher://", "gemini://"];

/// The addresses that stand in a line of text.
pub(super) fn line(line: &str) -> impl Iterator<Item = Found> {
    // Lowering ASCII moves no byte.
    let small = line.to_ascii_lowercase();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = next(&small, at)?;
            let before = line[..start].chars().next_back();
            let length = length(&line[start..], before);
            at = start + length.max(1);
            // `name@www.example.org` and `xhttp://…` are something else.
            if length > 0 && before.is_none_or(|before| !before.is_alphanumeric() && !"@.-/".contains(before))
            {
                let end = start + length;
                let attribute = line[..start].ends_with("=\"") || line[..start].ends_with("='");
                let written = &line[start..end];
                let written = if attribute { written.replace("&amp;", "&") } else { written.to_owned() };
                return Some(Found { written, title: title(line, start, end) });
            }
        }
    })
}

/// Where the next address begins.
fn next(small: &str, from: usize) -> Option<usize> {
    let bytes = small.as_bytes();
    (from..bytes.len()).find(|at| STARTS.iter().any(|start| bytes[*at..].starts_with(start.as_bytes())))
}

/// How many bytes of a text are the address that it begins with.
fn length(text: &str, before: Option<char>) -> usize {
    let closing = match before {
        Some('"') => Some('"'),
        Some('\'') => Some('\''),
        _ => None,
    };
    let mut end = text.len();
    for (at, letter) in text.char_indices() {
        let glued = at > 0
            && text[..at].ends_with([',', ';', '|'])
            && (text[at..].starts_with("http://") || text[at..].starts_with("https://"));
        if letter.is_whitespace()
            || "<>\"`{}\\^|".contains(letter)
            || BREAKS.contains(letter)
            || Some(letter) == closing
            || glued
        {
            end = at;
            break;
        }
    }
    // A bracket that was opened before the address is closed behind it.
    let mut open = 0;
    for (at, letter) in text[..end].char_indices() {
        match letter {
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => {
                end = at;
                break;
            }
            ')' | ']' => open -= 1,
            _ => {}
        }
    }
    text[..end].trim_end_matches(ENDS).len()
}

/// No title is longer, in letters.
const LONGEST: usize = 1000;

/// What a Markdown link calls its address.
fn title(line: &str, start: usize, end: usize) -> Option<String> {
    let before = line[..start].strip_suffix('<').unwrap_or(&line[..start]);
    let words = before.strip_suffix("](")?;
    line[end..].trim_start_matches('>').starts_with([')', ' ']).then_some(())?;
    let mut open = 1;
    let begin = words.char_indices().rev().take(LONGEST).find(|(_, letter)| {
        open += match letter {
            ']' => 1,
            '[' => -1,
            _ => 0,
        };
        open == 0
    });
    let (begin, _) = begin?;
    let title = article::one_line(&words[begin + 1..].replace(['*', '`'], ""));
    (!title.is_empty() && !title.contains("://") && !title.starts_with("![")).then_some(title)
}

#[cfg(test)]
mod tests {
    #[test]
    fn table_is_sorted() {
        assert!(super::FILES.is_sorted());
    }
}
