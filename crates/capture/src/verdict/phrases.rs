//! What pages say that stand in place of an article, in several languages: `phrases/<table>.txt` has a phrase a line,
//! sorted, in small letters with straight apostrophes.

/// Whole parts of the title of a test for robots.
pub(super) const CHALLENGE_TITLES: &str = include_str!("phrases/challenge_titles.txt");
/// What such a test says.
pub(super) const CHALLENGE: &str = include_str!("phrases/challenge.txt");
/// Whole parts of a login's title.
pub(super) const LOGIN_TITLES: &str = include_str!("phrases/login_titles.txt");
/// What such a part begins with.
pub(super) const LOGIN_STARTS: &str = include_str!("phrases/login_starts.txt");
/// What stands beside a field for a password.
pub(super) const LOGIN: &str = include_str!("phrases/login.txt");
/// What a page says that shows little else.
pub(super) const LOGIN_FIRST: &str = include_str!("phrases/login_first.txt");
/// What the title of a question about cookies begins with.
pub(super) const CONSENT_TITLES: &str = include_str!("phrases/consent_titles.txt");
/// What such a question says.
pub(super) const CONSENT: &str = include_str!("phrases/consent.txt");
/// What the title of an error begins with.
pub(super) const MISSING_TITLES: &str = include_str!("phrases/missing_titles.txt");
/// What an error says.
pub(super) const MISSING: &str = include_str!("phrases/missing.txt");
/// The words at which a wall cuts an article.
pub(super) const WALL: &str = include_str!("phrases/wall.txt");
/// What a page says that shows nothing without its scripts.
pub(super) const SCRIPTS: &str = include_str!("phrases/scripts.txt");

/// Whether a plain text has any of the phrases.
pub(super) fn any(text: &str, phrases: &str) -> bool {
    phrases.lines().any(|phrase| text.contains(phrase))
}

/// Whether a part of a plain title is one of the phrases.
pub(super) fn part_of_title(title: &str, phrases: &str) -> bool {
    parts(title).any(|part| phrases.lines().any(|phrase| part == phrase))
}

/// Whether a part of a plain title begins with one of the phrases, as whole words.
pub(super) fn starts_a_part(title: &str, phrases: &str) -> bool {
    parts(title).any(|part| {
        phrases.lines().any(|phrase| {
            // Scripts of the far east have no space between words.
            let unspaced = phrase.ends_with(|last| last > '\u{2e80}');
            part.strip_prefix(phrase).is_some_and(|rest| unspaced || !rest.starts_with(char::is_alphanumeric))
        })
    })
}

/// A title's parts, between the signs that sites set around their names.
fn parts(title: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| "|•·–—:»«/>".contains(c);
    title
        .split(" - ")
        .flat_map(move |part| part.split(ends))
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || ".!?…".contains(c)))
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_plain() {
        let tables = [
            CHALLENGE_TITLES,
            CHALLENGE,
            LOGIN_TITLES,
            LOGIN_STARTS,
            LOGIN,
            LOGIN_FIRST,
            CONSENT_TITLES,
            CONSENT,
            MISSING_TITLES,
            MISSING,
            WALL,
            SCRIPTS,
        ];
        for table in tables {
            assert!(table.lines().is_sorted());
            for phrase in table.lines() {
                assert_eq!(phrase, super::super::words::plain(phrase));
            }
        }
    }
}
