//! Lines that are none of the text: dates and names above it, invitations in it, tags and counters around it.

use std::collections::HashSet;

use super::leaf::Leaf;
use super::votes;
use super::words::{ASKS, COMMENTS, COUNTERS, HEADINGS, INVITES, LINES, SHARES, TAGS, TO_WHAT};
use crate::facts::Text;

/// Takes off the lines that are none of the text. `title` is the headline, `names` in small letters who wrote it, `said` what is
/// said in place of pictures.
pub(crate) fn take_off(leaves: &[Leaf<'_>], text: &Text, title: &str, names: &[String], said: &[String]) {
    let length: usize = leaves.iter().map(|leaf| leaf.length).sum();
    let title = letters(title);
    // An invitation to subscribe above the text is not its beginning.
    let offered = |place: &usize| leaves.iter().any(|leaf| leaf.place == *place && subscribes(leaf));
    let start = text.prose.iter().find(|place| !offered(place)).copied().unwrap_or(text.start);
    let mut seen: HashSet<&str> = HashSet::new();
    let end = closes(leaves, names, length);
    for (at, leaf) in leaves.iter().enumerate() {
        let small = leaf.small.as_str();
        let is_name = names.contains(&leaf.small)
            || leaf.small.strip_prefix("by ").is_some_and(|name| names.iter().any(|known| known == name));
        let above = (leaf.place < start && (is_above(leaf, &title) || is_name || is_count(small)))
            || (at < FIRST && is_reading_time(small))
            || (leaf.place > text.end && is_name && !leaf.item);
        let below = leaf.place > text.end && runs_on(leaves, at);
        let captions = leaf.length > 30 && (leaf.caption || said.iter().any(|alt| alt.starts_with(small)));
        let twice = (captions || is_credit(small)) && !seen.insert(small);
        let shortened = is_shortened(small, said);
        if at >= end
            || (!leaf.item
                && matches!(
                    small,
                    "☆" | "★" | "⊕" | "✕" | "×" | "‹" | "›" | "«" | "»" | "|" | "·" | "•" | "💡"
                ))
            || is_line(leaves, at)
            || is_counter(leaf)
            || is_bar(small)
            || (!leaf.heading && !leaf.item && (votes::offers(small) || votes::counts(small)))
            || above
            || below
            || twice
            || shortened
            || invites(leaf)
            || shouts(leaf)
            || is_tags(leaf)
            || (leaf.place > text.end && is_imprint(small))
            || (at + LAST >= leaves.len() && leaf.length < 500 && is_about(small, names))
            || (length > 800 && (offers(leaves, at) || (leaf.place >= text.end && on_comments(leaf))))
        {
            leaf.node.remove_from_parent();
        }
    }
}

/// How many of the first lines may say how long the article takes.
const FIRST: usize = 8;

/// `4 min read`, with or without a date.
fn is_reading_time(small: &str) -> bool {
    let says = [
        "min read",
        "minute read",
        "minutes read",
        "reading time",
        "read time",
        "min. lesezeit",
        "min de lecture",
    ];
    small.chars().count() < 60
        && small.bytes().any(|byte| byte.is_ascii_digit())
        && says.iter().any(|says| small.contains(says))
}

/// How many of the last lines may tell of who wrote it, or where it was printed.
const LAST: usize = 4;

fn is_about(small: &str, names: &[String]) -> bool {
    const WHAT: &[&str] = &[" is a ", " is an ", " is the ", " covers ", " writes ", " reports "];
    let of = |name: &String| {
        small.strip_prefix(name.as_str()).is_some_and(|rest| WHAT.iter().any(|what| rest.starts_with(what)))
    };
    names.iter().any(of) || small.starts_with("a version of this article appear")
}

/// How many have liked it: a number alone.
fn is_count(small: &str) -> bool {
    let number = small.trim_end_matches(['k', 'm', '+']);
    number.len() <= 6
        && number.starts_with(|letter: char| letter.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
}

/// Headings of what comes after an article, in small letters, each as it begins.
const CLOSING: &[&str] = &[
    "discussion about this post",
    "leave a reply",
    "more from ",
    "recommended from ",
    "related topics",
    "responses (",
    "suggested topics",
    "top comments",
    "written by ",
];

/// Which line heads what comes after the article: all that follows is little beside it.
fn closes(leaves: &[Leaf<'_>], names: &[String], length: usize) -> usize {
    let mut left: usize = 0;
    let mut end = leaves.len();
    for (at, leaf) in leaves.iter().enumerate().rev() {
        left += leaf.length;
        if left * 5 > length {
            break;
        }
        let is_of_author = |start: &&&str| {
            **start != "written by " || names.iter().any(|name| leaf.small.ends_with(name.as_str()))
        };
        let heads = leaf.heading
            && leaf.length < 80
            && CLOSING.iter().filter(is_of_author).any(|start| leaf.small.starts_with(start));
        if heads {
            end = at;
        }
    }
    end
}

/// Whether a line begins as one that leads elsewhere.
pub(crate) fn is_invitation(small: &str) -> bool {
    INVITES.iter().any(|start| small.starts_with(start))
}

/// A line that is a page's own. One word may as well head a part of the text, or stand in a list with others.
fn is_line(leaves: &[Leaf<'_>], at: usize) -> bool {
    let leaf = &leaves[at];
    let is_own = |leaf: &Leaf<'_>| LINES.binary_search(&leaf.small.as_str()).is_ok();
    let means = HEADINGS.binary_search(&leaf.small.as_str()).is_ok();
    let heads = || {
        leaves.get(at + 1).is_some_and(|next| !next.heading && next.linked * 2 < next.length && !is_own(next))
    };
    let is_listed = || {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| leaves.get(at));
        beside.filter(|other| other.item).any(|other| !is_own(other) && other.linked * 2 < other.length)
    };
    is_own(leaf) && !(means && ((leaf.heading && heads()) || (leaf.item && is_listed())))
}

/// A date, a name, a path of links or the headline once more.
fn is_above(leaf: &Leaf<'_>, title: &str) -> bool {
    let path = leaf.linked > 0 && leaf.words.contains(['»', '›', '>', '→']);
    let own = title.len() >= 8 && letters(&leaf.words) == title;
    let logo = leaf.heading && leaf.linked * 20 >= leaf.length * 19 && leaf.linked > 0;
    !leaf.caption
        && !leaf.item
        && (own
            || (leaf.length < 160 && (path || logo))
            || (!leaf.heading && leaf.length < 160 && is_dateline(&leaf.small)))
}

fn letters(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A line that invites to read something else. One of several links may be longer.
fn invites(leaf: &Leaf<'_>) -> bool {
    let most = if leaf.linked * 10 >= leaf.length * 6 { 600 } else { 200 };
    leaf.length < most && leaf.linked * 10 >= leaf.length * 4 && is_invitation(&leaf.small)
}

/// A headline in capitals that is a link, as news put them between paragraphs.
fn shouts(leaf: &Leaf<'_>) -> bool {
    leaf.is_link()
        && !leaf.item
        && leaf.words.split(' ').count() >= 4
        && !leaf.words.chars().any(char::is_lowercase)
        && leaf.words.chars().any(char::is_uppercase)
}

/// One of several headlines below the text that are links.
fn runs_on(leaves: &[Leaf<'_>], at: usize) -> bool {
    let headline = |leaf: &Leaf<'_>| leaf.is_link() && !leaf.item && leaf.words.split(' ').count() >= 5;
    let beside = [at.checked_sub(1), Some(at + 1)];
    headline(&leaves[at]) && beside.into_iter().flatten().filter_map(|at| leaves.get(at)).any(headline)
}

/// What stands under an article: whose it is, and where to follow whom.
fn is_imprint(small: &str) -> bool {
    let follows = ["follow ", "have a tip"].iter().any(|start| small.starts_with(start))
        && ["twitter", "facebook", "instagram", "@", "linkedin"].iter().any(|place| small.contains(place));
    let owned = ["©", "copyright ", "(c) "].iter().any(|start| small.starts_with(start));
    let reached = !small.contains(' ')
        && (small.contains('@') || small.starts_with("twitter.com/") || small.starts_with("facebook.com/"));
    small.chars().count() < 200 && (reached || follows || owned || small.contains("all rights reserved"))
}

fn is_tags(leaf: &Leaf<'_>) -> bool {
    leaf.linked * 2 >= leaf.length && TAGS.iter().any(|start| leaf.small.starts_with(start))
}

/// An invitation to subscribe, or the heading of one.
fn offers(leaves: &[Leaf<'_>], at: usize) -> bool {
    let heads = leaves[at].heading && leaves.get(at + 1).is_some_and(subscribes);
    heads || subscribes(&leaves[at])
}

/// A sentence asks for it, and the line says what is to be had. A plain item of a list is a step of something else.
fn subscribes(leaf: &Leaf<'_>) -> bool {
    let asks = || {
        let sentences = leaf.small.split(['.', '!', '?', ':', '|', '[', '(']).map(str::trim_start);
        sentences.into_iter().any(|sentence| ASKS.iter().any(|start| begins(sentence, start)))
    };
    leaf.length < if leaf.is_link() { 600 } else { 320 }
        && (leaf.linked > 8 || (leaf.length < 160 && !leaf.item))
        && TO_WHAT.iter().any(|word| has(&leaf.small, word))
        && asks()
}

/// What a page says of the comments below it.
fn on_comments(leaf: &Leaf<'_>) -> bool {
    leaf.length < 200 && COMMENTS.iter().all(|row| row.iter().any(|word| leaf.small.contains(word)))
}

/// Whether a text begins with these words.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether these words stand anywhere in it.
fn has(text: &str, words: &str) -> bool {
    let is_apart = |at: usize| !text[..at].ends_with(char::is_alphanumeric) && begins(&text[at..], words);
    text.match_indices(words).any(|(at, _)| is_apart(at))
}

fn is_bar(small: &str) -> bool {
    // Twelve such words are no longer.
    if small.len() > 240 {
        return false;
    }
    let words = small.split([' ', '\u{a0}', '|', '·', '•', ',']).filter(|word| !word.is_empty());
    words.clone().count() >= 2
        && words.clone().count() <= 12
        && words.into_iter().all(|word| SHARES.binary_search(&word).is_ok())
}

fn is_credit(small: &str) -> bool {
    small.len() < 100
        && ["photo:", "photo by ", "foto:", "image:", "credit:"].iter().any(|start| small.starts_with(start))
}

/// The beginning of a caption, which a script would have made longer.
fn is_shortened(small: &str, said: &[String]) -> bool {
    let start = small.strip_suffix("... more").or_else(|| small.strip_suffix("… more")).map(str::trim);
    start.is_some_and(|start| start.len() > 30 && said.iter().any(|alt| alt.starts_with(start)))
}

/// `Image 1 of 13`, or in a figure a number alone.
fn is_counter(leaf: &Leaf<'_>) -> bool {
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = leaf.small.split([' ', '/']).filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().copied().filter(|word| number(word)).count();
    let known = words.iter().all(|word| number(word) || COUNTERS.contains(word));
    known
        && !leaf.caption
        && (1..=6).contains(&words.len())
        && ((leaf.in_figure && numbers > 0)
            || (numbers > 0 && numbers < words.len() && words.len() > 2 && !number(words[0])))
}

/// A date, the time of an update or a name above the text.
fn is_dateline(small: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
        "mai",
        "okt",
        "dez",
        "janeiro",
        "fevereiro",
        "abril",
    ];
    let digits = small.bytes().filter(u8::is_ascii_digit).count();
    let month = MONTHS
        .iter()
        .any(|month| small.split(|c: char| !c.is_alphabetic()).any(|word| word.starts_with(month)));
    let numbers = small
        .split(['/', '-', '.'])
        .filter(|part| !part.is_empty() && part.trim().bytes().all(|b| b.is_ascii_digit()))
        .count()
        >= 3;
    let year = small
        .split(|c: char| !c.is_ascii_digit())
        .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")));
    let starts = ["by ", "published", "updated", "posted", "last updated", "written by"]
        .iter()
        .any(|start| small.starts_with(start));
    (digits >= 4 && year && (month || numbers)) || (starts && small.chars().count() < 80)
}
