//! An article is read aloud by a real voice, its sentences are shown, and others follow it.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;
use window_tests::service::Service;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("an_article_is_read_aloud_sentence_by_sentence", aloud),
    ("what_is_read_aloud_is_read_to_its_end_and_others_follow", followed),
];

/// What is said, by the window and by nobody else.
const TEXT: &str = "---
title: A walk at low tide
id: 0190a000-0000-7000-8000-00000000a10d
language: en
---

Dr. Adler knew the *way*. She had walked it before![^1] Then the water came.

![Mud](mud.jpg \"Nobody hears this caption.\")

```
silent()
```

## What the tide said

- One thing, and $x^2$ of another.
- 「潮が満ちる。」

[^1]: Nor this note.
";

fn home(text: &str) -> Home {
    let home = Home::with(&beside("fixtures/library"));
    std::fs::write(home.library().join("walk.md"), text).unwrap();
    home
}

/// The voice of this home, at the place where a voice listens.
fn voice(home: &Home, stuck: bool) -> Option<Service> {
    let socket = PathBuf::from("XDG_RUNTIME_DIR/speech-dispatcher/speechd.sock");
    let service = Service::start(stuck, Some(home.path().join(socket)));
    if service.is_none() {
        eprintln!("Not tested: this machine has no speech-dispatcher with eSpeak NG.");
    }
    service
}

/// Waits until this sentence is shown as spoken.
fn spoken(reader: &Reader, sentence: &str) {
    reader.until(
        "const [range] = CSS.highlights.get('spoken') ?? [];
         return range !== undefined && words(range.toString()) === arguments[0]",
        json!([sentence]),
    );
}

fn aloud(screen: &Screen) {
    let home = home(TEXT);
    let Some(_voice) = voice(&home, true) else { return };
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("A walk at low tide");
    reader.click("button", "More");
    reader.click("button", "Read aloud");
    let sentences = [
        "A walk at low tide",
        "Dr. Adler knew the way.",
        "She had walked it before!",
        "Then the water came.",
        "What the tide said",
        "One thing, and x2 of another.",
        "「潮が満ちる。」",
    ];
    spoken(&reader, sentences[0]);
    // The voice never ends a sentence here: each next one is begun by hand.
    for sentence in &sentences[1..] {
        reader.click("button", "Next sentence");
        spoken(&reader, sentence);
    }
    reader.click("button", "Next sentence");
    spoken(&reader, sentences[6]);
    reader.click("button", "Previous sentence");
    spoken(&reader, sentences[5]);
    reader.keys("l");
    reader.get("button", "Go on");
    reader.click("button", "Go on");
    reader.get("button", "Pause");

    // What is heard goes on while something else is looked at; its place is kept when it is stopped.
    reader.back();
    reader.get("region", "Listening");
    reader.click("button", "Stop listening");
    reader.until(
        "return one('region', 'Listening') === null && CSS.highlights.get('spoken').size === 0",
        json!([]),
    );
    let kept = window_tests::within(Duration::from_secs(5), || {
        home.listed("A walk at low tide").filter(|entry| entry["progress"].as_f64() > Some(0.5))
    });
    assert!(kept.is_some(), "{:?}", home.listed("A walk at low tide"));
}

fn followed(screen: &Screen) {
    let home = home(TEXT);
    let Some(voice) = voice(&home, false) else { return };
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    let titles = ["A walk at low tide", "The second walk"];
    std::fs::write(home.library().join("second.md"), "# The second walk\n\nIt was shorter.\n").unwrap();
    reader.says(titles[1]);
    for title in titles {
        reader.run(
            "const row = shelved().find((link) => link.innerText.includes(arguments[0])).closest('li');
             row.querySelector('.more').click()",
            json!([title]),
        );
        reader.click("button", "Read aloud, or after what is read now");
    }
    for title in titles {
        let read = window_tests::within(Duration::from_secs(20), || {
            home.listed(title).filter(|entry| entry["progress"] == 1.0)
        });
        assert!(read.is_some(), "{:?}", home.listed(title));
    }
    reader.until("return one('region', 'Listening') === null", json!([]));
    assert!(voice.sound() > 100_000, "{} bytes of sound", voice.sound());
}
