//! Credits: who made a picture, said at the end of its caption.

/// What a credit begins with, in lower case; each is followed by ":", "by", "courtesy", "/" or the like.
const LABELS: [&str; 37] = [
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photography",
    "picture",
    "pictures",
    "image",
    "images",
    "illustration",
    "graphic",
    "map",
    "credit",
    "credits",
    "source",
    "video",
    "screenshot",
    "foto",
    "fotos",
    "bild",
    "bilder",
    "grafik",
    "quelle",
    "abbildung",
    "crédit",
    "crédits",
    "crédito",
    "créditos",
    "fotografía",
    "imagen",
    "imagem",
    "immagine",
    "fonte",
    "фото",
    "写真",
    "照片",
    "图片",
];
/// Between the label and the name, in lower case.
const LINKS: [&str; 13] =
    [":", "：", "/", "©", "...", "…", " by ", " courtesy ", " via ", " von ", " par ", " de ", " di "];
/// Agencies and picture libraries that are named without a label.
const AGENCIES: [&str; 24] = [
    "ap",
    "afp",
    "reuters",
    "epa",
    "dpa",
    "upi",
    "tass",
    "ansa",
    "efe",
    "xinhua",
    "getty",
    "getty images",
    "alamy",
    "shutterstock",
    "istock",
    "unsplash",
    "flickr",
    "wikimedia commons",
    "bloomberg",
    "anadolu",
    "keystone",
    "imago",
    "nasa",
    "ap photo",
];

/// Columns of the longest credit.
const LONGEST: usize = 120;

/// Where a caption's credit begins, in bytes.
pub(crate) fn find(caption: &str) -> Option<usize> {
    labelled(caption).or_else(|| starts(caption).find(|at| is_agency(inner(&caption[*at..]))))
}

/// As [`find`], for credits that say what they are.
pub(super) fn labelled(caption: &str) -> Option<usize> {
    starts(caption).find(|at| is_labelled(inner(&caption[*at..])))
}

/// Where a credit may begin: at the start, at a bracket, after a sentence, a dash, a bar or a line's end.
fn starts(caption: &str) -> impl Iterator<Item = usize> {
    let mut before = None;
    let near = caption.char_indices().rev().take(LONGEST).last().map_or(0, |(at, _)| at);
    caption.char_indices().filter_map(move |(at, character)| {
        let last = before;
        before = if character.is_whitespace() && character != '\n' && character != '\r' {
            last.or(Some(' ')).map(|last| if ENDS.contains(last) { last } else { ' ' })
        } else {
            Some(character)
        };
        let fits = match last {
            None => true,
            Some(last) => "([（".contains(character) || (ENDS.contains(last) && !character.is_whitespace()),
        };
        (fits && at >= near).then_some(at)
    })
}

const ENDS: &str = ".!?…。！？|—–-\n\r\"”’»)]";

/// A credit without the brackets and the full stop around it.
fn inner(credit: &str) -> &str {
    credit
        .trim()
        .trim_end_matches('.')
        .trim_start_matches(['(', '[', '（'])
        .trim_end_matches([')', ']', '）'])
        .trim()
}

fn is_labelled(credit: &str) -> bool {
    let lower = credit.to_lowercase();
    if let Some(name) = lower.strip_prefix("courtesy of ").or_else(|| lower.strip_prefix('©')) {
        return is_name(name);
    }
    // The longest label first, so that "photos" is not "photo" and a name.
    let label = LABELS.iter().filter(|label| lower.starts_with(**label)).max_by_key(|label| label.len());
    let Some(rest) = label.and_then(|label| lower.strip_prefix(label)) else { return false };
    let second = [" credits", " credit", " courtesy", " source", " photo"];
    let rest = second.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    LINKS.iter().any(|link| {
        rest.strip_prefix(link).or_else(|| rest.trim_start().strip_prefix(link)).is_some_and(is_name)
    }) || (rest.len() < lower.len()
        && rest.strip_prefix(" of ").is_some_and(is_name)
        && lower.contains("courtesy"))
}

/// A name or two: something, and no sentence.
fn is_name(name: &str) -> bool {
    let name = name.trim();
    (1..=12).contains(&name.split_whitespace().count()) && !name.contains(['?', '!', ';'])
}

/// "Jane Doe/Reuters", "AFP via Getty Images", "Reuters".
fn is_agency(credit: &str) -> bool {
    let lower = credit.to_lowercase();
    let parts = lower.split(['/', '|', ',']).flat_map(|part| part.split(" via ")).map(str::trim);
    credit.split_whitespace().count() <= 8 && parts.last().is_some_and(|last| AGENCIES.contains(&last))
}
