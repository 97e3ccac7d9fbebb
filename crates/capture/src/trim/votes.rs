//! What a recipe's page offers and counts above its text and beside it: ways to jump, to print and to pin, stars, votes.

/// What it offers, in small letters, the longer before what begins them.
const OFFERS: &[&str] = &[
    "jump to recipe",
    "jump to video",
    "pin for later",
    "pin it",
    "pin recipe",
    "pin this recipe",
    "print recipe",
    "print this recipe",
    "rate recipe",
    "rate this recipe",
    "save recipe",
    "save this recipe",
    "zum rezept springen",
    "rezept drucken",
];

/// Who gave a number of stars, in small letters.
const GIVEN: &[&str] = &[
    "avis",
    "bewertung",
    "bewertungen",
    "rating",
    "ratings",
    "review",
    "reviews",
    "stimmen",
    "votes",
    "vote",
    "голосів",
    "件",
];

/// Whether a line, in small letters, offers one or more of these, and says nothing else.
pub(super) fn offers(small: &str) -> bool {
    let mut rest = small;
    let mut found = false;
    while !rest.is_empty() {
        let Some(left) = OFFERS.iter().find_map(|offer| rest.strip_prefix(offer)) else { return false };
        found = true;
        rest = left.trim_start_matches([' ', '\u{a0}', '|', '/', '·', '•', '-', '–', '↓', '⤓']);
    }
    found
}

/// Stars, and `4.9 from 214 votes`, `4,9 von 214 Bewertungen`, `Rating: 4.9/5 (214 votes)`, in small letters.
pub(super) fn counts(small: &str) -> bool {
    if small.len() > 80 {
        return false;
    }
    let words: Vec<&str> = small
        .split([' ', '\u{a0}', '(', ')', '/', ':', '|'])
        .map(|word| word.trim_matches(['★', '☆', '⭐', ',', '.']))
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        return small.contains(['★', '☆', '⭐']);
    }
    let is_number = |word: &str| {
        word.starts_with(|letter: char| letter.is_ascii_digit())
            && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
    };
    let is_given = |word: &&str| GIVEN.contains(word);
    let is_between = |word: &str| {
        ["5", "aus", "average", "based", "from", "of", "on", "out", "stars", "von", "without", "comment"]
            .contains(&word)
    };
    let numbers = words.iter().filter(|word| is_number(word)).count();
    (2..=4).contains(&numbers)
        && words.iter().any(is_given)
        && words.iter().all(|word| is_number(word) || is_given(word) || is_between(word))
}
