//! What stands under the headline, where the search for the main content often leaves it: the standfirst, and the line that
//! names who wrote it.

use dom_query::{Document, NodeRef};

use crate::{Extract, dom, lead, markdown};

/// So many lines under the headline are looked at.
const LINES: usize = 8;
/// The letters of a standfirst.
const LENGTH: std::ops::RangeInclusive<usize> = 30..=500;
/// The most letters of a line that names who wrote it.
const BYLINE: usize = 80;

/// Words in class and id of a standfirst.
const MARKS: &[&str] = &[
    "dek",
    "lede",
    "stand-first",
    "standfirst",
    "strapline",
    "sub-head",
    "sub-title",
    "subhead",
    "subtitle",
    "summary",
];

/// Words in class and id of what stands there, too, and is none.
const OTHER: &[&str] = &[
    "author",
    "breadcrumb",
    "byline",
    "caption",
    "comment",
    "date",
    "meta",
    "newsletter",
    "related",
    "share",
];

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Opening {
    /// The words of the standfirst.
    standfirst: Option<String>,
    /// A line such as `By Jane Reed`.
    pub(crate) byline: Option<String>,
}

impl Opening {
    /// The words of the standfirst, where the main content does not have them.
    pub(crate) fn missing(&self, content: &NodeRef<'_>) -> Option<String> {
        let words = self.standfirst.as_ref()?;
        let shown = dom::words(content);
        (!shown.is_empty() && !shown.contains(words.as_str())).then(|| words.clone())
    }
}

impl Extract {
    /// Makes the standfirst the first paragraph of the article.
    pub fn open_with_standfirst(&mut self) {
        let Some(words) = self.standfirst.take() else { return };
        let html = format!("<p>{}</p>", dom::escaped(&words));
        let written = markdown::write(&dom::parse_fragment(&html).root());
        self.markdown = format!("{}\n\n{}", written.trim(), self.markdown);
        self.text = format!("{words}\n\n{}", self.text);
        self.html.insert_str(0, &html);
    }
}

/// Looks under the headline of a mended page. `said` is what the page says it is about.
pub(crate) fn find(document: &Document, title: &str, said: Option<&str>) -> Opening {
    let root = document.root();
    let mut found = Opening::default();
    let Some(headline) = lead::headline(&root, title) else { return found };
    let is_header = |above: &NodeRef<'_>| above.has_name("header");
    let header = headline.ancestors_it(Some(4)).find(is_header);
    let behind = root.descendants_it().skip_while(|node| node.id != headline.id);
    let mut lines = 0;
    for node in behind.filter(is_line) {
        let words = dom::words(&node);
        let letters = words.chars().count();
        if letters < 2 || node.ancestors_it(Some(3)).any(|above| above.id == headline.id) {
            continue;
        }
        lines += 1;
        if lines > LINES || letters > *LENGTH.end() {
            break;
        }
        if is_beside(&node) {
            continue;
        }
        if found.byline.is_none() && letters <= BYLINE && names_somebody(&words) {
            found.byline = Some(words);
            continue;
        }
        let is_in_header =
            header.is_some_and(|header| node.ancestors_it(Some(6)).any(|above| above.id == header.id));
        let is_marked = dom::are_marked(&node, MARKS)
            || node.parent().is_some_and(|above| above.has_name("div") && dom::are_marked(&above, MARKS));
        let is_said = said.is_some_and(|said| said == words);
        let is_sentence = is_in_header && words.ends_with(['.', '!', '?', '…', '。', '؟']);
        let fits = LENGTH.contains(&letters) && (is_marked || is_said || is_sentence);
        if found.standfirst.is_none() && fits && !is_other(&node) {
            found.standfirst = Some(words);
        }
    }
    found
}

/// A paragraph, a heading or a box that holds running text only.
fn is_line(node: &NodeRef<'_>) -> bool {
    let is_block =
        |node: &NodeRef<'_>| ["p", "div", "h2", "h3", "h4", "address"].iter().any(|name| node.has_name(name));
    is_block(node)
        && !node.descendants_it().any(|inner| is_block(&inner) || dom::is_block(&dom::name(&inner)))
}

/// Whether it stands in something of its own: a figure, a menu, a list, a form.
fn is_beside(node: &NodeRef<'_>) -> bool {
    let apart = ["aside", "button", "figure", "footer", "form", "li", "nav", "table"];
    node.ancestors_it(None).any(|above| apart.iter().any(|name| above.has_name(name)))
}

/// A line of links, of who wrote it, of days.
fn is_other(node: &NodeRef<'_>) -> bool {
    let linked: usize = dom::all(node, "a").iter().map(|link| dom::words(link).len()).sum();
    linked * 2 > node.text().len()
        || dom::are_marked(node, OTHER)
        || node.parent().is_some_and(|above| dom::are_marked(&above, OTHER))
        || !dom::all(node, "time, button, input").is_empty()
}

/// `By Jane Reed and Ada Lund`: after the first word names alone, and what joins them.
fn names_somebody(words: &str) -> bool {
    const BETWEEN: &[&str] =
        &["al", "and", "da", "de", "del", "der", "di", "du", "et", "la", "le", "und", "van", "von", "y", "&"];
    let mut words = words.split(' ');
    let opens = words.next().is_some_and(|first| ["By", "BY", "by", "Von", "Par", "Por"].contains(&first));
    let names: Vec<&str> = words.filter(|word| !BETWEEN.contains(word)).collect();
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && !word.bytes().any(|byte| byte.is_ascii_digit())
            && !word.ends_with([':', '!', '?', ';'])
    };
    opens && (2..=12).contains(&names.len()) && names.iter().all(is_name)
}
