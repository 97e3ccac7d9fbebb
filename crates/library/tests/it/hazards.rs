//! What can lie in a folder: none of it takes the others with it.

use std::fs;
use std::path::Path;

use library::{Code, Library, Status};

use crate::{id, library_of, open, row, write};

/// A good article, and beside it what `make` makes. The good one is listed; the shelf is given.
fn beside_a_good_one(make: impl Fn(&Path)) -> (tempfile::TempDir, Library, library::Shelf) {
    let folder = library_of(&[("good.md", "---\ntitle: Good\n---\n")]);
    make(folder.path());
    let library = open(folder.path(), 1);
    let shelf = library.scan().unwrap();
    assert_eq!(row(&library, "good.md").title, "Good");
    (folder, library, shelf)
}

#[test]
fn too_large() {
    let (_folder, library, _) = beside_a_good_one(|root| {
        fs::File::create(root.join("large.md")).unwrap().set_len(50 * 1024 * 1024).unwrap();
    });
    let large = row(&library, "large.md");
    assert_eq!(large.status, Status::Unreadable);
    assert!(
        large.warnings[0].contains("50.0 MB") && large.warnings[0].contains("16 MB"),
        "{:?}",
        large.warnings
    );
    let error = library.document(&large.id, &|_, _| String::new()).unwrap_err();
    assert_eq!((error.code, error.message), (Code::ArticleUnreadable, large.warnings[0].clone()));
}

#[test]
fn two_files_with_one_id() {
    let text = "---\nid: 0190aaaa-0000-7000-8000-000000000009\n---\n";
    let folder = library_of(&[("young/young.md", text), ("old/old.md", text), ("middle/middle.md", text)]);
    let set = |path: &str, seconds: u64| {
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        fs::File::options().write(true).open(folder.path().join(path)).unwrap().set_modified(time).unwrap();
    };
    set("old/old.md", 1_000_000_000);
    set("middle/middle.md", 1_100_000_000);
    let library = open(folder.path(), 1);
    library.scan().unwrap();
    let claimed = "0190aaaa-0000-7000-8000-000000000009";
    assert_eq!(row(&library, "old/old.md").id, claimed);
    assert!(row(&library, "old/old.md").warnings.is_empty());
    for other in ["young/young.md", "middle/middle.md"] {
        let other = row(&library, other);
        assert_ne!(other.id, claimed);
        assert!(other.warnings[0].contains("old/old.md"), "{:?}", other.warnings);
    }
    // The ids hold, whichever is read again.
    let before = id(&library, "young/young.md");
    library.refresh(&[folder.path().join("old/old.md")]).unwrap();
    assert_eq!((row(&library, "old/old.md").id.as_str(), id(&library, "young/young.md")), (claimed, before));
}

#[test]
fn names_that_are_long_or_odd() {
    let long = format!("{}.md", "l".repeat(252));
    let (_folder, library, shelf) = beside_a_good_one(|root| {
        write(&root.join(&long), "Long");
        write(&root.join("a b & <c> \"d\" 'e' #f ?g %20.md"), "Odd");
        write(&root.join("line\nbreak.md"), "Odd");
        write(&root.join("空の下/空の下.md"), "---\nid: sky\n---\n");
    });
    assert_eq!(shelf.entries.len(), 5);
    for entry in shelf.entries {
        library.document(&entry.id, &|_, _| String::new()).unwrap();
    }
    assert_eq!(row(&library, &long).title, "l".repeat(252));
}

#[test]
fn composed_and_decomposed_names_are_the_same_article() {
    let composed = library_of(&[("caf\u{e9}.md", "A")]);
    let decomposed = library_of(&[("cafe\u{301}.md", "A")]);
    let (one, other) = (open(composed.path(), 1).scan().unwrap(), open(decomposed.path(), 1).scan().unwrap());
    assert_eq!(one.entries[0].id, other.entries[0].id);
    // In one folder they are two.
    let both = library_of(&[("caf\u{e9}.md", "A"), ("cafe\u{301}.md", "B")]);
    let shelf = open(both.path(), 1).scan().unwrap();
    if shelf.entries.len() == 2 {
        assert_ne!(shelf.entries[0].id, shelf.entries[1].id);
    }
}

#[test]
fn a_folder_that_is_not_one() {
    let folder = library_of(&[("file", "")]);
    let device = library::Device { id: uuid::Uuid::nil() };
    for (root, says) in [("file", "is a file"), ("none", "is not there"), ("file/below", "can't be reached")]
    {
        let error = Library::open(&folder.path().join(root), &device, folder.path()).unwrap_err();
        assert_eq!(error.code, Code::LibraryUnreachable);
        assert!(error.message.contains(says), "{}", error.message);
    }
    assert!(!folder.path().join("none").exists());
}

