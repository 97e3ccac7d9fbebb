//! Highlights in the Loro document: a map `highlights`, in it a map for each mark's id.
//!
//! Each field is a value by itself, the later one wins: who gives a mark a colour and who writes its note at once keep both.
//! A note is a field named for its text, which takes the place of those that were known: of two devices that write one
//! apart from each other, both are there, one below the other.
//! Where its words are is one value, so that no two mix. A mark that is removed is hidden, with all that is in it, until
//! something is changed in it later, on a device that did not know. What was deleted for good has no `article` any more, and nothing that comes later brings it back; a month before that, it is
//! `buried` (`burying` has the rule). Two devices that mark the same
//! paragraph make two marks, each with an id of its own.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use loro::{Container, LoroDoc, LoroMap, LoroResult, LoroValue, ValueOrContainer};
use margins::{Alike, Selectors};

use crate::highlight::{Colour, Highlight, Review};
use crate::tags::tag_key;

const TAG: &str = "tag:";
/// Before the name of a note; by itself it was the only one of a mark once.
const NOTE: &str = "note";

/// All marks that were not deleted for good.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Highlights {
    pub(crate) all: BTreeMap<String, Highlight>,
    /// The ids of the marks of each article, those that are hidden too.
    of: HashMap<String, BTreeSet<String>>,
    /// The ids of those whose article was deleted for good, and when.
    pub(crate) buried: BTreeMap<String, i64>,
}

/// Something that is done with a mark.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Edit {
    /// The article that it is in.
    Article(String),
    Selectors(Selectors),
    Colour(Colour),
    Note(String),
    Tag(String, bool),
    /// In Unix milliseconds, as [`Edit::Changed`].
    Created(i64),
    Changed(i64),
    Deleted(bool),
    /// When it was removed: what was changed later than that is shown again.
    Removed(i64),
    Review(Review),
    /// Its article was deleted for good then, in Unix milliseconds; `None`: it is here.
    Buried(Option<i64>),
    /// Deleted for good.
    Gone,
}

impl Highlights {
    pub(super) fn read(doc: &LoroDoc) -> Highlights {
        let mut read = Highlights::default();
        highlights(doc).for_each(|id, value| {
            if let ValueOrContainer::Container(Container::Map(map)) = value {
                read.put(id, highlight(id, &map), buried(&map));
            }
        });
        read
    }

    /// Reads these anew.
    pub(super) fn read_again<'a>(&mut self, doc: &LoroDoc, ids: impl Iterator<Item = &'a String>) {
        let all = highlights(doc);
        for id in ids {
            let (read, buried) = match all.get(id) {
                Some(ValueOrContainer::Container(Container::Map(map))) => (highlight(id, &map), buried(&map)),
                _ => (None, None),
            };
            self.put(id, read, buried);
        }
    }

    fn put(&mut self, id: &str, highlight: Option<Highlight>, buried: Option<i64>) {
        self.buried.remove(id);
        if let Some(before) = self.all.remove(id)
            && let Some(of) = self.of.get_mut(&before.article)
        {
            of.remove(id);
            if of.is_empty() {
                self.of.remove(&before.article);
            }
        }
        if let Some(highlight) = highlight {
            self.of.entry(highlight.article.clone()).or_default().insert(id.to_owned());
            self.all.insert(id.to_owned(), highlight);
            self.buried.extend(buried.map(|at| (id.to_owned(), at)));
        }
    }

    /// The marks of an article, in the order in which they were made; the hidden ones too.
    pub(crate) fn of(&self, article: &str) -> impl Iterator<Item = &Highlight> {
        self.of.get(article).into_iter().flatten().filter_map(|id| self.all.get(id))
    }

    /// The articles that have any.
    pub(crate) fn articles(&self) -> impl Iterator<Item = &String> {
        self.of.keys()
    }

    /// What is to be written so that the marks of one article are another's.
    pub(crate) fn handed_on(&self, from: &str, to: &str) -> Vec<(String, Edit)> {
        self.of(from).map(|highlight| (highlight.id.clone(), Edit::Article(to.to_owned()))).collect()
    }
}

/// Does something with the mark of this id, which is made where there is none.
pub(super) fn set(doc: &LoroDoc, id: &str, note: Edit) -> LoroResult<()> {
    let map = highlights(doc).ensure_mergeable_map(id)?;
    match note {
        Edit::Article(article) => map.insert("article", article),
        Edit::Selectors(selectors) => map.insert("selectors", written(&selectors)),
        Edit::Colour(colour) => map.insert("colour", colour.name()),
        Edit::Note(note) => {
            let own = (!note.is_empty()).then(|| format!("{NOTE}:{}", article::media_key(&note)));
            let known: Vec<String> =
                map.keys().filter(|key| is_note(key)).map(|key| key.to_string()).collect();
            for key in known.iter().filter(|key| Some(*key) != own.as_ref()) {
                map.delete(key)?;
            }
            own.filter(|own| !known.contains(own)).map_or(Ok(()), |own| map.insert(&own, note))
        }
        Edit::Tag(tag, true) => map.insert(&format!("{TAG}{}", tag_key(&tag)), tag),
        Edit::Tag(tag, false) => map.delete(&format!("{TAG}{}", tag_key(&tag))),
        Edit::Created(at) => map.insert("created", at),
        Edit::Changed(at) => map.insert("changed", at),
        Edit::Deleted(deleted) => map.insert("deleted", deleted),
        Edit::Removed(at) => map.insert("removed", at),
        Edit::Review(Review { step, due, at }) => {
            let fields: HashMap<&str, LoroValue> =
                HashMap::from([("step", i64::from(step).into()), ("due", due.into()), ("at", at.into())]);
            map.insert("review", LoroValue::from(fields))
        }
        Edit::Buried(Some(at)) => map.insert("buried", at),
        Edit::Buried(None) => map.delete("buried"),
        Edit::Gone => {
            let keys: Vec<String> = map.keys().map(|key| key.to_string()).collect();
            keys.iter().try_for_each(|key| map.delete(key))
        }
    }
}

