//! Whether what a site sent for a picture, a recording or a film is one, and is whole.
//!
//! 1. `form` tells from the bytes what they are; an address and a declared type may lie.
//! 2. `svg` writes an SVG picture anew, with what only draws.
//! 3. The size is read from the head, before anything would have to be decoded.
//! 4. `whole` looks for the end, `damage` and `lzw` for what should be before it; `blank` for pictures that only keep the place of one.

mod blank;
mod damage;
mod form;
mod lzw;
mod svg;
mod whole;

use std::borrow::Cow;
use std::io::{self, Read, Seek};

use crate::Kind;

/// The longest side of a picture, in pixels.
const LONGEST_SIDE: u32 = 20_000;
/// How many pixels a picture may have: 200 MB when it is shown.
const MOST_PIXELS: u64 = 50_000_000;
/// Of a recording, this much is looked at to tell what it is.
const HEAD: u64 = 1 << 20;

/// A medium as it is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged<'a> {
    /// The ending of its file's name, without the dot, after what its bytes are.
    pub ending: &'static str,
    /// A picture's width in pixels as it is stored, where its head tells it; an Exif turn is not applied.
    pub width: Option<u32>,
    /// Its height, likewise.
    pub height: Option<u32>,
    /// What is to be written: of an SVG picture the safe form, of all else the bytes as they came.
    pub bytes: Cow<'a, [u8]>,
}

/// Why something is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub kind: RefusalKind,
    /// The same for people, as a clause without a full stop: "the site sent a page in place of the picture".
    pub why: String,
}

/// What is wrong with something that was sent for a medium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// It only keeps the place of a picture that a script would bring.
    Placeholder,
    /// It is something else: a page, text, data, nothing, a medium of another kind.
    NotAPicture,
    /// It would take too much memory to show.
    TooLarge,
    /// It is cut short or damaged.
    Broken,
}

/// Judges the bytes that came for a medium of this kind. `declared` is the answer's Content-Type: it counts only where
/// the bytes do not tell.
///
/// # Errors
/// A [`Refusal`]: then nothing is to be written.
pub fn judge<'a>(bytes: &'a [u8], kind: Kind, declared: Option<&str>) -> Result<Judged<'a>, Refusal> {
    weigh(bytes, kind, declared, &|ending| whole::is_whole(bytes, ending))
}

/// Judges a recording or a film that is too long to be held: what it is by its beginning, whether it is whole by all of
/// it. Gives the ending of its file's name.
///
/// # Errors
/// Where it can't be read. A [`Refusal`] as [`judge`].
pub fn judge_long(
    file: &mut (impl Read + Seek),
    kind: Kind,
    declared: Option<&str>,
) -> io::Result<Result<&'static str, Refusal>> {
    let mut head = Vec::new();
    file.rewind()?;
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    // Of what is told from its head, only boxes say where the end is.
    let judged = weigh(&head, kind, declared, &|_| true).map(|judged| judged.ending);
    if judged.as_ref().is_ok_and(|ending| whole::has_boxes(ending)) && !whole::walk(file)? {
        return Ok(Err(cut_short(kind)));
    }
    Ok(judged)
}

fn weigh<'a>(
    bytes: &'a [u8],
    kind: Kind,
    declared: Option<&str>,
    is_whole: &dyn Fn(&str) -> bool,
) -> Result<Judged<'a>, Refusal> {
    let found = form::of(bytes, kind, declared);
    let form::Form::Medium { ending, shown } = found else {
        return Err(refuse(
            RefusalKind::NotAPicture,
            format!("the site sent {} in place of {}", found.words(), the(kind)),
        ));
    };
    if (shown == Kind::Picture) != (kind == Kind::Picture) {
        let sent = match shown {
            Kind::Picture => "a picture",
            Kind::Sound => "a recording",
            Kind::Video => "a film",
        };
        return Err(refuse(
            RefusalKind::NotAPicture,
            format!("the site sent {sent} in place of {}", the(kind)),
        ));
    }
    if ending == "svg" {
        return vector(bytes);
    }
    let (width, height) = size(bytes, ending)?.unzip();
    if let Some((width, height)) = width.zip(height)
        && (width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS)
    {
        let why = format!("the picture is too large to show: {width} × {height} pixels");
        return Err(refuse(RefusalKind::TooLarge, why));
    }
    if !is_whole(ending) {
        return Err(cut_short(kind));
    }
    if let Some((width, height)) = width.zip(height)
        && damage::is_damaged(bytes, ending, width, height)
    {
        return Err(damaged());
    }
    if let Some((width, height)) = width.zip(height)
        && blank::is_blank(bytes, ending, width, height)
    {
        return Err(placeholder());
    }
    Ok(Judged { ending, width, height, bytes: Cow::Borrowed(bytes) })
}

fn vector(bytes: &[u8]) -> Result<Judged<'_>, Refusal> {
    match svg::safe(bytes) {
        Ok(safe) => Ok(Judged {
            ending: "svg",
            width: safe.size.map(|(width, _)| width),
            height: safe.size.map(|(_, height)| height),
            bytes: Cow::Owned(safe.text.into_bytes()),
        }),
        Err(svg::Fault::Blank) => Err(placeholder()),
        Err(svg::Fault::Broken) => {
            Err(refuse(RefusalKind::Broken, "the drawing came cut short or is damaged"))
        }
        Err(svg::Fault::TooLarge) => {
            Err(refuse(RefusalKind::TooLarge, "the drawing repeats its parts too often to show"))
        }
    }
}

/// Width and height; none for sound, film, and forms whose head says nothing here.
fn size(bytes: &[u8], ending: &str) -> Result<Option<(u32, u32)>, Refusal> {
    if !form::PICTURES.contains(&ending) {
        return Ok(None);
    }
    let read = imagesize::blob_size(bytes).ok().and_then(|size| {
        let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
        (width > 0 && height > 0).then_some((width, height))
    });
    match read {
        None if matches!(ending, "bmp" | "gif" | "jpg" | "png" | "webp") => Err(damaged()),
        read => Ok(read),
    }
}

fn the(kind: Kind) -> &'static str {
    match kind {
        Kind::Picture => "the picture",
        Kind::Sound => "the recording",
        Kind::Video => "the film",
    }
}

fn cut_short(kind: Kind) -> Refusal {
    refuse(RefusalKind::Broken, format!("{} came cut short", the(kind)))
}

fn damaged() -> Refusal {
    refuse(RefusalKind::Broken, "the picture came cut short or is damaged")
}

fn placeholder() -> Refusal {
    refuse(RefusalKind::Placeholder, "the site sent an empty picture that only keeps the place of one")
}

fn refuse(kind: RefusalKind, why: impl Into<String>) -> Refusal {
    Refusal { kind, why: why.into() }
}
