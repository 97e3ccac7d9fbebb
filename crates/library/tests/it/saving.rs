//! Articles that come from elsewhere: queued, delivered, put off.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use article::Status as Kept;
use library::{Entry, Library, New, Status, Waiting, Wanted};
use tempfile::TempDir;

pub(crate) fn empty() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("library");
    fs::create_dir(&root).unwrap();
    (folder, root)
}

pub(crate) fn open(root: &Path) -> Library {
    crate::open(root, 7)
}

fn wanted(address: &str) -> Wanted {
    Wanted { address: address.to_owned(), title: None }
}

pub(crate) fn queue(library: &Library, address: &str) -> Waiting {
    library.queue(&[wanted(address)]).unwrap().remove(0)
}

fn rows(root: &Path) -> Vec<Entry> {
    open(root).scan().unwrap().entries
}

const PICTURE: &str = "https://site.example/pictures/A%20boat.php?id=3";

pub(crate) fn deliver(library: &Library, waiting: Waiting, title: &str) {
    let mut claim = library.claim(waiting).unwrap().unwrap();
    let mut part = claim.staged.begin().unwrap();
    part.write_all(b"a picture").unwrap();
    claim.staged.saved(PICTURE, "png", Some((3, 2)), part.close().unwrap()).unwrap();
    claim.staged.lacks("https://site.example/gone.jpg", Kept::Missing, "The site says that it is gone.");
    let markdown =
        format!("First words.\n\n![A boat]({PICTURE} \"Caption\")\n\n![Gone](https://site.example/gone.jpg)");
    let new = New {
        title,
        source: "https://site.example/a",
        author: Some("Ada \"A\" Writer: herself"),
        image: Some(PICTURE),
        markdown: &markdown,
        page: Some(b"<p>First words."),
        ..New::default()
    };
    library.deliver(claim, &new).unwrap();
}

#[test]
fn what_is_queued_is_on_the_shelf_and_waits() {
    let (_folder, root) = empty();
    let queued = open(&root)
        .queue(&[wanted("https://site.example/some/page?a=1#b"), wanted("https://other.example/")])
        .unwrap();
    let rows = rows(&root);
    assert_eq!(rows.len(), 2);
    for row in &rows {
        assert_eq!(row.status, Status::Waiting, "{row:?}");
        assert!(queued.iter().any(|waiting| waiting.id == row.id));
    }
    let waiting = open(&root).waiting().unwrap();
    assert_eq!(waiting, queued, "oldest first");
    let other = crate::open(&root, 8);
    assert_eq!(other.waiting().unwrap(), [], "another device's are not this one's to fetch");
    assert_eq!(other.wait_again(&queued[1].id).unwrap().as_ref(), queued.get(1));
    other.scan().unwrap();
    assert_eq!(other.waiting().unwrap(), queued[1..], "unless it is told to");
}

#[test]
fn what_is_delivered_is_whole() {
    let (_folder, root) = empty();
    let library = open(&root);
    let waiting = queue(&library, "https://site.example/a");
    let id = waiting.id.clone();
    library.scan().unwrap();
    library.set_bookmarked(&id, true).unwrap();
    deliver(&library, waiting, "On boats: a title / with marks?");
    let rows = rows(&root);
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((row.id.as_str(), row.status, row.bookmarked), (id.as_str(), Status::Ready, true));
    assert_eq!(row.title, "On boats: a title / with marks?");
    assert_eq!(row.author.as_deref(), Some("Ada \"A\" Writer: herself"));
    assert_eq!(row.path, "On boats a title with marks/On boats a title with marks.md");
    assert!(row.picture.is_some(), "its lead picture is its picture");
    let document = open(&root).document(&id, &|key, _| format!("here:{key}")).unwrap();
    let statuses: Vec<_> =
        document.media.iter().map(|medium| (medium.source.as_str(), medium.status)).collect();
    assert_eq!(statuses, [("A-boat.png", Kept::Saved), ("https://site.example/gone.jpg", Kept::Missing)]);
    let folder = root.join("On boats a title with marks");
    let mut files: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, ["A-boat.png", "On boats a title with marks.md", "media.json", "page.html.gz"]);
    let ledger: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("media.json")).unwrap()).unwrap();
    assert_eq!(ledger["article"]["status"], "saved");
    assert_eq!(
        ledger["media"][0]["sha256"],
        "92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b"
    );
    assert_eq!(ledger["media"][1]["why"], "The site says that it is gone.");
    assert_eq!(fs::read_dir(root.join(".offprint/incoming")).unwrap().count(), 0, "nothing is left over");
    assert_eq!(open(&root).waiting().unwrap(), []);
}

