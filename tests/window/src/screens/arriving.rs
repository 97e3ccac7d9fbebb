//! Other programs' exports: what a file holds, and what became of it. What Offprint's own are chosen from.

use serde_json::json;
use window_tests::reader::Reader;

use crate::homes;
use crate::scenes::{Stage, goes, scene, waits};

/// Bookmarks of a browser, some of which can't be taken in.
pub(crate) const BOOKMARKS: &str = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n\
    <DT><A HREF=\"javascript:void(0)\">A script</A>\n\
    <DT><A HREF=\"place:sort=8\">Recent</A>\n\
    <DT><A HREF=\"https://harbour.invalid/feed\" FEEDURL=\"https://harbour.invalid/feed.xml\">The feed of the harbour</A>\n\
    <DT><A>Nowhere</A>\n</DL>\n";

/// Entries with their text, of which one has a highlight.
pub(crate) const WALLABAG: &str = r#"[{"title": "On boats", "url": "https://harbour.invalid/boats", "is_starred": 1, "content": "<p>Oak planks make good boats.</p>", "annotations": [{"quote": "Oak planks", "text": "Why?"}]},
{"title": "On planks, and on all that can be made of them by a carpenter with time", "url": "https://harbour.invalid/planks", "is_archived": 0, "content": "<p>They are sawn from trees.</p>"},
{"title": "On nothing", "url": "", "content": "", "is_archived": 0}]"#;

pub(crate) const STAGES: &[Stage] = &[(
    homes::read_in,
    &[
        scene("import-offer", |reader| {
            drops(reader, "wallabag-export-2024-05-06.json", WALLABAG);
            reader.says("holds 3 entries");
        }),
        scene("import-report", |reader| {
            drops(reader, "bookmarks.html", BOOKMARKS);
            reader.says("holds 4 entries");
            reader.click("button", "Import");
            reader.says("could not be taken in");
            reader.run("document.querySelector('dialog details').open = true", json!([]));
            waits(reader, 300);
        }),
        scene("export-forms", |reader| {
            goes(reader, "#/settings");
            reader.click("button", "Export everything…");
            reader.get("dialog", "Export everything");
            waits(reader, 300);
        }),
    ],
)];

pub(crate) fn drops(reader: &Reader, name: &str, text: &str) {
    // Until the window takes what is dropped: a moment after the shelf is there. What it took twice it would offer twice.
    reader.until(
        "if (document.querySelector('dialog[open]')) return true;
         if (Date.now() - window.dropped < 2000) return false;
         window.dropped = Date.now();
         const data = new DataTransfer();
         data.items.add(new File([arguments[1]], arguments[0]));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))",
        json!([name, text]),
    );
}
