//! What of a raw tag besides its name may pass: a few attributes, each read and written anew, and media.

use crate::elements::Element;
use crate::figure::{Picture, pixels};
use crate::links;
use crate::tags::Tag;
use crate::walk::{Open, Walk, What};

impl Walk<'_, '_> {
    pub(crate) fn is_link(&mut self, tag: &Tag<'_>) -> bool {
        let Some(address) = tag.attribute("href") else { return false };
        let is_link = links::checked(&address).is_some();
        self.refused_links += usize::from(!is_link);
        is_link
    }

    /// Writes the attributes that may pass.
    pub(crate) fn attributes(&mut self, element: &Element, tag: &Tag<'_>) {
        if let Some(direction) = tag.attribute("dir")
            && let Some(known) =
                ["ltr", "rtl", "auto"].iter().find(|known| direction.trim().eq_ignore_ascii_case(known))
        {
            self.out.attribute("dir", known);
        }
        if let Some(language) = tag.attribute("lang")
            && (1..36).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            self.out.attribute("lang", &language);
        }
        match element.name {
            "a" => {
                if let Some(address) = tag.attribute("href")
                    && let Some(address) = links::checked(&address)
                {
                    self.fragments += usize::from(address.starts_with('#'));
                    self.out.push(" href=\"");
                    self.out.address(&address);
                    self.out.push("\"");
                }
                self.copy(tag, "title");
            }
            "abbr" | "dfn" => self.copy(tag, "title"),
            "time" => self.copy(tag, "datetime"),
            "details" if tag.attribute("open").is_some() => self.out.push(" open"),
            "ol" => self.copy_number(tag, "start", 1_000_000),
            "td" | "th" => {
                self.copy_number(tag, "colspan", 100);
                self.copy_number(tag, "rowspan", 1000);
                if let Some(align) = tag.attribute("align")
                    && let Some(known) =
                        ["left", "center", "right"].iter().find(|known| align.eq_ignore_ascii_case(known))
                {
                    self.out.attribute("align", known);
                }
            }
            _ => {}
        }
    }

    fn copy(&mut self, tag: &Tag<'_>, name: &str) {
        if let Some(value) = tag.attribute(name) {
            self.out.attribute(name, &value);
        }
    }

    fn copy_number(&mut self, tag: &Tag<'_>, name: &str, most: u64) {
        if let Some(number) = tag.attribute(name).and_then(|value| value.trim().parse::<u64>().ok())
            && (1..=most).contains(&number)
        {
            self.out.attribute(name, &number.to_string());
        }
    }

    /// Writes a picture or recording of an HTML block: as a figure, unless it stands among words or in a figure.
    pub(crate) fn raw_medium(&mut self, tag: &Tag<'_>) {
        let Some(picture) = raw_picture(tag) else { return };
        self.enter_cell();
        let Some(Open { what: What::Raw(parent, _), name_end, written: true, .. }) = self.open.last() else {
            // At the top of a block it is a figure of its own, if nothing stands before it.
            if self.open.is_empty() && self.loose {
                return self.inline_picture(&picture);
            }
            self.roots += usize::from(self.open.is_empty());
            return self.figure(&picture);
        };
        let name_end = *name_end;
        if parent.name != "figure" {
            return self.inline_picture(&picture);
        }
        let place = self.list(&picture, &crate::caption::split(""));
        self.wordless.push_str(&picture.source);
        if self.media.address(place).is_some() {
            return self.medium(place, &picture.alt);
        }
        if self.out.shown && !self.out.html[name_end..].starts_with(" class") {
            self.out.insert(name_end, " class=\"absent\"");
        }
        self.absent(place, &picture.alt);
    }
}

/// A picture or recording as a raw tag has it.
pub(crate) fn raw_picture(tag: &Tag<'_>) -> Option<Picture<'static>> {
    let source = tag.attribute("src").filter(|source| !source.trim().is_empty())?;
    let title = tag.attribute("title").unwrap_or_default().into_owned();
    let mut picture = Picture::new(source.trim().to_owned().into(), title.into());
    picture.alt = crate::outline::one_line(&tag.attribute("alt").unwrap_or_default());
    picture.width = tag.attribute("width").and_then(|width| pixels(&width));
    picture.height = tag.attribute("height").and_then(|height| pixels(&height));
    Some(picture)
}
