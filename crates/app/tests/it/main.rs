//! The uses, with real folders: first start, links, media, files from outside. `settings` has what this machine keeps.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod known;
mod languages;
mod long;
mod queue;
mod report;
mod settings;

use std::fs;
use std::path::{Path, PathBuf};

use app::{App, Folders, Position, Target};
use tempfile::TempDir;

const FERRY: &str = "01a1f82f-0000-7000-8000-00000000f001";

/// A person's folders on a machine that never saw Offprint.
fn fresh(library: Option<&Path>) -> (TempDir, Folders) {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders {
        config: home.path().join("config"),
        cache: home.path().join("cache"),
        documents: home.path().join("Documents"),
        library: library.map(Path::to_owned),
    };
    (home, folders)
}

/// A copy of the fixture library, to be marked in.
fn library() -> (TempDir, PathBuf) {
    let copy = tempfile::tempdir().unwrap();
    let root = copy.path().join("library");
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/library"), &root);
    (copy, root)
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)
        } else {
            assert!(fs::copy(entry.path(), target).is_ok())
        }
    }
}

#[test]
fn the_first_start_makes_a_library_of_the_articles_that_come_with_the_program() {
    let (_home, folders) = fresh(None);
    let root = folders.documents.join("Offprint");
    let start = App::new(folders.clone()).start(None);
    assert_eq!(start.problem, None);
    assert_eq!(start.page.entries.len(), 11);
    assert_eq!(start.page.entries[0].title, "Welcome to Offprint", "newest first");
    for entry in &start.page.entries {
        assert!(entry.warnings.is_empty(), "{}: {:?}", entry.title, entry.warnings);
        assert!(entry.picture.is_some(), "{} has a picture", entry.title);
        assert!(root.join(&entry.path).is_file());
    }
    // A second start finds it and adds nothing.
    let again = App::new(folders).start(None);
    assert_eq!(again.page.entries.len(), start.page.entries.len());
}

#[test]
fn every_article_that_comes_with_the_program_shows_all_that_it_names() {
    let (_home, folders) = fresh(None);
    let app = App::new(folders);
    for entry in app.start(None).page.entries {
        let opened = app.open(&entry.id, None, &|key| format!("media:{key}")).unwrap();
        assert!(opened.document.warnings.is_empty(), "{}: {:?}", entry.title, opened.document.warnings);
        for medium in &opened.document.media {
            let picture = app.medium(&entry.id, &medium.key, None);
            assert!(picture.is_ok(), "{}: {}", entry.title, medium.source);
            assert!(!medium.alt.is_empty(), "{}: {} has no alt text", entry.title, medium.source);
        }
        let broken = opened.document.blocks.iter().find(|block| {
            block.html.contains("class=\"math\">$") || block.html.contains("<code class=\"math\"")
        });
        assert!(broken.is_none(), "{}: {broken:?}", entry.title);
    }
}

#[test]
fn a_library_that_was_open_once_is_never_made_anew() {
    let (_home, folders) = fresh(None);
    let root = folders.documents.join("Offprint");
    App::new(folders.clone()).library().unwrap();
    fs::rename(&root, folders.documents.join("Moved")).unwrap();
    let start = App::new(folders.clone()).start(None);
    assert_eq!(start.problem.unwrap().code, "library_unreachable");
    assert!(!root.exists(), "nothing was made in its place");
    // When the folder is back, so is the library, in the same program.
    let app = App::new(folders.clone());
    assert!(app.library().is_err());
    fs::rename(folders.documents.join("Moved"), &root).unwrap();
    assert!(app.start(None).page.entries.len() >= 4);
}

#[test]
fn a_drive_that_is_not_there_is_not_made_up_for() {
    let home = tempfile::tempdir().unwrap();
    let away = home.path().join("drive/Articles");
    let (_home, folders) = fresh(Some(&away));
    assert_eq!(App::new(folders).start(None).problem.unwrap().code, "library_unreachable");
    assert!(!home.path().join("drive").exists());
}

#[test]
fn another_folder_becomes_the_library_and_stays_it() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(None);
    let app = App::new(folders.clone());
    app.choose_library(&root).unwrap();
    assert_eq!(app.start(None).page.entries.len(), 2);
    let later = App::new(folders);
    assert_eq!(later.start(None).library.path, root.display().to_string());
    // One that was named for this run is the library only until another is chosen.
    let (_home, named) = fresh(Some(&root));
    let named = App::new(named);
    assert_eq!(named.start(None).library.path, root.display().to_string());
    named.default_library().unwrap();
    let start = named.start(None);
    assert!(start.page.entries.len() >= 4 && start.library.name == "Offprint", "{:?}", start.library);
    assert!(later.choose_library(&root.join("gone")).is_err());
    assert_eq!(
        later.start(None).page.entries.len(),
        2,
        "a folder that is not there leaves the library as it was"
    );
    later.default_library().unwrap();
    assert!(later.start(None).page.entries.len() >= 4);
}

