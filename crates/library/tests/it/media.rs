//! Media are found where articles mean them, and nowhere outside the library.

use std::fs;
use std::io::Read;

use article::{Document, Status, media_key};
use library::{Code, loose, loose_medium};

use crate::{id, library_of, open, write};

const SVG: &str = r#"<?xml version="1.0"?><svg stroke-width="3" viewBox="0 0 640 480" xmlns="http://www.w3.org/2000/svg"/>"#;

fn status(document: &Document, source: &str) -> Status {
    document.media.iter().find(|medium| medium.source == source).unwrap_or_else(|| panic!("{source}")).status
}

#[test]
fn media_are_measured_and_given() {
    let folder = library_of(&[
        ("a/a.md", "---\nid: a\n---\n\n![One](one.svg)\n\n![Gone](gone.svg)\n"),
        ("a/one.svg", SVG),
    ]);
    let library = open(folder.path(), 1);
    let document = library.document("a", &|key, _| format!("test:{key}")).unwrap();
    assert_eq!((document.media[0].width, document.media[0].height), (Some(640), Some(480)));
    assert!(
        document.blocks[0].html.contains(&format!("test:{}", media_key("one.svg"))),
        "{}",
        document.blocks[0].html
    );
    assert_eq!(status(&document, "gone.svg"), Status::Missing);

    // A library that was only just opened finds it as well.
    for library in [&library, &open(folder.path(), 1)] {
        let mut medium = library.medium("a", &media_key("one.svg")).unwrap();
        let mut text = String::new();
        medium.file.read_to_string(&mut text).unwrap();
        assert_eq!((text.as_str(), medium.len), (SVG, SVG.len() as u64));
        assert_eq!(library.medium("a", &media_key("gone.svg")).unwrap_err().code, Code::MediumMissing);
        assert_eq!(library.medium("a", "0123456789abcdef").unwrap_err().code, Code::MediumMissing);
        assert_eq!(library.medium("b", &media_key("one.svg")).unwrap_err().code, Code::ArticleGone);
    }
    // What comes later is found then.
    write(&folder.path().join("a/gone.svg"), SVG);
    library.refresh(&[folder.path().join("a/gone.svg")]).unwrap();
    assert!(library.medium("a", &media_key("gone.svg")).is_ok());
}

