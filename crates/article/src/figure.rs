//! Pictures, sound and video as HTML: figures, and pictures in running text.
//!
//! A picture that links to a film beside the article is that film's poster: elsewhere it is a picture that opens the film.
//! An address reaches the HTML only from the surroundings, for a medium that they have; the source never does.

use pulldown_cmark::CowStr;

use crate::caption::{self, Caption};
use crate::document::{Kind, Medium, Status};
use crate::media::{kind_by_ending, media_key};
use crate::walk::{DEEPEST, Walk};
use crate::{links, outline};

/// A picture, sound or video as the text has it.
#[derive(Debug)]
pub(crate) struct Picture<'a> {
    pub(crate) source: CowStr<'a>,
    pub(crate) alt: String,
    /// Its caption and credit.
    pub(crate) title: CowStr<'a>,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    /// Where a link around it leads.
    pub(crate) link: Option<CowStr<'a>>,
    pub(crate) kind: Kind,
    /// Whether a line of the text ends behind it.
    pub(crate) line_ends: bool,
}

impl<'a> Picture<'a> {
    pub(crate) fn new(source: CowStr<'a>, title: CowStr<'a>) -> Self {
        let kind = kind_by_ending(&source).unwrap_or_default();
        Picture {
            source,
            alt: String::new(),
            title,
            width: None,
            height: None,
            link: None,
            kind,
            line_ends: false,
        }
    }

    /// Takes the alternative text, and off it a size as Obsidian writes it: `alt|300` or `alt|300x200`.
    pub(crate) fn read_alt(&mut self, alt: &str) {
        let words = match alt.rsplit_once('|') {
            Some((words, size)) if self.read_size(size) => words,
            _ => alt,
        };
        self.alt = outline::one_line(words);
    }

    /// Takes a size, and says whether it is one.
    pub(crate) fn read_size(&mut self, size: &str) -> bool {
        let (width, height) = match size.trim().split_once('x') {
            Some((width, height)) => (pixels(width), pixels(height)),
            None => (pixels(size.trim()), None),
        };
        let is_size = width.is_some() && (height.is_some() || !size.contains('x'));
        if is_size {
            (self.width, self.height) = (width, height);
        }
        is_size
    }
}

/// A width or height in pixels.
pub(crate) fn pixels(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches("px");
    text.parse().ok().filter(|pixels| (1..=20_000).contains(pixels) && text.len() <= 5)
}

impl Walk<'_, '_> {
    /// Writes a figure: a medium with its caption.
    pub(crate) fn figure(&mut self, picture: &Picture<'_>) {
        if self.bare {
            self.out.push("<p>");
            self.words_of(picture);
            return self.out.push("</p>");
        }
        let caption = caption::split(&picture.title);
        let place = self.list(picture, &caption);
        self.figure = true;
        self.plain.push_str(&picture.title);
        self.space();
        self.beside(&picture.alt);
        self.wordless.push_str(&picture.source);
        if picture.title.is_empty() {
            self.wordless.push_str(&picture.alt);
        }
        let film = self.film(picture);
        let shown = self.media.address(place).is_some();
        self.out.push(match (shown, picture.kind) {
            _ if film.is_some() => "<figure class=\"video\">",
            (false, _) => "<figure class=\"absent\">",
            (true, Kind::Picture) => "<figure>",
            (true, Kind::Sound) => "<figure class=\"sound\">",
            (true, Kind::Video) => "<figure class=\"video\">",
        });
        if let Some(film) = film {
            let at = self.out.len();
            self.medium(film, &picture.alt);
            if let Some(poster) = self.media.address(place).map(str::to_owned) {
                self.attribute(at, "poster", &poster);
                // As large as its poster: the window knows that before the film.
                let size = self.media.list.get(place).and_then(|medium| medium.width.zip(medium.height));
                if let Some((width, height)) = size {
                    self.attribute(at, "height", &height.to_string());
                    self.attribute(at, "width", &width.to_string());
                }
            }
        } else {
            let linked = self.open_picture_link(picture);
            if shown {
                self.medium(place, &picture.alt);
            } else {
                self.absent(place, &picture.alt);
            }
            if linked {
                self.out.push("</a>");
            }
        }
        self.figure_caption(&caption);
        self.out.push("</figure>");
    }

    /// The film that a picture links to, where it is here.
    fn film(&mut self, picture: &Picture<'_>) -> Option<usize> {
        let is_film = |link: &&CowStr<'_>| links::is_local(link) && kind_by_ending(link) == Some(Kind::Video);
        let link = picture.link.as_ref().filter(|_| picture.kind == Kind::Picture).filter(is_film)?;
        let mut film = Picture::new(link.clone(), picture.title.clone());
        film.alt.clone_from(&picture.alt);
        let place = self.list(&film, &caption::split(&film.title));
        self.media.address(place).is_some().then_some(place)
    }

