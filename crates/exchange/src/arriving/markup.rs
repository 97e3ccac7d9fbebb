//! The tags of HTML, bookmarks and OPML, one after another: no tree is built, so that neither size nor depth matters.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::io::{self, BufRead};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::text;

/// What stands next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    /// A tag, and the line that it ends on; whether it closes itself.
    Open { name: String, attributes: Vec<(String, String)>, line: usize, closed: bool },
    /// The end of an element.
    Close(String),
    /// Words.
    Text(String),
    /// The file says what a name of its own stands for, on this line.
    Declared(String, usize),
    /// The file ends in the middle of a tag, on this line.
    Cut(usize),
}

impl Event {
    /// The value of an attribute, by its name in small letters; empty where there is none.
    pub(super) fn attribute(&self, wanted: &str) -> &str {
        match self {
            Event::Open { attributes, .. } => {
                let found = attributes.iter().find(|(name, _)| name == wanted);
                found.map_or("", |(_, value)| value.trim())
            }
            _ => "",
        }
    }
}

/// Hands over all that stands in a text; `each` stops it by saying no.
pub(super) fn events(reader: &mut dyn BufRead, each: &mut dyn FnMut(Event) -> bool) -> io::Result<()> {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut number = 0;
    while let Some(line) = text::line(reader)? {
        number += 1;
        for declared in line.split("<!ENTITY").skip(1) {
            let name = declared.split_whitespace().find(|word| *word != "%").unwrap_or_default();
            if !each(Event::Declared(name.chars().take(100).collect(), number)) {
                return Ok(());
            }
        }
        queue.push_back(StrTendril::from(line));
        // Nothing here runs scripts, so it never stops in between.
        let _ = tokenizer.feed(&queue);
        loop {
            let Some(event) = tokenizer.sink.events.borrow_mut().pop_front() else { break };
            if !each(event) {
                return Ok(());
            }
        }
    }
    tokenizer.sink.ends.set(true);
    tokenizer.end();
    let rest: Vec<Event> = tokenizer.sink.events.borrow_mut().drain(..).collect();
    let _ = rest.into_iter().all(each);
    Ok(())
}

/// The words in a piece of HTML.
pub(super) fn words(html: &str) -> String {
    let mut words = String::new();
    // What is in memory can be read.
    let _ = events(&mut html.as_bytes(), &mut |event| {
        if let Event::Text(text) = event {
            words.push_str(&text);
        }
        true
    });
    words
}

#[derive(Default)]
struct Sink {
    events: RefCell<VecDeque<Event>>,
    ends: Cell<bool>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut events = self.events.borrow_mut();
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let attribute = |attribute: html5ever::Attribute| {
                    (attribute.name.local.to_ascii_lowercase().to_string(), attribute.value.to_string())
                };
                events.push_back(Event::Open {
                    name: tag.name.to_string(),
                    attributes: tag.attrs.into_iter().map(attribute).collect(),
                    line,
                    closed: tag.self_closing,
                });
            }
            Token::TagToken(tag) => events.push_back(Event::Close(tag.name.to_string())),
            Token::CharacterTokens(words) => match events.back_mut() {
                Some(Event::Text(before)) => before.push_str(&words),
                _ => events.push_back(Event::Text(words.to_string())),
            },
            // At the end of what can't end there: a tag.
            Token::ParseError(_) if self.ends.get() => events.push_back(Event::Cut(line)),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
