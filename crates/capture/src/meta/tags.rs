//! The `meta` elements of a page.

use dom_query::Document;

use crate::dom;

/// Name and content of each, the name in small letters, `.` as `:`.
#[derive(Debug, Default)]
pub(crate) struct Tags(Vec<(String, String)>);

impl Tags {
    /// Reads them.
    pub(crate) fn of(document: &Document) -> Tags {
        let mut tags = Vec::new();
        for node in dom::all(&document.root(), "meta[content]") {
            let Some(content) = dom::attribute(&node, "content") else { continue };
            for kind in ["property", "name", "itemprop", "http-equiv"] {
                let Some(names) = dom::attribute(&node, kind) else { continue };
                for name in names.split_whitespace() {
                    tags.push((name.to_ascii_lowercase().replace('.', ":"), content.clone()));
                }
            }
        }
        Tags(tags)
    }

    /// The first of these names that has a content.
    pub(crate) fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|wanted| {
            let wanted = wanted.replace('.', ":");
            self.0.iter().find(|(name, _)| *name == wanted).map(|(_, content)| content.clone())
        })
    }

    /// What those say whose name is of a kind, in their order.
    pub(crate) fn named(&self, is_meant: fn(&str) -> bool) -> Vec<String> {
        self.0.iter().filter(|(name, _)| is_meant(name)).map(|(_, content)| content.clone()).collect()
    }
}
