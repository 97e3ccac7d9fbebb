//! The fonts that this machine has.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The names of all families, by the alphabet. The first call looks through the font files; what is installed later is
/// known after a restart.
pub fn fonts() -> &'static [String] {
    static FONTS: OnceLock<Vec<String>> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut all = fontdb::Database::new();
        all.load_system_fonts();
        // The first of a font's names is the English one, by which every system knows it.
        names(all.faces().filter_map(|face| Some(face.families.first()?.0.clone())))
    })
}

/// Each once, whatever the case it is written in. Those that begin with a dot are a system's own.
fn names(families: impl Iterator<Item = String>) -> Vec<String> {
    let shown = families.filter(|name| !name.trim().is_empty() && !name.starts_with('.'));
    let unique: BTreeMap<String, String> = shown.map(|name| (name.to_lowercase(), name)).collect();
    unique.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::{fonts, names};

    #[test]
    fn each_family_is_named_once_and_in_order() {
        let given = ["Noto Serif", "amiri", "Noto serif", ".SF NS", " ", "Charter"].map(str::to_owned);
        assert_eq!(names(given.into_iter()), ["amiri", "Charter", "Noto serif"]);
    }

    #[test]
    fn a_second_call_is_answered_by_the_first() {
        assert!(std::ptr::eq(fonts(), fonts()));
    }
}
