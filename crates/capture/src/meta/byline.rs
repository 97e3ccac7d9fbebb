//! Who wrote it.

use dom_query::{Document, NodeRef};

use super::linked::Linked;
use super::tags::Tags;
use crate::dom;

/// Words before a name, in Latin letters the longest first.
const BEFORE: &[&str] = &[
    "written by ",
    "posted by ",
    "published by ",
    "story by ",
    "words by ",
    "author: ",
    "by: ",
    "by ",
    "von ",
    "par ",
    "por ",
    "责任编辑：",
    "責任編輯：",
    "作者：",
    "編輯：",
    "编辑：",
    "記者：",
    "记者：",
];

/// The byline, without "By".
pub(crate) fn find(document: &Document, linked: &Linked, tags: &Tags) -> Option<String> {
    let said = linked.author.clone().or_else(|| {
        tags.first(&[
            "dc:creator",
            "dcterm:creator",
            "author",
            "parsely-author",
            "sailthru:author",
            "article:author",
            "byl",
        ])
        .filter(|name| !name.starts_with("http"))
    });
    let said = said.or_else(|| {
        let seen =
            dom::all(&document.root(), "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author]");
        seen.iter().map(dom::words).find(|words| (2..80).contains(&words.chars().count()))
    });
    tidy(&said.or_else(|| of_paper(&document.root()))?)
}

/// The most letters of all names of a paper.
const NAMES: usize = 100;

/// The names above a paper that LaTeXML wrote, each without the signs of its notes.
fn of_paper(root: &NodeRef<'_>) -> Option<String> {
    let mut names = String::new();
    for node in dom::all(root, ".ltx_role_author .ltx_personname") {
        let mut own = String::new();
        let mut inner: Vec<NodeRef<'_>> = node.children_it(true).collect();
        while let Some(part) = inner.pop() {
            if part.is_text() {
                own.push_str(&part.text());
            } else if part.has_name("br") {
                // Below a name stands where its owner works.
                break;
            } else if !part.has_name("sup") && !dom::are_marked(&part, &["ltx_note", "ltx_contact"]) {
                inner.extend(part.children_it(true));
            }
        }
        let own = article::one_line(&own);
        let own = own.trim_matches([',', '&', ';', '*', '∗', '†', '‡', ' ']);
        if own.is_empty() {
            continue;
        }
        if names.chars().count() + own.chars().count() > NAMES {
            names.push_str(" et al.");
            break;
        }
        names.push_str(if names.is_empty() { "" } else { ", " });
        names.push_str(own);
    }
    (!names.is_empty()).then_some(names)
}

/// A name as it is written under a headline.
pub(crate) fn tidy(name: &str) -> Option<String> {
    let mut name = article::one_line(&super::headline::unescaped(name));
    for before in BEFORE {
        if name.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before)) {
            name = name[before.len()..].trim().to_owned();
            break;
        }
    }
    let small = name.to_lowercase();
    if ["last updated", "updated", "published", "posted"].iter().any(|start| small.starts_with(start)) {
        return None;
    }
    // Lines that a page breaks come without a space between.
    for day in WEEKDAYS {
        if let Some(at) = name.find(day)
            && name[..at].ends_with(char::is_lowercase)
        {
            name.insert(at, ' ');
        }
    }
    let until = date_in(&name).unwrap_or(name.len());
    let name = name[..until].trim_matches([',', '|', '·', '•', '-', '–', '—', ' ', ':']).to_owned();
    (!name.is_empty() && name.chars().count() <= 120).then_some(name)
}

const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Where a name ends because a date, a time or an account begins.
fn date_in(name: &str) -> Option<usize> {
    let mut at = 0;
    for word in name.split(' ') {
        let digits = word.bytes().any(|byte| byte.is_ascii_digit());
        let next = name[at + word.len()..].trim_start();
        let next_is_number = next.starts_with(|c: char| c.is_ascii_digit());
        // It may be somebody's name too.
        let is_weekday = WEEKDAYS.contains(&word.trim_end_matches(','))
            && (next_is_number
                || next.split(' ').next().is_some_and(|next| super::written::month(next).is_some()));
        if at > 0
            && (digits
                || word.starts_with('@')
                || (super::written::month(word).is_some() && next_is_number)
                || is_weekday
                || word == "Updated"
                || word == "Published")
        {
            return Some(at);
        }
        at += word.len() + 1;
    }
    None
}