#[test]
fn the_folder_goes_away() {
    let folder = library_of(&[("library/a.md", "A")]);
    let root = folder.path().join("library");
    let library = open(&root, 1);
    let id = library.scan().unwrap().entries[0].id.clone();
    fs::rename(&root, folder.path().join("elsewhere")).unwrap();
    assert_eq!(library.refresh(&[root.join("a.md")]).unwrap_err().code, Code::LibraryUnreachable);
    assert_eq!(library.shelf().unwrap().entries.len(), 1, "the last rows stay");
    assert_eq!(library.document(&id, &|_, _| String::new()).unwrap_err().code, Code::LibraryUnreachable);
    assert_eq!(library.set_bookmarked(&id, true).unwrap_err().code, Code::LibraryUnreachable);
    assert!(!root.exists(), "it is not made anew");

    // Another folder in its place, as a bare mount point is, gets no marks of the old one's articles.
    fs::create_dir(&root).unwrap();
    let error = library.set_bookmarked(&id, true).unwrap_err();
    if cfg!(unix) {
        assert_eq!(error.code, Code::NotSaved);
    }
    assert_eq!(fs::read_dir(&root).unwrap().count(), 0);
    fs::remove_dir(&root).unwrap();
    fs::rename(folder.path().join("elsewhere"), &root).unwrap();
    assert!(library.set_bookmarked(&id, true).unwrap().bookmarked);
}

#[test]
fn an_article_goes_while_the_shelf_shows_it() {
    let folder = library_of(&[("a.md", "A"), ("b/b.md", "---\nid: b\n---\nB")]);
    let library = open(folder.path(), 1);
    let a = id(&library, "a.md");
    fs::remove_file(folder.path().join("a.md")).unwrap();
    assert_eq!(library.document(&a, &|_, _| String::new()).unwrap_err().code, Code::ArticleGone);
    // One with an id of its own is found where it was moved to.
    fs::rename(folder.path().join("b"), folder.path().join("c")).unwrap();
    assert!(library.document("b", &|_, _| String::new()).is_ok());
    assert_eq!(row(&library, "c/b.md").id, "b");
    assert_eq!(library.path("b").unwrap(), folder.path().join("c/b.md"));
    assert_eq!(library.text("b").unwrap(), "---\nid: b\n---\nB");
}

