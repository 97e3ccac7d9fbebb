//! Letters that would mean something to Markdown, written so that they do not.

/// Writes running text.
pub(crate) fn text(words: &str, out: &mut String) {
    // Most have none of them.
    let may_mean = |byte: u8| {
        matches!(
            byte,
            b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'~' | b'^' | b'$' | b'_' | b'&' | b'=' | b'%'
        )
    };
    if !words.bytes().any(may_mean) {
        return out.push_str(words);
    }
    let letters: Vec<char> = words.chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        let before = if at == 0 { out.chars().next_back() } else { Some(letters[at - 1]) };
        let after = letters.get(at + 1).copied();
        let means = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '^' | '$' => true,
            // Within a word it is nothing.
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => after.is_some_and(|after| after == '#' || after.is_ascii_alphabetic()),
            '=' | '%' => after == Some(letter) || before == Some(letter),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// A line of a paragraph, so that it begins no block.
pub(crate) fn line_start(line: &str) -> String {
    let line = line.trim_start_matches([' ', '\t']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['#', '>', '-', '+', '=', ':', '|', '%']) {
        return format!("\\{line}");
    }
    line.to_owned()
}

/// An address as the target of a link.
pub(crate) fn address(address: &str) -> String {
    let entities = needs_entities(address);
    let mut out = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            ' ' => out.push_str("%20"),
            '\n' => {}
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '(' | ')' | '\\' => out.extend(['\\', letter]),
            '&' if entities => out.push_str("&amp;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether an ampersand in an address would be read as an entity.
fn needs_entities(address: &str) -> bool {
    address.split('&').skip(1).any(|after| {
        let name = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        after.as_bytes().get(name) == Some(&b';')
    })
}

/// A title in quotes.
pub(crate) fn title(words: &str) -> String {
    let mut out = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '&' => out.push_str("&amp;"),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// The alternative text of a picture.
pub(crate) fn alt(words: &str) -> String {
    let mut out = String::new();
    text(words, &mut out);
    // A bar before a number is a size to `article`.
    out.replace('|', "\\|")
}
