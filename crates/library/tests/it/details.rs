//! What an article says of itself is set right in its own file: nothing else of it becomes another.

use std::fs;

use library::{Code, Details, Library};

use crate::{id, library_of, open};

const CLIPPING: &str = "---\ntitle: \"A longe\"\nsource: https://site.example/a\nauthor:\n  - \"[[Jane Doe]]\"\npublished: 2020-01-02\nrating: 5   # mine\naliases: [x,  y]\ntags:\n- \"clippings\"\n---\n\n# A heading\n\nText  \nwith two spaces.\r\n";

/// A library with this file in it, and the id of its article.
fn library(file: &str, text: &[u8]) -> (tempfile::TempDir, Library, String) {
    let folder = library_of(&[(file, "")]);
    fs::write(folder.path().join(file), text).unwrap();
    let library = open(folder.path(), 1);
    let id = id(&library, file);
    (folder, library, id)
}

fn details(set: impl FnOnce(&mut Details)) -> Details {
    let mut details = Details::default();
    set(&mut details);
    details
}

#[test]
fn what_is_asked_for_is_set_and_every_other_byte_stays_and_it_is_taken_back() {
    let (folder, library, id) = library("vault/a.md", CLIPPING.as_bytes());
    let file = folder.path().join("vault/a.md");
    #[cfg(unix)]
    fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let asked = details(|it| {
        it.title = Some(" A  longer title: “quoted” \n".to_owned());
        it.author = Some("John Roe".to_owned());
        it.published = Some("2019".to_owned());
        it.section = Some("Essays".to_owned());
        it.site = Some(String::new());
    });
    library.set_details(&id, &asked).unwrap();
    let expected = CLIPPING
        .replace("title: \"A longe\"", "title: \"A longer title: “quoted”\"")
        .replace("author:\n  - \"[[Jane Doe]]\"", "author: \"John Roe\"")
        .replace("published: 2020-01-02", "published: \"2019\"")
        .replace("\"clippings\"\n---", "\"clippings\"\nsection: \"Essays\"\n---");
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600, "who may read it stays as it was");
    }
    let meta = library.document(&id, &|_, _| String::new()).unwrap().meta;
    assert_eq!(meta.title.as_deref(), Some("A longer title: “quoted”"));
    assert_eq!((meta.author.as_deref(), meta.published.as_deref()), (Some("John Roe"), Some("2019")));

    // Asked for once more, the file is not written.
    let written = fs::metadata(&file).unwrap().modified().unwrap();
    library.set_details(&id, &asked).unwrap();
    assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), written);

    library.undo_details(&id).unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), CLIPPING);
    assert_eq!(library.undo_details(&id).unwrap_err().code, Code::NotSaved, "it is taken back once");
}

#[test]
fn what_was_written_meanwhile_is_not_undone() {
    let (folder, library, id) = library("a.md", CLIPPING.as_bytes());
    library.set_details(&id, &details(|it| it.title = Some("Other".to_owned()))).unwrap();
    let file = folder.path().join("a.md");
    let mine = fs::read_to_string(&file).unwrap() + "A line of mine.\n";
    fs::write(&file, &mine).unwrap();
    let error = library.undo_details(&id).unwrap_err();
    assert!(error.message.contains("changed meanwhile"), "{error}");
    assert_eq!(fs::read_to_string(&file).unwrap(), mine);
}

#[test]
fn what_can_not_be_set_right_is_said_and_nothing_is_written() {
    let title = || details(|it| it.title = Some("New".to_owned()));
    let date = |date: &str| details(|it| it.published = Some(date.to_owned()));
    let cases: [(&str, &[u8], Details, &str); 10] = [
        ("a.md", b"---\n{title: Old, id: a}\n---\nText", title(), "text editor"),
        ("a.md", b"---\ntitle: Old\nauthor: A\nText under no closing line", title(), "text editor"),
        ("a.md", b"---\ntitle: \"Old\ntitle\"\n---\nText", title(), "text editor"),
        ("a.md", b"---\n\"title\": Old\n---\nText", title(), "text editor"),
        ("a.md", b"---\ndate: 2020-01-02\n---\nText", date(""), "text editor"),
        ("a.md", b"Caf\xe9 au lait, and a long enough text", title(), "UTF-8"),
        ("a.txt", b"Plain words", title(), "plain text"),
        ("a.md", b"Text", date("31.5.2019"), "Write the day as 2019-05-31"),
        ("a.md", b"Text", date("2019-02-30"), "Write the day as 2019-05-31"),
        ("a.md", b"Text", details(|it| it.language = Some("English".to_owned() + " US")), "language"),
    ];
    for (file, text, asked, says) in cases {
        let (folder, library, id) = library(file, text);
        let shown = String::from_utf8_lossy(text);
        let error = library.set_details(&id, &asked).unwrap_err();
        assert!(error.code == Code::NotSaved && error.message.contains(says), "{shown:?}: {error}");
        assert_eq!(fs::read(folder.path().join(file)).unwrap(), text, "{shown:?}");
    }
}

#[test]
fn a_text_without_front_matter_gets_one() {
    for (text, expected) in [
        ("# Heading\n\nText\n", "---\ntitle: \"New\"\n---\n# Heading\n\nText\n"),
        ("---\nA poem\n---\n", "---\ntitle: \"New\"\n---\n---\nA poem\n---\n"),
        ("\u{feff}Text\r\n", "\u{feff}---\r\ntitle: \"New\"\r\n---\r\nText\r\n"),
        ("---\n---\nText\n", "---\ntitle: \"New\"\n---\nText\n"),
    ] {
        let (folder, library, id) = library("a.md", text.as_bytes());
        library.set_details(&id, &details(|it| it.title = Some("New".to_owned()))).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.md")).unwrap(), expected);
    }
}

/// A loose file may be a link, within the library and out of it.
#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let (folder, library, _) = library("here/a.md", b"Text");
    let outside = library_of(&[("b.md", "Other")]);
    std::os::unix::fs::symlink("here/a.md", folder.path().join("link.md")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("b.md"), folder.path().join("out.md")).unwrap();
    library.scan().unwrap();
    let asked = details(|it| it.title = Some("New".to_owned()));
    for entry in library.shelf().unwrap().entries {
        let done = library.set_details(&entry.id, &asked);
        assert_eq!(done.is_ok(), entry.path != "out.md", "{}: {done:?}", entry.path);
    }
    assert!(fs::symlink_metadata(folder.path().join("link.md")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(outside.path().join("b.md")).unwrap(), "Other");
}
