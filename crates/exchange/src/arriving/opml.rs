//! OPML: outlines of anything. What names a page is an entry, and the outlines around it are its folders. A feed is no
//! article: it is refused, with what it is called, so that nobody looks for it later.

use std::io::{self, BufRead};

use super::entry::{Entry, parts, some};
use super::markup::{Event, events};
use super::read::Out;
use super::times;

pub(super) fn read(reader: &mut dyn BufRead, out: &mut Out<'_>) -> io::Result<()> {
    let mut around: Vec<Option<String>> = Vec::new();
    let mut declared: Vec<String> = Vec::new();
    events(reader, &mut |event| match &event {
        Event::Cut(line) => out.refuse(*line, "", "The file is cut short here, in the middle of an entry."),
        Event::Close(name) if name == "outline" => {
            around.pop();
            true
        }
        Event::Open { name, line, closed, .. } if name == "outline" => {
            let title = [event.attribute("title"), event.attribute("text")].into_iter().find_map(some);
            let named = declared.iter().find(|name| {
                [title.as_deref(), address(&event)].iter().flatten().any(|text| text.contains(*name))
            });
            let goes_on = match named {
                Some(name) => {
                    let reason = format!(
                        "This entry says “{name}”, which the file declares itself. It is not put in."
                    );
                    out.refuse(*line, address(&event).unwrap_or_default(), &reason)
                }
                None => outline(&event, (*line, *closed), title.clone(), &around, out),
            };
            if !closed {
                let is_folder = address(&event).is_none() && event.attribute("xmlurl").is_empty();
                around.push(title.filter(|_| is_folder));
            }
            goes_on
        }
        Event::Declared(name, line) => {
            let reason = format!(
                "The file declares the entity “{name}”. Entities can make a few letters a billion: none is put in."
            );
            declared.push(format!("&{name};"));
            out.refuse(*line, name, &reason)
        }
        _ => true,
    })
}

fn address(event: &Event) -> Option<&str> {
    ["url", "htmlurl", "href", "link"]
        .into_iter()
        .map(|name| event.attribute(name))
        .find(|value| !value.is_empty())
}

fn outline(
    event: &Event,
    (line, closed): (usize, bool),
    title: Option<String>,
    around: &[Option<String>],
    out: &mut Out<'_>,
) -> bool {
    let feed = event.attribute("xmlurl");
    if !feed.is_empty() {
        let name = title.unwrap_or_else(|| feed.to_owned());
        let reason = format!("“{name}” is a feed, and no article. Save the articles that it lists.");
        return out.refuse(line, feed, &reason);
    }
    let Some(address) = address(event) else {
        // What holds others is a folder.
        let name = title.filter(|_| closed);
        return name.is_none_or(|name| out.refuse(line, &name, "This entry has no address."));
    };
    let mut entry = Entry::at(line, address);
    entry.title = title;
    entry.description = some(event.attribute("description"));
    entry.saved = times::read(event.attribute("created"));
    entry.tags = parts(event.attribute("category"), &[',']);
    let folders: Vec<&str> = around.iter().flatten().map(String::as_str).collect();
    entry.folders.extend(some(folders.join(" / ")));
    out.plain(entry)
}
