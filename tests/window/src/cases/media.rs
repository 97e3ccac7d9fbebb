//! Pictures by themselves, and sound.

use std::fs;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start, key};
use window_tests::screen::Screen;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("a_picture_opens_by_itself_and_gives_the_focus_back", lightbox),
    ("a_finger_and_the_arrows_lead_through_all_pictures", gallery),
    ("a_sound_is_fetched_when_it_is_to_play", sound),
];

fn lightbox(screen: &Screen) {
    let home = Home::with(&beside("fixtures/library"));
    let reader = Start::new(screen, &home).open();
    reader.open("The harbour in winter");
    let closed = "return !one('dialog', 'Picture')";
    let shows = "return one('img', 'The quay from above', one('dialog', 'Picture') ?? document.head)?.naturalWidth === 320";

    let picture = reader.until("return one('article').querySelector('[data-block] img')", json!([]));
    let picture = window_tests::webdriver::Element::of(&picture).unwrap();
    reader.session().click(&picture).unwrap();
    reader.until(shows, json!([]));
    reader.keys(&key::ESCAPE.to_string());
    reader.until(closed, json!([]));
    reader.reads("The harbour in winter");

    reader.start_again(screen, &home, &[]);
    reader.until("return document.hasFocus()", json!([]));
    let name = "Enlarge picture: The quay from above";
    reader.run("one('button', arguments[0]).focus()", json!([name]));
    reader.keys(&key::ENTER.to_string());
    reader.until(shows, json!([]));
    reader.keys(&key::ESCAPE.to_string());
    reader.until(closed, json!([]));
    reader.until("return nameOf(document.activeElement) === arguments[0]", json!([name]));
    reader.reads("The harbour in winter");
}

fn gallery(screen: &Screen) {
    let home = Home::with(&beside("../../articles"));
    let reader = Start::new(screen, &home).open();
    reader.resize(390, 844);
    reader.shelf();
    reader.open("Eight plates, each drawn by a rule");
    reader.run("document.querySelector('article figure img').click()", json!([]));
    let all = reader.run("return document.querySelectorAll('article figure img').length", json!([]));
    let shows = |number: u64, why: &str| {
        let words = format!("{number} of {all}");
        reader.until(
            "return document.querySelector('.lightbox .count')?.textContent === arguments[0]",
            json!([words]),
        );
        let told = reader.run(
            "const picture = [...document.querySelectorAll('article figure img')][arguments[0]];
             const box = document.querySelector('.lightbox');
             return [box.querySelector('.stage img').alt === picture.alt, box.querySelector('.lightbox-caption').textContent === picture.closest('figure').querySelector('figcaption').textContent]",
            json!([number - 1]),
        );
        assert_eq!(told, json!([true, true]), "{why}");
    };
    let swipe = |from: u32, to: u32| {
        reader.run(
            "const [from, to] = arguments; const image = document.querySelector('.lightbox .stage img');
             const at = (type, clientX) => image.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', pointerId: 7, isPrimary: true, clientX, clientY: 400, bubbles: true }));
             at('pointerdown', from); at('pointermove', (from + to) / 2); at('pointerup', to); image.click()",
            json!([from, to]),
        );
    };
    shows(1, "the one that was chosen");
    reader.keys(&key::RIGHT.to_string());
    shows(2, "an arrow");
    swipe(300, 100);
    shows(3, "a finger towards the left");
    swipe(100, 300);
    shows(2, "and towards the right");
    assert_eq!(
        reader.run("return document.querySelector('.lightbox').hasAttribute('data-close-up')", json!([])),
        false
    );
    // Closer, a finger moves it.
    reader.run("document.querySelector('.lightbox .stage img').click()", json!([]));
    swipe(300, 100);
    shows(2, "it is only moved");
    reader.keys(&key::ESCAPE.to_string());
    reader.until("return !one('dialog', 'Picture')", json!([]));
}

fn sound(screen: &Screen) {
    let home = Home::new();
    let folder = home.library();
    let wave = wave(6 << 20);
    fs::write(folder.join("horn.wav"), &wave).unwrap();
    fs::write(folder.join("long.wav"), &wave).unwrap();
    fs::File::options().write(true).open(folder.join("long.wav")).unwrap().set_len(201 << 20).unwrap();
    fs::write(
        folder.join("horn.md"),
        "# The horn\n\n![](horn.wav \"The horn at noon\")\n\n![All of a day](long.wav)\n",
    )
    .unwrap();
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.run(
        "window.asked = []; const ask = window.fetch;
         window.fetch = (address, how) => (/offprint-media/.test(address) && asked.push(how.headers.Range), ask(address, how))",
        json!([]),
    );
    reader.open("The horn");
    reader.get("button", "Play: The horn at noon");
    assert_eq!(asked(&reader), json!([]), "a sound was fetched before anyone pressed play");

    reader.click("button", "Play: The horn at noon");
    reader.until("const sound = document.querySelector('audio'); return sound && !sound.paused && sound.currentTime > 0", json!([]));
    let pieces = ["bytes=209715200-209715200", "bytes=0-4194303", "bytes=4194304-8388607"];
    assert_eq!(asked(&reader), json!(pieces), "whether it is too large, then all of it in pieces");

    reader.click("button", "Play: All of a day");
    reader.says("larger than 200 MB");
    reader.get("button", "Show in file manager");
}

fn asked(reader: &Reader) -> serde_json::Value {
    reader.run("return asked", json!([]))
}

/// A sound of this many samples, 8,000 a second of one byte: <http://soundfile.sapp.org/doc/WaveFormat/>
pub(super) fn wave(samples: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend(b"RIFF");
    bytes.extend((36 + samples).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16_u32.to_le_bytes());
    bytes.extend([1, 0, 1, 0]);
    bytes.extend(8000_u32.to_le_bytes());
    bytes.extend(8000_u32.to_le_bytes());
    bytes.extend([1, 0, 8, 0]);
    bytes.extend(b"data");
    bytes.extend(samples.to_le_bytes());
    bytes.extend((0..samples).map(|at| if at / 9 % 2 == 0 { 118 } else { 138 }));
    bytes
}
