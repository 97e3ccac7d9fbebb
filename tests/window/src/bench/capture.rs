//! Pages to articles: how good, how fast, and pages that mean harm. The measuring is done by
//! `crates/capture/examples/measure`, in release, over `../shared/corpus` where that is there.

use crate::{Figure, example, root, target};

pub(crate) fn measure() -> Vec<Figure> {
    example("capture", "measure", &[&root().join("../shared/corpus"), &target()], "")
}
