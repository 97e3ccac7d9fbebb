//! JSON-LD: what schema.org's words say of an article.

use dom_query::Document;
use serde_json::Value;

use crate::dom;

/// What was said.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    pub(crate) headline: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) site: Option<String>,
    /// Of the articles, the first one first.
    pub(crate) published: Vec<String>,
    /// Of what else has such a date: the page around, a film on it.
    pub(crate) around: Vec<String>,
    pub(crate) changed: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) image: Option<String>,
    /// The text itself, where it is said to be free to read.
    pub(crate) body: Option<String>,
}

/// What else than an article may be dated by.
const AROUND: &[&str] = &["datePublished", "uploadDate", "dateModified"];

/// Reads the first article of a page.
pub(crate) fn read(document: &Document) -> Linked {
    let (mut found, mut others) = (Vec::new(), Vec::new());
    for node in dom::all(&document.root(), "script[type*='ld+json']") {
        let text = node.text();
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>").trim_end_matches(';');
        let value = serde_json::from_str(text)
            .or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")));
        if let Ok(value) = value {
            collect(&value, 0, &mut found, &mut others);
        }
    }
    let dates = |of: &[Value], keys: [&str; 2]| -> Vec<String> {
        of.iter().flat_map(|one| keys.map(|key| one.get(key))).flatten().filter_map(words).collect()
    };
    let published = dates(&found, ["datePublished", "dateCreated"]);
    let around = dates(&others, ["datePublished", "uploadDate"]);
    let changed = found.iter().chain(&others).filter_map(|one| words(one.get("dateModified")?)).next();
    let Some(article) = found.first() else {
        return Linked { published, around, changed, ..Linked::default() };
    };
    let text = |key: &str| article.get(key).and_then(words);
    Linked {
        headline: headline(
            text("headline"),
            text("name"),
            &dom::first(&document.root(), "title").as_ref().map(dom::words).unwrap_or_default(),
        ),
        section: text("articleSection"),
        author: article.get("author").and_then(names),
        site: article.get("publisher").and_then(|publisher| publisher.get("name")).and_then(words),
        published,
        around,
        changed,
        description: text("description"),
        image: article.get("image").and_then(image),
        body: article
            .get("articleBody")
            .and_then(Value::as_str)
            .filter(|_| is_free(article))
            .map(str::to_owned),
    }
}

/// Whether the article may be read by who did not pay for it, as far as it says.
fn is_free(article: &Value) -> bool {
    match article.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => *free,
        Some(Value::String(free)) => !free.eq_ignore_ascii_case("false"),
        _ => true,
    }
}

/// Some write a description into `headline`: then the name is what the page's own title begins with.
fn headline(headline: Option<String>, name: Option<String>, title: &str) -> Option<String> {
    match (headline, name) {
        (Some(headline), Some(name)) if title.starts_with(&name) && !title.starts_with(&headline) => {
            Some(name)
        }
        (headline, name) => headline.or(name),
    }
}

/// The objects that are articles, and others that know a date, such as the page around one.
fn collect(value: &Value, depth: usize, found: &mut Vec<Value>, others: &mut Vec<Value>) {
    if depth > 6 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, depth + 1, found, others)),
        Value::Object(object) => {
            if object.get("@type").is_some_and(is_article) {
                found.push(value.clone());
            } else if AROUND.iter().any(|key| object.contains_key(*key)) {
                others.push(value.clone());
            }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"] {
                if let Some(inner) = object.get(key) {
                    collect(inner, depth + 1, found, others);
                }
            }
        }
        _ => {}
    }
}

fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => {
            let kind = kind.rsplit('/').next().unwrap_or_default();
            kind.ends_with("Article")
                || kind.ends_with("Posting")
                || matches!(kind, "Blog" | "Report" | "Review" | "Recipe" | "NewsItem")
        }
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().find_map(words)?,
        Value::Object(object) => object.get("name").or_else(|| object.get("@value")).and_then(words)?,
        _ => return None,
    };
    let text = super::headline::unescaped(text.trim());
    (!text.is_empty()).then_some(text)
}

fn names(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => {
            let mut all: Vec<String> = Vec::new();
            for name in values.iter().filter_map(names) {
                if !all.contains(&name) {
                    all.push(name);
                }
            }
            (!all.is_empty()).then(|| all.join(", "))
        }
        _ => words(value).filter(|name| !name.starts_with("http")),
    }
}

fn image(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(values) => values.iter().find_map(image),
        Value::Object(object) => object.get("url").or_else(|| object.get("contentUrl")).and_then(image),
        _ => None,
    }
}
