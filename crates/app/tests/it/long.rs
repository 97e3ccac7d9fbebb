//! Long articles come in parts, which are the whole together.

use std::fmt::Write;
use std::fs;

use app::{App, Block, Opened, Position};

use crate::{fresh, library};

/// Over a megabyte of HTML, in blocks of all lengths, one of them longer than what is given at once.
fn text() -> String {
    let mut text = String::from("---\ntitle: A long walk\n---\n");
    for part in 0..400 {
        let _ = write!(text, "\n## Stage {part}\n\n{}\n", "step by step and on ".repeat(1 + part * 7 % 300));
        if part == 250 {
            let _ = write!(text, "\n{}\n", "without a rest ".repeat(20_000));
        }
    }
    text
}

#[test]
fn the_parts_of_a_long_article_are_the_whole() {
    let (_library, root) = library();
    for (file, title) in [("walk", "A long walk"), ("one", "One more"), ("two", "Two more")] {
        fs::write(root.join(file).with_extension("md"), text().replace("A long walk", title)).unwrap();
    }
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders);
    let entries = app.start(None).page.entries;
    let id = |title: &str| entries.iter().find(|entry| entry.title == title).unwrap().id.clone();
    let walk = id("A long walk");
    let whole = app.document(root.join("walk.md").as_os_str()).unwrap().blocks;
    let open = |at: Option<&str>| app.open(&walk, at, &|key| key.to_owned()).unwrap();

    let first = open(None);
    assert_eq!(first.rest.as_ref().unwrap().first, 0);
    assert!(holds(&first, "h-stage-0"));
    assert_eq!(gathered(&app, first), whole);

    // Where a link, a search or the reader leads.
    let heading = open(Some("h-stage-399"));
    assert!(holds(&heading, "h-stage-399") && !holds(&heading, "h-stage-0"));
    assert_eq!(gathered(&app, heading), whole);
    let hit = open(Some(&format!("{}?rest", whole[300].id)));
    assert!(hit.document.blocks.contains(&whole[300]));
    assert_eq!(gathered(&app, hit), whole);
    app.set_position(&walk, Position { block: whole[600].id.clone(), within: 0.5, progress: 0.7 }).unwrap();
    assert!(open(None).document.blocks.contains(&whole[600]));
    assert!(holds(&open(Some("h-no-such-part")), &whole[600].html));
    let (print, again) = (open(None).print, open(Some("h-stage-3")).print);
    assert_eq!(print, again);

    // Another article may be heard meanwhile; one that was closed before two others gives nothing more.
    let other = |title: &str| app.open(&id(title), None, &|key| key.to_owned()).unwrap().rest;
    assert_eq!(other("The last ferry"), None);
    assert!(other("One more").is_some());
    assert!(app.blocks(&walk, 0, false, 1000).is_ok());
    assert!(other("Two more").is_some());
    assert_eq!(app.blocks(&walk, 0, false, 1000).unwrap_err().code, "article_gone");
    // One that changed is another.
    fs::write(root.join("walk.md"), text().replace("Stage 17\n", "Stage seventeen\n")).unwrap();
    assert_ne!(open(None).print, print);
}

fn holds(opened: &Opened, words: &str) -> bool {
    opened.document.blocks.iter().any(|block| block.html.contains(words))
}

/// All blocks, as the window brings the rest.
fn gathered(app: &App, opened: Opened) -> Vec<Block> {
    let rest = opened.rest.unwrap();
    // A part ends before a heading, but where one paragraph is more than half of it.
    let begins = |block: &Block| block.html.starts_with("<h2") || block.html.len() > 50_000;
    let length = |blocks: &[Block]| -> usize { blocks.iter().map(|block| block.html.len()).sum() };
    assert!(length(&opened.document.blocks) < 200_000);
    let (mut first, mut blocks) = (rest.first, opened.document.blocks);
    let shown = length(&blocks);
    while first + blocks.len() < rest.all {
        let more = app.blocks(&opened.id, first + blocks.len(), false, 100_000).unwrap();
        assert!(begins(&more[0]));
        blocks.extend(more);
    }
    assert_eq!(length(&blocks) - shown, rest.after);
    while first > 0 {
        let more = app.blocks(&opened.id, first, true, 100_000).unwrap();
        assert!(!more.is_empty());
        assert!(begins(&more[0]) || first == more.len());
        first -= more.len();
        blocks.splice(0..0, more);
    }
    assert_eq!(length(&blocks), shown + rest.before + rest.after);
    assert!(app.blocks(&opened.id, 0, true, 100_000).unwrap().is_empty());
    assert!(app.blocks(&opened.id, usize::MAX, false, 100_000).unwrap().is_empty());
    blocks
}
