//! Front matter by a YAML parser.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::{Pair, Value, meta};

/// The known keys of the mapping; the number of the line that is no YAML, from 1, where it is none.
pub(super) fn read(yaml: &str) -> Result<Vec<Pair<'_>>, usize> {
    let mut pairs: Vec<Pair<'_>> = Vec::new();
    let mut depth = 0_usize;
    // Of the outer mapping: the key whose value comes next, if it matters here.
    let mut key: Option<Cow<'_, str>> = None;
    let mut at_key = true;
    let mut list: Option<Vec<Cow<'_, str>>> = None;
    // How many mappings inside values are open: what they hold is no value of ours.
    let mut inner_mappings = 0_usize;
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.map_err(|error| error.marker().line())?;
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                let mapping = matches!(event, Event::MappingStart(..));
                if depth == 0 && !mapping {
                    return Err(span.start.line());
                }
                if depth == 1 && !mapping {
                    list = Some(Vec::new());
                }
                inner_mappings += usize::from(depth > 0 && mapping);
                depth += 1;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                depth = depth.saturating_sub(1);
                if matches!(event, Event::MappingEnd) {
                    inner_mappings = inner_mappings.saturating_sub(1);
                }
                if depth == 1 {
                    let value = list.take().map(Value::List);
                    pairs.extend(key.take().zip(value));
                    at_key = !at_key;
                }
            }
            Event::Scalar(text, style, ..) => {
                let plain_null =
                    style == ScalarStyle::Plain && matches!(text.as_ref(), "~" | "null" | "Null" | "NULL");
                let text = if plain_null { Cow::Borrowed("") } else { text };
                if depth == 0 {
                    return Err(span.start.line());
                }
                if depth > 1 {
                    if let Some(list) = list.as_mut().filter(|_| inner_mappings == 0) {
                        list.push(text);
                    }
                } else if at_key {
                    key = Some(text).filter(|key| meta::is_known(key));
                    at_key = false;
                } else {
                    pairs.extend(key.take().map(|key| (key, Value::Text(text))));
                    at_key = true;
                }
            }
            Event::Alias(_) if depth == 1 => {
                key = None;
                at_key = !at_key;
            }
            _ => {}
        }
    }
    Ok(pairs)
}
