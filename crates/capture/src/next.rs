//! Whether an article goes on on another page. Its second page has the address of the first with a 2 in one of few
//! places, its third a 3 there; that and a link that says so are asked for both, since a next article has neither, and
//! lists of articles and pages of comments have the number alone.

use dom_query::{Document, NodeRef};
use url::Url;

use crate::dom;

/// Names of a number of a page in a query; sorted.
const NAMES: &[&str] = &["p", "page", "page_no", "pageno", "pagenumber", "pagina", "pg", "seite"];

/// What stands before a number at the end of a path, in small letters, and says that it is that of a page.
const BEFORE: &[&str] =
    &["/page/", "/page-", "/page", "/p", "/seite-", "/seite/", "-page-", "-seite-", "_page_", "/"];

/// Parts of an address behind which there are lists; sorted.
const ABOVE_LISTS: &[&str] = &[
    "archive",
    "archives",
    "author",
    "authors",
    "categories",
    "category",
    "forum",
    "forums",
    "search",
    "tag",
    "tags",
    "thread",
    "threads",
    "topics",
];

/// Ends of an address behind which a number is that of a list's page, or of one article of many; sorted.
const LISTS: &[&str] = &[
    "article", "articles", "blog", "comments", "entries", "entry", "id", "item", "items", "latest", "news",
    "node", "post", "posts", "status", "stories", "topic",
];

/// What a link to the next page says, in small letters without marks around it; sorted.
const SAYS: &[&str] = &[
    "continue",
    "continue reading",
    "next",
    "next page",
    "nächste seite",
    "page suivante",
    "pagina successiva",
    "próxima página",
    "página siguiente",
    "read on",
    "siguiente",
    "strona następna",
    "suivant",
    "volgende",
    "volgende pagina",
    "weiter",
    "weiterlesen",
    "следующая страница",
    "下一頁",
    "下一页",
    "次のページ",
    "次へ",
];

/// A page with this many headlines that lead elsewhere, each in an article of its own, is a list.
const MANY: usize = 3;

/// The address of the page on which an article goes on. Asked before anything is taken out of the page.
pub(crate) fn find(document: &Document, url: &Url, base: &Url) -> Option<Url> {
    let root = document.root();
    let links = dom::all(&root, "link, a");
    let next = links.iter().find_map(|link| {
        let href = dom::attribute(link, "href").filter(|href| may_have_number(href))?;
        let to = base.join(&href).ok()?;
        let number = following(url, &to)?;
        leads_on(link, number).then_some(to)
    })?;
    // What is left of an address of a page without its number is that of the article.
    let article = if page_of(url).is_some() { stem(url) } else { url.clone() };
    (!leads_to_lists(&article) && !is_list(&root)).then_some(next)
}

/// Whether what follows an address, or is below it, is no article of many pages.
fn leads_to_lists(url: &Url) -> bool {
    let path = url.path().to_lowercase();
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let Some(last) = parts.last() else { return true };
    parts.iter().any(|part| ABOVE_LISTS.binary_search(part).is_ok())
        || LISTS.binary_search(last).is_ok()
        || last.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether an address as it is written may be one of a further page: asked of each link, before all that takes longer.
fn may_have_number(href: &str) -> bool {
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    let path = path.trim_end_matches('/');
    let bare = file(path).map_or(path, |(bare, _)| bare);
    (!query.is_empty() || bare.ends_with(|last: char| last.is_ascii_digit())) && !href.contains("#comment")
}

/// The number of the page at `to`, if it is the one after `url` of the same article.
fn following(url: &Url, to: &Url) -> Option<u32> {
    if to.host_str() != url.host_str() || !matches!(to.scheme(), "http" | "https") {
        return None;
    }
    let (number, place) = page_of(to)?;
    let now = match page_of(url) {
        Some((now, here)) if here == place && same(&stem(url), &stem(to)) => now,
        _ if same(url, &stem(to)) => 1,
        _ => return None,
    };
    (number == now + 1 && number > 1).then_some(number)
}

/// Where in an address the number of a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In this field of the query.
    Query(&'static str),
    /// At the end of the path, behind this.
    Path(&'static str),
    /// Before the ending of a file, as in `story-2.html`.
    File,
}

fn page_of(url: &Url) -> Option<(u32, Place)> {
    for (name, value) in url.query_pairs() {
        let small = name.to_lowercase();
        if let Some(known) = NAMES.iter().find(|known| **known == small) {
            return Some((number(&value)?, Place::Query(known)));
        }
    }
    let path = url.path().trim_end_matches('/').to_lowercase();
    let digits = path.bytes().rev().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let (before, written) = path.split_at(path.len() - digits);
        let known = BEFORE.iter().find(|known| before.ends_with(**known) && before.len() > known.len())?;
        return Some((number(written)?, Place::Path(known)));
    }
    let (bare, _) = file(&path)?;
    let digits = bare.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, written) = bare.split_at(bare.len() - digits);
    before.ends_with(['-', '_', ',']).then_some(())?;
    Some((number(written)?, Place::File))
}

