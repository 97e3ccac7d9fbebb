//! Articles that are fetched again: the new text in place and the old one kept, or the other way round; nothing is lost.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use library::{Code, Details, Library, New, Renewed, Version, Wanted};
use tempfile::TempDir;

const PICTURE: &str = "https://site.example/boat.png";
const MAP: &str = "https://site.example/map.png";

struct Home {
    _folder: TempDir,
    root: PathBuf,
    id: String,
}

impl Home {
    /// A library with one article, fetched long ago.
    fn new() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("library");
        fs::create_dir(&root).unwrap();
        let library = crate::open(&root, 7);
        let address = "https://site.example/a".to_owned();
        let waiting = library.queue(&[Wanted { address, title: None }]).unwrap().remove(0);
        let id = waiting.id.clone();
        let mut claim = library.claim(waiting).unwrap().unwrap();
        write(&mut claim.staged, PICTURE);
        let new = New { page: Some(b"<p>First"), ..capture(FIRST) };
        library.deliver(claim, &new).unwrap();
        let home = Home { _folder: folder, root, id };
        let ledger = home.read("media.json");
        let fetched = home.ledger()["article"]["fetched"].as_str().unwrap().to_owned();
        home.write("media.json", &ledger.replace(&fetched, "2026-01-02T03:04:05Z"));
        home
    }

    fn library(&self) -> Library {
        let library = crate::open(&self.root, 7);
        library.scan().unwrap();
        library
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.root.join("Boats").join(name)).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.root.join("Boats").join(name), text).unwrap();
    }

    fn ledger(&self) -> serde_json::Value {
        serde_json::from_str(&self.read("media.json")).unwrap()
    }

    /// Fetches it again: `markdown` comes, with what of its media was not here.
    fn fetch(&self, markdown: &str, set_aside: Option<&str>) -> Renewed {
        let library = self.library();
        let mut renewal = library.renew(&self.id).unwrap().unwrap();
        assert!(self.library().renew(&self.id).unwrap().is_none(), "one at a time");
        assert_eq!(renewal.address, "https://site.example/a");
        for source in [PICTURE, MAP] {
            let here = renewal.here.iter().find(|item| item.source == source).cloned();
            match here {
                _ if !markdown.contains(source) => {}
                Some(item) => renewal.staged.here(item),
                None => write(&mut renewal.staged, source),
            }
        }
        let new = New { page: Some(b"<p>Second"), ..capture(markdown) };
        library.renewed(renewal, &new, set_aside).unwrap()
    }

    fn versions(&self) -> Vec<Version> {
        self.library().versions(&self.id).unwrap()
    }

    /// The texts that are kept, the current one first.
    fn texts(&self) -> Vec<String> {
        let library = self.library();
        let body = |text: &str| text.splitn(3, "---\n").nth(2).unwrap().trim().to_owned();
        let mut texts = vec![body(&library.text(&self.id).unwrap())];
        let others = self.versions().into_iter().filter(|version| !version.current);
        texts.extend(others.map(|version| library.texts(&self.id, &version.time).unwrap()[1].clone()));
        texts
    }
}

const FIRST: &str = "First words.\n\n![A boat](https://site.example/boat.png)";
const SECOND: &str = "Second words, and a few more.\n\n![A boat](https://site.example/boat.png)\n\n![A map](https://site.example/map.png)";

fn capture(markdown: &str) -> New<'_> {
    New { title: "Boats", source: "https://site.example/a", author: Some("Ada"), markdown, ..New::default() }
}

fn write(staged: &mut library::Staged, source: &str) {
    let mut part = staged.begin().unwrap();
    part.write_all(source.as_bytes()).unwrap();
    staged.saved(source, "png", None, part.close().unwrap()).unwrap();
}

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        match file.is_dir() {
            true => found.extend(files(&file)),
            false => drop(found.insert(file.clone(), fs::read(&file).unwrap())),
        }
    }
    found
}

