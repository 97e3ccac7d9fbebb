//! Lines that are none of the text: dates and names above it, invitations in it, tags and counters around it.

use std::collections::HashSet;

use super::leaf::Leaf;
use crate::facts::Text;

/// Beginnings of a line that leads elsewhere, in small letters; sorted.
const INVITES: &[&str] = &[
    "also on ",
    "also read",
    "also see",
    "click here",
    "don't miss",
    "don’t miss",
    "leia também",
    "lesen sie auch",
    "lire aussi",
    "más:",
    "more:",
    "read also",
    "read more",
    "recommended",
    "related",
    "see also",
    "veja também",
    "you may also like",
    "you might also like",
    "want more",
];

/// Words of an invitation to subscribe, of which a short paragraph has one of each column.
const SUBSCRIBE: &[&str] = &[
    "newsletter",
    "subscribe",
    "sign up",
    "signed up",
    "we send",
    "inbox",
    "subscription",
    "subscribing",
    "abonnieren",
    "follow us",
    "download the app",
    "get the",
];
const TO_WHAT: &[&str] = &[
    "newsletter",
    "inbox",
    "channel",
    "email",
    "e-mail",
    "alerts",
    "breaking news",
    " app",
    "for free",
    "today",
    "magazine",
    "services",
    "delivered",
];

/// Lines that a page's own parts consist of, in small letters; sorted.
const LINES: &[&str] = &[
    "advert",
    "advertisement",
    "anzeige",
    "caption",
    "close",
    "comments",
    "copy link",
    "email",
    "email the author",
    "enlarge image",
    "expand",
    "facebook",
    "hide caption",
    "image",
    "image:",
    "photo",
    "pinterest",
    "publicidade",
    "read more",
    "related news",
    "replay",
    "share",
    "sharing is caring!",
    "show comments",
    "story continues below",
    "subscribe",
    "tags",
    "this slideshow requires javascript.",
    "toggle caption",
    "topics",
    "tweet",
    "twitter",
    "updated",
    "updated:",
    "view author archive",
    "view gallery",
    "warning",
    "whatsapp",
];

/// Words of which a bar to share an article consists, in small letters; sorted.
const SHARES: &[&str] = &[
    "baixar",
    "compartilhar",
    "copy",
    "email",
    "facebook",
    "flipboard",
    "imprimir",
    "link",
    "linkedin",
    "messenger",
    "on",
    "pin",
    "pint",
    "pinterest",
    "pocket",
    "print",
    "reddit",
    "share",
    "sms",
    "telegram",
    "teilen",
    "tumblr",
    "tweet",
    "twitter",
    "via",
    "whatsapp",
    "xing",
];

/// Beginnings of a line of tags; sorted.
const TAGS: &[&str] = &[
    "categoria",
    "categories:",
    "category:",
    "etiquetas",
    "filed in",
    "filed under",
    "in this article:",
    "keywords:",
    "labels:",
    "mots-clés",
    "palabras clave",
    "posted in",
    "schlagwörter",
    "stichworte",
    "tagged",
    "tags",
    "temas",
    "themen:",
    "topics:",
];

/// Words of a note on comments, of which a short paragraph has one of each row.
const COMMENTS: &[&[&str]] = &[
    &["comment", "comentário", "comentario", "kommentar", "commentaire"],
    &["moderador", "moderat", "moderiert", "guidelines", "will be removed", "rules", "modération"],
];

/// Words that count the pictures of a gallery.
const COUNTERS: &[&str] = &["bild", "de", "foto", "image", "of", "photo", "slide", "von", "/"];

/// Takes off the lines that are none of the text. `title` is the headline, `said` what is said in place of pictures.
pub(crate) fn take_off(leaves: &[Leaf<'_>], text: &Text, title: &str, said: &[String]) {
    let length: usize = leaves.iter().map(|leaf| leaf.length).sum();
    let title = letters(title);
    let mut seen: HashSet<&str> = HashSet::new();
    for (at, leaf) in leaves.iter().enumerate() {
        let small = leaf.small.as_str();
        let above = leaf.place < text.start && is_above(leaf, &title);
        let below = leaf.place > text.end && runs_on(leaves, at);
        let captions = leaf.length > 30 && (leaf.caption || said.iter().any(|alt| alt.starts_with(small)));
        let twice = (captions || is_credit(small)) && !seen.insert(small);
        let shortened = is_shortened(small, said);
        if LINES.binary_search(&small).is_ok()
            || is_counter(leaf)
            || is_bar(small)
            || above
            || below
            || twice
            || shortened
            || invites(leaf)
            || shouts(leaf)
            || is_tags(leaf)
            || (length > 800 && (subscribes(leaf) || on_comments(leaf)))
        {
            leaf.node.remove_from_parent();
        }
    }
}

/// Whether a line begins as one that leads elsewhere.
pub(crate) fn is_invitation(small: &str) -> bool {
    INVITES.iter().any(|start| small.starts_with(start))
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

fn is_tags(leaf: &Leaf<'_>) -> bool {
    leaf.linked * 2 >= leaf.length && TAGS.iter().any(|start| leaf.small.starts_with(start))
}

fn subscribes(leaf: &Leaf<'_>) -> bool {
    leaf.length < if leaf.is_link() { 600 } else { 320 }
        && (leaf.length < 160 || leaf.linked > 8)
        && SUBSCRIBE.iter().any(|word| leaf.small.contains(word))
        && TO_WHAT.iter().any(|word| leaf.small.contains(word))
}

fn on_comments(leaf: &Leaf<'_>) -> bool {
    leaf.length < 200 && COMMENTS.iter().all(|row| row.iter().any(|word| leaf.small.contains(word)))
}

fn is_bar(small: &str) -> bool {
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
    let number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = leaf.small.split([' ', '/']).filter(|word| !word.is_empty()).collect();
    let numbers = words.iter().copied().filter(|word| number(word)).count();
    let known = words.iter().all(|word| number(word) || COUNTERS.contains(word));
    known
        && !leaf.caption
        && (1..=6).contains(&words.len())
        && ((leaf.in_figure && numbers > 0)
            || (numbers > 0 && numbers < words.len() && words.len() > 2 && !number(&words[0])))
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

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::LINES.is_sorted());
        assert!(super::SHARES.is_sorted());
        assert!(super::INVITES.is_sorted());
        assert!(super::TAGS.is_sorted());
    }
}
