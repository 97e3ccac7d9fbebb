//! What an article shows and plays.

use std::collections::HashSet;

use dom_query::NodeRef;
use serde::Serialize;

use crate::dom;

/// What a medium is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A picture.
    Picture,
    /// A recording of sound.
    Sound,
    /// A film.
    Video,
}

/// Something that the article needs besides its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Medium {
    /// Its address, as the Markdown has it.
    pub source: String,
    /// What it is.
    pub kind: Kind,
    /// What stands for it where it can't be seen.
    pub alt: String,
}

/// Lists each source once, the lead picture first where the text does not show it.
pub(crate) fn list(root: &NodeRef<'_>, lead: Option<&str>) -> Vec<Medium> {
    let mut media: Vec<Medium> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for node in dom::all(root, "img[src], video, audio") {
        let kind = match dom::name(&node).as_str() {
            "img" => Kind::Picture,
            "audio" => Kind::Sound,
            _ => Kind::Video,
        };
        let alt = node.attr("alt").or_else(|| node.attr("title")).unwrap_or_default();
        let sources = [("src", kind), ("poster", Kind::Picture)];
        for (source, kind) in
            sources.iter().filter_map(|(name, kind)| Some((dom::attribute(&node, name)?, *kind)))
        {
            if seen.insert(source.clone()) {
                media.push(Medium { source, kind, alt: article::one_line(&alt) });
            }
        }
    }
    if let Some(lead) = lead.filter(|lead| !seen.contains(*lead)) {
        media.insert(0, Medium { source: lead.to_owned(), kind: Kind::Picture, alt: String::new() });
    }
    media
}
