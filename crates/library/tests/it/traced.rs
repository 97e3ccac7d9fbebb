//! What this device remembers of marked files from one run to the next, and what happens where it can't.

use std::fs;
use std::path::PathBuf;

use crate::moved::{after, bookmarked, rename, with_bookmark};
use crate::{files, id, library_of, open, write};

#[test]
fn many_marks_are_followed_from_one_run_to_the_next() {
    let folder = library_of(&[]);
    for number in 0..100 {
        write(&folder.path().join(format!("inbox/{number}.md")), format!("Text {number}."));
    }
    let library = open(folder.path(), 1);
    let seen = || {
        let file = files(folder.path()).into_iter().find(|file| file.ends_with("seen.json"));
        file.map(|file| fs::read(file).unwrap())
    };
    let (mut written, mut last) = (0, None);
    for number in 0..100 {
        library.set_archived(&id(&library, &format!("inbox/{number}.md")), true).unwrap();
        let now = seen();
        written += usize::from(now != last);
        last = now;
    }
    assert!((16..60).contains(&written), "{written}");
    let library = after(library, false, |root| rename(root, "inbox", "kept"));
    for number in 0..100 {
        assert!(library.marks(&id(&library, &format!("kept/{number}.md"))).archived, "{number}");
    }
}

#[test]
fn what_could_not_be_written_follows_later() {
    let folder = library_of(&[("a.md", "# A\n\nText.")]);
    let library = with_bookmark(folder.path(), "a.md");
    let own = folder.path().join(".offprint/devices");
    let aside = folder.path().join(".aside");
    rename(folder.path(), "a.md", "b.md");
    fs::rename(&own, &aside).unwrap();
    write(&own, "in the way");
    library.refresh(&[folder.path().to_path_buf()]).unwrap();
    let warnings = library.shelf().unwrap().warnings;
    assert!(
        warnings.iter().any(|warning| warning.contains("an article that was moved are not shown")),
        "{warnings:?}"
    );
    assert!(warnings.iter().any(|warning| warning.contains("seen.json” can't be written")), "{warnings:?}");
    fs::remove_file(&own).unwrap();
    fs::rename(&aside, &own).unwrap();
    library.refresh(&[folder.path().to_path_buf()]).unwrap();
    assert!(bookmarked(&library, "b.md") && bookmarked(&open(folder.path(), 1), "b.md"));
    assert!(library.shelf().unwrap().warnings.is_empty());
}

#[test]
fn a_file_that_was_away_for_a_while() {
    let long: String = (0..50).map(|number| format!("Word {number} ")).collect();
    // One of the same name is the same; under another name, one whose text is so long that this is no chance.
    for (text, to, same) in
        [("Text of a.", "kept/a.md", true), (&long, "b.md", true), ("Text of a.", "b.md", false)]
    {
        for away_while_open in [true, false] {
            for back_while_open in [true, false] {
                let folder = library_of(&[("a.md", text), ("c.md", "Text of c.")]);
                let aside = tempfile::tempdir().unwrap();
                let away = aside.path().join("a.md");
                let library = with_bookmark(folder.path(), "a.md");
                let library = after(library, away_while_open, |root| {
                    fs::copy(root.join("a.md"), &away).unwrap();
                    fs::remove_file(root.join("a.md")).unwrap();
                });
                library.scan().unwrap();
                let library = after(library, false, |_| {});
                let library =
                    after(library, back_while_open, |root| write(&root.join(to), fs::read(&away).unwrap()));
                assert_eq!(
                    bookmarked(&library, to),
                    same,
                    "{to}, open: {away_while_open}, {back_while_open}"
                );
                // In its old place it is the same at any time.
                if !same {
                    rename(library.root(), to, "a.md");
                    library.scan().unwrap();
                    assert!(bookmarked(&library, "a.md"));
                }
            }
        }
    }
}

