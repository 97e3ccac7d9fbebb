//! How an article looks: theme, letters, lines and paragraphs, as a reader chose them or keeps them under a name.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The most looks that are kept, and the most letters that a name of one has.
const MOST: (usize, usize) = (50, 60);

/// Of a typeface's name, in letters.
const LONGEST: usize = 100;

/// All that is chosen of how an article looks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Colours of the page.
    pub theme: Theme,
    /// Those of [`Theme::Own`].
    pub colours: Colours,
    /// `serif`, `sans`, `mono`, `legible`, or the name of a font of this machine.
    pub typeface: String,
    /// Size of the text in px; `None` is 19 at a desk and 18 on a phone.
    pub size: Option<f64>,
    /// Height of a line, in letter sizes; `None` is the usual one of the device.
    pub leading: Option<f64>,
    /// Width of a line in rem.
    pub measure: f64,
    /// What is left free beside the text on a phone, in rem; `None` is the usual.
    pub margin: Option<f64>,
    /// Whether paragraphs begin with an indent, instead of a space above them.
    pub indented: bool,
    /// Whether lines end at one edge.
    pub justified: bool,
    /// Whether words may be broken at the end of a line.
    pub hyphens: bool,
    /// Whether letters may join.
    pub ligatures: bool,
    /// Whether figures in text have ascenders and descenders, as letters do.
    pub old_figures: bool,
}

/// A set of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// By day one theme and by night another, as the system is.
    #[default]
    System,
    /// The same, by the time of day.
    Clock,
    /// White paper.
    Paper,
    /// Warm paper.
    Sepia,
    /// Grey, with light letters.
    Grey,
    /// Dark grey.
    Night,
    /// Black, for screens that switch off what is black.
    Black,
    /// Black on white and nothing between, without motion.
    Eink,
    /// The reader's own colours.
    Own,
}

/// Three colours, each as `#rrggbb`; all others are mixed of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Colours {
    /// Of the page.
    pub page: String,
    /// Of letters.
    pub text: String,
    /// Of what marks where one is.
    pub accent: String,
}

/// A look that is kept under a name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NamedLook {
    /// The reader's own name for it.
    pub name: String,
    /// What it is.
    #[serde(flatten)]
    pub look: Look,
}

impl Default for Look {
    fn default() -> Self {
        Look {
            theme: Theme::System,
            colours: Colours::default(),
            typeface: "serif".to_owned(),
            size: None,
            leading: None,
            measure: 36.0,
            margin: None,
            indented: false,
            justified: false,
            hyphens: true,
            ligatures: true,
            old_figures: true,
        }
    }
}

impl Default for Colours {
    fn default() -> Self {
        let [page, text, accent] = ["#e9efe6", "#1f2a22", "#8a3b12"].map(str::to_owned);
        Colours { page, text, accent }
    }
}

impl Theme {
    /// Whether it is one set of colours, and not a choice between two.
    pub fn is_one(self) -> bool {
        !matches!(self, Theme::System | Theme::Clock)
    }
}

impl Look {
    /// Reads what was kept. Each part that can't be understood is the usual one; the others stay.
    pub(crate) fn read(kept: &Value) -> Look {
        let usual = Look::default();
        let number = |name: &str| kept[name].as_f64();
        let flag = |name: &str, usual| kept[name].as_bool().unwrap_or(usual);
        let colours = &kept["colours"];
        let colour = |name: &str| colours[name].as_str().unwrap_or_default().to_owned();
        Look {
            theme: Theme::deserialize(&kept["theme"]).unwrap_or(usual.theme),
            colours: Colours { page: colour("page"), text: colour("text"), accent: colour("accent") },
            typeface: kept["typeface"].as_str().unwrap_or_default().to_owned(),
            size: number("size"),
            leading: number("leading"),
            measure: number("measure").unwrap_or(usual.measure),
            margin: number("margin"),
            indented: flag("indented", usual.indented),
            justified: flag("justified", usual.justified),
            hyphens: flag("hyphens", usual.hyphens),
            ligatures: flag("ligatures", usual.ligatures),
            old_figures: flag("old_figures", usual.old_figures),
        }
        .within_range()
    }

    /// The same, with every number brought into its range, and with the usual in place of what is no colour or no name.
    pub(crate) fn within_range(mut self) -> Look {
        let usual = Look::default();
        let sound =
            |number: f64, low, high, usual| if number.is_finite() { number.clamp(low, high) } else { usual };
        self.size = self.size.map(|size| sound(size, 14.0, 30.0, 19.0));
        self.leading = self.leading.map(|leading| sound(leading, 1.2, 2.4, 1.6));
        self.measure = sound(self.measure, 28.0, 48.0, usual.measure);
        self.margin = self.margin.map(|margin| sound(margin, 0.5, 4.0, 1.25));
        self.typeface = name(&self.typeface, LONGEST).unwrap_or(usual.typeface);
        for (colour, usual) in [
            (&mut self.colours.page, usual.colours.page),
            (&mut self.colours.text, usual.colours.text),
            (&mut self.colours.accent, usual.colours.accent),
        ] {
            if !is_colour(colour) {
                *colour = usual;
            }
        }
        self
    }
}

impl NamedLook {
    /// Reads those that were kept; what has no name is none.
    pub(crate) fn read_all(kept: &Value) -> Vec<NamedLook> {
        let looks = kept.as_array().into_iter().flatten().map(|kept| NamedLook {
            name: kept["name"].as_str().unwrap_or_default().to_owned(),
            look: Look::read(kept),
        });
        NamedLook::within_range(looks.collect())
    }

    /// The same, without those that have no name, or one that came before.
    pub(crate) fn within_range(looks: Vec<NamedLook>) -> Vec<NamedLook> {
        let mut sound: Vec<NamedLook> = Vec::new();
        for NamedLook { name: called, look } in looks {
            let Some(name) = name(&called, MOST.1) else { continue };
            if sound.len() < MOST.0 && sound.iter().all(|other| other.name != name) {
                sound.push(NamedLook { name, look: look.within_range() });
            }
        }
        sound
    }
}

/// A name as it is kept; `None` where it is none.
fn name(text: &str, longest: usize) -> Option<String> {
    let text = text.trim();
    let sound = !text.is_empty() && text.chars().count() <= longest && !text.chars().any(char::is_control);
    sound.then(|| text.to_owned())
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}