#[test]
fn files_that_come_and_go_while_the_folder_is_walked() {
    let folder = library_of(&[("good.md", "Good")]);
    let root = folder.path().to_path_buf();
    let library = open(&root, 1);
    let stop = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0_u32.. {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                let bundle = root.join(format!("folder{}", round % 7));
                let _ = fs::create_dir(&bundle);
                let _ = fs::write(bundle.join("x.md"), "---\nid: x\n---\n");
                let _ = fs::remove_file(bundle.join("x.md"));
                let _ = fs::remove_dir(&bundle);
            }
        });
        for _ in 0..200 {
            let shelf = library.scan().unwrap();
            assert!(shelf.entries.iter().any(|entry| entry.path == "good.md"));
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn links() {
        let outside = library_of(&[("out/x.md", "# Outside"), ("y.md", "# Outside"), ("z.png", "")]);
        let (_folder, library, shelf) = beside_a_good_one(|root| {
            write(&root.join("real/a.md"), "A");
            write(&root.join("real/page.markdown"), "# Another ending");
            write(&root.join(".hidden/h.md"), "Hidden");
            symlink(outside.path().join("out"), root.join("out")).unwrap();
            symlink(outside.path().join("y.md"), root.join("y.md")).unwrap();
            symlink(outside.path().join("z.png"), root.join("z.png")).unwrap();
            symlink(root.join("real/a.md"), root.join("again.md")).unwrap();
            symlink("real", root.join("alias")).unwrap();
            symlink("real/page.markdown", root.join("page.md")).unwrap();
            symlink(".hidden/h.md", root.join("shown.md")).unwrap();
            symlink("..", root.join("real/up")).unwrap();
            symlink(".", root.join("real/self")).unwrap();
            symlink("loop.md", root.join("loop.md")).unwrap();
            symlink("nowhere.md", root.join("broken.md")).unwrap();
        });
        let mut paths: Vec<_> = shelf.entries.iter().map(|entry| entry.path.as_str()).collect();
        paths.sort_unstable();
        assert_eq!(paths, ["good.md", "page.md", "real/a.md"]);
        assert_eq!(
            shelf.warnings,
            [
                "The link “broken.md” is left out: it leads nowhere.",
                "The link “loop.md” is left out: it leads nowhere.",
                "The link “out” is left out: it leads out of the library.",
                "The link “y.md” is left out: it leads out of the library.",
            ]
        );
        assert_eq!(row(&library, "page.md").title, "Another ending");
    }

    #[test]
    fn a_library_that_is_reached_by_a_link() {
        let folder =
            library_of(&[("real/a/a.md", "---\nid: a\n---\n\n![x](x.png)\n"), ("real/a/x.png", "x")]);
        symlink("real", folder.path().join("link")).unwrap();
        let library = open(&folder.path().join("link"), 1);
        assert_eq!(library.scan().unwrap().entries.len(), 1);
        assert!(library.medium("a", &article::media_key("x.png")).is_ok());
        assert_eq!(library.path("a").unwrap(), folder.path().join("link/a/a.md"));
        assert_eq!(library.find_file(&folder.path().join("real/a/a.md")).as_deref(), Some("a"));
    }

    #[test]
    fn pipes_and_sockets_are_not_opened() {
        let (_folder, _, shelf) = beside_a_good_one(|root| {
            assert!(
                std::process::Command::new("mkfifo").arg(root.join("pipe.md")).status().unwrap().success()
            );
            std::os::unix::net::UnixListener::bind(root.join("socket.md")).unwrap();
            symlink("pipe.md", root.join("piped.md")).unwrap();
            symlink("/dev/zero", root.join("zero.md")).unwrap();
        });
        assert_eq!(shelf.entries.len(), 1);
    }

    #[test]
    fn names_that_are_no_text() {
        let (_folder, library, shelf) = beside_a_good_one(|root| {
            fs::write(root.join(OsStr::from_bytes(b"caf\xe9.md")), "One").unwrap();
            fs::write(root.join(OsStr::from_bytes(b"caf\xe8.md")), "Two").unwrap();
            fs::create_dir(root.join(OsStr::from_bytes(b"\xff"))).unwrap();
            fs::write(root.join(OsStr::from_bytes(b"\xff/x.md")), "Three").unwrap();
        });
        let texts: std::collections::BTreeSet<_> =
            shelf.entries.iter().map(|entry| library.text(&entry.id).unwrap()).collect();
        assert_eq!(texts.len(), 4, "{texts:?}");
    }

    #[test]
    fn permission_is_denied() {
        let (folder, library, shelf) = beside_a_good_one(|root| {
            write(&root.join("closed.md"), "Closed");
            write(&root.join("shut/inside.md"), "Inside");
            fs::set_permissions(root.join("closed.md"), fs::Permissions::from_mode(0o000)).unwrap();
            fs::set_permissions(root.join("shut"), fs::Permissions::from_mode(0o000)).unwrap();
        });
        if fs::read(folder.path().join("closed.md")).is_ok() {
            eprintln!("skipped: this user may read everything");
        } else {
            assert_eq!(row(&library, "closed.md").status, Status::Unreadable);
            assert!(shelf.warnings[0].contains("“shut” can't be opened"), "{:?}", shelf.warnings);
        }
        fs::set_permissions(folder.path().join("shut"), fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn folders_below_folders() {
        // Deeper than a path may be long: what can't be reached is left out, the rest is listed.
        let folder = library_of(&[("good.md", "Good")]);
        let made = std::process::Command::new("sh")
            .arg("-c")
            .arg("i=0; while [ $i -lt 60 ]; do mkdir $1 && cd -P $1 || exit 0; echo x > deep.md; i=$((i+1)); done")
            .args(["sh", &"d".repeat(100)])
            .current_dir(folder.path())
            .status()
            .unwrap();
        assert!(made.success());
        let shelf = open(folder.path(), 1).scan().unwrap();
        assert!(shelf.entries.len() > 30, "{}", shelf.entries.len());
        assert!(shelf.entries.iter().any(|entry| entry.path == "good.md"));
    }
}

#[cfg(unix)]
#[test]
fn an_article_becomes_a_link_out_of_the_library() {
    let outside = library_of(&[("secret.md", "Secret")]);
    let (folder, library, _) = beside_a_good_one(|root| write(&root.join("notes/a.md"), "A"));
    let id = id(&library, "notes/a.md");
    fs::remove_file(folder.path().join("notes/a.md")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.md"), folder.path().join("notes/a.md")).unwrap();
    assert_eq!(library.document(&id, &|_, _| String::new()).unwrap_err().code, Code::ArticleGone);
    assert_eq!(library.text(&id).unwrap_err().code, Code::ArticleGone);
}