#[test]
fn titles_that_are_taken_get_a_number() {
    let (_folder, root) = empty();
    let library = open(&root);
    fs::create_dir(root.join("same")).unwrap();
    for number in 0..3 {
        deliver(&library, queue(&library, &format!("https://site.example/{number}")), "Same");
    }
    // An address whose title is the name that it waits under.
    deliver(&library, queue(&library, "https://site.example/x"), "site.example x");
    let mut paths: Vec<_> = rows(&root).into_iter().map(|row| row.path).collect();
    paths.sort();
    assert_eq!(
        paths,
        ["Same 2/Same 2.md", "Same 3/Same 3.md", "Same/Same.md", "site.example x/site.example x.md"]
    );
}

#[test]
fn texts_of_one_name_that_come_at_once_are_all_there() {
    let (_folder, root) = empty();
    let library = open(&root);
    for round in 0..20 {
        let together = std::sync::Barrier::new(4);
        std::thread::scope(|threads| {
            for number in 0..4 {
                let (library, together) = (&library, &together);
                threads.spawn(move || {
                    together.wait();
                    library.put("Note.txt", format!("{round} {number}").as_bytes()).unwrap();
                });
            }
        });
    }
    let names = fs::read_dir(&root).unwrap().map(|file| file.unwrap().path());
    let texts: std::collections::HashSet<String> =
        names.filter(|path| path.is_file()).map(|path| fs::read_to_string(path).unwrap()).collect();
    assert_eq!(texts.len(), 80);
}

#[test]
fn one_at_a_time_holds_it() {
    let (_folder, root) = empty();
    let [library, other] = [open(&root), open(&root)];
    let waiting = queue(&library, "https://site.example/a");
    let claim = library.claim(waiting.clone()).unwrap().unwrap();
    assert!(other.claim(waiting.clone()).unwrap().is_none());
    other.sweep();
    assert!(claim.staged.begin().is_ok(), "what is held is not swept");
    drop(claim);
    deliver(&other, waiting.clone(), "Theirs");
    assert!(library.claim(waiting).unwrap().is_none(), "it waits no more");
}

#[test]
fn what_can_not_be_had_says_why_and_can_be_tried_again() {
    let (_folder, root) = empty();
    let library = open(&root);
    let waiting = queue(&library, "https://site.example/a");
    library
        .put_off(&waiting, Kept::Missing, "The site answered that it is gone. Look at the address.")
        .unwrap();
    let row = rows(&root).remove(0);
    assert_eq!(row.status, Status::Missing);
    assert_eq!(row.warnings, ["The site answered that it is gone. Look at the address."]);
    assert_eq!(open(&root).waiting().unwrap(), []);
    library.scan().unwrap();
    let again = library.wait_again(&row.id).unwrap().unwrap();
    assert_eq!(open(&root).waiting().unwrap(), std::slice::from_ref(&again));
    deliver(&library, again, "Back");
    library.scan().unwrap();
    assert_eq!(library.wait_again(&row.id).unwrap(), None, "it is here");
}

#[test]
fn a_delivery_that_was_cut_short_is_done_again() {
    let (_folder, root) = empty();
    let library = open(&root);
    let waiting = queue(&library, "https://site.example/a");
    let folder = fs::read_dir(&root)
        .unwrap()
        .map(|file| file.unwrap().path())
        .find(|path| path.join("media.json").exists())
        .unwrap();
    let file = folder.join(format!("{}.md", folder.file_name().unwrap().to_str().unwrap()));
    let empty = fs::read(&file).unwrap();
    deliver(&library, waiting, "site.example a");
    // All was written but the text, which comes last.
    fs::write(&file, empty).unwrap();
    let row = rows(&root).remove(0);
    assert_eq!(row.status, Status::Waiting);
    let again = open(&root).waiting().unwrap().remove(0);
    deliver(&library, again, "site.example a");
    assert_eq!(rows(&root).remove(0).status, Status::Ready);
    assert!(folder.join("A-boat.png").exists() && !folder.join("A-boat-2.png").exists(), "the same files");
}

