//! How this machine's reader likes things to look.

use std::collections::BTreeMap;

use library::Sort;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Look, NamedLook, Theme, languages};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Appearance, what may be fetched, and how the shelf stands, as the window knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How an article looks.
    #[serde(flatten)]
    pub look: Look,
    /// The looks that the reader keeps.
    pub looks: Vec<NamedLook>,
    /// The theme of the day, where system or clock choose.
    pub day: Theme,
    /// The theme of the night.
    pub night: Theme,
    /// When the day begins by the clock, in minutes after midnight.
    pub day_from: u16,
    /// When the night does.
    pub night_from: u16,
    /// How one moves through an article.
    pub moving: Moving,
    /// Which articles in Japanese and Chinese have their lines from top to bottom.
    pub vertical: Vertical,
    /// Whether the paragraph that is read stands out.
    pub focus: bool,
    /// Whether a band lies under the line that is read.
    pub ruler: bool,
    /// Whether an article has the controls with which it moves by itself.
    pub auto_scroll: bool,
    /// How fast it does so, in words a minute.
    pub pace: f32,
    /// Whether pages of the reader's own network may be fetched.
    pub own_network: bool,
    /// Whether what is marked in an article is kept beside it in Markdown.
    pub notes_beside: bool,
    /// How the shelf is laid out.
    pub layout: Layout,
    /// By what the shelf is sorted.
    pub sort: Sort,
    /// Whether the largest, or the newest, come first.
    pub descending: bool,
    /// Whether the first shelf has a front page above its rows.
    pub front: bool,
    /// How many times as fast as the voice by itself an article is read aloud.
    pub speed: f32,
    /// The voice that reads aloud, by the language that it speaks (`de`).
    pub voices: BTreeMap<String, String>,
    /// What the window speaks: `system`, or the code of a language.
    pub language: String,
    /// How many times as large as usual everything in the window is.
    pub zoom: f32,
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

/// How one moves through an article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Moving {
    /// It is scrolled.
    #[default]
    Scroll,
    /// It lies on pages that are turned.
    Pages,
}

/// Which articles in Japanese and Chinese have their lines from top to bottom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Vertical {
    /// Those that say so of themselves.
    #[default]
    Article,
    /// All of them.
    Always,
    /// None.
    Never,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            look: Look::default(),
            looks: Vec::new(),
            day: Theme::Paper,
            night: Theme::Night,
            day_from: 7 * 60,
            night_from: 20 * 60,
            moving: Moving::Scroll,
            vertical: Vertical::Article,
            focus: false,
            ruler: false,
            auto_scroll: false,
            pace: 230.0,
            own_network: false,
            notes_beside: false,
            layout: Layout::List,
            sort: Sort::Saved,
            descending: true,
            front: true,
            speed: 1.0,
            voices: BTreeMap::new(),
            language: languages::SYSTEM.to_owned(),
            zoom: 1.0,
        }
    }
}

impl Settings {
    /// Reads what was kept. Each part that can't be understood is the usual one; the others stay.
    pub(crate) fn read(kept: &Value) -> Settings {
        let usual = Settings::default();
        let number = |name: &str| kept[name].as_f64().map(|number| number as f32);
        let minute = |name: &str, usual| {
            kept[name].as_u64().and_then(|minute| u16::try_from(minute).ok()).unwrap_or(usual)
        };
        Settings {
            look: Look::read(kept),
            looks: NamedLook::read_all(&kept["looks"]),
            day: Theme::deserialize(&kept["day"]).unwrap_or(usual.day),
            night: Theme::deserialize(&kept["night"]).unwrap_or(usual.night),
            day_from: minute("day_from", usual.day_from),
            night_from: minute("night_from", usual.night_from),
            moving: Moving::deserialize(&kept["moving"]).unwrap_or(usual.moving),
            vertical: Vertical::deserialize(&kept["vertical"]).unwrap_or(usual.vertical),
            focus: kept["focus"] == true,
            ruler: kept["ruler"] == true,
            auto_scroll: kept["auto_scroll"] == true,
            pace: number("pace").unwrap_or(usual.pace),
            own_network: kept["own_network"] == true,
            notes_beside: kept["notes_beside"] == true,
            layout: Layout::deserialize(&kept["layout"]).unwrap_or(usual.layout),
            sort: Sort::deserialize(&kept["sort"]).unwrap_or(usual.sort),
            descending: kept["descending"].as_bool().unwrap_or(usual.descending),
            front: kept["front"].as_bool().unwrap_or(usual.front),
            speed: number("speed").unwrap_or(usual.speed),
            voices: Deserialize::deserialize(&kept["voices"]).unwrap_or_default(),
            language: kept["language"].as_str().map_or(usual.language, str::to_owned),
            zoom: number("zoom").unwrap_or(usual.zoom),
        }
        .within_range()
    }

    /// The same, with every number brought into its range, and with the usual in place of what can't be meant.
    #[must_use]
    pub fn within_range(mut self) -> Settings {
        let usual = Settings::default();
        self.look = self.look.within_range();
        self.looks = NamedLook::within_range(self.looks);
        for (theme, usual) in [(&mut self.day, usual.day), (&mut self.night, usual.night)] {
            if !theme.is_one() {
                *theme = usual;
            }
        }
        for (minute, usual) in
            [(&mut self.day_from, usual.day_from), (&mut self.night_from, usual.night_from)]
        {
            if *minute >= DAY {
                *minute = usual;
            }
        }
        let sound =
            |number: f32, low, high, usual| if number.is_finite() { number.clamp(low, high) } else { usual };
        if !languages::is_setting(&self.language) {
            self.language = usual.language;
        }
        self.speed = sound(self.speed, 0.5, 3.0, 1.0);
        self.pace = sound(self.pace, 60.0, 900.0, 230.0);
        self.zoom = sound(self.zoom, 0.5, 4.0, 1.0);
        self
    }
}
