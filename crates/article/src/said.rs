//! What a reader says of an article, in Markdown, as HTML that can stand beside any article.
//!
//! It is written as the text of an article is, by the same walk and the same rules of what may pass. But all of it is text,
//! also what would be front matter or a headline; it has no ids, which are those of the article; a line ends where its
//! writer ended it; and of a picture, which nobody has saved, stand the words.

use crate::article::{Article, Nothing};
use crate::document::Document;

/// Safe HTML of what a reader says: balanced, without ids, pictures, sound and video.
#[must_use]
pub fn said(text: &str) -> String {
    let Document { blocks, notes, .. } = Article::bare(text).document(&Nothing);
    let mut html = blocks.into_iter().map(|block| block.html).collect::<Vec<_>>().join("\n");
    for note in notes {
        html.push_str(&format!("\n<div class=\"said-note\"><sup>{}</sup> {}</div>", note.number, note.html));
    }
    html
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn notes_as_html() {
        for (text, html) in [
            ("", ""),
            ("Read it *twice*.", "<p>Read it <em>twice</em>.</p>"),
            ("one\ntwo", "<p>one<br>\ntwo</p>"),
            ("# Not a headline\nbut text", "<h1>Not a headline</h1>\n<p>but text</p>"),
            ("---\ntitle: none\n---\n", "<hr>\n<h2>title: none</h2>"),
            ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
            ("![a boat](https://example.org/boat.png)", "<p>a boat</p>"),
            (
                "See ![a boat](boat.png) and [this](https://example.org/x?a=1&b=2).",
                "<p>See a boat and <a href=\"https://example.org/x?a=1&amp;b=2\">this</a>.</p>",
            ),
            (
                "[the talk](https://example.org/talk.mp3)",
                "<p><a href=\"https://example.org/talk.mp3\">the talk</a></p>",
            ),
            (
                "so[^1]\n\n[^1]: it is",
                "<p>so<sup class=\"note\">1</sup></p>\n<div class=\"said-note\"><sup>1</sup> <p>it is</p></div>",
            ),
        ] {
            assert_eq!(said(text), html, "{text:?}");
        }
    }

    #[test]
    fn nothing_runs_and_nothing_is_fetched() {
        for text in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)></svg>",
            "<iframe src=https://example.org></iframe>",
            "<p onclick=alert(1) style='color:red' id=h-x>words</p>",
            "[x](javascript:alert(1))",
            "<a href=' java\nscript:alert(1)'>x</a>",
            "[x](data:text/html,<script>alert(1)</script>)",
            "![x](javascript:alert(1))",
            "<video src=a.mp4 autoplay></video>",
            "<math><annotation-xml encoding='text/html'><img src=x onerror=alert(1)></annotation-xml></math>",
            "<form action=https://example.org><input name=a></form>",
            "```\"><img src=x onerror=alert(1)>\nx\n```",
            "\u{ff1c}script\u{ff1e}",
        ] {
            let html = said(text).to_lowercase();
            for bad in [
                "<script",
                "<img",
                "<svg",
                "<iframe",
                "<video",
                "<audio",
                "<form",
                "<input",
                "<style",
                "<p on",
                " style=",
                " id=",
                "href=\"java",
                "href=\"data",
                "href=\" ",
            ] {
                assert!(!html.contains(bad), "{text:?} became {html:?}");
            }
        }
    }
}
