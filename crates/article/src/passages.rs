//! What an article says, block by block: for those who search in it.

use pulldown_cmark::CowStr;

use crate::document::Passage;
use crate::notes::Notes;
use crate::walk::Walk;

/// The passages so far.
#[derive(Debug, Default)]
pub(crate) struct Told<'a> {
    blocks: Vec<Passage>,
    /// By the names of the notes.
    notes: Vec<(CowStr<'a>, String)>,
}

/// What a search reads of the block in hand besides its words.
#[derive(Debug, Default)]
pub(crate) struct Besides {
    /// What its pictures show.
    words: String,
    /// Where in its words a block within it begins, and with it another word.
    seams: Vec<usize>,
}

impl<'a> Walk<'a, '_> {
    /// Notes words that are no text of the block in hand, but are found with it: what a picture shows.
    pub(crate) fn beside(&mut self, words: &str) {
        if self.told.is_some() && !words.is_empty() {
            self.besides.words.push('\n');
            self.besides.words.push_str(words);
        }
    }

    /// Notes that a block begins within the block in hand: a quotation or a list in an item.
    pub(crate) fn seam(&mut self) {
        if self.told.is_some() && !self.plain.is_empty() {
            self.besides.seams.push(self.plain.len());
        }
    }

    /// Keeps what the block in hand says.
    pub(crate) fn tell_block(&mut self, id: &str) {
        let Some(told) = &mut self.told else { return };
        if let Some(text) = said(&self.plain, &mut self.besides) {
            told.blocks.push(Passage { block: id.to_owned(), text });
        }
    }

    /// Keeps what the note in hand says.
    pub(crate) fn tell_note(&mut self, name: &CowStr<'a>) {
        let Some(told) = &mut self.told else { return };
        if let Some(text) = said(&self.plain, &mut self.besides) {
            told.notes.push((name.clone(), text));
        }
    }
}

impl Told<'_> {
    /// The passages, those of the notes last.
    pub(crate) fn finish(self, notes: &Notes<'_>) -> Vec<Passage> {
        let mut passages = self.blocks;
        let mut noted: Vec<(u32, String)> =
            self.notes.into_iter().filter_map(|(name, text)| Some((notes.number_of(&name)?, text))).collect();
        noted.sort_by_key(|(number, _)| *number);
        passages.extend(
            noted.into_iter().map(|(number, text)| Passage { block: format!("note-{number}"), text }),
        );
        passages
    }
}

fn said(plain: &str, besides: &mut Besides) -> Option<String> {
    let Besides { words, mut seams } = std::mem::take(besides);
    let mut text = plain.trim_end().to_owned();
    seams.dedup();
    for seam in seams.into_iter().rev() {
        if text.is_char_boundary(seam) && !text[..seam].ends_with('\n') {
            text.insert(seam, '\n');
        }
    }
    text.push_str(&words);
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
