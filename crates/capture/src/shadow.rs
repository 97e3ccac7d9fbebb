//! Parts of a page that it keeps in shadow roots: written down as templates (by the site, by SingleFile, by Chromium's
//! MHTML), they are put where a browser shows them, or else nothing of them would be read.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeRef};

use crate::dom;

/// What says of a template that it is one; the last two are older.
const TEMPLATES: &str = "template[shadowrootmode], template[shadowroot], template[shadowmode]";

/// So many roots lie in each other at most.
const DEEP: usize = 16;

/// Shows what lies in shadow roots. `html` is the page that was parsed.
pub(crate) fn show(document: &Document, html: &str) {
    // Most pages have none.
    if !html.contains("<template") || !html.contains("shadow") {
        return;
    }
    for _ in 0..DEEP {
        let roots = dom::all(&document.root(), TEMPLATES);
        if roots.is_empty() {
            break;
        }
        let mut hosts = HashSet::new();
        for root in roots {
            // An element has one; what follows is no more than a template.
            if root.parent().is_some_and(|host| hosts.insert(host.id)) {
                show_one(&root);
            } else {
                root.remove_all_attrs();
            }
        }
    }
}

/// What a browser shows of an element with a shadow root is that, with the element's own children in its slots. Where it
/// shows nothing of itself, the children stay.
fn show_one(template: &NodeRef<'_>) {
    let Some(host) = template.parent() else { return };
    // What is in it is no child of it, and written only with itself.
    template.remove_all_attrs();
    let html = template.html();
    let inner = html.strip_prefix("<template>").and_then(|html| html.strip_suffix("</template>"));
    let Some(inner) = inner else { return };
    template.remove_from_parent();
    let own = host.children();
    host.append_html(format!("<div>{inner}</div>"));
    let Some(shown) = host.element_children().last().copied() else { return };
    dom::all(&shown, "script, style").iter().for_each(NodeRef::remove_from_parent);
    let mut slotted: HashMap<Option<String>, Vec<NodeRef<'_>>> = HashMap::new();
    for child in own.iter().filter(|child| child.is_element() || !child.text().trim().is_empty()) {
        slotted.entry(dom::attribute(child, "slot")).or_default().push(*child);
    }
    for slot in dom::all(&shown, "slot") {
        // Of two slots of a name the first has what there is.
        let fitting = slotted.remove(&dom::attribute(&slot, "name"));
        let children = fitting.unwrap_or_else(|| slot.children());
        children.iter().for_each(|child| slot.insert_before(child));
        slot.remove_from_parent();
    }
    if dom::words(&shown).is_empty()
        && dom::all(&shown, "img, picture, video, audio, svg, template").is_empty()
    {
        return shown.remove_from_parent();
    }
    let stays = |child: &&NodeRef<'_>| child.parent().is_some_and(|above| above.id == host.id);
    own.iter().filter(stays).for_each(NodeRef::remove_from_parent);
}
