//! Writes libraries to read from, the same for the same arguments.

use std::fmt::Write as _;
use std::path::Path;

/// Common words, so that lines break and letters come as they do in prose.
const WORDS: &[&str] = &[
    "the",
    "of",
    "and",
    "river",
    "in",
    "morning",
    "to",
    "harbour",
    "a",
    "was",
    "winter",
    "that",
    "letters",
    "with",
    "he",
    "printed",
    "she",
    "paper",
    "their",
    "ink",
    "over",
    "slowly",
    "reading",
    "by",
    "window",
    "lamp",
    "under",
    "quiet",
    "street",
    "before",
    "after",
    "remembered",
    "against",
    "wind",
    "northern",
    "is",
    "for",
    "small",
    "station",
];

/// Writes an article of about `words` words to `<library>/<slug>/<slug>.md`: a heading at each 400 words. It was
/// saved later than all others here.
pub fn write_article(library: &Path, slug: &str, title: &str, words: usize) {
    write(library, slug, title, words, "2024-06-01");
}

/// Writes `count` articles of different lengths, 200 to 1,500 words.
pub fn write_library(library: &Path, count: usize) {
    for number in 0..count {
        let mut pick = Pick(number as u64 + 1);
        let title = format!("{} {} {} {number}", pick.word(), pick.word(), pick.word());
        let day = format!("20{:02}-{:02}-{:02}", number / 336 % 24, number / 28 % 12 + 1, number % 28 + 1);
        write(library, &format!("article-{number:05}"), &title, 200 + (number * 131) % 1300, &day);
    }
}

fn write(library: &Path, slug: &str, title: &str, words: usize, created: &str) {
    let id = format!("0190a000-0000-7000-8000-{:012x}", hash(slug) & 0xffff_ffff_ffff);
    let mut text = format!(
        "---\nid: {id}\ntitle: \"{title}\"\nsource: https://paper.example/{slug}\nauthor: A. Writer\n\
         site: The Paper\npublished: 2024-03-01\ncreated: {created}\nlanguage: en\n---\n"
    );
    let mut pick = Pick(hash(slug));
    let mut written = 0;
    while written < words {
        if written % 400 < 60 {
            let _ = write!(text, "\n## Part {}: {} {}\n", written / 400 + 1, pick.word(), pick.word());
        }
        let length = 60.min(words - written);
        let _ = write!(text, "\n{}\n", pick.paragraph(length));
        written += length;
    }
    let folder = library.join(slug);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{slug}.md")), text).unwrap();
}

/// The next of a series of numbers that looks like chance (xorshift64*).
struct Pick(u64);

impl Pick {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn word(&mut self) -> &'static str {
        WORDS[(self.next() >> 33) as usize % WORDS.len()]
    }

    fn paragraph(&mut self, words: usize) -> String {
        let mut text = String::new();
        for number in 0..words {
            if number > 0 {
                text.push_str(if number % 12 == 0 { ". " } else { " " });
            }
            text.push_str(self.word());
        }
        text.push('.');
        text
    }
}

/// FNV-1a, never 0.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
        | 1
}
