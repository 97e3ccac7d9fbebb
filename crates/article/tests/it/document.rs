//! What holds for every Document.

use std::collections::HashSet;

use article::{Article, Direction, Form};

use crate::{Folder, document};

#[test]
fn block_ids_stay_with_their_text() {
    let before = document("One.\n\nTwo *words*.\n\n![a](b.png)\n\nTwo words.\n\n***\n\n***\n");
    let after = document(
        "New.\r\n\r\nOne.\r\n\r\nTwo *words*.\r\n\r\n![a](b.png)\r\n\r\nTwo words.\r\n\r\n***\r\n\r\n***\r\n",
    );
    let ids = |document: &article::Document| {
        document.blocks.iter().map(|block| block.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&before), ids(&after)[1..]);
    assert_eq!(ids(&before).iter().collect::<HashSet<_>>().len(), before.blocks.len());
}

#[test]
fn the_same_text_many_times() {
    let document = document(&"Same.\n\n# Same\n\n".repeat(5000));
    let ids: HashSet<_> = document.blocks.iter().map(|block| &block.id).collect();
    assert_eq!(ids.len(), 10_000);
    let headings: HashSet<_> = document.outline.iter().map(|heading| &heading.id).collect();
    assert_eq!(headings.len(), 5000);
}

#[test]
fn depth_is_limited() {
    for open in
        ["> ", "- ", "*a **b ", "<div>", "<div>\n\n", "<b>", "<table><tr><td>", "<ul><li>", "[a](", "> - "]
    {
        let text = open.repeat(30_000) + "word";
        let document = document(&text);
        let deepest = document.blocks.iter().map(|block| depth(&block.html)).max().unwrap_or(0);
        assert!(deepest <= 130, "{open}: {deepest}");
        let html = crate::html(&document);
        assert!(html.contains("word"), "{open}");
        crate::tree::check(&html);
    }
}

fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let name = tag.split([' ', '>']).next().unwrap();
        match name {
            "br" | "hr" | "img" | "input" | "wbr" => {}
            _ if name.starts_with('/') => depth -= 1,
            _ => depth += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[test]
fn the_seed_is_an_article() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("SKIPPED: {} is not here, so its article was not read", folder.display());
        return;
    };
    for file in files {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let document = Article::read(&text, Form::Text).document(&Folder);
        crate::tree::check(&crate::html(&document));
        assert_eq!(document.meta.section.as_deref(), Some("Military News"));
        assert!(document.meta.title.as_deref().unwrap().starts_with("Russian soldiers’ calls"));
        let figures: Vec<_> =
            document.media.iter().map(|medium| (medium.alt.as_str(), medium.credit.as_deref())).collect();
        assert_eq!(
            figures,
            [
                ("Russian troops", Some("Anton Holoborodko")),
                ("ukranian tanks against russian soldiers in ukraine", None)
            ]
        );
        assert_eq!(document.blocks.iter().filter(|block| block.html.starts_with("<p ")).count(), 10);
        let shown: String = document.blocks.iter().map(|block| block.html.as_str()).collect();
        for paragraph in text.lines().skip(3).filter(|line| line.len() > 100) {
            assert!(shown.contains(paragraph.trim()), "{paragraph}");
        }
    }
}

#[test]
fn the_excerpt_is_the_first_sentences() {
    let text = format!(
        "# Title\n\n![a](b.png \"Caption\")\n\n{} The end comes late.\n",
        "Words go on and on here. ".repeat(20)
    );
    let summary = Article::read(&text, Form::Markdown).summary();
    assert!(
        summary.excerpt.starts_with("Words go on")
            && summary.excerpt.ends_with("here.")
            && summary.excerpt.len() > 250
    );
    assert_eq!(summary.picture.as_deref(), Some("b.png"));
    assert_eq!(summary.meta.title.as_deref(), Some("Title"));
    assert_eq!(
        Article::read("---\ndescription: Short.\n---\nText.", Form::Markdown).summary().excerpt,
        "Short."
    );
}

#[test]
fn direction_is_of_the_article_and_of_blocks() {
    let document =
        document("שלום עולם, זהו מאמר ארוך בעברית.\n\nAn English sentence.\n\nעוד פסקה בעברית כאן.\n\n123\n");
    assert_eq!(document.meta.direction, Direction::Rtl);
    let marked: Vec<_> = document.blocks.iter().map(|block| block.html.contains(" dir=\"ltr\"")).collect();
    assert_eq!(marked, [false, true, false, false]);
}

#[test]
fn long_lists_fall_into_blocks() {
    let words = "words that fill a line of a list, and a few more ".repeat(4);
    for (marker, first, tag) in [("- ", 1, "ul"), ("7. ", 7, "ol"), ("1) ", 1, "ol")] {
        for between in ["\n", "\n\n"] {
            let items: Vec<_> =
                (0..1000).map(|at| format!("{marker}{at} {words}\n    - within {at}")).collect();
            let text = format!("Before.\n\n{}\n\n***\n\nAfter.\n", items.join(between));
            let (document, written) = article::parts(&text);
            let [head, lists @ .., _, foot] = document.blocks.as_slice() else { panic!("too few blocks") };
            assert!(head.html.contains("Before.") && foot.html.contains("After."));
            assert!((5..10).contains(&lists.len()), "{}", lists.len());
            let mut at = first;
            for (number, list) in lists.iter().enumerate() {
                assert!(list.html.len() < 120_000);
                assert!(
                    list.html.starts_with(&format!("<{tag} ")) && list.html.ends_with(&format!("</{tag}>"))
                );
                let goes_on = list.html[..list.html.find('>').unwrap()].contains(" class=\"on\"");
                assert_eq!(goes_on, number + 1 < lists.len());
                let start = format!(" start=\"{at}\"");
                assert_eq!(list.html[..60].contains(&start), tag == "ol" && at > 1, "{}", &list.html[..60]);
                let lines = written[number + 1].clone().unwrap();
                let items = list.html.matches("within").count();
                assert_eq!(text[lines].matches("within").count(), items);
                at += items;
            }
            assert_eq!(at - first, 1000);
            crate::tree::check(&crate::html(&document));
            assert_eq!(article::with_parts(&text, &HashSet::new(), &[]), text);
        }
    }
    // What is no list of its own stays one block.
    let quoted = format!("> - {}", vec![words; 1000].join("\n> - "));
    assert_eq!(document(&quoted).blocks.len(), 1);
}