#[test]
fn marks_hold_for_the_window_and_the_command_at_once() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let (window, command) = (App::new(folders.clone()), App::new(folders));
    window.start(None);
    assert!(command.set_bookmarked(FERRY, true).unwrap().bookmarked);
    let position = Position { block: "b".into(), within: 0.25, progress: 0.5 };
    window.set_position(FERRY, position.clone()).unwrap();
    let (_home, folders) = fresh(Some(&root));
    let later = App::new(folders).open(FERRY, None, &|_| String::new()).unwrap().marks;
    assert!(later.bookmarked);
    assert_eq!(later.position, Some(position));
    assert_eq!(command.set_bookmarked("no-such-article", true).unwrap_err().code, "article_gone");
}

#[test]
fn articles_are_found_by_any_field_without_regard_to_accents() {
    let (_copy, root) = library();
    let text = "---\ntitle: Un café à Orléans\nsite: Le Journal\nauthor: Zoë Ångström\nsection: Société\n---\n\nBonjour.\n";
    fs::write(root.join("cafe.md"), text).unwrap();
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders);
    for query in ["cafe", "CAFÉ orleans", "angstrom zoe", "journal", "societe", "cafe\u{301}"] {
        let found = app.list(query).unwrap().entries;
        assert!(found.len() == 1 && found[0].title == "Un café à Orléans", "{query}: {found:?}");
    }
    assert!(app.list("cafe bonjour").unwrap().entries.is_empty(), "not by the text");
}

#[test]
fn links_lead_to_articles_or_out_and_nowhere_else() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders);
    let ledger = app.list("ledger").unwrap().entries[0].id.clone();
    for (href, wiki, id, outside) in [
        ("ledger.txt", false, Some(&ledger), None),
        ("ledger", true, Some(&ledger), None),
        ("https://example.org/ledger", false, None, Some("https://example.org/ledger")),
        ("HTTP://example.org", false, None, Some("HTTP://example.org")),
        ("mailto:a@example.org", false, None, Some("mailto:a@example.org")),
    ] {
        let followed = app.follow(FERRY, href, wiki).unwrap();
        assert_eq!((followed.id.as_ref(), followed.outside.as_deref()), (id, outside), "{href}");
    }
    for href in [
        "gone.md",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "../../secret.md",
        "/etc/passwd",
        "https:",
        "offprint://open/none",
    ] {
        assert!(app.follow(FERRY, href, false).is_err(), "{href}");
    }
    assert!(app.follow(FERRY, "https://example.org", true).is_err(), "a wiki link never leads out");
}

#[test]
fn media_have_their_type_from_their_bytes_and_thumbnails_are_small() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders.clone());
    let media = app.open(FERRY, None, &|_| String::new()).unwrap().document.media;
    let (dusk, small) = (&media[0].key, &media[1].key);
    let mut whole = app.medium(FERRY, dusk, None).unwrap();
    assert_eq!(
        (whole.mime, whole.len()),
        ("image/jpeg", fs::metadata(root.join("pictures/dusk.jpg")).unwrap().len())
    );
    assert_eq!(whole.read(2, 3).unwrap(), fs::read(root.join("pictures/dusk.jpg")).unwrap()[2..5]);
    assert!(whole.read(whole.len(), 10).unwrap().is_empty());

    let mut thumbnail = app.medium(FERRY, dusk, Some(200)).unwrap();
    let bytes = thumbnail.read(0, thumbnail.len()).unwrap();
    assert_eq!(image::load_from_memory(&bytes).unwrap().width(), 240, "the next of the sizes that are made");
    assert_eq!(fs::read_dir(folders.cache.join("thumbnails")).unwrap().count(), 1);
    assert_eq!(app.medium(FERRY, dusk, Some(240)).unwrap().len(), bytes.len() as u64, "found again");
    assert_eq!(
        app.medium(FERRY, small, Some(200)).unwrap().mime,
        "image/png",
        "a small one is served as it is"
    );

    // The same, as a camera writes it that was held on its side: Exif data with orientation 6.
    let upright = image::load_from_memory(&bytes).unwrap();
    let mut turned = fs::read(root.join("pictures/dusk.jpg")).unwrap();
    let exif = b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    turned.splice(2..2, exif.iter().copied());
    fs::write(root.join("pictures/dusk.jpg"), turned).unwrap();
    let mut thumbnail = app.medium(FERRY, dusk, Some(200)).unwrap();
    let on_its_side = image::load_from_memory(&thumbnail.read(0, thumbnail.len()).unwrap()).unwrap();
    assert!(upright.width() > upright.height() && on_its_side.width() < on_its_side.height());

    fs::write(root.join("pictures/dusk.jpg"), "<script>alert(1)</script>").unwrap();
    assert_eq!(
        app.medium(FERRY, dusk, None).unwrap_err().code,
        "medium_missing",
        "text is no picture, whatever its name"
    );
    assert_eq!(app.medium(FERRY, "0000000000000000", None).unwrap_err().code, "medium_missing");
    assert_eq!(app.medium("..", "..", None).unwrap_err().code, "article_gone");
}

