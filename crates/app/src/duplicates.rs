//! Articles that are here more than once, and making one of them.

use library::{Duplicates, Merged, Progress, Restored};

use crate::{App, Result};

impl App {
    /// Finds the articles that are here more than once: by the addresses that saving takes for one, and by their texts.
    /// `go_on` is told how far it is, and stops it by saying no.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn duplicates(&self, go_on: &dyn Fn(Progress) -> bool) -> Result<Duplicates> {
        Ok(self.library()?.duplicates(&page_of, go_on)?)
    }

    /// Keeps one article with all that the reader did with the others, and moves these to the trash. Gives what takes that
    /// back. On disk when it returns.
    ///
    /// # Errors
    /// `article_gone`, `not_saved`, `config_unwritable`; then nothing has changed.
    pub fn merge(&self, keep: &str, others: &[String]) -> Result<Merged> {
        self.must_be_inside(keep)?;
        self.must_all_be_inside(others)?;
        self.changing(|library| library.merge(keep, others))
    }

    /// Takes a merging back. On disk when it returns.
    ///
    /// # Errors
    /// `not_saved`, `library_unreachable`, `config_unwritable`; of some articles only, it is in the answer.
    pub fn unmerge(&self, merged: &Merged) -> Result<Restored> {
        self.changing(|library| library.unmerge(merged))
    }
}

/// The page or the book that a source names, else nothing: of “Kindle”, only the texts tell which are the same.
fn page_of(source: &str) -> String {
    let address = capture::canonical(source);
    let is_address = ["http://", "https://", "urn:"].iter().any(|start| address.starts_with(start));
    if is_address { address } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn what_names_no_page_is_no_address() {
        assert_eq!(page_of("https://site.example/a?utm_source=x"), page_of("http://site.example/a#top"));
        assert!(!page_of("urn:isbn:9780000000002").is_empty());
        for source in ["Kindle", "[[Notes]]", "book", ""] {
            assert_eq!(page_of(source), "", "{source}");
        }
    }
}
