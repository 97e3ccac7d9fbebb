//! What a search reads of an article: every `tests/passages/*.md` beside its passages, and for every Markdown here the
//! blocks of its Document.

use article::{Article, Form};

#[test]
fn passages() {
    for (path, text) in crate::inputs(&crate::folder("passages"), "md") {
        let passages = Article::read(&text, Form::Markdown).passages();
        let told: Vec<String> = passages
            .iter()
            .map(|passage| {
                // Ids of blocks are made of their words, and tell nobody anything.
                let name = if passage.block.starts_with("note-") { &passage.block } else { "block" };
                format!("[{name}] {}\n", passage.text)
            })
            .collect();
        crate::expect(&path.with_extension("expected"), &told.concat());
    }
}

#[test]
fn blocks_are_those_of_the_document() {
    for folder in ["markdown", "passages", "hostile", "front"] {
        for (path, text) in crate::inputs(&crate::folder(folder), "md") {
            let document = crate::document(&text);
            let passages = Article::read(&text, Form::Markdown).passages();
            let mut ids = document
                .blocks
                .iter()
                .map(|block| block.id.as_str())
                .chain(document.notes.iter().map(|note| note.id.as_str()));
            for passage in passages {
                assert!(
                    ids.any(|id| id == passage.block),
                    "{}: {passage:?} is no block, or comes too late",
                    path.display()
                );
            }
        }
    }
}
