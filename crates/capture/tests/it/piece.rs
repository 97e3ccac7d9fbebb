//! What is copied from a page and pasted.

use capture::{GivenKind, pasted};

use crate::given::as_data;

/// HTML as it was pasted, the address that came with it, and the article: title, source, Markdown.
type Pasted = (&'static str, Option<&'static str>, [&'static str; 3]);

#[test]
fn pieces_become_articles() {
    let cases: [Pasted; 6] = [
        (
            "<meta charset='utf-8'><h2>The quay</h2><p>Some <b>bold</b> words, <a href='/x'>linked</a>.</p>",
            Some("https://a.example/story"),
            ["The quay", "https://a.example/story", "Some **bold** words, [linked](https://a.example/x).\n"],
        ),
        // Little is enough, and what a page has in a box that is never its article, too.
        ("<div class='related share'><p>Short.</p></div>", None, ["Short.", "-", "Short.\n"]),
        (
            "words <i>without</i> a paragraph",
            None,
            ["words without a paragraph", "-", "words *without* a paragraph\n"],
        ),
        (
            "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:1\r\nSourceURL:https://b.example/page#x\r\n<html><body>no\r\n<!--StartFragment--><p>The piece.</p><!--EndFragment--></body></html>",
            None,
            ["The piece.", "https://b.example/page#x", "The piece.\n"],
        ),
        (
            "<b style='font-weight:normal' id='docs-internal-guid-1'><p>From a document.</p></b>",
            Some("javascript:alert(1)"),
            ["From a document.", "-", "From a document.\n"],
        ),
        (
            "<base href='https://c.example/a/'><p onclick='x()'>Words<script>alert(1)</script>.</p><h3>Later</h3><img src='p.jpg'>",
            None,
            ["Later", "https://c.example/a/", "Words.\n\n### Later\n\n![](https://c.example/a/p.jpg)\n"],
        ),
    ];
    for (html, address, [title, source, markdown]) in cases {
        let given = pasted(html.as_bytes(), true, address).unwrap();
        let article = given.article.unwrap();
        assert_eq!(given.kind, GivenKind::Article, "{html}");
        assert_eq!(
            [article.title.as_str(), given.address.as_deref().unwrap_or("-"), article.markdown.as_str()],
            [title, source, markdown],
            "{html}"
        );
    }
}

#[test]
fn pictures_that_are_pasted_with_it_are_held() {
    let picture = as_data(&crate::medium::sent("photo.jpg", "-"));
    let given = pasted(format!("<p>With <img src=\"{picture}\"></p>").as_bytes(), true, None).unwrap();
    let article = given.article.unwrap();
    assert_eq!((article.media.len(), given.media.len()), (1, 1));
    assert!(given.media.contains_key(&article.media[0].source), "{article:?}");
}

#[test]
fn text_stays_text_and_nothing_is_refused() {
    let source = "\n<!DOCTYPE html><html><title>A page</title><p>Its source.</p></html>";
    assert_eq!(pasted(source.as_bytes(), false, None).unwrap().kind, GivenKind::Page);
    let given = pasted("<b> is a tag\n".as_bytes(), false, None).unwrap();
    assert_eq!((given.kind, given.page.as_slice()), (GivenKind::Text, &b"<b> is a tag\n"[..]));
    for (bytes, is_html) in [("  \n", false), ("", true), ("<p> </p><script>x</script>", true)] {
        assert!(pasted(bytes.as_bytes(), is_html, None).is_err(), "{bytes}");
    }
    let long = "word ".repeat(100);
    let title = capture::first_words(&long);
    assert!(title.ends_with("word…") && title.chars().count() < 85, "{title}");
}
