//! Markdown to Document, against the parser alone and against the parser with a sanitiser. The measuring is done by
//! `crates/article/examples/speed.rs`, which prints a line a figure: name, ratio, goal, between tabs.

use crate::{Figure, example};

pub(crate) fn measure() -> Vec<Figure> {
    example("article", "speed", &[], "×")
}