#[test]
fn a_file_is_read_where_the_library_can_not_be_reached() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root.join("drive/gone")));
    let app = App::new(folders);
    let id = app.find(&Target::File(root.join("ferry.md"))).unwrap();
    assert!(app.open(&id, None, &|_| String::new()).is_ok());
    let start = app.start(Some(id.clone()));
    assert_eq!((start.open, start.problem.unwrap().code.as_str()), (Some(id), "library_unreachable"));
    assert_eq!(app.find(&Target::File(root.join("none.md"))).unwrap_err().code, "article_gone");
    assert_eq!(app.find(&Target::Id("an-id".into())).unwrap_err().code, "library_unreachable");
}

#[test]
fn a_library_that_the_command_opened_is_known() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    App::new(folders.clone()).list("").unwrap();
    fs::remove_dir_all(&root).unwrap();
    assert_eq!(App::new(folders).start(None).problem.unwrap().code, "library_unreachable");
    assert!(!root.exists(), "nothing was made in its place");
}

#[test]
fn a_file_outside_the_library_is_read_and_not_marked() {
    let (_copy, root) = library();
    let (_home, folders) = fresh(Some(&root));
    let app = App::new(folders);
    let elsewhere = tempfile::tempdir().unwrap();
    copy_folder(&root, elsewhere.path());
    let file = elsewhere.path().join("ferry.md");
    let id = app.find(&Target::read(file.display().to_string(), Path::new("/"))).unwrap();
    let opened = app.open(&id, None, &|key| format!("media:{key}")).unwrap();
    assert_eq!(opened.document.meta.title.as_deref(), Some("The last ferry"));
    assert!(app.medium(&id, &opened.document.media[0].key, None).is_ok());
    assert_eq!(app.set_bookmarked(&id, true).unwrap_err().code, "outside");
    assert_eq!(app.whereabouts(Some(&id)).unwrap(), fs::canonicalize(&file).unwrap());
    assert!(app.find(&Target::File(elsewhere.path().join("none.md"))).is_err());

    let inside = app.find(&Target::File(root.join("ferry.md"))).unwrap();
    assert_eq!(inside, FERRY, "a file of the library is its article");
    assert_eq!(app.find(&Target::read(format!("offprint://open/{FERRY}"), Path::new("/"))).unwrap(), FERRY);
    assert_eq!(Target::read("file:///a%20b.md", Path::new("/x")), Target::File("/a b.md".into()));
    let page = "offprint://save?url=https%3A%2F%2Fpaper.example%2F";
    assert_eq!(Target::read(page, Path::new("/x")), Target::Save(page.to_owned()));
    assert_eq!(Target::read("b.md", Path::new("/x")), Target::File("/x/b.md".into()));
}

#[test]
fn the_specimen_opens_without_a_library_and_as_it_came() {
    let (_home, folders) = fresh(Some(Path::new("/nowhere")));
    let text = folders.cache.join("specimen/specimen.md");
    for spoilt in [None, Some("# Spoilt")] {
        spoilt.into_iter().for_each(|spoilt| fs::write(&text, spoilt).unwrap());
        let app = App::new(folders.clone());
        let id = app.find(&Target::read("--specimen", Path::new("/"))).unwrap();
        let document = app.open(&id, None, &|key| format!("media:{key}")).unwrap().document;
        assert_eq!(document.warnings, [""; 0]);
        assert_eq!(document.meta.section.as_deref(), Some("Specimen"));
        for medium in &document.media {
            let there = text.with_file_name(&medium.source).exists();
            assert_eq!(app.medium(&id, &medium.key, None).is_ok(), there, "{}", medium.source);
        }
        let here = document.media.iter().filter(|medium| text.with_file_name(&medium.source).exists());
        assert!(here.count() >= 6, "{:?}", document.media);
    }
}
