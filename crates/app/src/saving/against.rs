//! What came, against the copy that is kept: whether it may take its place.

use article::{Article, Document, Form, Found, Status, Surroundings};
use capture::Extract;
use capture::verdict::{Reason, ReasonKind, Verdict, verdict};
use library::{Library, Staged};

use crate::Result;

/// The copy that is kept.
pub(super) struct Kept {
    document: Document,
    words: String,
    /// It is known to be no whole article, or there is something else odd about it.
    pub(super) is_cut: bool,
}

/// What would be lost is told in what it is counted in: how many there are, and how they are called.
struct Counted {
    tables: usize,
    code: usize,
}

impl Kept {
    /// That of the article `id`.
    ///
    /// # Errors
    /// `article_gone`, `article_unreadable`, `library_unreachable`.
    pub(super) fn of(library: &Library, id: &str) -> Result<Kept> {
        // A medium without an address counts as one that is not here.
        let document = library.document(id, &|key, _| key.to_owned())?;
        let words = capture::words(&html(&document));
        let is_cut = library.ledger(id).is_some_and(|ledger| ledger.article.why.is_some());
        Ok(Kept { document, words, is_cut })
    }

    /// Why a page is not to take its place: what it stands for, that it is `cut`, or what is lost of the text. `asked` and
    /// `came` are the addresses that were asked for and that answered.
    pub(super) fn outweighs(
        &self,
        status: u16,
        [asked, came]: [&str; 2],
        extract: &Extract,
        cut: Option<&str>,
    ) -> Option<Reason> {
        let cut = cut.filter(|_| !self.is_cut);
        match verdict(status, asked, came, extract, Some(&self.words)) {
            // Why it is shorter is known better then.
            Verdict::SetAside(reason) if reason.kind != ReasonKind::Shorter || cut.is_none() => {
                return Some(reason);
            }
            _ => {}
        }
        let lost = cut.map(str::to_owned).or_else(|| {
            let (before, now) = (counted(&self.document), counted(&document(extract)));
            lost("tables", before.tables, now.tables)
                .or_else(|| lost("pieces of code", before.code, now.code))
        });
        lost.map(|sentence| Reason { kind: ReasonKind::Shorter, sentence })
    }

    /// The words that it has, and those of what came.
    pub(super) fn lengths(&self, extract: &Extract) -> (u32, u32) {
        (self.document.meta.words, document(extract).meta.words)
    }

    /// The same of the media that are in `staged` now.
    pub(super) fn outshows(&self, staged: &Staged) -> Option<String> {
        let saved = |medium: &&article::Medium| medium.status == Status::Saved;
        lost("pictures and recordings", self.document.media.iter().filter(saved).count(), staged.having())
    }
}

/// Fewer than half of what there was is much less; how an author changes an article is the author's.
fn lost(what: &str, before: usize, now: usize) -> Option<String> {
    (now * 2 < before).then(|| format!("It has {now} {what}, and the copy that is kept has {before}."))
}

fn counted(document: &Document) -> Counted {
    let html = html(document);
    let count = |start: &str| html.matches(start).count();
    Counted { tables: count("<table"), code: count("<pre") }
}

fn html(document: &Document) -> String {
    document.blocks.iter().map(|block| block.html.as_str()).collect()
}

/// What came, as it would be read.
fn document(extract: &Extract) -> Document {
    Article::read(&extract.markdown, Form::Markdown).document(&Nothing)
}

/// The surroundings of a text of which nothing is known.
pub(super) struct Nothing;

impl Surroundings for Nothing {
    fn medium(&self, _: &str, _: &str) -> Found {
        Found::default()
    }
}
