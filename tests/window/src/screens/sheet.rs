//! The pictures of a scene on one sheet.

use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{FilterType, overlay, resize};
use image::{Rgb, RgbImage};

/// Between pictures and around them, in pixels.
const GAP: u32 = 24;

/// The table that the pictures lie on.
const TABLE: Rgb<u8> = Rgb([128, 126, 122]);

/// Writes a sheet with rows of so many `pictures`, at half their size.
pub(crate) fn write(pictures: &[PathBuf], in_row: usize, to: &Path) {
    let images: Vec<RgbImage> = pictures.iter().map(|path| half(path)).collect();
    let rows: Vec<&[RgbImage]> = images.chunks(in_row).collect();
    let width =
        rows.iter().map(|row| row.iter().map(|image| image.width() + GAP).sum::<u32>()).max().unwrap();
    let tallest = |row: &[RgbImage]| row.iter().map(|image| image.height() + GAP).max().unwrap();
    let height: u32 = rows.iter().map(|row| tallest(row)).sum();
    let mut sheet = RgbImage::from_pixel(width + GAP, height + GAP, TABLE);
    let mut y = GAP;
    for row in rows {
        let mut x = GAP;
        for image in row {
            overlay(&mut sheet, image, i64::from(x), i64::from(y));
            x += image.width() + GAP;
        }
        y += tallest(row);
    }
    std::fs::create_dir_all(to.parent().unwrap()).unwrap();
    let file = std::fs::File::create(to).unwrap();
    JpegEncoder::new_with_quality(std::io::BufWriter::new(file), 82).encode_image(&sheet).unwrap();
}

fn half(path: &Path) -> RgbImage {
    let image = image::open(path).unwrap().into_rgb8();
    resize(&image, image.width() / 2, image.height() / 2, FilterType::Lanczos3)
}