#[cfg(unix)]
#[test]
fn nothing_outside_is_given() {
    let outside = library_of(&[("secret.png", "secret")]);
    let secret = outside.path().join("secret.png");
    let sources = [
        "link.png".to_owned(),
        "folder/secret.png".to_owned(),
        "../../../../../../../../etc/passwd".to_owned(),
        "%2e%2e/%2e%2e/secret.png".to_owned(),
        secret.to_str().unwrap().to_owned(),
        format!("file://{}", secret.display()),
        "..\\..\\secret.png".to_owned(),
        "../.offprint/devices/x.png".to_owned(),
        "pipe.png".to_owned(),
    ];
    let text: String = sources.iter().map(|source| format!("![x](<{source}>)\n\n")).collect();
    let folder =
        library_of(&[("a/a.md", &format!("---\nid: a\n---\n\n{text}")), (".offprint/devices/x.png", "x")]);
    std::os::unix::fs::symlink(&secret, folder.path().join("a/link.png")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("a/folder")).unwrap();
    assert!(
        std::process::Command::new("mkfifo")
            .arg(folder.path().join("a/pipe.png"))
            .status()
            .unwrap()
            .success()
    );
    let library = open(folder.path(), 1);
    let document = library.document("a", &|key, _| key.to_owned()).unwrap();
    assert!(!document.media.is_empty());
    for medium in &document.media {
        assert_ne!(medium.status, Status::Saved, "{}", medium.source);
    }
    for source in &sources {
        let code = library.medium("a", &media_key(source)).unwrap_err().code;
        assert_eq!(code, Code::MediumMissing, "{source}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_is_put_in_place_later_is_not_followed() {
    let outside = library_of(&[("secret.png", "secret")]);
    let folder = library_of(&[("a/a.md", "---\nid: a\n---\n\n![One](one.png)\n"), ("a/one.png", "one")]);
    let library = open(folder.path(), 1);
    library.document("a", &|key, _| key.to_owned()).unwrap();
    assert!(library.medium("a", &media_key("one.png")).is_ok());
    fs::remove_file(folder.path().join("a/one.png")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.png"), folder.path().join("a/one.png")).unwrap();
    assert_eq!(library.medium("a", &media_key("one.png")).unwrap_err().code, Code::MediumMissing);
}

#[test]
fn a_single_file_shows_what_lies_beside_it() {
    let folder = library_of(&[
        ("x/letter.md", "![One](one.svg)\n\n![Two](../two.svg)\n"),
        ("x/one.svg", SVG),
        ("two.svg", SVG),
    ]);
    let file = folder.path().join("x/letter.md");
    let document = loose(&file, &|_, path| path.display().to_string()).unwrap();
    assert_eq!(document.meta.title.as_deref(), Some("letter"));
    assert_eq!(status(&document, "one.svg"), Status::Saved);
    assert_eq!(status(&document, "../two.svg"), Status::Refused);
    assert_eq!(loose_medium(&file, &media_key("one.svg")).unwrap().len, SVG.len() as u64);
    assert_eq!(loose_medium(&file, &media_key("../two.svg")).unwrap_err().code, Code::MediumMissing);
    let none = |_: &str, _: &std::path::Path| String::new();
    assert_eq!(loose(&folder.path().join("none.md"), &none).unwrap_err().code, Code::ArticleGone);
    assert_eq!(loose(folder.path(), &none).unwrap_err().code, Code::ArticleUnreadable);
}

#[test]
fn a_single_file_is_not_read_anew_for_each_of_its_media() {
    let folder = library_of(&[("x/a.md", "![](one.svg)"), ("x/one.svg", SVG), ("x/two.svg", SVG)]);
    let file = folder.path().join("x/a.md");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    let key = media_key("one.svg");
    assert!(loose_medium(&file, &key).is_ok());
    // Who reads it again would find another picture; by size and time it is as it was.
    fs::write(&file, "![](two.svg)").unwrap();
    let set = |time| fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    set(time);
    assert!(loose_medium(&file, &key).is_ok());
    set(time + std::time::Duration::from_secs(5));
    assert_eq!(loose_medium(&file, &key).unwrap_err().code, Code::MediumMissing);
    assert!(loose_medium(&file, &media_key("two.svg")).is_ok());
    fs::remove_file(folder.path().join("x/two.svg")).unwrap();
    assert_eq!(loose_medium(&file, &media_key("two.svg")).unwrap_err().code, Code::MediumMissing);
}

#[cfg(unix)]
#[test]
fn a_single_file_s_medium_that_becomes_a_link_is_not_followed() {
    let folder = library_of(&[("x/a.md", "![](one.svg)"), ("x/one.svg", SVG), ("secret.svg", SVG)]);
    let file = folder.path().join("x/a.md");
    assert!(loose_medium(&file, &media_key("one.svg")).is_ok());
    fs::remove_file(folder.path().join("x/one.svg")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("secret.svg"), folder.path().join("x/one.svg")).unwrap();
    assert_eq!(loose_medium(&file, &media_key("one.svg")).unwrap_err().code, Code::MediumMissing);
}

#[test]
fn three_hundred_pictures_are_looked_for_once() {
    let text: String = (0..300).map(|number| format!("![x](media/{number}.svg)\n\n")).collect();
    let folder = library_of(&[("a/a.md", &format!("---\nid: a\n---\n\n{text}"))]);
    for number in 0..300 {
        write(&folder.path().join(format!("a/media/{number}.svg")), SVG);
    }
    let library = open(folder.path(), 1);
    let id = id(&library, "a/a.md");
    let found = std::cell::Cell::new(0);
    let address = |key: &str, _: &std::path::Path| {
        found.set(found.get() + 1);
        key.to_owned()
    };
    let document = library.document(&id, &address).unwrap();
    assert_eq!(document.media.iter().filter(|medium| medium.width == Some(640)).count(), 300);
    assert_eq!(found.get(), 300, "each is looked for once");
    // Whoever would parse the article again finds other pictures; each of these is known by now.
    let file = folder.path().join("a/a.md");
    let (time, size) = fs::metadata(&file).map(|file| (file.modified().unwrap(), file.len())).unwrap();
    fs::write(&file, " ".repeat(usize::try_from(size).unwrap())).unwrap();
    fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    for medium in &document.media {
        assert!(library.medium(&id, &medium.key).is_ok(), "{}", medium.source);
    }
}
