//! Pictures that a post has attached, where only a script of the page would show them: Mastodon writes them down as JSON.

use dom_query::NodeRef;
use serde_json::Value;

use crate::dom;

/// So many pictures of one post are shown.
const MOST: usize = 32;

/// Puts them where they would be shown. `boxes` are all those of the page.
pub(crate) fn mend(boxes: &[NodeRef<'_>]) {
    let is_gallery = |node: &&NodeRef<'_>| {
        node.attr("data-component").is_some_and(|component| &*component == "MediaGallery")
    };
    for gallery in boxes.iter().filter(is_gallery) {
        let props = gallery.attr("data-props").and_then(|props| serde_json::from_str::<Value>(&props).ok());
        let Some(media) = props.as_ref().and_then(|props| props.get("media")?.as_array()) else { continue };
        let figures: String = media.iter().take(MOST).filter_map(figure).collect();
        if !figures.is_empty() {
            gallery.replace_with_html(figures);
        }
    }
}

fn figure(medium: &Value) -> Option<String> {
    let said = |name: &str| medium.get(name).and_then(Value::as_str);
    let source = said("url").filter(|_| said("type") == Some("image"))?;
    let alt = dom::escaped(said("description").unwrap_or_default());
    Some(format!("<figure><img src=\"{}\" alt=\"{alt}\"></figure>", dom::escaped(source)))
}
