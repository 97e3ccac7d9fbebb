//! Figures that follow each other stand two by two: each of a pair has a class of its own, and stays a block of its own.
//!
//! Only plain pictures of a usual shape, with no more than a short caption, stand side by side: what is very wide or high
//! is read, and not looked at. Of an odd number the first stands alone.

use crate::Block;

/// The most letters of a caption, with its tags.
const CAPTION: usize = 240;
/// How wide a picture may be for its height, in tenths.
const SHAPE: std::ops::RangeInclusive<u32> = 6..=21;

/// Marks the pairs: `<figure class="twin">`, and `<figure class="twin second">`.
pub(crate) fn pair(blocks: &mut [Block]) {
    let mut rest = blocks;
    while !rest.is_empty() {
        let run = rest.iter().take_while(|block| is_tile(&block.html)).count();
        let alone = run % 2;
        for (at, block) in rest[alone..run].iter_mut().enumerate() {
            let class = if at % 2 == 0 { " class=\"twin\"" } else { " class=\"twin second\"" };
            block.html.insert_str("<figure".len(), class);
        }
        rest = &mut rest[run.max(1)..];
    }
}

/// Whether a block is a picture that may stand beside another.
fn is_tile(html: &str) -> bool {
    let Some(rest) = html.strip_prefix("<figure data-block=\"") else { return false };
    let Some(end) = memchr::memchr(b'>', rest.as_bytes()) else { return false };
    let Some(picture) = rest[end + 1..].strip_prefix("<img ") else { return false };
    let Some((attributes, after)) = picture.split_once('>') else { return false };
    let number =
        |name: &str| -> Option<u32> { attributes.split_once(name)?.1.split('"').next()?.parse().ok() };
    let shape =
        number(" width=\"").zip(number(" height=\"")).map(|(width, height)| width * 10 / height.max(1));
    shape.is_none_or(|shape| SHAPE.contains(&shape)) && after.len() <= CAPTION && !after.contains("<img")
}
