//! Files as pages: `given/<file>`, and beside it what is expected of it; `refused.txt` has those that are none.

use std::fmt::Write;
use std::path::Path;

use capture::{Given, GivenKind, Kind, NOWHERE, Page, extract, file, medium};

fn told(given: &Given) -> String {
    let mut got = String::new();
    let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    writeln!(got, "{:?}, {}, from {}", given.kind, or(&given.charset), or(&given.address)).unwrap();
    let mut media: Vec<_> = given.media.iter().collect();
    media.sort();
    for (name, bytes) in media {
        let judged = medium::judge(bytes, Kind::Picture, None);
        writeln!(got, "holds {name}: {}", judged.map_or("refused", |judged| judged.ending)).unwrap();
    }
    let mut beside: Vec<_> = given.beside.iter().collect();
    beside.sort();
    for (name, path) in beside {
        writeln!(got, "beside {name}: {path}").unwrap();
    }
    for warning in &given.warnings {
        writeln!(got, "warning: {warning}").unwrap();
    }
    if given.kind != GivenKind::Page {
        write!(got, "\n{}", String::from_utf8_lossy(&given.page)).unwrap();
        return got;
    }
    let url = given.address.as_deref().unwrap_or(NOWHERE);
    let taken = extract(&Page { bytes: &given.page, url, charset: given.charset.as_deref() }).unwrap();
    for medium in &taken.media {
        let place = match (given.media.get(&medium.source), given.beside.get(&medium.source)) {
            (Some(_), _) => "held",
            (_, Some(_)) => "beside",
            _ => "of the web",
        };
        writeln!(got, "shows {}: {place}", medium.source).unwrap();
    }
    write!(got, "\n{}: {}", taken.title, taken.markdown).unwrap();
    got
}

#[test]
fn files_become_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/given");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.extension().is_some_and(|ending| ending != "expected") && !path.ends_with("refused.txt")
    });
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        let got = told(&file(&std::fs::read(&path).unwrap(), name).unwrap());
        let expected = path.with_file_name(format!("{name}.expected"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&expected, &got).unwrap();
        } else if std::fs::read_to_string(&expected).ok().as_ref() != Some(&got) {
            wrong.push(format!("{name}\n{got}"));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n\n"));
}

#[test]
fn what_is_no_article_is_refused() {
    for row in crate::fetch::rows(include_str!("../given/refused.txt")) {
        let [name, what, sentence] = row[..] else { panic!("{row:?}") };
        let bytes = crate::medium::sent(what, "-");
        assert_eq!(file(&bytes, name).unwrap_err().0, sentence, "{name}");
    }
}

/// What was pasted has no name.
#[test]
fn pasted() {
    for (text, kind) in [
        ("<meta charset='utf-8'><p>Copied from a page</p>", GivenKind::Page),
        ("<!DOCTYPE html><p>Copied", GivenKind::Page),
        ("<html><p>Copied", GivenKind::Page),
        ("# A heading\n\nwords", GivenKind::Text),
        ("a < b and b > c", GivenKind::Text),
        ("<3 this", GivenKind::Text),
    ] {
        assert_eq!(file(text.as_bytes(), "").unwrap().kind, kind, "{text}");
    }
}

#[test]
fn hostile_files_end() {
    for page in [
        format!("<html><style>{}</style><p>x", "--sf-img-1:url(".repeat(200_000)),
        format!("<html>{}", "<img src=data:image/png;base64,".repeat(100_000)),
        format!("<html>{}", "<!-- saved from url=(".repeat(100_000)),
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n{}",
            "--x\r\n".repeat(100_000)
        ),
    ] {
        let start = std::time::Instant::now();
        drop(file(page.as_bytes(), "x.html"));
        assert!(start.elapsed().as_secs() < 10, "{:?}: {}", start.elapsed(), &page[..60]);
    }
}

/// A page with no structure keeps its words and its pictures.
#[test]
fn pages_without_structure_keep_all() {
    let picture = as_data(&crate::medium::sent("photo.jpg", "-"));
    let page = format!("<html><body>{}The last words.<img src=\"{picture}\">", "<div>x".repeat(3000));
    let given = file(page.as_bytes(), "deep.html").unwrap();
    assert_eq!(given.media.len(), 1);
    let taken = extract(&Page { bytes: &given.page, url: NOWHERE, charset: Some("utf-8") }).unwrap();
    assert!(taken.text.contains("The last words."));
    assert!(!given.warnings.is_empty());
}

pub(crate) fn as_data(bytes: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", data_encoding::BASE64.encode(bytes))
}
