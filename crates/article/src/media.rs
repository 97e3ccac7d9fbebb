//! Pictures, sound and video: how they are named, told apart by ending, and listed.

use std::collections::HashMap;

use crate::document::{Found, Kind, Medium, Status, Surroundings};

/// Names a medium in its Document and in media addresses: 16 hex digits, FNV-1a 64 of the source as written.
#[must_use]
pub fn media_key(source: &str) -> String {
    let hash = source
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}")
}

/// The media of an article so far, each source once.
pub(crate) struct Media<'s> {
    /// In the order of the text.
    pub(crate) list: Vec<Medium>,
    found: Vec<Found>,
    places: HashMap<String, usize>,
    surroundings: Option<&'s dyn Surroundings>,
}

impl<'s> Media<'s> {
    /// With nobody to ask (for a summary), nothing is saved.
    pub(crate) fn new(surroundings: Option<&'s dyn Surroundings>) -> Self {
        Media { list: Vec::new(), found: Vec::new(), places: HashMap::new(), surroundings }
    }

    /// Lists a medium, if its source is not listed yet, and says where.
    pub(crate) fn add(&mut self, medium: Medium) -> usize {
        let name = if medium.source.is_empty() { &medium.key } else { &medium.source };
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let found = match self.surroundings {
            Some(surroundings) if !medium.source.is_empty() => {
                surroundings.medium(&medium.source, &medium.key)
            }
            _ => Found::default(),
        };
        let place = self.list.len();
        self.places.insert(name.clone(), place);
        self.list.push(Medium {
            width: found.width.or(medium.width),
            height: found.height.or(medium.height),
            status: if found.address.is_empty() && found.status == Status::Saved {
                Status::Missing
            } else {
                found.status
            },
            ..medium
        });
        self.found.push(found);
        place
    }

    /// Where the window finds the medium; `None` where it is not to be shown.
    pub(crate) fn address(&self, place: usize) -> Option<&str> {
        let saved = self.list.get(place)?.status == Status::Saved;
        self.found.get(place).filter(|_| saved).map(|found| found.address.as_str())
    }

    /// Whether the text shows this source.
    pub(crate) fn shows(&self, source: &str) -> bool {
        self.places.contains_key(source)
    }
}

/// What a source is, by its ending; `None` where the ending names no medium.
#[must_use]
pub fn kind_by_ending(source: &str) -> Option<Kind> {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    let (_, ending) = path.trim_end().rsplit_once('.')?;
    let is = |endings: &[&str]| endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    if is(&["mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "wav", "flac", "weba", "3gp"]) {
        Some(Kind::Sound)
    } else if is(&["mp4", "m4v", "webm", "ogv", "mov", "mkv"]) {
        Some(Kind::Video)
    } else if is(&[
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "avif", "svg", "bmp", "ico", "apng", "heic",
        "heif", "jxl", "tif", "tiff",
    ]) {
        Some(Kind::Picture)
    } else {
        None
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        assert_eq!(media_key(""), "cbf29ce484222325");
        assert_eq!(media_key("a"), "af63dc4c8601ec8c");
        assert_eq!(media_key("foobar"), "85944171f73967e8");
    }

    #[test]
    fn kinds() {
        assert_eq!(kind_by_ending("a.MP3"), Some(Kind::Sound));
        assert_eq!(kind_by_ending("a/b.c/video.webm?x=1.png#t=4"), Some(Kind::Video));
        assert_eq!(kind_by_ending("https://example.org/a.jpeg"), Some(Kind::Picture));
        assert_eq!(kind_by_ending("note"), None);
        assert_eq!(kind_by_ending("report.pdf"), None);
    }
}