#[test]
fn marks_follow_a_file_that_moved_while_they_could_not_be_read() {
    for while_open in [true, false] {
        for healed_while_open in [true, false] {
            let folder = library_of(&[("a.md", "Text of a."), ("b.md", "Text of b.")]);
            drop(with_bookmark(folder.path(), "a.md"));
            let is_marks = |file: &PathBuf| file.extension().is_some_and(|end| end == "loro");
            let marks = files(folder.path()).into_iter().find(is_marks).unwrap();
            let whole = fs::read(&marks).unwrap();
            fs::write(&marks, &whole[..whole.len() - 1]).unwrap();
            let library = open(folder.path(), 1);
            library.scan().unwrap();
            let library = after(library, while_open, |root| rename(root, "a.md", "c.md"));
            assert!(!bookmarked(&library, "c.md"));
            let library = after(library, healed_while_open, |_| fs::write(&marks, &whole).unwrap());
            library.scan().unwrap();
            assert!(bookmarked(&library, "c.md"), "open: {while_open}, {healed_while_open}");
        }
    }
}

#[test]
fn a_look_that_is_cut_short_after_it_wrote_marks_or_traces() {
    for marks_are_written in [true, false] {
        let folder = library_of(&[("a.md", "Text of a."), ("b.md", "Text of b.")]);
        let root = folder.path();
        drop(with_bookmark(root, "a.md"));
        let own = root.join(".offprint/devices").join(uuid::Uuid::from_u128(1).to_string());
        let seen = || -> serde_json::Value {
            serde_json::from_slice(&fs::read(own.join("seen.json")).unwrap()).unwrap()
        };
        let (before, old) = (files(root), seen());
        rename(root, "a.md", "c.md");
        open(root, 1).scan().unwrap();
        // What is on the disk between the two steps: the traces of both places.
        let mut both = seen();
        both["articles"].as_object_mut().unwrap().extend(old["articles"].as_object().unwrap().clone());
        assert_eq!(both["articles"].as_object().unwrap().len(), 2);
        write(&own.join("seen.json"), both.to_string());
        for file in files(root) {
            if !marks_are_written
                && file.extension().is_some_and(|end| end == "loro")
                && !before.contains(&file)
            {
                fs::remove_file(file).unwrap();
            }
        }
        rename(root, "c.md", "d.md");
        assert!(bookmarked(&open(root, 1), "d.md"), "{marks_are_written}");
    }
}

#[cfg(unix)]
#[test]
fn traces_that_are_no_file() {
    use std::os::unix::fs::symlink;
    let folder = library_of(&[("a.md", "Text of a.")]);
    drop(with_bookmark(folder.path(), "a.md"));
    let seen = files(folder.path()).into_iter().find(|file| file.ends_with("seen.json")).unwrap();
    let make: [&dyn Fn(); 4] = [
        &|| assert!(std::process::Command::new("mkfifo").arg(&seen).status().unwrap().success()),
        &|| symlink("/dev/zero", &seen).unwrap(),
        &|| symlink(folder.path().join("a.md"), &seen).unwrap(),
        &|| fs::create_dir(&seen).unwrap(),
    ];
    for make in make {
        fs::remove_file(&seen).or_else(|_| fs::remove_dir(&seen)).unwrap();
        make();
        let library = open(folder.path(), 1);
        let warnings = library.scan().unwrap().warnings;
        assert!(warnings.len() == 1 && warnings[0].contains("seen.json” can't be read"), "{warnings:?}");
        assert!(bookmarked(&library, "a.md"));
        library.set_archived(&id(&library, "a.md"), true).unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("a.md")).unwrap(), "Text of a.");
    }
}

#[test]
fn odd_traces_cost_no_marks() {
    for text in ["", "{", "[]", "{\"version\":1}", "{\"version\":2,\"articles\":5}"] {
        let folder = library_of(&[("a.md", "# A\n\nText.")]);
        drop(with_bookmark(folder.path(), "a.md"));
        let seen = files(folder.path()).into_iter().find(|file| file.ends_with("seen.json")).unwrap();
        write(&seen, text);
        let library = open(folder.path(), 1);
        let warnings = library.scan().unwrap().warnings;
        assert!(bookmarked(&library, "a.md"));
        let newer = text.contains('2');
        assert_eq!(
            warnings.iter().any(|warning| warning.contains("A newer Offprint")),
            newer,
            "{warnings:?}"
        );
        assert_eq!(fs::read_to_string(seen).unwrap() == text, newer);
    }
}
