//! An article is read aloud by a real voice, its sentences are shown, and others follow it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;
use window_tests::beside;
use window_tests::home::Home;
use window_tests::reader::{Reader, Start};
use window_tests::screen::Screen;
use window_tests::service::Service;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, Proxy, proxy};
use zbus::proxy::CacheProperties;
use zbus::zvariant::OwnedValue;

use super::Case;

pub(super) const CASES: &[Case] = &[
    ("an_article_is_read_aloud_sentence_by_sentence", aloud),
    ("what_is_read_aloud_is_read_to_its_end_and_others_follow", followed),
    ("the_desktop_shows_what_is_heard_and_its_keys_are_obeyed", keys),
    ("a_sound_and_the_voice_are_not_heard_at_once", alone),
];

/// What is said, by the window and by nobody else.
const TEXT: &str = "---
title: A walk at low tide
author: Ida Adler
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

/// By the menu of the open article.
fn read_aloud(reader: &Reader) {
    reader.choose("More", "Read aloud");
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
    let unread = "---\ntitle: Izilwane zasolwandle\nlanguage: zu\n---\n\nLe ndaba imfushane.\n";
    std::fs::write(home.library().join("zulu.md"), unread).unwrap();
    let Some(_voice) = voice(&home, true) else { return };
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("A walk at low tide");
    read_aloud(&reader);
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
    // What nobody can read takes nothing from what is heard.
    reader.open("Izilwane zasolwandle");
    read_aloud(&reader);
    reader.says("No voice");
    reader.get("button", "Pause");
    assert!(reader.text().contains("A walk at low tide"), "{}", reader.text());
    reader.back();
    reader.click("button", "Stop listening");
    reader.until("return one('region', 'Listening') === null && !CSS.highlights.has('spoken')", json!([]));
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

fn keys(screen: &Screen) {
    let home = home(TEXT);
    let Some(_voice) = voice(&home, true) else { return };
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("A walk at low tide");
    let desktop = Desktop::of(&reader);
    assert_eq!(desktop.players(), [""; 0], "a player is shown though nothing is heard");

    read_aloud(&reader);
    spoken(&reader, "A walk at low tide");
    desktop.becomes("Playing");
    let metadata = desktop.metadata();
    assert_eq!(<&str>::try_from(&metadata["xesam:title"]).unwrap(), "A walk at low tide");
    let by = Vec::<String>::try_from(metadata["xesam:artist"].clone()).unwrap();
    assert_eq!(by, ["Ida Adler"]);
    assert!(!metadata.contains_key("mpris:artUrl"), "its picture is not in the library");
    let root = desktop.interface("org.mpris.MediaPlayer2");
    assert_eq!(root.get_property::<String>("Identity").unwrap(), "Offprint");
    assert_eq!(root.get_property::<String>("DesktopEntry").unwrap(), "org.offprint.reader");
    assert!(!root.get_property::<bool>("CanQuit").unwrap());
    assert!(!desktop.player().get_property::<bool>("CanSeek").unwrap());

    desktop.press("PlayPause");
    reader.get("button", "Go on");
    desktop.becomes("Paused");
    desktop.press("Pause");
    desktop.press("Next");
    spoken(&reader, "Dr. Adler knew the way.");
    desktop.press("Next");
    spoken(&reader, "She had walked it before!");
    desktop.press("Previous");
    spoken(&reader, "Dr. Adler knew the way.");
    assert!(reader.has("button", "Go on"), "what is paused goes on by itself");
    desktop.press("Play");
    reader.get("button", "Pause");
    desktop.becomes("Playing");
    desktop.press("Play");
    desktop.press("Pause");
    desktop.becomes("Paused");

    // What is done in the window is shown outside.
    reader.click("button", "Go on");
    desktop.becomes("Playing");
    desktop.press("Stop");
    reader.until("return one('region', 'Listening') === null", json!([]));
    desktop.shows_nothing();

    // And once more, from the beginning to the end of it.
    reader.keys("l");
    desktop.becomes("Playing");
    reader.click("button", "Stop listening");
    desktop.shows_nothing();
    reader.keys("l");
    desktop.becomes("Playing");
    // A page that is loaded anew, as another language does, says nothing.
    reader.run("location.reload()", json!([]));
    desktop.shows_nothing();
}

fn alone(screen: &Screen) {
    let home = home(
        "# The horn\n\nIt sounds at noon.\n\n![The quay](quay.png)\n\n![](horn.wav \"The horn at noon\")\n",
    );
    std::fs::copy(beside("fixtures/library/harbour/quay.png"), home.library().join("quay.png")).unwrap();
    std::fs::write(home.library().join("horn.wav"), super::media::wave(600_000)).unwrap();
    let Some(_voice) = voice(&home, true) else { return };
    let reader = Start::new(screen, &home).open();
    reader.shelf();
    reader.open("The horn");
    let desktop = Desktop::of(&reader);
    read_aloud(&reader);
    desktop.becomes("Playing");
    let picture = desktop.metadata()["mpris:artUrl"].try_clone().unwrap();
    let picture = String::try_from(picture).unwrap();
    assert!(picture.starts_with("file:///") && picture.ends_with("/library/quay.png"), "{picture}");

    reader.click("button", "Play: The horn at noon");
    reader.until("const sound = document.querySelector('audio'); return sound && !sound.paused && sound.currentTime > 0", json!([]));
    desktop.becomes("Paused");
    reader.get("button", "Go on");
    // The web view shows the sound in a player of its own.
    let two = window_tests::within(Duration::from_secs(20), || {
        ((desktop.players().len(), desktop.all().len()) == (1, 2)).then_some(())
    });
    assert!(two.is_some(), "{:?}", desktop.all());
    reader.click("button", "Go on");
    reader.until("return document.querySelector('audio').paused", json!([]));
    desktop.becomes("Playing");
}

/// What a desktop shows of the players on its bus.
struct Desktop(Connection);

impl Desktop {
    fn of(reader: &Reader) -> Desktop {
        Desktop(Builder::address(reader.bus().as_str()).unwrap().build().unwrap())
    }

    /// The names of all players.
    fn all(&self) -> Vec<String> {
        let names = DBusProxy::new(&self.0).unwrap().list_names().unwrap();
        let names = names.into_iter().map(|name| name.to_string());
        names.filter(|name| name.starts_with("org.mpris.MediaPlayer2.")).collect()
    }

    /// Those of listening.
    fn players(&self) -> Vec<String> {
        let own = |name: &String| name.starts_with("org.mpris.MediaPlayer2.org.offprint.reader.");
        self.all().into_iter().filter(own).collect()
    }

    fn interface(&self, name: &'static str) -> Proxy<'_> {
        let player = window_tests::within(Duration::from_secs(20), || self.players().into_iter().next());
        let player = player.expect("no player is shown");
        let proxy = proxy::Builder::<Proxy>::new(&self.0).destination(player).unwrap();
        let proxy = proxy.path("/org/mpris/MediaPlayer2").unwrap().interface(name).unwrap();
        proxy.cache_properties(CacheProperties::No).build().unwrap()
    }

    fn player(&self) -> Proxy<'_> {
        self.interface("org.mpris.MediaPlayer2.Player")
    }

    fn metadata(&self) -> HashMap<String, OwnedValue> {
        self.player().get_property("Metadata").unwrap()
    }

    fn press(&self, key: &str) {
        self.player().call_method(key, &()).unwrap();
    }

    fn becomes(&self, status: &str) {
        let mut last = String::new();
        let became = window_tests::within(Duration::from_secs(20), || {
            last = self.player().get_property("PlaybackStatus").unwrap_or_default();
            (last == status).then_some(())
        });
        assert!(became.is_some(), "{last}, not {status}");
    }

    fn shows_nothing(&self) {
        let gone = window_tests::within(Duration::from_secs(20), || self.players().is_empty().then_some(()));
        assert!(gone.is_some(), "{:?}", self.players());
    }
}
