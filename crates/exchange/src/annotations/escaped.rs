//! Words that are quoted in Markdown, so that every program shows them as they are: what would begin something in it has a
//! backslash before it, which is taken off again. Where nothing would begin, none is put, so that a person can read it.

/// A line of what is quoted.
pub(super) fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut begin = line.len() - line.trim_start().len();
    let digits = line[begin..].bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = (1..=9).contains(&digits);
    begin += if is_numbered { digits } else { 0 };
    let mut before = None;
    for (at, sign) in line.char_indices() {
        let rest = &line[at + sign.len_utf8()..];
        let begins = at == begin && begins_block(sign, rest, is_numbered);
        if begins || begins_inline(before, sign, rest.chars().next()) {
            out.push('\\');
        }
        out.push(sign);
        before = Some(sign);
    }
    out
}

/// A headline: signs at its end would be none of it.
pub(super) fn escaped_heading(line: &str) -> String {
    let mut out = escaped(line);
    let rest = out.trim_end_matches('#');
    if rest.len() < out.len() && (rest.is_empty() || rest.ends_with(' ')) {
        out.insert(rest.len(), '\\');
    }
    out
}

/// What was meant.
pub(super) fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        match signs.next_if(|next| sign == '\\' && next.is_ascii_punctuation()) {
            Some(next) => out.push(next),
            None => out.push(sign),
        }
    }
    out
}

/// Whether a sign at the beginning of a line makes it something else than words.
fn begins_block(sign: char, rest: &str, is_numbered: bool) -> bool {
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    match sign {
        '.' | ')' => is_numbered && is_apart,
        _ if is_numbered => false,
        '#' => rest.trim_start_matches('#').is_empty() || rest.trim_start_matches('#').starts_with(' '),
        '>' | '=' | '|' => true,
        '-' => is_apart || rest.starts_with('-'),
        '+' => is_apart,
        _ => false,
    }
}

fn begins_inline(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let is_space = |sign: Option<char>| sign.is_some_and(char::is_whitespace);
    match sign {
        '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
        '<' => !is_space(after),
        '&' => is_word(after) || after == Some('#'),
        '*' => !(is_space(before) && is_space(after)),
        '_' => !(is_word(before) && is_word(after)),
        '~' => before == Some('~') || after == Some('~'),
        '`' | '[' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_shown_as_it_is_and_read_as_it_was() {
        for (line, expected) in [
            ("<b>not bold</b> &amp; <!-- no -->", "\\<b>not bold\\</b> \\&amp; \\<!-- no -->"),
            ("Notes on Code & <Markup>", "Notes on Code & \\<Markup>"),
            ("# none", "\\# none"),
            ("#7 is a number", "#7 is a number"),
            ("- none", "\\- none"),
            ("-1 - 2 < 3 * 4", "-1 - 2 < 3 * 4"),
            ("+ none", "\\+ none"),
            ("* none", "\\* none"),
            ("1984. A year", "1984\\. A year"),
            ("3.5 of a_b", "3.5 of a_b"),
            ("---", "\\---"),
            ("> none", "\\> none"),
            ("a *b* _c_ `d` [e](f)", "a \\*b\\* \\_c\\_ \\`d\\` \\[e](f)"),
            ("C:\\dir \\* \\", "C:\\dir \\\\\\* \\\\"),
            ("  - within", "  \\- within"),
            ("", ""),
        ] {
            assert_eq!(escaped(line), expected);
            assert_eq!(unescaped(expected), line);
            let plain = line.trim().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let shown = article::said(expected).replace("&#39;", "'");
            let of_words = |html: &str| html.replace("<p>", "").replace("</p>", "").trim().to_owned();
            assert_eq!(of_words(&shown), plain, "{line}");
        }
        assert_eq!(escaped_heading("A key: #"), "A key: \\#");
        assert_eq!(escaped_heading("C#"), "C#");
    }
}