fn is_note(key: &str) -> bool {
    key.strip_prefix(NOTE).is_some_and(|name| name.is_empty() || name.starts_with(':'))
}

fn highlights(doc: &LoroDoc) -> LoroMap {
    doc.get_map("highlights")
}

fn written(selectors: &Selectors) -> LoroValue {
    let Selectors { exact, prefix, suffix, start, end, block, alike } = selectors;
    let number = |number: usize| LoroValue::from(i64::try_from(number).unwrap_or(i64::MAX));
    let mut fields: HashMap<&str, LoroValue> = HashMap::from([
        ("exact", exact.as_str().into()),
        ("prefix", prefix.as_str().into()),
        ("suffix", suffix.as_str().into()),
        ("start", number(*start)),
        ("end", number(*end)),
        ("block", block.as_str().into()),
    ]);
    if let Some(Alike { around, words, times, nth }) = alike {
        fields.extend([
            ("alike", (*around).into()),
            ("alike_words", (*words).into()),
            ("times", number(*times)),
            ("nth", number(*nth)),
        ]);
    }
    LoroValue::from(fields)
}

/// When its article was deleted for good.
fn buried(map: &LoroMap) -> Option<i64> {
    match map.get("buried") {
        Some(ValueOrContainer::Value(LoroValue::I64(at))) => Some(at),
        _ => None,
    }
}

/// `None` of one that was deleted for good, or whose beginning has not come yet.
fn highlight(id: &str, map: &LoroMap) -> Option<Highlight> {
    let mut highlight = Highlight { id: id.to_owned(), ..Highlight::default() };
    let (mut tags, mut notes, mut removed) = (Vec::new(), Vec::new(), i64::MAX);
    map.for_each(|key, value| match (key, value.into_value()) {
        ("article", Ok(LoroValue::String(article))) => highlight.article = article.to_string(),
        ("selectors", Ok(LoroValue::Map(fields))) => {
            let text = |key: &str| match fields.get(key) {
                Some(LoroValue::String(text)) => text.to_string(),
                _ => String::new(),
            };
            let number = |key: &str| match fields.get(key) {
                Some(LoroValue::I64(number)) => usize::try_from(*number).unwrap_or_default(),
                _ => 0,
            };
            let share = |key: &str| match fields.get(key) {
                Some(LoroValue::Double(share)) if share.is_finite() => Some(share.clamp(0.0, 1.0)),
                Some(LoroValue::I64(share)) => Some((*share as f64).clamp(0.0, 1.0)),
                _ => None,
            };
            let alike = share("alike").zip(share("alike_words"));
            let alike = alike.map(|(around, words)| Alike {
                around,
                words,
                times: number("times"),
                nth: number("nth"),
            });
            highlight.selectors = Some(Selectors {
                exact: text("exact"),
                prefix: text("prefix"),
                suffix: text("suffix"),
                start: number("start"),
                end: number("end"),
                block: text("block"),
                alike,
            });
        }
        ("colour", Ok(LoroValue::String(colour))) => {
            highlight.colour = Colour::named(&colour).unwrap_or_default()
        }
        (key, Ok(LoroValue::String(note))) if is_note(key) => notes.push((key.to_owned(), note.to_string())),
        ("created", Ok(LoroValue::I64(at))) => highlight.created = at,
        ("changed", Ok(LoroValue::I64(at))) => highlight.changed = at,
        ("deleted", Ok(LoroValue::Bool(deleted))) => highlight.deleted = deleted,
        ("removed", Ok(LoroValue::I64(at))) => removed = at,
        ("review", Ok(LoroValue::Map(fields))) => {
            let number = |key: &str| match fields.get(key) {
                Some(LoroValue::I64(number)) => *number,
                _ => 0,
            };
            let step = u32::try_from(number("step")).unwrap_or_default();
            highlight.review = Some(Review { step, due: number("due"), at: number("at") });
        }
        (key, Ok(LoroValue::String(tag))) if key.starts_with(TAG) => {
            tags.push((key.to_owned(), tag.to_string()))
        }
        _ => {}
    });
    // A device that did not know of that wrote on it since: nothing that somebody wrote is lost.
    highlight.deleted &= highlight.changed <= removed;
    tags.sort();
    highlight.tags = tags.into_iter().map(|(_, tag)| tag).collect();
    notes.sort();
    notes.dedup_by(|one, other| one.1 == other.1);
    highlight.note = notes.into_iter().map(|(_, note)| note).collect::<Vec<_>>().join("\n\n");
    (!highlight.article.is_empty()).then_some(highlight)
}