/// A path without and with the ending of a page's file.
fn file(path: &str) -> Option<(&str, &str)> {
    let (bare, ending) = path.rsplit_once('.')?;
    matches!(ending, "htm" | "html" | "php" | "shtml" | "aspx").then_some((bare, ending))
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number| (1..=100).contains(number) && !text.starts_with('0'))
}

/// The address of an article without the number of its page.
fn stem(url: &Url) -> Url {
    let mut stem = url.clone();
    match page_of(url).map(|(_, place)| place) {
        Some(Place::Query(name)) => {
            let kept: Vec<(String, String)> = url
                .query_pairs()
                .filter(|(known, _)| known.to_lowercase() != name)
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect();
            stem.set_query(None);
            if !kept.is_empty() {
                stem.query_pairs_mut().extend_pairs(kept);
            }
        }
        Some(Place::Path(before)) => {
            let path = url.path().trim_end_matches('/').trim_end_matches(|c: char| c.is_ascii_digit());
            stem.set_path(path.get(..path.len() - before.len()).unwrap_or_default());
        }
        Some(Place::File) => {
            let path = url.path();
            if let Some((bare, ending)) = path.rsplit_once('.') {
                let bare =
                    bare.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['-', '_', ',']);
                stem.set_path(&format!("{bare}.{ending}"));
            }
        }
        None => {}
    }
    stem
}

/// Whether two addresses are the same but for what changes nothing.
fn same(one: &Url, other: &Url) -> bool {
    let key = |url: &Url| {
        let mut url = url.clone();
        url.set_fragment(None);
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        crate::canonical(url.as_str())
    };
    key(one) == key(other)
}

/// Whether a link says that it leads to the next page, and not one to comments.
fn leads_on(link: &NodeRef<'_>, number: u32) -> bool {
    let near = std::iter::once(*link).chain(link.ancestors(Some(4)));
    if near.into_iter().any(|node| dom::are_marked(&node, &["comment", "respon", "reply"])) {
        return false;
    }
    let says_so = |rel: String| rel.split_whitespace().any(|word| word.eq_ignore_ascii_case("next"));
    if link.attr("rel").is_some_and(|rel| says_so(rel.to_string())) {
        return true;
    }
    let words = dom::words(link).to_lowercase();
    let words = words.trim_matches(|letter: char| !letter.is_alphanumeric());
    let labelled = dom::attribute(link, "aria-label").unwrap_or_default().to_lowercase();
    words == number.to_string()
        || words == format!("page {number}")
        || [words, labelled.trim()].iter().any(|words| SAYS.binary_search(words).is_ok())
}

