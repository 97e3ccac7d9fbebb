//! Articles made of odds and ends, the same ones each time.

use std::collections::HashSet;

use article::{Article, Form};

const PIECES: &[&str] = &[
    "word ",
    "Two words. ",
    "\n",
    "\n\n",
    "\n\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "## Part\n",
    "---\n",
    "*",
    "**",
    "_",
    "~~",
    "~",
    "^",
    "==",
    "`",
    "```\n",
    "```rust\n",
    "$",
    "$$",
    "$5 US$7",
    "[",
    "]",
    "(",
    ")",
    "[[",
    "]]",
    "![",
    "![[",
    "|",
    "|-|-|\n",
    "| a | b |\n",
    "[^1]",
    "[^1]: ",
    "[a](b)",
    "[a](#part)",
    "![a](b.png)",
    "![a](missing.png \"C. Photo: D\")",
    "![](a.mp3)",
    "[a](a.mp4)",
    "[a]: b\n",
    "[[Note|words]]",
    "![[b.png|30]]",
    "![[Note]]",
    "\\",
    "&amp;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=x>",
    "</a>",
    "<a>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<div>\n\n",
    "\n\n</div>\n\n",
    "<details>\n",
    "<summary>",
    "</summary>",
    "</details>\n",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "<tbody>",
    "<thead>",
    "</td>",
    "</tr>",
    "</table>",
    "<caption>",
    "<ul>",
    "<ol>",
    "<li>",
    "</li>",
    "</ul>",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
    "<ruby>",
    "<rt>",
    "<rp>",
    "</ruby>",
    "<h1>",
    "</h1>",
    "<pre>",
    "</pre>",
    "<hr>",
    "<br>",
    "<wbr>",
    "<img src=x>",
    "<img src=missing alt=y>",
    "<figure>",
    "<figcaption>",
    "</figcaption>",
    "</figure>",
    "<blockquote>",
    "</blockquote>",
    "<audio src=x.mp3></audio>",
    "<video>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mi>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<textarea>",
    "<title>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!x>",
    "<x-y>",
    "</",
    "<q>",
    "<span dir=rtl>",
    "<td colspan=2>",
    "<select>",
    "<option>",
    "<form>",
    "<input>",
    "<button>",
    "<template>",
    "<noscript>",
    "<iframe>",
    "<plaintext>",
    "שלום עולם ",
    "中文。",
    "é",
    "\u{0}",
    "\u{202e}",
    "\r\n",
    "\t",
    ": ",
    "- [x] ",
    "> [!TIP]\n",
    "%%",
];

#[test]
fn odds_and_ends() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for _ in 0..6000 {
        let text: String = (0..1 + next(40)).map(|_| PIECES[next(PIECES.len())]).collect();
        let article = Article::read(&text, Form::Markdown);
        let document = article.document(&crate::Folder);
        for block in &document.blocks {
            let parsed = scraper::Html::parse_fragment(&block.html);
            let roots = parsed.root_element().children().count();
            assert_eq!(roots, 1, "a block is one element: {}\nof {text:?}", block.html);
            assert_eq!(
                parsed.root_element().child_elements().next().unwrap().attr("data-block"),
                Some(block.id.as_str())
            );
        }
        crate::tree::check(&crate::html(&document));
        let ids: HashSet<_> = document.blocks.iter().map(|block| &block.id).collect();
        assert_eq!(ids.len(), document.blocks.len(), "block ids of {text:?}");
        let summary = article.summary();
        assert_eq!(summary.meta, document.meta, "the summary of {text:?}");
        assert!(summary.excerpt.chars().count() <= 300);
    }
}
