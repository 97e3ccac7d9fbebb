//! The media protocol, as the window's scripts meet it.

use std::fs::{self, File};
use std::io::Write;

use serde_json::{Value, json};
use window_tests::home::Home;
use window_tests::reader::Start;
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[("a_long_recording_comes_in_parts_or_not_at_all", parts)];

fn parts(screen: &Screen) {
    let home = Home::new();
    fs::write(home.library().join("talk.md"), "# A long talk\n\n![The talk](talk.mp3)\n").unwrap();
    let mut sound = File::create(home.library().join("talk.mp3")).unwrap();
    sound.write_all(b"ID3\x04").unwrap();
    sound.set_len(600 * 1024 * 1024).unwrap();
    let id = home.listed("A long talk").unwrap()["id"].as_str().unwrap().to_owned();
    let shown = home.offprint(&["show", &id, "--json"]).stdout;
    let key =
        serde_json::from_slice::<Value>(&shown).unwrap()["media"][0]["key"].as_str().unwrap().to_owned();

    let reader = Start::new(screen, &home).open();
    reader.shelf();
    for (range, status, part, length) in [
        (Some("bytes=0-3"), 206, json!("bytes 0-3/629145600"), 4),
        (Some("bytes=4194304-8388607"), 206, json!("bytes 4194304-8388607/629145600"), 4_194_304),
        (Some("bytes=629145600-"), 416, json!("bytes */629145600"), 0),
        (None, 413, json!("bytes */629145600"), 0),
    ] {
        let answer = reader.run_async(
            "const [id, key, range] = arguments;
             const headers = range === null ? {} : { Range: range };
             const answer = await fetch(`offprint-media://localhost/${id}/${key}`, { headers });
             return [answer.status, answer.headers.get('Content-Range'), (await answer.arrayBuffer()).byteLength];",
            json!([id, key, range]),
        );
        assert_eq!(answer, json!([status, part, length]), "{range:?}");
    }
}