fn is_list(root: &NodeRef<'_>) -> bool {
    let articles = dom::all(root, "article");
    let headed = articles.iter().filter(|article| {
        dom::all(article, "h1, h2, h3").iter().any(|heading| {
            dom::any(heading, "a[href]") || heading.ancestors(Some(2)).iter().any(|above| above.has_name("a"))
        })
    });
    headed.count() >= MANY
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [NAMES, ABOVE_LISTS, LISTS, SAYS] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }

    fn next(url: &str, page: &str) -> Option<String> {
        let url = Url::parse(url).unwrap();
        find(&dom::parse(page), &url, &url).map(String::from)
    }

    #[test]
    fn next_pages_are_found() {
        for (url, link, leads) in [
            (
                "https://a.example/story",
                "<link rel=next href='/story?page=2'>",
                "https://a.example/story?page=2",
            ),
            (
                "https://a.example/story?page=2",
                "<a rel=next href='?page=3'>x</a>",
                "https://a.example/story?page=3",
            ),
            (
                "https://a.example/story?id=7",
                "<a href='?id=7&p=2'>Next page »</a>",
                "https://a.example/story?id=7&p=2",
            ),
            ("https://a.example/2024/05/story/", "<a href='2/'>2</a>", "https://a.example/2024/05/story/2/"),
            (
                "https://a.example/2024/05/story/2/",
                "<a href='../3/'>Next</a>",
                "https://a.example/2024/05/story/3/",
            ),
            (
                "https://a.example/story.html",
                "<a href='story-2.html'>Weiter</a>",
                "https://a.example/story-2.html",
            ),
            ("https://a.example/story", "<a href='/story/page/2'>次へ</a>", "https://a.example/story/page/2"),
            (
                "https://a.example/a?utm_source=x",
                "<a rel='nofollow next' href='/a?page=2'>n</a>",
                "https://a.example/a?page=2",
            ),
        ] {
            assert_eq!(next(url, link).as_deref(), Some(leads), "{url} {link}");
        }
    }

    #[test]
    fn what_is_no_next_page_is_not() {
        let cards = "<article><h2><a href=/x>x</a></h2></article>".repeat(3);
        let listed = format!("{cards}<a rel=next href='/magazine/page/2'>Next</a>");
        for (url, page) in [
            // The next article, in a series too.
            ("https://a.example/2024/05/story", "<a rel=next href='/2024/06/other'>Next</a>"),
            ("https://a.example/part-1", "<a rel=next href='/part-2'>Next</a>"),
            ("https://a.example/posts/41", "<a rel=next href='/posts/42'>Next</a>"),
            ("https://a.example/story", "<a rel=next href='https://b.example/story?page=2'>Next</a>"),
            // Not the next one, and the last one again.
            ("https://a.example/story", "<a href='/story?page=3'>Next</a>"),
            ("https://a.example/story?page=3", "<a href='/story?page=2'>2</a>"),
            ("https://a.example/story?page=1", "<a href='/other?page=2'>2</a>"),
            // Comments.
            ("https://a.example/story", "<a rel=next href='/story/comment-page-2'>Next</a>"),
            ("https://a.example/story", "<a rel=next href='/story?cpage=2'>Next</a>"),
            ("https://a.example/story", "<a href='/story?page=2#comments'>2</a>"),
            (
                "https://a.example/story",
                "<nav class='comment-navigation'><a href='/story?page=2'>2</a></nav>",
            ),
            // Lists of articles.
            ("https://a.example/", "<a rel=next href='/page/2'>Next</a>"),
            ("https://a.example/category/boats", "<a href='/category/boats?start=2'>Next</a>"),
            ("https://a.example/category/boats", "<a rel=next href='/category/boats/page/2'>Next</a>"),
            ("https://a.example/2024/05/06", "<a rel=next href='/2024/05/07'>Next</a>"),
            ("https://a.example/blog", "<a rel=next href='/blog/page/2'>Next</a>"),
            ("https://a.example/magazine", &listed),
            // Words that say nothing of a page.
            ("https://a.example/story", "<a href='/story?page=2'>A picture of it</a>"),
            ("https://a.example/story", "<a href='javascript:next(2)'>Next</a>"),
        ] {
            assert_eq!(next(url, page), None, "{url} {page}");
        }
    }
}
