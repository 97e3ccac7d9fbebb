//! W3C Web Annotation Data Model (REC, 23 February 2017): an AnnotationPage, or single annotations.
//!
//! The words are a TextQuoteSelector, a TextPositionSelector and a FragmentSelector with the block's id; the note is a body
//! with the purpose `commenting`, each tag one for `tagging`, the colour one for `classifying`.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Annotation, Arrived, Format, time};

pub(super) const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// What an article is named by that has no address.
const URN: &str = "urn:offprint:article:";

pub(super) fn write(annotations: &[Annotation], out: &mut dyn Write) -> io::Result<()> {
    // One by one: a library may have very many.
    writeln!(out, "{{\n  \"@context\": [\"{CONTEXT}\", {{\"offprint\": \"urn:offprint:\"}}],")?;
    writeln!(out, "  \"type\": \"AnnotationPage\",\n  \"items\": [")?;
    for (at, one) in annotations.iter().enumerate() {
        let end = if at + 1 < annotations.len() { "," } else { "" };
        writeln!(out, "    {}{end}", serde_json::to_string(&annotation(one))?)?;
    }
    writeln!(out, "  ]\n}}")
}

fn annotation(one: &Annotation) -> Value {
    let mut bodies = Vec::new();
    if !one.note.is_empty() {
        bodies.push(json!({ "type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": one.note }));
    }
    bodies.extend(
        one.tags.iter().map(|tag| json!({ "type": "TextualBody", "purpose": "tagging", "value": tag })),
    );
    if !one.colour.is_empty() {
        bodies.push(json!({ "type": "TextualBody", "purpose": "classifying", "value": one.colour }));
    }
    let article = one.article.as_deref().unwrap_or_default();
    let source = if one.url.is_empty() { format!("{URN}{article}") } else { one.url.clone() };
    let mut target = json!({ "source": source, "dc:title": one.title, "dc:creator": one.author, "dc:identifier": article });
    if !one.quote.is_empty() {
        let mut quote = json!({ "type": "TextQuoteSelector", "exact": one.quote, "prefix": one.prefix, "suffix": one.suffix });
        if let Some((around, words, times, nth)) = one.alike {
            quote["offprint:alike"] = json!([around, words, times, nth]);
        }
        let mut selectors = vec![quote];
        if let Some((start, end)) = one.position {
            selectors.push(json!({ "type": "TextPositionSelector", "start": start, "end": end }));
        }
        if !one.block.is_empty() {
            selectors.push(json!({ "type": "FragmentSelector", "value": one.block }));
        }
        target["selector"] = Value::Array(selectors);
    }
    let motivation = if one.quote.is_empty() { "commenting" } else { "highlighting" };
    let mut written =
        json!({ "@context": CONTEXT, "type": "Annotation", "motivation": motivation, "target": target });
    if let Some(id) = &one.id {
        written["id"] = format!("urn:uuid:{id}").into();
    }
    if !bodies.is_empty() {
        written["body"] = Value::Array(bodies);
    }
    for (key, at) in [("created", one.created), ("modified", one.changed)] {
        if let Some(at) = at {
            written[key] = time::written(at).into();
        }
    }
    written
}

pub(super) fn read(text: &str) -> Result<Arrived, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        format!("This file begins as JSON, and is none: {error}. Export it once more where it comes from.")
    })?;
    let items = match value {
        Value::Array(items) => items,
        Value::Object(mut object) => match object.remove("items").or_else(|| object.remove("first")) {
            Some(Value::Array(items)) => items,
            Some(Value::Object(mut page)) => match page.remove("items") {
                Some(Value::Array(items)) => items,
                _ => Vec::new(),
            },
            _ => vec![Value::Object(object)],
        },
        _ => Vec::new(),
    };
    let mut arrived = Arrived { format: Format::JsonLd, annotations: Vec::new(), refused: Vec::new() };
    for (at, item) in items.iter().enumerate() {
        match read_one(item) {
            Some(one) => arrived.annotations.push((at + 1, one)),
            None => {
                let sentence = "This is no annotation with words or a note, in an article that it names.";
                arrived.refused.push((at + 1, sentence.to_owned()));
            }
        }
    }
    Ok(arrived)
}

/// One thing, or a list of them.
fn many(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        Value::Null => &[],
        value => std::slice::from_ref(value),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(object) => object.get("id").or_else(|| object.get("@id")).map(text).unwrap_or_default(),
        _ => String::new(),
    }
}

fn read_one(item: &Value) -> Option<Annotation> {
    let target = many(&item["target"]).first()?;
    let source = if target.is_string() { text(target) } else { text(&target["source"]) };
    let identifier = Some(text(&target["dc:identifier"])).filter(|id| !id.is_empty());
    let named = source.strip_prefix(URN).map(str::to_owned);
    // Who writes such a file by hand names the article by its id alone.
    let bare = || Some(&source).filter(|source| !source.is_empty() && !source.contains(':')).cloned();
    let article = identifier.or_else(|| named.clone()).or_else(bare);
    let mut one = Annotation {
        id: text(&item["id"]).strip_prefix("urn:uuid:").map(str::to_owned),
        url: if named.is_some() { String::new() } else { source },
        article,
        title: text(&target["dc:title"]),
        author: text(&target["dc:creator"]),
        created: time::read(&text(&item["created"])),
        changed: time::read(&text(&item["modified"])),
        ..Annotation::default()
    };
    let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
    for selector in many(&target["selector"]) {
        match selector["type"].as_str().unwrap_or_default() {
            "TextQuoteSelector" => {
                (one.quote, one.prefix, one.suffix) =
                    (text(&selector["exact"]), text(&selector["prefix"]), text(&selector["suffix"]));
                let alike = &selector["offprint:alike"];
                let shares = alike[0].as_f64().zip(alike[1].as_f64());
                let places = number(&alike[2]).zip(number(&alike[3]));
                one.alike =
                    shares.zip(places).map(|((around, words), (times, nth))| (around, words, times, nth));
            }
            "TextPositionSelector" => one.position = number(&selector["start"]).zip(number(&selector["end"])),
            "FragmentSelector" => one.block = text(&selector["value"]),
            _ => {}
        }
    }
    for body in many(&item["body"]) {
        let value = if body.is_string() { text(body) } else { text(&body["value"]) };
        match body["purpose"].as_str().unwrap_or("commenting") {
            "tagging" => one.tags.push(value),
            "classifying" => one.colour = value,
            _ if one.note.is_empty() => one.note = value,
            _ => one.note = format!("{}\n\n{value}", one.note),
        }
    }
    // The older way to say it.
    if one.note.is_empty() {
        one.note = text(&item["bodyValue"]);
    }
    (!(one.quote.trim().is_empty() && one.note.trim().is_empty())).then_some(one)
}
