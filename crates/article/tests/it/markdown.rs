//! Every `tests/markdown/*.md` beside the Document that it becomes.

use std::fmt::Write;

use article::{Article, Document, Form};

#[test]
fn documents() {
    for (path, text) in crate::inputs(&crate::folder("markdown"), "md") {
        let document = crate::document(&text);
        crate::tree::check(&crate::html(&document));
        crate::expect(&path.with_extension("expected"), &told(&document));
        // A summary says the same, at less cost.
        let summary = Article::read(&text, Form::Markdown).summary();
        assert_eq!(summary.meta, document.meta, "{}", path.display());
        assert_eq!(summary.warnings, document.warnings, "{}", path.display());
    }
}

fn told(document: &Document) -> String {
    let mut out = String::new();
    let meta = &document.meta;
    writeln!(
        out,
        "{} | {} words | {:?}",
        meta.title.as_deref().unwrap_or("(no title)"),
        meta.words,
        meta.direction
    )
    .unwrap();
    for block in &document.blocks {
        let own = format!(" data-block=\"{}\"", block.id);
        assert!(block.html.contains(&own));
        writeln!(out, "{}", block.html.replacen(&own, "", 1)).unwrap();
    }
    for note in &document.notes {
        writeln!(out, "note {}: {}", note.number, note.html).unwrap();
    }
    for heading in &document.outline {
        assert!(
            document.blocks.iter().any(|block| block.id == heading.block && block.html.contains(&heading.id))
        );
        writeln!(out, "outline: {} {} {}", heading.level, heading.id, heading.text).unwrap();
    }
    for medium in &document.media {
        assert!(medium.source.is_empty() || medium.key == article::media_key(&medium.source));
        let size = medium.width.map_or(String::new(), |width| format!(" {width}x{:?}", medium.height));
        writeln!(
            out,
            "{:?}: {} {:?} alt {:?} caption {:?} credit {:?}{size}",
            medium.kind, medium.source, medium.status, medium.alt, medium.caption, medium.credit
        )
        .unwrap();
    }
    for warning in &document.warnings {
        writeln!(out, "warning: {warning}").unwrap();
    }
    out
}
