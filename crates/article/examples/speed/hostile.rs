//! Articles made to take long, of any size.

use std::fmt::Write;

pub(crate) type Make = Box<dyn Fn(usize) -> String>;

/// Names, and what makes them.
pub(crate) fn inputs() -> Vec<(&'static str, Make)> {
    let repeat = |piece: &'static str| -> Make { Box::new(move |size| piece.repeat(size / piece.len())) };
    let numbered = |before: &'static str, after: &'static str| -> Make {
        Box::new(move |size| {
            let mut text = String::with_capacity(size + 64);
            let mut number = 0;
            while text.len() < size {
                let _ = write!(text, "{before}{number}{after}");
                number += 1;
            }
            text
        })
    };
    let pair = |open: &'static str, close: &'static str| -> Make {
        Box::new(move |size| {
            let count = size / (open.len() + close.len());
            open.repeat(count) + "x" + &close.repeat(count)
        })
    };
    let mut inputs: Vec<(&'static str, Make)> = [
        "[",
        "[[",
        "![",
        "![[",
        "]",
        "](",
        "[a](",
        "[a](<b",
        "![[[[]()",
        "[a][",
        "[^",
        "[^a]",
        "*",
        "**a ",
        "*a **a ",
        "_",
        "a_b",
        "~",
        "~~a",
        "a~b",
        "^",
        "a^",
        "==",
        "==a ",
        "*==a ",
        "a==b ",
        "$",
        "$$",
        "$a",
        "$x$ ",
        "$5 US$7 ",
        "`",
        "`a",
        "<",
        "<a ",
        "<a href=\"",
        "<b>",
        "</b>",
        "<b><i>",
        "<div>",
        "<div>\n",
        "<div>\n\n",
        "<details>\n\n",
        "</div>\n\n",
        "<table>",
        "<td>",
        "<tr><td>",
        "<ul><li>",
        "<!--",
        "<!--\n\n",
        "<?",
        "<![CDATA[",
        "<script>",
        "<script>\n\n",
        "<svg>",
        "<svg></svg",
        "<x ",
        "<x y=\"",
        "<img src=x>",
        "<img src=x>\n\n",
        "<p>\n\n",
        "<ruby><rt>",
        "<dl><dd>",
        "&",
        "&#",
        "&amp;",
        "\\",
        "\n",
        " ",
        "\t",
        "> ",
        ">",
        "- ",
        "-",
        "1. ",
        "1) ",
        "#",
        "# a\n",
        "## a\n\n",
        "- a\n",
        "- [ ] a\n",
        "a\n\n",
        "***\n",
        "---\n",
        "a\n---\n",
        "|",
        "|a",
        "|-",
        "| a | b |\n",
        "a|b\n-|-\n",
        "[a]: b\n",
        "[a]\n",
        "[[a]]",
        "![[a.png]]",
        "![[a.png]] ",
        "![a](b)",
        "![a](b)\n\n",
        "![a](b \"c\")",
        "[^a]: b\n\n",
        "[^1]\n\n[^1]: a\n\n",
        "a\n: b\n\n",
        ": a\n",
        "```\n",
        "```rust\nfn a() {}\n```\n",
        "    a\n",
        "\u{202e}",
        "é",
        "中",
        "a\u{0}",
        "> [!NOTE]\n",
        "> [!NOTE]\n\n",
        "> a\n\n",
        "{",
        "$\\frac{",
        "${",
        "a@b.c ",
        "<a@b.c>",
        "<http://a>",
        "[a](b)",
        "[![a](b)](c)",
        "[a](b.mp3)\n\n",
        "a  \n",
        "a\\\n",
        "\r",
        "\r\n",
        "%%",
        "%%a%%",
        "a b",
        "aaaaaaaaaa",
    ]
    .into_iter()
    .map(|piece| (piece, repeat(piece)))
    .collect();
    inputs.push(("headings, numbered", numbered("# a", "\n\n")));
    inputs.push(("headings like others' ids", numbered("# a-", "\n\n# a\n\n")));
    inputs.push(("notes, numbered", numbered("[^n", "] ")));
    inputs.push((
        "notes defined",
        Box::new(|size| {
            let count = size / 30;
            (0..count).map(|n| format!("a[^{n}]\n\n")).collect::<String>()
                + &(0..count).map(|n| format!("[^{n}]: b\n\n")).collect::<String>()
        }),
    ));
    inputs.push((
        "one note, many marks",
        Box::new(|size| "[^a]: b\n\n".to_owned() + &"[^a] ".repeat(size / 5)),
    ));
    inputs.push((
        "references defined",
        Box::new(|size| {
            let count = size / 30;
            (0..count).map(|n| format!("[a{n}]: b\n")).collect::<String>()
                + "\n"
                + &(0..count).map(|n| format!("[a{n}] ")).collect::<String>()
        }),
    ));
    inputs.push(("links to parts", numbered("[a](#p", ")\n\n# p\n\n")));
    inputs.push(("links to one part", Box::new(|size| "# p\n\n".to_owned() + &"[a](#p) ".repeat(size / 8))));
    inputs.push(("[ and ]", pair("[", "]")));
    inputs.push(("[a]( and )", pair("[a](", ")")));
    inputs.push(("* and *", pair("*a ", " a*")));
    inputs.push(("<div> and </div>", pair("<div>", "</div>")));
    inputs.push(("<div> and </div>, in blocks", pair("<div>\n\n", "</div>\n\n")));
    inputs.push(("<b> and </i>", pair("<b>", "</i>")));
    inputs.push(("<div> and </p>", pair("<div>\n", "</p>\n")));
    inputs.push((
        "quotes, deeper each line",
        Box::new(|size| {
            let lines = (size as f64).sqrt() as usize;
            (0..lines).map(|n| format!("{}a\n", "> ".repeat(n / 2))).collect()
        }),
    ));
    inputs.push((
        "lists, deeper each line",
        Box::new(|size| {
            let lines = (size as f64).sqrt() as usize;
            (0..lines).map(|n| format!("{}- a\n", "  ".repeat(n / 2))).collect()
        }),
    ));
    inputs.push((
        "a deep quote, then lines",
        Box::new(|size| {
            let depth = (size as f64).sqrt() as usize;
            "> ".repeat(depth) + "a\n" + &"b\n".repeat(size / 2)
        }),
    ));
    inputs.push((
        "a deep list, then lines",
        Box::new(|size| {
            let depth = (size as f64).sqrt() as usize;
            "- ".repeat(depth) + "a\n" + &"b\n".repeat(size / 2)
        }),
    ));
    inputs.push((
        "wide table",
        Box::new(|size| {
            let columns = size / 8;
            "|a".repeat(columns) + "\n" + &"|-".repeat(columns) + "\n" + &"a\n".repeat(size / 4)
        }),
    ));
    inputs.push((
        "square table",
        Box::new(|size| {
            let columns = (size as f64).sqrt() as usize / 2;
            "|a".repeat(columns)
                + "\n"
                + &"|-".repeat(columns)
                + "\n"
                + &("|a".repeat(columns) + "\n").repeat(columns)
        }),
    ));
    inputs.push((
        "backticks, longer each",
        Box::new(|size| {
            let mut text = String::new();
            let mut run = 1;
            while text.len() < size {
                text.push_str(&"`".repeat(run));
                text.push('a');
                run += 1;
            }
            text
        }),
    ));
    inputs.push(("one line of words", Box::new(|size| "word ".repeat(size / 5))));
    inputs.push(("a long heading", Box::new(|size| "# ".to_owned() + &"word ".repeat(size / 5))));
    inputs.push((
        "a long title",
        Box::new(|size| "![a](b \"".to_owned() + &"Photo: a. ".repeat(size / 10) + "\")"),
    ));
    inputs.push(("a long alt", Box::new(|size| "![".to_owned() + &"a|1 ".repeat(size / 4) + "](b)")));
    inputs.push(("titles", numbered("![a](b", " \"A. Photo: c\")\n\n")));
    inputs
        .push(("a long raw tag", Box::new(|size| "<img ".to_owned() + &"a=b ".repeat(size / 4) + "src=x>")));
    inputs.push((
        "a raw table without cells",
        Box::new(|size| "<table>\n".to_owned() + &"a<br>".repeat(size / 5)),
    ));
    inputs.push((
        "front matter that never ends",
        Box::new(|size| "---\n".to_owned() + &"a: b\n".repeat(size / 5)),
    ));
    for (name, marker) in [
        ("quotes, very deep, then lines", "> "),
        ("quotes, no space, then lines", ">"),
        ("lists, very deep, then lines", "- "),
        ("numbers, very deep, then lines", "1) "),
        ("terms in terms, then lines", ": "),
        ("notes in notes, then lines", "[^a]: "),
    ] {
        let make = move |size: usize| {
            "a\n".to_owned() + &marker.repeat(size / 2 / marker.len()) + "a\n" + &"b\n".repeat(size / 4)
        };
        inputs.push((name, Box::new(make)));
    }
    inputs.push((
        "an indented list, then lines",
        Box::new(|size| {
            let depth = (size as f64 / 3.0).sqrt() as usize;
            (0..depth).map(|n| format!("{}- a\n", "  ".repeat(n))).collect::<String>()
                + &"b\n".repeat(size / 3)
        }),
    ));
    inputs
}
