//! Rows, and which of them stand on a shelf, in what order.

use index::{By, Index, Marks, Row, Stand, Tag, Text, Which};

/// An index of rows by title, words, progress, when it was last read, archived and bookmarked; the newest first.
fn shelves() -> Index {
    let index = Index::passing().unwrap();
    let rows = [
        ("Zulu", 10, 0.0, None, false, false),
        ("alpha", 30, 0.5, Some(5), false, true),
        ("Éclair", 20, 1.0, Some(9), false, false),
        ("Delta", 40, 0.2, Some(7), false, false),
        ("Mike", 15, 0.4, Some(8), true, true),
    ];
    index
        .change(|index| {
            for (at, (title, words, progress, read_at, archived, bookmarked)) in
                rows.into_iter().enumerate().rev()
            {
                let mut row = row(title, 100 - at as i64);
                row.words = words;
                row.site = (title != "Éclair").then(|| format!("{title} Weekly"));
                row.published_at = (title != "Delta").then_some(i64::from(words));
                let tags = if words > 25 {
                    vec![Tag { key: "grand tour".to_owned(), name: "Grand Tour".to_owned() }]
                } else {
                    vec![]
                };
                index.put(&row, &tags)?;
                index
                    .mark(&row.id, &Marks { bookmarked, archived, progress, read_at, ..Marks::default() })?;
            }
            Ok(())
        })
        .unwrap();
    index
}

fn row(title: &str, created_at: i64) -> Row {
    Row {
        id: title.to_lowercase(),
        path: format!("{title}.md").into_bytes(),
        title: title.to_owned(),
        created_at,
        own_tags: "[]".to_owned(),
        warnings: "[]".to_owned(),
        ..Row::default()
    }
}

fn titles(index: &Index, numbers: &[i64]) -> Vec<String> {
    numbers.iter().map(|number| index.find_rows(Which::Number(*number)).unwrap().remove(0).title).collect()
}

#[test]
fn each_shelf_holds_its_own() {
    let index = shelves();
    let on = |stand| titles(&index, &index.numbers(stand).unwrap());
    assert_eq!(on(Stand::All), ["Zulu", "alpha", "Éclair", "Delta", "Mike"]);
    assert_eq!(on(Stand::Home), ["Zulu", "alpha", "Éclair", "Delta"]);
    assert_eq!(on(Stand::Unread), ["Zulu", "alpha", "Delta"]);
    assert_eq!(on(Stand::Bookmarks), ["alpha", "Mike"]);
    assert_eq!(on(Stand::Archive), ["Mike"]);
    let counts = index.counts().unwrap();
    assert_eq!((counts.all, counts.home, counts.unread, counts.bookmarks, counts.archive), (5, 4, 3, 2, 1));
    assert_eq!(titles(&index, &index.tagged("grand tour").unwrap()).len(), 2);
    assert_eq!(titles(&index, &index.begun().unwrap()), ["Mike", "Delta", "alpha"]);
}

#[test]
fn sorted_either_way_with_the_unknown_last() {
    let index = shelves();
    let fold = |text: &str| text.to_lowercase().replace('é', "e");
    let sorted = |by, descending| {
        let mut numbers = index.numbers(Stand::Home).unwrap();
        index.sort(&mut numbers, by, descending, &fold).unwrap();
        titles(&index, &numbers)
    };
    assert_eq!(sorted(By::Saved, true), ["Zulu", "alpha", "Éclair", "Delta"]);
    assert_eq!(sorted(By::Saved, false), ["Delta", "Éclair", "alpha", "Zulu"]);
    assert_eq!(sorted(By::Title, false), ["alpha", "Delta", "Éclair", "Zulu"]);
    assert_eq!(sorted(By::Title, true), ["Zulu", "Éclair", "Delta", "alpha"]);
    assert_eq!(sorted(By::Length, true), ["Delta", "alpha", "Éclair", "Zulu"]);
    assert_eq!(sorted(By::Progress, false), ["Zulu", "Delta", "alpha", "Éclair"]);
    assert_eq!(sorted(By::Published, false), ["Zulu", "Éclair", "alpha", "Delta"]);
    assert_eq!(sorted(By::Published, true), ["alpha", "Éclair", "Zulu", "Delta"]);
    assert_eq!(sorted(By::Site, true), ["Zulu", "Delta", "alpha", "Éclair"]);
    assert_eq!(sorted(By::Id, false), sorted(By::Title, false));
}

#[test]
fn an_article_keeps_its_marks_and_its_words_while_its_text_stays() {
    let index = shelves();
    let text = Text { id: "alpha".to_owned(), body: "quokka".to_owned(), ..Text::default() };
    index.change_texts(|index| index.put_texts(std::slice::from_ref(&text))).unwrap();
    let lacking = |index: &Index| index.lacking().unwrap();
    assert_eq!(lacking(&index), 4);
    let revision = index.revision().unwrap();
    let moved = Row {
        has_picture: true,
        modified: Some(5),
        ..index.find_rows(Which::Id("alpha")).unwrap().remove(0)
    };
    index.change(|index| index.put(&moved, &[])).unwrap();
    assert_eq!((lacking(&index), index.revision().unwrap()), (4, revision + 1));
    assert_eq!(index.counts().unwrap().bookmarks, 2);
    let other = Row { digest: [7; 16], ..moved.clone() };
    index.change(|index| index.put(&other, &[])).unwrap();
    assert_eq!(lacking(&index), 5, "the words of another text are to be taken in");
    index.change_texts(|index| index.put_texts(&[text])).unwrap();
    assert_eq!(lacking(&index), 5, "but not those of the old one");
    let failed = index.change(|index| {
        index.remove("zulu")?;
        index.put(&moved, &[])?;
        Err(index::Error::InvalidQuery)
    });
    assert!(failed.is_err());
    assert_eq!(index.counts().unwrap().all, 5, "all of it or nothing");
}
