//! Reading aloud by a real Speech Dispatcher with eSpeak NG.
#![allow(clippy::unwrap_used, clippy::panic)]

mod service;

use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use service::Service;
use speech::{Error, Manner, Sentence, Speaker, Voices};

fn service(stuck: bool) -> Option<(Service, Speaker)> {
    let service = Service::start(stuck, None);
    if service.is_none() {
        eprintln!("Not tested: this machine has no speech-dispatcher with eSpeak NG.");
    }
    service.map(|service| {
        let speaker = Speaker::at(service.socket());
        (service, speaker)
    })
}

fn sentence(language: &str, text: &str) -> Sentence {
    Sentence { text: text.to_owned(), language: language.to_owned() }
}

fn usual() -> Manner {
    Manner { voice: None, speed: 1.0 }
}

/// What was begun, and how it ended.
fn said(speaker: &Speaker, sentences: &[Sentence], manner: &Manner) -> (Vec<usize>, Result<bool, Error>) {
    let begun = Mutex::new(Vec::new());
    let end = speaker.say(sentences, manner, &|at| begun.lock().unwrap().push(at));
    (begun.into_inner().unwrap(), end)
}

#[test]
fn sentences_are_said_one_after_another_and_can_be_heard() {
    let Some((service, speaker)) = service(false) else { return };
    let sentences = [
        sentence("en", "The ferry leaves at nine."),
        sentence("de", "Sie kehrt am Abend zurück."),
        sentence("en", " \u{b} "),
        sentence("en", "Nobody knows why."),
    ];
    assert_eq!(said(&speaker, &sentences, &usual()), (vec![0, 1, 3], Ok(true)));
    let normal = service.sound();
    // Two channels or one, a sentence of a second and more each: far over what silence would be.
    assert!(normal > 100_000, "{normal} bytes of sound");
    let quick = Manner { speed: 2.0, ..usual() };
    assert_eq!(said(&speaker, &sentences, &quick).1, Ok(true));
    let quick = service.sound() - normal;
    assert!(quick * 10 < normal * 7, "at double speed {quick} bytes of sound, {normal} before");
}

#[test]
fn no_text_and_no_name_is_a_command() {
    let Some((_service, speaker)) = service(false) else { return };
    let sentences = [
        sentence("en", "One.\r\n.\r\nQUIT\r\n"),
        sentence("en", ".\r\nCANCEL all"),
        sentence("en\r\nQUIT", ".. and so on"),
        sentence("", "Without a language"),
        sentence("tlh", "nuqneH"),
    ];
    assert_eq!(said(&speaker, &sentences, &usual()), (vec![0, 1, 2, 3, 4], Ok(true)));
    let voice = |name: &str| Manner { voice: Some(name.to_owned()), speed: f32::NAN };
    assert_eq!(said(&speaker, &sentences, &voice("espeak-ng/x\r\nQUIT")).1, Ok(true));
    // An engine that is gone leaves the words to the usual one.
    let gone = said(&speaker, &sentences[..1], &voice("no-such-engine/nobody"));
    assert_eq!(gone, (vec![0], Ok(true)));
}

#[test]
fn what_is_said_stops_when_it_is_told_to_or_something_else_is_said() {
    let Some((_service, speaker)) = service(true) else { return };
    let long = [sentence("en", &"and then another wave came in, ".repeat(60)), sentence("en", "The end.")];
    thread::scope(|threads| {
        let (speaker, long) = (&speaker, &long);
        for by_other in [false, true] {
            let (told, begun) = mpsc::channel();
            let first = threads.spawn(move || speaker.say(long, &usual(), &|at| told.send(at).unwrap()));
            assert_eq!(begun.recv_timeout(Duration::from_secs(20)), Ok(0));
            if by_other {
                let (told, begun) = mpsc::channel();
                let other =
                    threads.spawn(move || speaker.say(&long[..1], &usual(), &|at| told.send(at).unwrap()));
                assert_eq!(first.join().unwrap(), Ok(false));
                assert_eq!(begun.recv_timeout(Duration::from_secs(20)), Ok(0));
                speaker.hush();
                assert_eq!(other.join().unwrap(), Ok(false));
            } else {
                speaker.hush();
                assert_eq!(first.join().unwrap(), Ok(false));
            }
            assert!(begun.recv().is_err(), "the second sentence began");
        }
    });
}

#[test]
fn voices_are_listed_by_language() {
    let Some((_service, speaker)) = service(false) else { return };
    let Ok(Voices::System { voices }) = speaker.voices() else { panic!("no voices") };
    for language in ["en", "de", "uk", "ja", "ar"] {
        assert!(voices.iter().any(|voice| voice.language.split('-').next() == Some(language)), "{language}");
    }
    assert!(voices.iter().all(|voice| !voice.name.contains('+')));
    let german = voices.iter().find(|voice| voice.language == "de").unwrap();
    let manner = Manner { voice: Some(german.id.clone()), speed: 1.0 };
    assert_eq!(said(&speaker, &[sentence("de", "Guten Abend.")], &manner), (vec![0], Ok(true)));
}

#[test]
fn where_nothing_speaks_it_is_said() {
    let speaker = Speaker::at("nowhere/socket".into());
    assert_eq!(speaker.voices(), Err(Error::Absent));
    assert_eq!(speaker.say(&[sentence("en", "Hello.")], &usual(), &|_| {}), Err(Error::Absent));
    speaker.hush();
    assert!(Error::Absent.to_string().contains("speech-dispatcher"));
}
