//! Finding articles by their titles, sites, authors and sections.

use library::{Entry, Shelf};

use crate::{App, Result};

impl App {
    /// The articles whose title, site, author or section hold every word of `query`, newest saved first.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn list(&self, query: &str) -> Result<Shelf> {
        let Shelf { mut entries, warnings } = self.existing_library()?.shelf()?;
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        entries.retain(|entry| holds(entry, &words));
        Ok(Shelf { entries, warnings })
    }
}

fn holds(entry: &Entry, words: &[String]) -> bool {
    let fields = [Some(&entry.title), entry.site.as_ref(), entry.author.as_ref(), entry.section.as_ref()];
    let text = fields.into_iter().flatten().map(|field| field.to_lowercase()).collect::<Vec<_>>().join("\n");
    words.iter().all(|word| text.contains(word.as_str()))
}
