//! Media that a page has written into itself, in `data:` addresses: they get names, and their bytes are handed over, so that
//! no text and no ledger has to hold them. Only what the text shows is looked at, after it is known: until then, what a page
//! wrote there may keep the place of another picture.

use std::collections::HashMap;

use crate::{Extract, Medium, given};

/// Names the media that are written into an article, and gives their bytes by these names. What can't be read stays.
pub fn lift(extract: &mut Extract) -> HashMap<String, Vec<u8>> {
    let media = lift_from(&mut extract.markdown, &mut extract.media);
    if let Some((name, _)) = extract.image.as_deref().and_then(written_in)
        && media.contains_key(&name)
    {
        extract.image = Some(name);
    }
    media
}

/// The same of a text and the list of what it shows.
pub fn lift_from(markdown: &mut String, media: &mut [Medium]) -> HashMap<String, Vec<u8>> {
    let (mut names, mut found) = (HashMap::new(), HashMap::new());
    for medium in media {
        let Some((name, bytes)) = written_in(&medium.source) else { continue };
        names.insert(std::mem::replace(&mut medium.source, name.clone()), name.clone());
        found.insert(name, bytes);
    }
    if !names.is_empty() {
        *markdown = article::relink(markdown, &|source| names.get(source).cloned());
    }
    found
}

/// The medium that an address holds itself, with a name for it; `None` where it leads elsewhere.
#[must_use]
pub fn written_in(address: &str) -> Option<(String, Vec<u8>)> {
    given::of_data(address)
}
