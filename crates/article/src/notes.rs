//! Footnotes: their marks in the text, and the notes themselves, which stand apart from the blocks.

use std::collections::HashMap;

use pulldown_cmark::CowStr;

use crate::document::Note;
use crate::passages::Besides;
use crate::walk::{Holds, Walk};

/// The footnotes so far.
#[derive(Debug, Default)]
pub(crate) struct Notes<'a> {
    numbers: HashMap<CowStr<'a>, u32>,
    /// By number, from 1: how often it was mentioned.
    mentions: Vec<u32>,
    /// The notes that were read, in the order of the text, and where each name's is.
    read: Vec<(CowStr<'a>, String)>,
    places: HashMap<CowStr<'a>, usize>,
    aside: Vec<Aside<'a>>,
}

/// The block that was in hand when a note began.
#[derive(Debug)]
struct Aside<'a> {
    /// The note's.
    name: CowStr<'a>,
    html: String,
    plain: String,
    besides: Besides,
    wordless: String,
    prose: bool,
}

impl<'a> Walk<'a, '_> {
    /// Writes the mark of a footnote.
    pub(crate) fn note_mark(&mut self, name: CowStr<'a>) {
        let number = self.notes.number(name);
        let mentions = &mut self.notes.mentions[number as usize - 1];
        *mentions += 1;
        let mentions = *mentions;
        let out = &mut self.out;
        // A link in a link would tear the outer one apart.
        let linked = self.links == 0 && !self.bare;
        out.push("<sup class=\"note\">");
        if linked {
            out.push("<a href=\"#note-");
            out.number(number.into());
            out.push("\" id=\"ref-");
            out.number(number.into());
            if mentions > 1 {
                out.push("-");
                out.number(mentions.into());
            }
            out.push("\" role=\"doc-noteref\">");
        }
        out.number(number.into());
        out.push(if linked { "</a></sup>" } else { "</sup>" });
    }

    /// Puts the block in hand aside for the footnote that begins.
    pub(crate) fn start_note(&mut self, name: CowStr<'a>) {
        self.leave_words();
        self.notes.aside.push(Aside {
            name,
            html: std::mem::take(&mut self.out.html),
            plain: std::mem::take(&mut self.plain),
            besides: std::mem::take(&mut self.besides),
            wordless: std::mem::take(&mut self.wordless),
            prose: self.prose,
        });
        self.open_if(false, "");
        self.out.html.clear();
        self.paragraph.holds = Holds::Text;
    }

    /// Ends a footnote, and takes the block in hand up again.
    pub(crate) fn end_note(&mut self) {
        self.close("");
        self.count();
        let Some(aside) = self.notes.aside.pop() else { return };
        self.tell_note(&aside.name);
        let html = std::mem::replace(&mut self.out.html, aside.html);
        self.plain = aside.plain;
        self.besides = aside.besides;
        self.wordless = aside.wordless;
        self.prose = aside.prose;
        self.notes.keep(aside.name, html);
    }
}

impl<'a> Notes<'a> {
    /// The notes in the order of their first mention; those that nothing mentions come last.
    pub(crate) fn finish(&mut self) -> Vec<Note> {
        for at in 0..self.read.len() {
            self.number(self.read[at].0.clone());
        }
        let mut notes: Vec<Note> = (1..=self.mentions.len() as u32)
            .map(|number| Note { id: format!("note-{number}"), number, html: String::new() })
            .collect();
        for (name, html) in std::mem::take(&mut self.read) {
            if let Some(number) = self.numbers.get(&name) {
                notes[*number as usize - 1].html = html;
            }
        }
        notes
    }

    /// The number of a note; each has one once they are finished.
    pub(crate) fn number_of(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// Nothing that was written is lost: a second note by one name stands behind the first.
    fn keep(&mut self, name: CowStr<'a>, html: String) {
        match self.places.get(&name) {
            Some(place) => self.read[*place].1.push_str(&html),
            None => {
                self.places.insert(name.clone(), self.read.len());
                self.read.push((name, html));
            }
        }
    }

    fn number(&mut self, name: CowStr<'a>) -> u32 {
        let next = self.mentions.len() as u32 + 1;
        let number = *self.numbers.entry(name).or_insert(next);
        if number == next {
            self.mentions.push(0);
        }
        number
    }
}