    /// Writes a medium in running text.
    pub(crate) fn inline_picture(&mut self, picture: &Picture<'_>) {
        if self.bare {
            return self.words_of(picture);
        }
        let caption = caption::split(&picture.title);
        let place = self.list(picture, &caption);
        self.beside(&picture.alt);
        self.beside(&picture.title);
        self.wordless.push_str(&picture.source);
        let linked = self.open_picture_link(picture);
        if self.media.address(place).is_some() {
            let at = self.out.len();
            self.medium(place, &picture.alt);
            self.title(at, &picture.title);
        } else {
            let at = self.out.len();
            self.out.push("<span class=\"absent\" role=\"img\"");
            self.out.attribute("aria-label", &picture.alt);
            self.key(place);
            self.out.push("></span>");
            self.title(at, &picture.title);
        }
        if linked {
            self.out.push("</a>");
        }
    }

    /// Writes what a medium is called in its place, with the link that it has, or is.
    fn words_of(&mut self, picture: &Picture<'_>) {
        let words = if picture.alt.is_empty() { &*picture.title } else { picture.alt.as_str() };
        let link = if picture.kind == Kind::Picture { picture.link.as_ref() } else { Some(&picture.source) };
        let address = link.and_then(|link| links::checked(link)).filter(|_| self.links == 0);
        if let Some(address) = &address {
            self.out.push("<a href=\"");
            self.out.address(address);
            self.out.push("\">");
        }
        let words = if words.is_empty() { address.as_deref().unwrap_or_default() } else { words };
        self.words(words);
        if address.is_some() {
            self.out.push("</a>");
        }
    }

    /// Lists a medium and says where.
    pub(crate) fn list(&mut self, picture: &Picture<'_>, caption: &Caption<'_>) -> usize {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        // A picture that only plain text tells of has no source: its words name it.
        let name = if picture.source.is_empty() {
            format!("{}\n{}", picture.alt, picture.title)
        } else {
            picture.source.to_string()
        };
        self.media.add(Medium {
            key: media_key(&name),
            source: picture.source.to_string(),
            kind: picture.kind,
            alt: picture.alt.clone(),
            caption: some(picture.title.trim()),
            credit: some(caption.credit),
            width: picture.width,
            height: picture.height,
            status: Status::Missing,
        })
    }

    /// Writes the element of a medium that is there.
    pub(crate) fn medium(&mut self, place: usize, alt: &str) {
        let (Some(address), Some(medium)) = (self.media.address(place), self.media.list.get(place)) else {
            return;
        };
        match medium.kind {
            Kind::Picture => {
                self.out.push("<img");
                self.out.attribute("src", address);
                self.out.attribute("alt", alt);
                for (name, size) in [(" width=\"", medium.width), (" height=\"", medium.height)] {
                    if let Some(size) = size {
                        self.out.push(name);
                        self.out.number(size.into());
                        self.out.push("\"");
                    }
                }
                self.out.push(" loading=\"lazy\" decoding=\"async\"");
            }
            kind => {
                self.out.push(if kind == Kind::Sound { "<audio controls" } else { "<video controls" });
                self.out.push(" preload=\"metadata\"");
                self.out.attribute("src", address);
                if !alt.is_empty() {
                    self.out.attribute("aria-label", alt);
                }
            }
        }
        let end = match medium.kind {
            Kind::Picture => ">",
            Kind::Sound => "></audio>",
            Kind::Video => "></video>",
        };
        self.key(place);
        self.out.push(end);
    }

    /// Writes what stands in a figure for a medium that is not there. Its words are none of the article's: whoever shows
    /// it draws them from the label.
    pub(crate) fn absent(&mut self, place: usize, alt: &str) {
        self.out.push("<div class=\"absent\" role=\"img\"");
        self.out.attribute("aria-label", alt);
        self.key(place);
        self.out.push("></div>");
    }

    /// Gives the element that begins at `at` a title, where a medium in running text has a caption.
    fn title(&mut self, at: usize, title: &str) {
        if !title.is_empty() {
            self.attribute(at, "title", title);
        }
    }

    /// Gives the element that begins at `at` one more attribute.
    fn attribute(&mut self, at: usize, name: &str, value: &str) {
        if let Some(end) = self.out.html.get(at..).and_then(|html| html.find(' ')) {
            let mut attribute = format!(" {name}=\"");
            crate::html::escape_value(value, &mut attribute);
            attribute.push('"');
            self.out.insert(at + end, &attribute);
        }
    }

    fn key(&mut self, place: usize) {
        if let Some(medium) = self.media.list.get(place) {
            self.out.attribute("data-media", &medium.key);
        }
    }

    fn figure_caption(&mut self, caption: &Caption<'_>) {
        if caption.words.is_empty() && caption.credit_line.is_empty() {
            return;
        }
        self.out.push("<figcaption>");
        self.out.text(caption.words);
        if !caption.credit_line.is_empty() {
            self.out.push(if caption.words.is_empty() { "<small>" } else { " <small>" });
            self.out.text(caption.credit_line);
            self.out.push("</small>");
        }
        self.out.push("</figcaption>");
    }

    fn open_picture_link(&mut self, picture: &Picture<'_>) -> bool {
        let address = picture.link.as_ref().and_then(|link| links::checked(link));
        let Some(address) =
            address.filter(|_| self.links == 0 && self.open.len() < DEEPEST && picture.kind == Kind::Picture)
        else {
            return false;
        };
        self.fragments += usize::from(address.starts_with('#'));
        self.out.push("<a href=\"");
        self.out.address(&address);
        self.out.push("\">");
        true
    }
}
