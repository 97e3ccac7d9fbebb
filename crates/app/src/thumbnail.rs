//! Small copies of large pictures, for the shelf, kept in the cache folder.
//!
//! 1. One that was made before is found again by the picture's path, length and time.
//! 2. The picture's head says how wide it is: one that is small is shown as it is, without being decoded.
//! 3. `gate` lets few decode at once, for each takes much memory. The copy is made and kept.
//! 4. Now and then `trim` removes the oldest copies.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufReader, Cursor, Read, Seek};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::{file, gate, trim};

/// A picture to be made small.
pub(crate) struct Large<'a> {
    /// Its bytes. They are read from what was opened, never by its path: a link may have taken its place.
    pub(crate) file: &'a File,
    /// Its name in the cache is made of this.
    pub(crate) path: &'a Path,
    pub(crate) mime: &'a str,
}

/// Makes, or finds again, a copy of the picture at least `width` px wide. `None` where the picture is small, or is of a
/// kind that is better shown as it is.
pub(crate) fn of(picture: &Large<'_>, width: u32, cache: &Path) -> Option<Vec<u8>> {
    let format = ImageFormat::from_mime_type(picture.mime)?;
    // The widths are few, so that an article can't fill the cache.
    let width = *WIDTHS.iter().find(|size| **size >= width)?;
    let about = picture.file.metadata().ok()?;
    if about.len() > LARGEST {
        return None;
    }
    let mut name = DefaultHasher::new();
    (picture.path, width, about.len(), about.modified().ok()).hash(&mut name);
    let folder = cache.join("thumbnails");
    let kept = folder.join(format!("{:016x}", name.finish()));
    if let Ok(bytes) = fs::read(&kept) {
        return Some(bytes);
    }
    if upright_width(picture.file, format)? <= width {
        return None;
    }
    let _turn = gate::wait();
    // Another may have made it while this one waited.
    if let Ok(bytes) = fs::read(&kept) {
        return Some(bytes);
    }
    let bytes = smaller(picture.file, format, width)?;
    // A cache that can't be written only costs time.
    if file::replace(&kept, &bytes).is_ok() && MADE.fetch_add(1, Ordering::Relaxed).is_multiple_of(SELDOM) {
        std::thread::spawn(move || trim::oldest(&folder, MOST));
    }
    Some(bytes)
}

/// A picture as every e-reader shows it: JPEG, PNG or GIF, no wider than `width` px, with its type. One that is so is
/// given as it is. `None` where it can't be read.
pub(crate) fn fitted(mut file: &File, mime: &'static str, width: u32) -> Option<(&'static str, Vec<u8>)> {
    let format = ImageFormat::from_mime_type(mime)?;
    let (wide, high) = decoder(file, format)?.dimensions();
    let known = matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::Gif);
    // A page that is twice as high as wide is still one page.
    if known && upright_width(file, format)? <= width && wide.max(high) <= width * 4 {
        let mut bytes = Vec::new();
        file.rewind().ok()?;
        file.read_to_end(&mut bytes).ok()?;
        return Some((mime, bytes));
    }
    let _turn = gate::wait();
    let bytes = smaller(file, format, width)?;
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    Some((kind, bytes))
}

const WIDTHS: [u32; 4] = [240, 480, 960, 1920];

/// The largest file that is read to be made small, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The most that all copies may take, in bytes.
const MOST: u64 = 256 * 1024 * 1024;

/// The cache is trimmed once per run, and after every so many copies.
const SELDOM: u32 = 256;

/// How many copies were made in this run.
static MADE: AtomicU32 = AtomicU32::new(0);

fn upright_width(file: &File, format: ImageFormat) -> Option<u32> {
    let mut decoder = decoder(file, format)?;
    let (width, height) = decoder.dimensions();
    Some(if turns(orientation(&mut decoder)) { height } else { width })
}

fn smaller(file: &File, format: ImageFormat, width: u32) -> Option<Vec<u8>> {
    let mut decoder = decoder(file, format)?;
    limits().reserve(decoder.total_bytes()).ok()?;
    let orientation = orientation(&mut decoder);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    let small = picture.thumbnail(width, picture.height());
    let mut bytes = Vec::new();
    let kept_as = if small.color().has_alpha() { ImageFormat::Png } else { ImageFormat::Jpeg };
    small.write_to(&mut Cursor::new(&mut bytes), kept_as).ok()?;
    Some(bytes)
}

fn decoder(mut file: &File, format: ImageFormat) -> Option<impl ImageDecoder> {
    file.rewind().ok()?;
    let mut reader = ImageReader::with_format(BufReader::new(file), format);
    reader.limits(limits());
    reader.into_decoder().ok()
}

/// A camera that was held on its side says so in Exif data, which the copy will not have.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn turns(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// A small file may claim to be a huge picture.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(30_000);
    limits.max_image_height = Some(30_000);
    limits.max_alloc = Some(256 * 1024 * 1024);
    limits
}
