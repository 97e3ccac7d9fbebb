//! How good: the words that are found, what pages say of themselves, and what is kept on the way to a Document.

use article::{Article, Document, Form, Found, Status, Surroundings};
use capture::{Extract, Page, extract};

use crate::corpus::{Sample, Wanted};
use crate::figure;
use crate::score::{Score, shingles, shown, words};

/// All media are there: what is measured is the text.
struct Web;

impl Surroundings for Web {
    fn medium(&self, source: &str, _: &str) -> Found {
        Found { status: Status::Saved, address: source.to_owned(), width: None, height: None }
    }
}

/// What the set of pages says of itself, and ours: their key, how it is told, our value.
type Known = (&'static str, &'static str, fn(&Extract) -> Option<&str>);
const KNOWN: &[Known] = &[
    ("title", "titles", |article| Some(&article.title)),
    ("byline", "bylines", |article| article.byline.as_deref()),
    ("siteName", "sites", |article| article.site.as_deref()),
    ("publishedTime", "dates", |article| article.published.as_deref()),
    ("lang", "languages", |article| article.language.as_deref()),
];

/// Elements of which a Document has as many as the HTML.
const KEPT: &[(&str, &str)] = &[("table", "tables"), ("pre", "code blocks"), ("img", "pictures")];

/// Takes and tells all figures.
pub(crate) fn measure(samples: &[Sample]) {
    let (mut news, mut news_shown, mut pages, mut way) =
        (Score::default(), Score::default(), Score::default(), Score::default());
    let (mut features, mut right) = ((0, 0), vec![(0, 0); KNOWN.len()]);
    let mut kept = vec![(0, 0); KEPT.len()];
    for sample in samples {
        let page = Page { bytes: &sample.bytes, url: &sample.url, charset: None };
        let article = extract(&page).unwrap();
        let document = html_of(&Article::read(&article.markdown, Form::Markdown).document(&Web));
        let (text, on_page) = (shown(&article.html), shown(&document));
        way.add(&words(&without_maths(&article.html)), &words(&without_maths(&document)));
        for ((element, name), count) in KEPT.iter().zip(&mut kept) {
            let (before, after) = (count_of(&article.html, element), count_of(&document, element));
            *count = (count.0 + after.min(before), count.1 + before);
            if after < before {
                println!("# {}: {after} of {before} {name}", sample.name);
            }
        }
        match &sample.wanted {
            Wanted::News(body) => {
                news.add(&shingles(body), &shingles(&text));
                news_shown.add(&shingles(body), &shingles(&on_page));
            }
            Wanted::Page(html, about) => {
                pages.add(&words(&shown(html)), &words(&text));
                for ((key, _, ours), count) in KNOWN.iter().zip(&mut right) {
                    let said = about[*key].as_str().map(one_line);
                    let said = if *key == "byline" { said.map(|said| name_in(&said)) } else { said };
                    if let Some(said) = said.filter(|said| !said.is_empty()) {
                        let got = ours(&article).map(one_line).unwrap_or_default();
                        let same =
                            if *key == "publishedTime" { day(&got) == day(&said) } else { got == said };
                        *count = (count.0 + usize::from(same), count.1 + 1);
                        if !same {
                            println!("# {}: {key} is “{got}”, expected “{said}”", sample.name);
                        }
                    }
                }
            }
            Wanted::Feature(need, never, what) => {
                let html = dom_query::Document::fragment(article.html.replace('<', "&lt;").as_str());
                let html = html.root().text().to_string();
                let passes =
                    need.iter().all(|one| html.contains(one)) && !never.iter().any(|one| html.contains(one));
                features = (features.0 + usize::from(passes), features.1 + 1);
                if !passes {
                    println!("# {what}: not as checked");
                }
            }
        }
    }
    println!("# news: precision {:.4}, recall {:.4}", news.precision(), news.recall());
    figure("news, F1 of shingles, html", format!("{:.4}", news.f1()), "≥ 0.970");
    figure("news, F1 of shingles, Document", format!("{:.4}", news_shown.f1()), "≥ 0.970");
    figure("pages, recall of words", format!("{:.4}", pages.recall()), "≥ 0.99");
    figure("pages, precision of words", format!("{:.4}", pages.precision()), "≥ 0.95");
    for ((_, name, _), count) in KNOWN.iter().zip(&right) {
        figure(&format!("{name} right, of {}", count.1), share(*count), "≥ 0.97");
    }
    figure(&format!("features as checked, of {}", features.1), share(features), "≥ 1");
    figure("html to Document, F1 of words", format!("{:.4}", way.f1()), "≥ 0.999");
    for ((_, name), count) in KEPT.iter().zip(&kept) {
        figure(&format!("{name} kept on that way, of {}", count.1), share(*count), "≥ 1");
    }
}

/// The text without mathematics, of which MathML and TeX have different letters.
fn without_maths(html: &str) -> String {
    let fragment = dom_query::Document::fragment(html);
    fragment.select("math, code.math").remove();
    shown(&fragment.html())
}

/// How many of these elements there are. A table of one column, or around tables, is only layout.
fn count_of(html: &str, element: &str) -> usize {
    let fragment = dom_query::Document::fragment(html);
    let all = fragment.select(element);
    let is_data = |node: &&dom_query::NodeRef<'_>| {
        let table = dom_query::Selection::from(**node);
        element != "table"
            || (table.select("table").is_empty() && table.select("td + td, th + th, th + td").exists())
    };
    all.nodes().iter().filter(is_data).count()
}

fn html_of(document: &Document) -> String {
    let mut html = String::new();
    if let Some(title) = &document.meta.title {
        html.push_str(&format!("<h1>{}</h1>", title.replace('&', "&amp;").replace('<', "&lt;")));
    }
    for part in
        document.blocks.iter().map(|block| &block.html).chain(document.notes.iter().map(|note| &note.html))
    {
        html.push_str(part);
        html.push('\n');
    }
    html
}

fn share((right, all): (usize, usize)) -> String {
    format!("{:.4}", right as f64 / (all as f64).max(1.0))
}

fn one_line(text: impl AsRef<str>) -> String {
    text.as_ref().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name in an expected byline, which may have “By” before it and a date after it, or be nothing but a date.
fn name_in(said: &str) -> String {
    const MONTHS: &str = " january february march april may june july august september october november december last updated ";
    let said = said.strip_prefix("By ").unwrap_or(said);
    let dated = |word: &&str| {
        let small = format!(" {} ", word.to_lowercase());
        MONTHS.contains(&small) || word.starts_with(|letter: char| letter.is_ascii_digit())
    };
    said.split(' ').take_while(|word| !dated(word)).collect::<Vec<_>>().join(" ")
}

fn day(time: &str) -> &str {
    time.get(..10).unwrap_or(time)
}
