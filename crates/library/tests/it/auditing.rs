//! Libraries that somebody or something has been at, and what an audit says of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use article::Status;
use library::{Audit, Fault};

use crate::saving::{deliver, empty, open, queue};

/// A library with one article, "Boats", that has one picture of two.
fn boats() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let (folder, root) = empty();
    let library = open(&root);
    deliver(&library, queue(&library, "https://site.example/a"), "Boats");
    let bundle = root.join("Boats");
    (folder, root, bundle)
}

fn audit(root: &Path) -> Audit {
    let before = contents(root);
    let judge = |bytes: &[u8]| {
        (bytes == b"an empty").then(|| (Fault::Placeholder, "it is an empty picture".to_owned()))
    };
    let audit = open(root).check(&judge, &|_| true).unwrap();
    assert_eq!(contents(root), before, "an audit changes nothing");
    audit
}

/// Kind and file, or source, of each finding.
fn found(root: &Path) -> Vec<(Fault, String)> {
    let of = |finding: library::Finding| {
        assert!(finding.sentence.ends_with('.'), "{finding:?}");
        (finding.kind, finding.file.or(finding.source).unwrap_or_default())
    };
    audit(root).findings.into_iter().map(of).collect()
}

fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        match fs::read(&path) {
            Ok(bytes) => drop(all.insert(path, bytes)),
            Err(_) => all.extend(contents(&path)),
        }
    }
    all
}

const GONE: &str = "https://site.example/gone.jpg";

#[test]
fn what_is_whole_has_no_fault_but_what_it_lacks() {
    let (_folder, root, bundle) = boats();
    let audit = audit(&root);
    assert_eq!((audit.articles, audit.complete, audit.media, audit.bytes), (1, 0, 1, 9));
    let [finding] = &audit.findings[..] else { panic!("{audit:?}") };
    assert_eq!((finding.kind, finding.source.as_deref()), (Fault::Missing, Some(GONE)));
    assert_eq!(finding.sentence, "The site says that it is gone.");
    assert_eq!((finding.title.as_str(), finding.path.as_str()), ("Boats", "Boats/Boats.md"));
    // Without that picture it is complete.
    let file = bundle.join("media.json");
    let mut ledger: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    ledger["media"].as_array_mut().unwrap().pop();
    fs::write(&file, ledger.to_string()).unwrap();
    let text = fs::read_to_string(bundle.join("Boats.md")).unwrap();
    fs::write(bundle.join("Boats.md"), text.replace(&format!("![Gone]({GONE})"), "")).unwrap();
    let audit = self::audit(&root);
    assert_eq!((audit.complete, audit.findings.len()), (1, 1));
    assert_eq!(audit.findings[0].kind, Fault::Changed);
}