#[test]
fn a_new_text_takes_the_place_of_the_old_one_which_is_kept() {
    let home = Home::new();
    home.library().set_bookmarked(&home.id, true).unwrap();
    let old = files(&home.root.join("Boats"));
    assert_eq!(home.fetch(SECOND, None), Renewed::Replaced);
    let text = home.read("Boats.md");
    assert!(
        text.contains("Second words") && text.contains("(boat.png)") && text.contains("(map.png)"),
        "{text}"
    );
    let kept = home.root.join(".offprint/versions").join(&home.id).join("20260102T030405Z");
    for (file, name) in
        [("Boats.md", "article.md"), ("media.json", "media.json"), ("page.html.gz", "page.html.gz")]
    {
        assert_eq!(fs::read(kept.join(name)).unwrap(), old[&home.root.join("Boats").join(file)], "{name}");
    }
    let versions = home.versions();
    let told: Vec<_> = versions.iter().map(|each| (each.current, each.words, each.why.as_deref())).collect();
    assert_eq!(told, [(true, 6, None), (false, 2, None)]);
    assert_eq!(versions[1].time, "2026-01-02T03:04:05Z");
    let ledger = home.ledger();
    let sources: Vec<_> = ledger["media"].as_array().unwrap().iter().map(|item| &item["source"]).collect();
    assert_eq!(sources, [PICTURE, MAP], "in the order of the text");
    let row = home.library().scan().unwrap().entries.remove(0);
    assert_eq!((row.path.as_str(), row.bookmarked), ("Boats/Boats.md", true));
    assert_eq!(home.library().count_versions(&home.id), 1);
}

#[test]
fn a_text_that_is_the_same_makes_no_version() {
    let home = Home::new();
    let before = home.read("Boats.md");
    assert_eq!(home.fetch(FIRST, Some("It is a paywall.")), Renewed::Unchanged);
    assert_eq!(home.read("Boats.md"), before);
    assert_eq!(home.versions().len(), 1);
    assert_ne!(home.ledger()["article"]["fetched"], "2026-01-02T03:04:05Z");
    // A reader's own words, and the page that they were taken from, is the same page still.
    home.write("Boats.md", &before.replace("First", "My first"));
    assert_eq!(home.fetch(FIRST, None), Renewed::Unchanged);
    assert!(home.read("Boats.md").contains("My first words."));
    assert_eq!(home.versions().len(), 1);
}

#[test]
fn what_the_reader_set_right_in_the_front_matter_stays() {
    let home = Home::new();
    let front = "---\n# mine\nid: ID\ntitle:  My title # so\nrating: 5\ncreated: 2020-01-01\n---\n";
    let front = front.replace("ID", &home.id);
    let body = home.read("Boats.md").splitn(3, "---\n").nth(2).unwrap().to_owned();
    home.write("Boats.md", &(front.clone() + &body));
    assert_eq!(home.fetch(SECOND, None), Renewed::Replaced);
    let text = home.read("Boats.md");
    let added = front.replace(
        "created: 2020-01-01\n",
        "created: 2020-01-01\nsource: \"https://site.example/a\"\nauthor: \"Ada\"\n",
    );
    assert!(text.starts_with(&added), "{text}");
}

#[test]
fn what_is_worse_is_set_aside_and_the_text_stays() {
    let home = Home::new();
    let before = home.read("Boats.md");
    for _ in 0..2 {
        let aside = home.fetch("Please log in.", Some("The site wants a login."));
        assert_eq!(aside, Renewed::SetAside("The site wants a login.".to_owned()));
    }
    assert_eq!(home.read("Boats.md"), before);
    assert_eq!(home.ledger()["article"]["fetched"], "2026-01-02T03:04:05Z");
    let told: Vec<_> = home.versions().into_iter().map(|each| (each.current, each.why)).collect();
    assert_eq!(told, [(false, Some("The site wants a login.".to_owned())), (true, None)], "once");
    assert_eq!(home.fetch("", Some("There is no text.")), Renewed::SetAside("There is no text.".to_owned()));
    assert_eq!(home.versions().len(), 2, "what has no text is no version");
}

