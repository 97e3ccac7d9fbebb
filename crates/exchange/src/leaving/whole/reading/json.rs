//! The JSON file, read as it comes: no more than a piece of a file is in memory, or a text.

use std::fmt;
use std::io::{self, BufRead};

use data_encoding::BASE64;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::super::{Collection, File, Head, Record};
use super::{Coming, Sink, check, fault};

/// Reads all of it.
pub(super) fn read(mut from: impl BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    if from.fill_buf()?.starts_with("\u{feff}".as_bytes()) {
        from.consume(3);
    }
    let mut failed = None;
    let mut json = serde_json::Deserializer::from_reader(from);
    let read =
        Whole { to: &mut To { sink, failed: &mut failed } }.deserialize(&mut json).and_then(|()| json.end());
    match (failed, read) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) if error.is_io() => Err(error.into()),
        (None, Err(error)) => Err(io::Error::other(format!(
            "This library is damaged at line {} of the file: it was cut short or changed there.",
            error.line()
        ))),
    }
}

/// Where all goes, and why it went no further.
struct To<'a> {
    sink: &'a mut dyn Sink,
    failed: &'a mut Option<io::Error>,
}

impl To<'_> {
    /// What went wrong passes through the reader of JSON, which knows only its own errors.
    fn on<T, E: Error>(&mut self, done: io::Result<T>) -> Result<T, E> {
        done.map_err(|error| {
            *self.failed = Some(error);
            E::custom("stopped")
        })
    }
}

struct Whole<'a, 'b> {
    to: &'a mut To<'b>,
}

impl<'de> DeserializeSeed<'de> for Whole<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a library")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let mut head = Head { version: 1, ..Head::default() };
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" => head.format = map.next_value()?,
                "version" => head.version = map.next_value()?,
                "collections" => {
                    let checked = check(&head);
                    self.to.on(checked)?;
                    let collections: Vec<Collection> = map.next_value()?;
                    let done = self.to.sink.collections(collections);
                    self.to.on(done)?;
                }
                "articles" => {
                    let checked = check(&head);
                    self.to.on(checked)?;
                    map.next_value_seed(List { to: &mut *self.to, each: Articles })?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let checked = check(&head);
        self.to.on(checked)
    }
}

/// A list, of which each item is read as it comes.
struct List<'a, 'b, S> {
    to: &'a mut To<'b>,
    each: S,
}

/// What reads an item.
trait Each {
    fn next<'de, A: SeqAccess<'de>>(&mut self, list: &mut A, to: &mut To<'_>) -> Result<bool, A::Error>;
}

struct Articles;

impl Each for Articles {
    fn next<'de, A: SeqAccess<'de>>(&mut self, list: &mut A, to: &mut To<'_>) -> Result<bool, A::Error> {
        Ok(list.next_element_seed(Article { to })?.is_some())
    }
}

struct Files<'a> {
    files: &'a mut Vec<File>,
    damaged: &'a mut Option<String>,
}

impl Each for Files<'_> {
    fn next<'de, A: SeqAccess<'de>>(&mut self, list: &mut A, to: &mut To<'_>) -> Result<bool, A::Error> {
        Ok(list.next_element_seed(OneFile { to, files: self.files, damaged: self.damaged })?.is_some())
    }
}

struct Pieces<'a> {
    coming: &'a mut Coming,
    damaged: &'a mut bool,
}

impl Each for Pieces<'_> {
    fn next<'de, A: SeqAccess<'de>>(&mut self, list: &mut A, to: &mut To<'_>) -> Result<bool, A::Error> {
        let Some(piece) = list.next_element::<String>()? else { return Ok(false) };
        match BASE64.decode(piece.as_bytes()) {
            Ok(bytes) => {
                let done = self.coming.write(&bytes, to.sink);
                to.on(done)?;
            }
            Err(_) => *self.damaged = true,
        }
        Ok(true)
    }
}

impl<'de, S: Each> DeserializeSeed<'de> for List<'_, '_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, S: Each> Visitor<'de> for List<'_, '_, S> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while self.each.next(&mut list, self.to)? {}
        Ok(())
    }
}

struct Article<'a, 'b> {
    to: &'a mut To<'b>,
}

impl<'de> DeserializeSeed<'de> for Article<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Article<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an article")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let (mut files, mut damaged) = (Vec::new(), None);
        let mut facts = serde_json::Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == "files" {
                let each = Files { files: &mut files, damaged: &mut damaged };
                map.next_value_seed(List { to: &mut *self.to, each })?;
            } else {
                facts.insert(key, map.next_value()?);
            }
        }
        let title = facts.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
        let (record, fault) = match serde_json::from_value::<Record>(Value::Object(facts)) {
            Ok(record) => {
                let fault = damaged.or_else(|| fault(&record, &files));
                (record, fault)
            }
            Err(error) => (
                Record { title, ..Record::default() },
                Some(format!("What is said of it can't be read: {error}.")),
            ),
        };
        let done = self.to.sink.article(record, fault);
        self.to.on(done)
    }
}

struct OneFile<'a, 'b> {
    to: &'a mut To<'b>,
    files: &'a mut Vec<File>,
    damaged: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for OneFile<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneFile<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a file")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let OneFile { to, files, damaged } = self;
        let (mut file, mut coming, mut is_damaged) = (File::default(), Coming::default(), false);
        let begun = to.sink.begin();
        to.on(begun)?;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "path" => file.path = map.next_value()?,
                "modified" => file.modified = map.next_value()?,
                "bytes" => file.bytes = map.next_value()?,
                "sha256" => file.sha256 = map.next_value()?,
                "text" => {
                    let text: String = map.next_value()?;
                    let done = coming.write(text.as_bytes(), to.sink);
                    to.on(done)?;
                }
                "data" => {
                    let each = Pieces { coming: &mut coming, damaged: &mut is_damaged };
                    map.next_value_seed(List { to: &mut *to, each })?;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let ended = to.sink.end(&file);
        to.on(ended)?;
        if is_damaged {
            damaged.get_or_insert_with(|| format!("The file “{}” is damaged.", file.path));
        } else if let Some(why) = coming.fault(&file) {
            damaged.get_or_insert(why);
        }
        files.push(file);
        Ok(())
    }
}
