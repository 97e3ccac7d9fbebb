//! Pages that mean harm: nothing takes long, nothing fails, words stay.

use std::time::{Duration, Instant};

use crate::taken;

/// Long, because tests are built without optimisation and machines are shared.
const LONG: Duration = Duration::from_secs(20);

#[test]
fn deep_pages_are_flattened() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", ""),
        ("<blockquote>", ""),
        ("<ul><li>", ""),
        ("<table><tr><td>", ""),
        ("<a href=x>", ""),
        ("<font size=1>", ""),
    ] {
        let start = Instant::now();
        let page = format!(
            "{}The words at the bottom stay, as they should.{}",
            open.repeat(20_000),
            close.repeat(20_000)
        );
        let article = taken(page.as_bytes());
        assert!(start.elapsed() < LONG, "{open} took {:?}", start.elapsed());
        assert!(article.text.contains("words at the bottom"), "{open}: {:?}", article.warnings);
    }
}

#[test]
fn unfinished_and_empty_pages() {
    for page in [
        "",
        "<",
        "<!--",
        "<script>",
        "<p",
        "<a href='",
        "<math><mi>",
        "\0\0",
        "<title>x",
        "<table><table>",
        "<img srcset=', ,'>",
        "<pre>\n\n</pre>",
    ] {
        taken(page.as_bytes());
    }
}