#[test]
fn what_happened_to_files_is_told() {
    let (_folder, root, bundle) = boats();
    let lacks = (Fault::Missing, GONE.to_owned());
    let with = |fault: Fault, file: &str| vec![(fault, file.to_owned()), lacks.clone()];
    let boat = bundle.join("A-boat.png");
    fs::write(&boat, "a pictura").unwrap();
    assert_eq!(found(&root), with(Fault::Damaged, "A-boat.png"), "as long as before");
    fs::write(&boat, "a pict").unwrap();
    assert_eq!(found(&root), with(Fault::Damaged, "A-boat.png"), "shorter");
    fs::remove_file(&boat).unwrap();
    assert_eq!(found(&root), with(Fault::Missing, "A-boat.png"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", &boat).unwrap();
        assert_eq!(found(&root), with(Fault::Damaged, "A-boat.png"));
        fs::remove_file(&boat).unwrap();
    }
    fs::write(&boat, "a picture").unwrap();
    fs::write(bundle.join("stray.jpg"), "x").unwrap();
    fs::write(bundle.join("old.jpg"), "x").unwrap();
    fs::write(bundle.join("mine.txt"), "x").unwrap();
    let id = open(&root).scan().unwrap().entries[0].id.clone();
    let version = root.join(".offprint/versions").join(id).join("1");
    fs::create_dir_all(&version).unwrap();
    let ledger = r#"{"version": 1, "article": {"source": "", "status": "saved"}, "media": [{"source": "", "status": "saved", "file": "old.jpg"}]}"#;
    fs::write(version.join("media.json"), ledger).unwrap();
    assert_eq!(found(&root), [lacks.clone(), (Fault::Orphan, "stray.jpg".to_owned())]);
}

#[test]
fn a_placeholder_that_was_let_through_is_found() {
    let (_folder, root, bundle) = boats();
    let file = bundle.join("media.json");
    let sum = "9f57e9b797dd510076775a3545f4b3b7d35579b82052e3a0eaed0cfc922a8bb1";
    let mut ledger: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    ledger["media"][0]["bytes"] = 8.into();
    ledger["media"][0]["sha256"] = sum.into();
    fs::write(bundle.join("A-boat.png"), "an empty").unwrap();
    fs::write(&file, ledger.to_string()).unwrap();
    assert_eq!(found(&root)[0], (Fault::Placeholder, "A-boat.png".to_owned()));
}

#[test]
fn a_ledger_that_can_not_be_used_is_told_of() {
    let (_folder, root, bundle) = boats();
    for ledger in ["{", r#"{"version": 9, "article": {"source": "", "status": "saved"}}"#] {
        fs::write(bundle.join("media.json"), ledger).unwrap();
        assert_eq!(found(&root), [(Fault::Ledger, "media.json".to_owned())]);
        assert_eq!(audit(&root).complete, 0);
    }
}

#[test]
fn what_waits_and_what_is_only_linked_is_counted() {
    let (_folder, root) = empty();
    let library = open(&root);
    let refused = queue(&library, "https://site.example/b");
    library.put_off(&refused, Status::Refused, "It is too large.").unwrap();
    queue(&library, "https://site.example/a");
    fs::write(root.join("loose.md"), "![a](https://site.example/a.png) ![b](none.png) ![c](../out.png)")
        .unwrap();
    let mut found = found(&root);
    found.sort_by_key(|(_, about)| about.clone());
    let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(found.len(), 4, "{found:?}");
    for kind in [Fault::Waiting, Fault::Refused, Fault::Missing] {
        assert!(kinds.contains(&kind), "{found:?}");
    }
    let audit = audit(&root);
    assert_eq!((audit.articles, audit.complete, audit.linked), (3, 0, 1));
    let stopped = open(&root).check(&|_| None, &|progress| progress.done < 1).unwrap();
    assert_eq!((stopped.articles, stopped.stopped), (1, true));
}

#[test]
fn a_file_that_is_gone_can_come_again() {
    use std::io::Write;
    let (_folder, root, bundle) = boats();
    fs::remove_file(bundle.join("A-boat.png")).unwrap();
    // What comes is of another form, and its name is taken by now.
    fs::write(bundle.join("A-boat.jpg"), "mine").unwrap();
    let library = open(&root);
    let id = library.scan().unwrap().entries[0].id.clone();
    let mut mending = library.mend(&id).unwrap().unwrap();
    let source = mending.lacking[0].source.clone();
    assert_eq!(mending.lacking.len(), 2);
    let mut part = mending.staged.begin().unwrap();
    part.write_all(b"another picture").unwrap();
    mending.staged.saved(&source, "jpg", None, part.close().unwrap()).unwrap();
    library.mended(&mending).unwrap();
    let text = fs::read_to_string(bundle.join("Boats.md")).unwrap();
    assert_eq!((text.matches("A-boat-2.jpg").count(), text.matches("A-boat.png").count()), (2, 0), "{text}");
    assert_eq!(found(&root), [(Fault::Missing, GONE.to_owned()), (Fault::Orphan, "A-boat.jpg".to_owned())]);
}

const CLIPPING: &str =
    "---\ntitle: A clipping\n---\n\n![A boat](https://site.example/boat.jpg) ![](data:,x)\n";

#[test]
fn the_pictures_of_a_loose_article_lie_apart() {
    use std::io::Write;
    let (_folder, root) = empty();
    fs::write(root.join("clipping.md"), CLIPPING).unwrap();
    fs::write(root.join("other.md"), "![A boat](https://site.example/boat.jpg)").unwrap();
    assert_eq!(audit(&root).linked, 2);
    let library = open(&root);
    let id = |path: &str| {
        let entries = library.scan().unwrap().entries;
        entries.into_iter().find(|entry| entry.path == path).unwrap().id
    };
    let (clipping, other) = (id("clipping.md"), id("other.md"));
    let mut mending = library.mend(&clipping).unwrap().unwrap();
    let [item] = &mending.lacking[..] else { panic!("{mending:?}") };
    let source = item.source.clone();
    let mut part = mending.staged.begin().unwrap();
    part.write_all(b"a picture").unwrap();
    mending.staged.saved(&source, "jpg", None, part.close().unwrap()).unwrap();
    library.mended(&mending).unwrap();
    drop(mending);
    assert_eq!(fs::read_to_string(root.join("clipping.md")).unwrap(), CLIPPING, "it is left as it is");
    let home = root.join(".offprint/media").join(&clipping);
    assert_eq!(fs::read_to_string(home.join("boat.jpg")).unwrap(), "a picture");
    assert!(library.mend(&clipping).unwrap().is_none(), "nothing is missing");

    let library = open(&root);
    let show = |id: &str| library.document(id, &|key, _| format!("here:{key}")).unwrap().media[0].clone();
    let medium = show(&clipping);
    assert_eq!(medium.status, Status::Saved);
    assert_eq!(library.medium(&clipping, &medium.key).unwrap().len, 9);
    assert_eq!(show(&other).status, Status::Missing, "they are its own alone");
    assert!(library.medium(&other, &medium.key).is_err());
    let audit = audit(&root);
    assert_eq!((audit.articles, audit.complete, audit.media, audit.linked), (2, 2, 1, 1));
    fs::write(home.join("boat.jpg"), "a pictura").unwrap();
    assert_eq!(found(&root), [(Fault::Damaged, "boat.jpg".to_owned())]);

    // What a ledger says of a file elsewhere is not followed.
    let ledger = fs::read_to_string(home.join("media.json")).unwrap();
    fs::write(home.join("media.json"), ledger.replace("\"boat.jpg\"", "\"../../../clipping.md\"")).unwrap();
    let library = open(&root);
    assert!(library.medium(&clipping, &medium.key).is_err());
    assert_eq!(found(&root), [(Fault::Damaged, "../../../clipping.md".to_owned())]);
}
