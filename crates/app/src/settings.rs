//! How this machine's reader likes things to look.

use library::Sort;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Appearance, what may be fetched, and how the shelf stands, as the window knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Colours of the page.
    pub theme: Theme,
    /// Size of the text in px; `None` is 19 at a desk and 18 on a phone.
    pub size: Option<f32>,
    /// Width of a line in rem.
    pub measure: f32,
    /// Whether pages of the reader's own network may be fetched.
    pub own_network: bool,
    /// How the shelf is laid out.
    pub layout: Layout,
    /// By what the shelf is sorted.
    pub sort: Sort,
    /// Whether the largest, or the newest, come first.
    pub descending: bool,
    /// Whether the first shelf has a front page above its rows.
    pub front: bool,
}

/// How the shelf is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// Rows of headline, opening words and picture.
    #[default]
    List,
    /// Rows of two lines.
    Compact,
    /// Cards.
    Grid,
}

/// A set of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Paper by day, night by night, as the system is.
    #[default]
    System,
    /// White paper.
    Paper,
    /// Warm paper.
    Sepia,
    /// Dark grey.
    Night,
    /// Black, for screens that switch off what is black.
    Black,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            theme: Theme::System,
            size: None,
            measure: 36.0,
            own_network: false,
            layout: Layout::List,
            sort: Sort::Saved,
            descending: true,
            front: true,
        }
    }
}

impl Settings {
    /// Reads what was kept. Each part that can't be understood is the usual one; the others stay.
    pub(crate) fn read(kept: &Value) -> Settings {
        let usual = Settings::default();
        let number = |name: &str| kept[name].as_f64().map(|number| number as f32);
        Settings {
            theme: Theme::deserialize(&kept["theme"]).unwrap_or(usual.theme),
            size: number("size"),
            measure: number("measure").unwrap_or(usual.measure),
            own_network: kept["own_network"] == true,
            layout: Layout::deserialize(&kept["layout"]).unwrap_or(usual.layout),
            sort: Sort::deserialize(&kept["sort"]).unwrap_or(usual.sort),
            descending: kept["descending"].as_bool().unwrap_or(usual.descending),
            front: kept["front"].as_bool().unwrap_or(usual.front),
        }
        .within_range()
    }

    /// The same, with every number brought into its range.
    #[must_use]
    pub fn within_range(mut self) -> Settings {
        let sound =
            |number: f32, low, high, usual| if number.is_finite() { number.clamp(low, high) } else { usual };
        self.size = self.size.map(|size| sound(size, 14.0, 30.0, 19.0));
        self.measure = sound(self.measure, 28.0, 48.0, 36.0);
        self
    }
}
