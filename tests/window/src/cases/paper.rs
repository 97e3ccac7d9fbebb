//! An article on paper: printed to a file by the system's dialog, and read from there.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use window_tests::hand;
use window_tests::home::Home;
use window_tests::screen::Screen;
use window_tests::{processes, program, within};

use super::Case;

pub(super) const CASES: &[Case] =
    &[("an_article_is_printed_whole", horizontal), ("lines_from_top_to_bottom_are_printed_whole", vertical)];

/// Paragraphs of an article.
const PARAGRAPHS: usize = 60;

/// An article whose paragraphs begin and end with words that stand nowhere else.
fn home(front: &str, line: &str) -> Home {
    let home = Home::new();
    let text: String = (1..=PARAGRAPHS)
        .map(|number| {
            let heading = if number % 9 == 0 { format!("## Part{number}\n\n") } else { String::new() };
            format!("{heading}Begin{number} {} End{number}\n\n", line.repeat(6))
        })
        .collect();
    let things = "| Left | Right |\n|---|---|\n| Rain | Tea |\n\n```rust\nfn code() {}\n```\n\n> Quoted\n\n- Listed\n\nA note[^1].\n\n[^1]: Noted.\n";
    let file = format!("---\ntitle: Printed\n{front}---\n\n{text}{things}");
    std::fs::write(home.library().join("printed.md"), file).unwrap();
    home
}

/// A window that nobody drives, closed when it is dropped: one that is driven shows no dialog.
struct Window(Child);

impl Drop for Window {
    fn drop(&mut self) {
        processes::end(self.0.id());
        let _ = self.0.wait();
    }
}

/// Prints the article, as who opens its file, presses the key and then Enter; gives the words of each page, in the order
/// in which they are painted.
fn printed(name: &str, home: &Home) -> Vec<String> {
    // On one screen one window alone has the keyboard.
    let screen = &Screen::start();
    let mut command = Command::new("dbus-run-session");
    command.arg("--").arg(program("offprint-reader")).arg(home.library().join("printed.md"));
    home.apply(&mut command);
    command.current_dir(home.path());
    let window = command.env("DISPLAY", &screen.display).stderr(Stdio::null()).spawn().unwrap();
    let _window = Window(window);
    let asked = within(Duration::from_secs(20), || {
        // The article hears the key once it is painted.
        hand::press_control(screen, "Printed · Offprint", 'p');
        within(Duration::from_secs(2), || hand::shows(screen, "Print").then_some(()))
    });
    assert!(asked.is_some(), "no dialog comes up");
    hand::print(screen, "Print");
    let pdf = home.path().join("output.pdf");
    let written = within(Duration::from_secs(30), || {
        std::fs::read(&pdf).ok().filter(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF"))
    });
    assert!(written.is_some(), "nothing was printed");
    // To be looked at, beside the pictures of windows.
    let kept = program("offprint-reader").with_file_name("window-pictures").join(format!("{name}.pdf"));
    std::fs::create_dir_all(kept.parent().unwrap()).unwrap();
    std::fs::copy(&pdf, &kept).unwrap();
    let told = Command::new("pdftotext").arg("-raw").arg(&pdf).arg("-").output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let text = String::from_utf8(told.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// Every paragraph has its first and its last word on paper once, one after the other, and so has all else.
fn holds_all(pages: &[String]) {
    assert!(pages.len() > 5, "{} pages", pages.len());
    // Of lines from top to bottom each letter is told on a line of its own.
    let text: String = pages.concat().split_whitespace().collect();
    let numbered = |(at, mark): (usize, &str)| {
        let after = &text[at + mark.len()..];
        let digits = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
        (at, format!("{mark}{}", &after[..digits]))
    };
    let mut marks: Vec<_> =
        text.match_indices("Begin").chain(text.match_indices("End")).map(numbered).collect();
    marks.sort();
    let marks: Vec<String> = marks.into_iter().map(|(_, mark)| mark).collect();
    let wanted: Vec<String> =
        (1..=PARAGRAPHS).flat_map(|number| [format!("Begin{number}"), format!("End{number}")]).collect();
    assert_eq!(marks, wanted);
    for word in ["Printed", "Part9", "Part54", "Left", "Tea", "code()", "Quoted", "Listed", "Noted."] {
        assert_eq!(text.matches(word).count(), 1, "{word}");
    }
}

fn horizontal(_: &Screen) {
    let line = "The harbour was built of granite, and the boats lay in it until the spring. ";
    let pages = printed("printed", &home("language: en\nsource: https://paper.example/look\n", line));
    holds_all(&pages);
    assert!(pages[0].contains("Begin1 The harbour"), "{}", pages[0]);
    let last = pages.last().unwrap();
    assert!(last.contains("https://paper.example/look"), "where it is from: {last}");
}

fn vertical(_: &Screen) {
    let line = "遠い港から届いた手紙には、冬の朝の光と古い紙の匂いのことが書いてあった。";
    let pages = printed("printed-vertical", &home("language: ja\nwriting-mode: vertical-rl\n", line));
    holds_all(&pages);
    assert!(!pages[0].contains("Begin1"), "lines from left to right: {}", pages[0]);
}