#[test]
fn where_the_reader_changed_the_text_the_new_one_is_set_aside() {
    let home = Home::new();
    let mine = home.read("Boats.md").replace("First", "My own");
    home.write("Boats.md", &mine);
    let Renewed::SetAside(why) = home.fetch(SECOND, None) else { panic!("it was not set aside") };
    assert!(why.starts_with("You have changed the text"), "{why}");
    assert_eq!(home.read("Boats.md"), mine);
    assert!(home.read("map.png").contains("map"), "its pictures are here");
    // It can be chosen, and the reader's own is a version then.
    let time = home.versions().into_iter().find(|version| !version.current).unwrap().time;
    home.library().choose(&home.id, &time).unwrap();
    let texts = home.texts();
    assert!(texts[0].starts_with("Second words") && texts[1].starts_with("My own words"), "{texts:?}");
    assert_eq!(home.versions()[0].why, None, "what was chosen is not set aside");
}

#[test]
fn a_choice_can_be_taken_back() {
    let home = Home::new();
    home.fetch(SECOND, None);
    let [second, first] = &home.versions()[..] else { panic!() };
    let front = home.read("Boats.md").replace("title: \"Boats\"", "title: Mine");
    home.write("Boats.md", &front);
    let before = files(&home.root.join("Boats"));
    let shown = home.library().choose(&home.id, &first.time).unwrap();
    assert_eq!(shown, second.time);
    let text = home.read("Boats.md");
    assert!(text.contains("title: Mine\n") && text.contains("First words"), "{text}");
    assert_eq!(home.ledger()["media"].as_array().unwrap().len(), 1);
    assert_eq!(home.versions()[1].time, first.time);
    assert!(home.versions()[1].current && !home.versions()[0].current);
    home.library().choose(&home.id, &shown).unwrap();
    let after = files(&home.root.join("Boats"));
    let but_ledger = |files: &BTreeMap<PathBuf, Vec<u8>>| {
        files
            .iter()
            .filter(|(path, _)| !path.ends_with("media.json"))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(but_ledger(&before), but_ledger(&after));
    assert_eq!(home.versions().len(), 2, "no more than there are");
    let gone = home.library().choose(&home.id, "2020-01-01T00:00:00Z").unwrap_err();
    assert_eq!(gone.code, Code::VersionGone);
    assert_eq!(home.library().choose(&home.id, "../..").unwrap_err().code, Code::VersionGone);
}

#[test]
fn what_is_not_fetched_for_a_version_is_not_told_of_the_text_that_stays() {
    let home = Home::new();
    fs::remove_file(home.root.join("Boats/boat.png")).unwrap();
    let library = home.library();
    let mut renewal = library.renew(&home.id).unwrap().unwrap();
    renewal.staged.lacks(PICTURE, article::Status::Waiting, "Set aside.");
    let renewed = library.renewed(renewal, &capture(FIRST), Some("It is worse.")).unwrap();
    assert_eq!(renewed, Renewed::Unchanged);
    assert!(!home.read("media.json").contains("Set aside."), "{}", home.read("media.json"));
}

#[test]
fn a_detail_that_was_taken_out_does_not_come_back() {
    let home = Home::new();
    assert!(home.read("Boats.md").contains("\nauthor: \"Ada\"\n"));
    let emptied = Details { author: Some(String::new()), ..Details::default() };
    home.library().set_details(&home.id, &emptied).unwrap();
    assert_eq!(home.fetch(SECOND, None), Renewed::Replaced);
    assert!(home.read("Boats.md").contains("\nauthor:\n"), "{}", home.read("Boats.md"));
    home.library().choose(&home.id, "2026-01-02T03:04:05Z").unwrap();
    let library = home.library();
    assert_eq!(library.document(&home.id, &|_, _| String::new()).unwrap().meta.author, None);
}

/// Each state that a kill can leave, made by hand from the state before and the state after.
#[test]
fn what_was_cut_short_loses_nothing_and_goes_on() {
    let after = Home::new();
    after.fetch(SECOND, None);
    // In the order of writing.
    let steps =
        [".offprint/versions", "Boats/map.png", "Boats/page.html.gz", "Boats/media.json", "Boats/Boats.md"];
    for cut in 0..=steps.len() {
        let home = Home::new();
        for step in steps.iter().take(cut) {
            let from = after.root.join(step);
            if from.is_dir() {
                for (path, bytes) in files(&from) {
                    let path = path.strip_prefix(&after.root).unwrap().to_string_lossy();
                    let to = home.root.join(path.replace(&after.id, &home.id));
                    fs::create_dir_all(to.parent().unwrap()).unwrap();
                    let text = String::from_utf8(bytes.clone()).map(|text| text.replace(&after.id, &home.id));
                    fs::write(to, text.map_or(bytes, String::into_bytes)).unwrap();
                }
            } else if *step == "Boats/Boats.md" {
                home.write("Boats.md", &after.read("Boats.md").replace(&after.id, &home.id));
            } else {
                fs::copy(from, home.root.join(step)).unwrap();
            }
        }
        let texts = home.texts();
        let expected = if cut == steps.len() { "Second words" } else { "First words" };
        assert!(texts[0].starts_with(expected), "{cut}: {texts:?}");
        assert_eq!(texts.len(), if cut == steps.len() { 2 } else { 1 }, "{cut}: {texts:?}");
        // Whatever was cut short, the next time does the same as if nothing had been.
        let again = home.fetch(SECOND, None);
        assert_eq!(again == Renewed::Unchanged, cut == steps.len(), "{cut}: {again:?}");
        let texts = home.texts();
        assert!(
            texts[0].starts_with("Second words") && texts[1].starts_with("First words"),
            "{cut}: {texts:?}"
        );
        assert_eq!(texts.len(), 2, "{cut}");
        let versions = home.root.join(".offprint/versions").join(&home.id);
        assert_eq!(fs::read_dir(versions).unwrap().count(), 1, "{cut}");
    }
}

#[test]
fn only_what_offprint_saved_can_be_fetched_again() {
    let home = Home::new();
    home.write("Note.md", "My note beside it.");
    fs::write(home.root.join("loose.md"), "A note.").unwrap();
    let library = home.library();
    let rows = library.scan().unwrap().entries;
    assert_eq!(rows.len(), 2, "{rows:?}");
    let loose = rows.iter().find(|row| row.id != home.id).unwrap();
    assert_eq!(library.renew(&loose.id).unwrap_err().code, Code::NotSaved);
    let address = "https://site.example/b".to_owned();
    let waiting = library.queue(&[Wanted { address, title: None }]).unwrap().remove(0);
    library.scan().unwrap();
    assert_eq!(library.renew(&waiting.id).unwrap_err().code, Code::NotSaved);
}

/// A ledger may come with a synced folder: a name in it that leads elsewhere moves nothing.
#[test]
fn a_ledger_that_names_a_file_elsewhere_moves_nothing() {
    let home = Home::new();
    let elsewhere = home.root.join("elsewhere.png");
    fs::write(&elsewhere, PICTURE).unwrap();
    for name in ["../elsewhere.png", elsewhere.to_str().unwrap()] {
        let ledger = home.read("media.json").replace("\"boat.png\"", &format!("{name:?}"));
        home.write("media.json", &ledger);
        let library = home.library();
        let renewal = library.renew(&home.id).unwrap().unwrap();
        assert!(renewal.here.is_empty(), "{name}");
        drop(renewal);
        home.write("media.json", &ledger.replace(&format!("{name:?}"), "\"boat.png\""));
    }
    assert!(elsewhere.exists());
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_to_versions() {
    let home = Home::new();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), home.root.join(".offprint/versions")).unwrap();
    let library = home.library();
    let renewal = library.renew(&home.id).unwrap().unwrap();
    let refused = library.renewed(renewal, &capture("Other words."), None).unwrap_err();
    assert_eq!(refused.code, Code::NotSaved);
    assert!(home.read("Boats.md").contains("First words"), "the text stays where the old one can't be kept");
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}
