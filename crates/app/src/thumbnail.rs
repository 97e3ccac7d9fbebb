//! Small copies of large pictures, for the shelf, kept in the cache folder.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Cursor;
use std::path::Path;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::file;

/// Makes, or finds again, a copy of the picture at least `width` px wide. `None` where the picture is small, or is of a
/// kind that is better shown as it is.
pub(crate) fn of(path: &Path, mime: &str, width: u32, cache: &Path) -> Option<Vec<u8>> {
    let format = ImageFormat::from_mime_type(mime)?;
    // The widths are few, so that an article can't fill the cache.
    let width = *WIDTHS.iter().find(|size| **size >= width)?;
    let about = fs::metadata(path).ok()?;
    let mut name = DefaultHasher::new();
    (path, width, about.len(), about.modified().ok()).hash(&mut name);
    let kept = cache.join("thumbnails").join(format!("{:016x}", name.finish()));
    if let Ok(bytes) = fs::read(&kept) {
        return Some(bytes);
    }
    let mut reader = ImageReader::open(path).ok()?;
    reader.set_format(format);
    let mut limits = limits();
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().ok()?;
    limits.reserve(decoder.total_bytes()).ok()?;
    // A camera that was held on its side says so in Exif data, which the copy will not have.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    if picture.width() <= width {
        return None;
    }
    let small = picture.thumbnail(width, picture.height());
    let mut bytes = Vec::new();
    let kept_as = if small.color().has_alpha() { ImageFormat::Png } else { ImageFormat::Jpeg };
    small.write_to(&mut Cursor::new(&mut bytes), kept_as).ok()?;
    // A cache that can't be written only costs time.
    let _ = file::replace(&kept, &bytes);
    Some(bytes)
}

const WIDTHS: [u32; 4] = [240, 480, 960, 1920];

/// A small file may claim to be a huge picture.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(30_000);
    limits.max_image_height = Some(30_000);
    limits.max_alloc = Some(256 * 1024 * 1024);
    limits
}
