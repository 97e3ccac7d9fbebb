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
    // What is no such figure is a run of one, and of an odd number the first is left out.
    for run in blocks.chunk_by_mut(|one, next| is_tile(&one.html) && is_tile(&next.html)) {
        let alone = run.len() % 2;
        for (at, block) in run.iter_mut().skip(alone).enumerate() {
            let class = if at % 2 == 0 { " class=\"twin\"" } else { " class=\"twin second\"" };
            block.html.insert_str("<figure".len(), class);
        }
    }
}

/// Whether a block is a picture that may stand beside another.
fn is_tile(html: &str) -> bool {
    let Some(rest) = html.strip_prefix("<figure data-block=\"") else { return false };
    let Some((_, inside)) = rest.split_once('>') else { return false };
    let Some(picture) = inside.strip_prefix("<img ") else { return false };
    let Some((attributes, after)) = picture.split_once('>') else { return false };
    let number =
        |name: &str| -> Option<u32> { attributes.split_once(name)?.1.split('"').next()?.parse().ok() };
    let shape =
        number(" width=\"").zip(number(" height=\"")).map(|(width, height)| width * 10 / height.max(1));
    shape.is_none_or(|shape| SHAPE.contains(&shape)) && after.len() <= CAPTION && !after.contains("<img")
}
