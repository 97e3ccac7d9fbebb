//! Finding articles by their titles, sites, authors and sections: without regard to case, accents and the order of
//! words.

use library::{Entry, Shelf};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::{App, Result};

impl App {
    /// The articles whose title, site, author or section hold every word of `query`, newest saved first.
    ///
    /// # Errors
    /// `library_unreachable`: no library is made for this.
    pub fn list(&self, query: &str) -> Result<Shelf> {
        let Shelf { entries, warnings } = self.existing_library()?.shelf()?;
        Ok(Shelf { entries: matching(entries, query), warnings })
    }
}

/// Those that hold every word of `query`.
pub(crate) fn matching(mut entries: Vec<Entry>, query: &str) -> Vec<Entry> {
    let words = words(query);
    entries.retain(|entry| {
        let text = fold_entry(entry);
        words.iter().all(|word| text.contains(word.as_str()))
    });
    entries
}

/// The words of a query, folded.
pub(crate) fn words(query: &str) -> Vec<String> {
    fold(query).split_whitespace().map(str::to_owned).collect()
}

/// What is searched of an article, folded.
pub(crate) fn fold_entry(entry: &Entry) -> String {
    let fields = [Some(&entry.title), entry.site.as_ref(), entry.author.as_ref(), entry.section.as_ref()];
    fold(&fields.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n"))
}

/// The text in small plain letters and straight quotation marks.
pub(crate) fn fold(text: &str) -> String {
    let bare: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).collect();
    let mut folded = String::with_capacity(bare.len());
    for letter in bare.to_lowercase().chars() {
        match letter {
            // Letters that do not come apart into a plain one and its accent.
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            '‘' | '’' | 'ʼ' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn letters_are_found_without_their_accents() {
        for (text, folded) in [
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("ÅNGSTRÖM Łódź", "angstrom lodz"),
            ("Straße STRASSE", "strasse strasse"),
            ("Smørrebrød, Þór", "smorrebrod, thor"),
            ("İstanbul ısı", "istanbul isi"),
            ("ﬁne “l’été”", "fine \"l'ete\""),
            ("Ёлка и й", "елка и и"),
            ("مُحَمَّد", "محمد"),
            ("日本", "日本"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