#[test]
fn a_renaming_that_was_cut_short_is_gone_on_with() {
    for taken in [false, true] {
        let (_folder, root) = empty();
        let library = open(&root);
        let waiting = queue(&library, "https://site.example/a");
        let id = waiting.id.clone();
        deliver(&library, waiting, "Boats");
        // The text was renamed, its folder was not.
        fs::rename(root.join("Boats"), root.join("site.example a")).unwrap();
        if taken {
            fs::create_dir(root.join("Boats")).unwrap();
            fs::write(root.join("Boats/mine.png"), "mine").unwrap();
        }
        assert_eq!(rows(&root)[0].path, "site.example a/Boats.md");
        let library = open(&root);
        library.sweep();
        let row = rows(&root).remove(0);
        let path = if taken { "site.example a/site.example a.md" } else { "Boats/Boats.md" };
        assert_eq!((row.id, row.path.as_str()), (id.clone(), path));
        assert!(library.ledger(&id).is_some() && library.renew(&id).unwrap().is_some());
    }
}

#[test]
fn a_folder_of_notes_is_left_alone() {
    let (_folder, root) = empty();
    let library = open(&root);
    deliver(&library, queue(&library, "https://site.example/a"), "Boats");
    fs::rename(root.join("Boats/Boats.md"), root.join("Boats/One.md")).unwrap();
    fs::write(root.join("Boats/Two.md"), "---\nid: two\n---\nMine.").unwrap();
    open(&root).sweep();
    let mut paths: Vec<_> = rows(&root).into_iter().map(|row| row.path).collect();
    paths.sort();
    assert_eq!(paths, ["Boats/One.md", "Boats/Two.md"]);
}

#[test]
fn what_the_reader_put_beside_it_stays() {
    let (_folder, root) = empty();
    let library = open(&root);
    let waiting = queue(&library, "https://site.example/a");
    let folder = root.join("site.example a");
    fs::write(folder.join("a-boat.PNG"), "mine").unwrap();
    let file = folder.join("site.example a.md");
    let text = fs::read_to_string(&file).unwrap().replace("---\nid", "---\nmine: yes # so\nid");
    fs::write(&file, text).unwrap();
    deliver(&library, waiting, "Boats");
    let folder = root.join("Boats");
    assert_eq!(fs::read_to_string(folder.join("a-boat.PNG")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(folder.join("A-boat-2.png")).unwrap(), "a picture");
    assert!(fs::read_to_string(folder.join("Boats.md")).unwrap().contains("mine: yes # so\n"));
}

#[test]
fn what_was_taken_from_the_shelf_is_not_brought_back() {
    let (_folder, root) = empty();
    let library = open(&root);
    let waiting = queue(&library, "https://site.example/a");
    let claim = library.claim(waiting).unwrap().unwrap();
    fs::remove_dir_all(root.join("site.example a")).unwrap();
    assert!(library.deliver(claim, &New { title: "A", markdown: "B", ..New::default() }).is_err());
    assert_eq!(rows(&root), []);
}

#[test]
fn what_is_missing_can_come_later() {
    let (_folder, root) = empty();
    let library = open(&root);
    let waiting = queue(&library, "https://site.example/a");
    let id = waiting.id.clone();
    deliver(&library, waiting, "Boats");
    library.scan().unwrap();
    let file = root.join("Boats").join("Boats.md");
    let changed = fs::read_to_string(&file).unwrap().replace("First words.", "My own words.");
    fs::write(&file, &changed).unwrap();
    let mut mending = library.mend(&id).unwrap().unwrap();
    assert!(library.mend(&id).unwrap().is_none(), "one at a time");
    let [item] = &mending.lacking[..] else { panic!("{mending:?}") };
    assert_eq!(item.source, "https://site.example/gone.jpg");
    let mut part = mending.staged.begin().unwrap();
    part.write_all(b"it is back").unwrap();
    mending.staged.saved("https://site.example/gone.jpg", "jpg", None, part.close().unwrap()).unwrap();
    library.mended(&mending).unwrap();
    drop(mending);
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        changed.replace("(https://site.example/gone.jpg)", "(gone.jpg)")
    );
    assert_eq!(fs::read_to_string(root.join("Boats/gone.jpg")).unwrap(), "it is back");
    assert!(library.mend(&id).unwrap().is_none(), "nothing is missing");
    assert!(library.ledger(&id).unwrap().media.iter().all(|item| item.status == Kept::Saved));
}
