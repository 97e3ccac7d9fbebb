//! Where a page shows dates, by the names that it gives to places, and by the words around.

use dom_query::NodeRef;

use super::parse;
use super::written::{self, Habit};
use crate::dom;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// By an attribute for it.
    Marked,
    /// By its name.
    Named,
    /// In words that say so.
    Said,
    /// In a place for a date, or one that often has it.
    Placed,
    /// In a short line of words.
    Line,
    /// When it was changed.
    Changed,
}

/// Words in class and id of what shows the date of publication.
const PUBLISHED: &[&str] = &[
    "article-date",
    "article__date",
    "article_date",
    "date-header",
    "date-posted",
    "date_posted",
    "dateposted",
    "dt-published",
    "entry-date",
    "entry_date",
    "news-date",
    "post-date",
    "post_date",
    "postdate",
    "post__date",
    "posted-on",
    "pub-date",
    "pub_date",
    "pubdate",
    "publication-date",
    "publish-date",
    "published",
];
/// Of what shows some date.
const DATED: &[&str] = &["date", "datum", "fecha", "tarih", "time", "datetime", "giorno"];
/// Of what may show one among other things.
const AROUND: &[&str] =
    &["author", "byline", "credit", "dateline", "info", "meta", "posted", "publi", "source", "submitted"];
/// Of what shows a change, in class, id and words.
pub(super) const CHANGED: &[&str] = &[
    "aggiornat",
    "aktualis",
    "bijgewerkt",
    "changed",
    "geändert",
    "güncel",
    "last edited",
    "lastmod",
    "mis à jour",
    "modified",
    "modifié",
    "actualizad",
    "atualizad",
    "obnov",
    "updated",
    "обновл",
    "更新",
    "수정",
];
/// Before a date of publication, in small letters.
pub(super) const BEFORE: &[&str] = &[
    "erschienen",
    "eingestellt",
    "erstellt",
    "first published",
    "gepubliceerd",
    "geplaatst",
    "opublikowan",
    "posted",
    "publicad",
    "publicat",
    "pubblicat",
    "published",
    "publié",
    "paru le",
    "publikovan",
    "publicerad",
    "udgivet",
    "veröffentlicht",
    "yayın",
    "опубликован",
    "опубліков",
    "дата публ",
    "δημοσ",
    "公開日",
    "发布",
    "發布",
    "發佈",
    "投稿日",
    "掲載",
    "配信",
    "입력",
    "등록",
];
/// Of what is not about this article.
const ASIDE: &[&str] = &[
    "archive",
    "breadcrumb",
    "comment",
    "cookie",
    "latest",
    "menu",
    "navigation",
    "newsletter",
    "popular",
    "recent",
    "recommend",
    "related",
    "reply",
    "respond",
    "sidebar",
    "teaser",
    "ticker",
    "today",
    "trending",
    "weather",
    "widget",
];

/// What an element may be, by its name and its marks.
pub(super) fn rank(node: &NodeRef<'_>) -> Option<Rank> {
    for name in ["itemprop", "property"] {
        let Some(said) = node.attr(name) else { continue };
        let said = said.to_ascii_lowercase();
        if ["datepublished", "datecreated", "dc:date", "dcterms:issued", "uploaddate"]
            .iter()
            .any(|name| said.contains(name))
        {
            return Some(Rank::Marked);
        }
    }
    let is_time = node.has_name("time") || node.has_name("abbr");
    if is_time && node.has_attr("pubdate") {
        return Some(Rank::Marked);
    }
    let marks = dom::marks(node);
    let is_named = marks.has_any(PUBLISHED) && !marks.has_any(CHANGED);
    if is_named || marks.has_any(&[" published ", " publish "]) {
        return Some(Rank::Named);
    }
    let is_dated = marks.has_any(DATED) && !marks.has_any(&["candidate", "validate"]);
    (is_time || is_dated || marks.has_any(AROUND) || node.has_name("small")).then_some(Rank::Placed)
}

/// The date in the attributes of an element.
pub(super) fn stamp(node: &NodeRef<'_>, habit: Habit) -> Option<String> {
    let is_name = |name: &str| {
        matches!(name, "datetime" | "content" | "title")
            || (name.starts_with("data-")
                && ["date", "time", "publish"].iter().any(|word| name.contains(word)))
    };
    let attributes = node.attrs();
    let values = attributes.iter().filter(|one| is_name(&one.name.local) && one.value.len() <= 60);
    values.filter(|one| one.value.len() >= 6).find_map(|one| parse::date(&one.value, habit))
}

/// The date in the words of a place for it: behind what says that it is of publication, else the first.
pub(super) fn in_words(words: &str, habit: Habit) -> Option<String> {
    words_after(&words.to_lowercase(), BEFORE)
        .and_then(|rest| written::first(&rest, habit))
        .or_else(|| written::first(words, habit))
}

/// The words that follow one of these at once.
pub(super) fn words_after(small: &str, before: &[&str]) -> Option<String> {
    let at = before.iter().find_map(|word| small.find(word))?;
    Some(small[at..].chars().take(60).collect())
}

pub(super) fn tells_of_change(node: &NodeRef<'_>, words: &str) -> bool {
    let small = words.to_lowercase();
    let says =
        CHANGED.iter().any(|word| small.starts_with(word) || small.starts_with(&format!("last {word}")));
    let parent = node.parent();
    let is_marked = |node: &NodeRef<'_>| {
        let marks = dom::marks(node);
        marks.has_any(CHANGED) && !marks.has("published")
    };
    let is_modified = node.attr("itemprop").is_some_and(|said| said.contains("dateModified"));
    let is_both = node.attr("itemprop").is_some_and(|said| said.contains("datePublished"));
    !is_both && (says || is_modified || is_marked(node) || parent.is_some_and(|parent| is_marked(&parent)))
}

pub(super) fn is_line(node: &NodeRef<'_>) -> bool {
    dom::is_named(node, &["article", "body", "footer", "header", "main", "td", "th", "tr"])
        || dom::is_block(&dom::name(node))
}

/// Whether an element holds what is not about the article: comments, other stories, the frame of the site. Of what is
/// named for publication only names tell.
pub(super) fn is_aside(node: &NodeRef<'_>, is_named: bool) -> bool {
    if !is_named && dom::is_named(node, &["aside", "blockquote", "nav"]) {
        return true;
    }
    if !node.has_attr("class") && !node.has_attr("id") {
        return !is_named && node.has_name("footer");
    }
    let marks = dom::marks(node);
    // A footer of the site, not that of an entry.
    let of_site =
        marks.as_str().split([' ', '_']).any(|word| word.starts_with("footer") || word == "site-footer");
    // One line may have the date and the number of comments. Those of a comment stand among comments.
    let of_date = marks.has_any(&["byline", "date", "meta"]);
    let is_other = |word: &&str| marks.has(word) && !(of_date && **word == *"comment");
    (of_site && !is_named) || (ASIDE.iter().any(is_other) && !marks.has("elementor-"))
}
