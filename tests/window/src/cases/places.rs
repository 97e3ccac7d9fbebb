//! Wherever one is in an article, the same words stay there: in a window of another size, in other letters, in lines of
//! another width, on pages and off them, after another article and after a restart.
//!
//! The same: the letter that was first at the reading line when the reader last moved is in the line that lies there,
//! or in the one above or below it. On pages it is on the page that is shown.

use std::time::Duration;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;
use window_tests::shelf::write_article;
use window_tests::within;

use super::Case;

pub(super) const CASES: &[Case] =
    &[("the_words_stay_wherever_they_are_read", walk), ("the_last_words_stay_where_the_window_grows", end)];

const TITLES: [&str; 2] = ["A long one", "Another one"];
const SIZES: [(u32, u32); 6] = [(1280, 800), (390, 844), (1024, 768), (834, 1112), (1600, 900), (360, 640)];
pub(super) const SCRIPT: &str = include_str!("places.js");

fn walk(screen: &Screen) {
    // `./dev campaign position` sets both.
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u32>().ok());
    let (seed, steps) = (number("OFFPRINT_SEED").unwrap_or(7), number("OFFPRINT_STEPS").unwrap_or(25));
    let mut chance = Chance(u64::from(seed) << 1 | 1);
    let home = Home::new();
    for (slug, title) in ["long", "other"].iter().zip(TITLES) {
        write_article(&home.library(), slug, title, 2500);
    }
    let mut reader = Start::new(screen, &home).open();
    let mut open = 0;
    // Where the reader last went in each article, if anywhere.
    let mut places: [Option<Value>; 2] = [None, None];
    reader.shelf();
    reader.open(TITLES[open]);
    places[open] = moves(&reader, &mut chance);
    for step in 0..steps {
        let what = match chance.below(20) {
            0..5 => {
                // Where it could not be moved any further, what was at the line before is held.
                places[open] = moves(&reader, &mut chance).or(places[open].take());
                "it was moved".to_owned()
            }
            5..9 => {
                let (width, height) = SIZES[chance.below(SIZES.len())];
                reader.resize(width, height);
                format!("the window became {width} by {height}")
            }
            9..12 => {
                let key = ["+", "-", "0", "+++"][chance.below(4)];
                reader.keys(key);
                format!("{key} was pressed")
            }
            12..14 => {
                let width = ["Shorter lines", "Longer lines"][chance.below(2)];
                reader.set("button", width);
                format!("“{width}” was pressed")
            }
            14..17 => {
                let paged =
                    reader.run("return document.documentElement.dataset.moving === 'pages'", json!([]));
                let other = if paged == true { "Scroll" } else { "Pages" };
                reader.set("radio", other);
                format!("it was set to {other}")
            }
            17 | 18 => {
                leave(&reader);
                open = 1 - open;
                reader.open(TITLES[open]);
                if places[open].is_none() {
                    places[open] = moves(&reader, &mut chance);
                }
                "the other article was opened".to_owned()
            }
            _ => {
                leave(&reader);
                drop(reader);
                reader = Start::new(screen, &home).open();
                reader.shelf();
                reader.open(TITLES[open]);
                "it was started anew".to_owned()
            }
        };
        let Some(place) = &places[open] else { continue };
        stays(&reader, place, &format!("seed {seed}, step {step}: {what}"));
    }
}

/// The last page of an article is not as long as the window: scrolled, it can't be at the reading line until the letters
/// are larger.
fn end(screen: &Screen) {
    let home = Home::new();
    write_article(&home.library(), "long", TITLES[0], 2500);
    let reader = Start::new(screen, &home).open();
    reader.resize(1024, 768);
    reader.shelf();
    reader.open(TITLES[0]);
    reader.set("radio", "Pages");
    reader.get("button", "Next page");
    reader.keys(&key::END.to_string());
    let (place, _) = there(&reader);
    reader.set("radio", "Scroll");
    stays(&reader, &place, "it was set to Scroll");
    reader.resize(1600, 900);
    stays(&reader, &place, "the window grew");
    reader.keys("+++");
    stays(&reader, &place, "the letters grew");
}

/// Goes somewhere, and gives what is at the reading line there; `None` where that is where it was.
fn moves(reader: &Reader, chance: &mut Chance) -> Option<Value> {
    let paged = reader.run("return document.documentElement.dataset.moving === 'pages'", json!([])) == true;
    // While the rest is laid out, what is at the line is not settled.
    reader.until("return document.querySelector('.far') === null", json!([]));
    let at =
        || reader.run("return document.querySelector('.page-number')?.textContent ?? scrollY", json!([]));
    let before = at();
    if paged {
        let turn = if chance.below(3) == 0 { key::PAGE_UP } else { key::PAGE_DOWN };
        // Only the bar of its foot says that pages can be turned.
        reader.get("button", "Next page");
        reader.keys(&turn.to_string().repeat(1 + chance.below(6)));
    } else {
        let share = chance.below(900) as f64 / 1000.0;
        reader.run(
            "scrollTo({ top: arguments[0] * (document.documentElement.scrollHeight - innerHeight), behavior: 'instant' })",
            json!([share]),
        );
    }
    let (place, beyond) = there(reader);
    (beyond || at() != before).then_some(place)
}

/// What is at the reading line; and whether one was beyond the last page of the text, where what stands after it is. Who
/// comes back from there begins that page anew.
fn there(reader: &Reader) -> (Value, bool) {
    // The window has heard of it after a frame.
    let now = || {
        reader.run_async(
            &format!("{SCRIPT}\nfor (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame); return placeNow_()"),
            json!([]),
        )
    };
    let place = now();
    if !place.is_null() {
        return (place, false);
    }
    reader.keys(&key::PAGE_UP.to_string());
    (now(), true)
}

fn leave(reader: &Reader) {
    reader.keys(&key::ESCAPE.to_string());
    reader.until("return document.title === 'Offprint' && one('list', 'Articles') !== null", json!([]));
}

fn stays(reader: &Reader, place: &Value, when: &str) {
    let mut why = Value::Null;
    let there = within(Duration::from_secs(5), || {
        why = reader.run_async(
            &format!("{SCRIPT}\nfor (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame); return isThere(arguments[0])"),
            json!([place]),
        );
        Some(()).filter(|()| why == true)
    });
    assert!(there.is_some(), "{when}, and {place} is elsewhere: {why}");
}

/// A series of numbers that looks like chance (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }
}
