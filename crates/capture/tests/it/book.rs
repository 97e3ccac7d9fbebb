//! Books: `books/<name>/` has the files of one, `books/<name>.expected` the article that it becomes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use capture::{Given, file};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PHOTO: &[u8] = include_bytes!("../media/photo.jpg");
const CONTAINER: &str = "<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>";

/// A book of these files, packed.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/epub+zip").unwrap();
    let deflated = stored.compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, deflated).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A book of chapters without headings, with more files.
fn book(chapters: &[String], more: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut items, mut spine) = (String::new(), String::new());
    for number in 0..chapters.len() {
        write!(items, "<item id='c{number}' href='c{number}.xhtml' media-type='application/xhtml+xml'/>")
            .unwrap();
        write!(spine, "<itemref idref='c{number}'/>").unwrap();
    }
    let opf = format!(
        "<package><metadata><title>A book</title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    );
    let names: Vec<String> = (0..chapters.len()).map(|number| format!("c{number}.xhtml")).collect();
    let mut files: Vec<(&str, &[u8])> =
        vec![("META-INF/container.xml", CONTAINER.as_bytes()), ("a.opf", opf.as_bytes())];
    files.extend(names.iter().map(String::as_str).zip(chapters.iter().map(String::as_bytes)));
    files.extend(more);
    packed(&files)
}

fn chapter(body: &str) -> String {
    format!("<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>{body}</body></html>")
}

fn files_of(folder: &Path, under: &str, files: &mut Vec<(String, Vec<u8>)>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = format!("{under}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files_of(&path, &format!("{name}/"), files);
        } else {
            files.push((name, std::fs::read(path).unwrap()));
        }
    }
}

fn told(given: &Given) -> String {
    let article = given.article.as_ref().unwrap();
    let mut got = String::new();
    let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    writeln!(got, "{} / {} / {}", article.title, or(&article.byline), or(&article.site)).unwrap();
    writeln!(got, "{} / {} / {}", or(&article.published), or(&article.language), or(&article.excerpt))
        .unwrap();
    writeln!(got, "image {}", or(&article.image)).unwrap();
    for medium in &article.media {
        writeln!(got, "shows {}: {}", medium.source, given.media.contains_key(&medium.source)).unwrap();
    }
    for warning in &given.warnings {
        writeln!(got, "warning: {warning}").unwrap();
    }
    write!(got, "\n{}", article.markdown).unwrap();
    got
}

#[test]
fn books_become_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/books");
    type Files<'a> = &'a [(&'a str, &'a [u8])];
    let pictures: [(&str, Files<'_>); 2] = [
        ("three", &[("EPUB/img/cover.jpg", PHOTO), ("EPUB/img/photo.jpg", PHOTO)]),
        ("two", &[("OEBPS/Cover.JPG", PHOTO)]),
    ];
    for (name, pictures) in pictures {
        let mut files = Vec::new();
        files_of(&folder.join(name), "", &mut files);
        let mut all: Vec<(&str, &[u8])> =
            files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        all.extend(pictures);
        let got = told(&file(&packed(&all), "walden.epub").unwrap());
        let expected = folder.join(format!("{name}.expected"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&expected, &got).unwrap();
        }
        assert_eq!(got, std::fs::read_to_string(&expected).unwrap_or_default(), "{name}");
    }
}

/// Every link within a book leads to a heading that its article has.
#[test]
fn links_lead_to_headings() {
    let text = |number: usize| {
        chapter(&format!(
            "<h1>Part</h1><p><a id='a'/>Words of it.</p><h2>Notes</h2><p>See <a href='c{}.xhtml#a'>there</a> and <a href='c{}.xhtml'>all</a>.</p>",
            (number + 1) % 5,
            (number + 2) % 5
        ))
    };
    let chapters: Vec<String> = (0..5).map(text).collect();
    let given = file(&book(&chapters, &[]), "x.epub").unwrap();
    let article = given.article.unwrap();
    let text = format!("---\ntitle: A book\n---\n{}", article.markdown);
    let document = article::Article::read(&text, article::Form::Markdown).document(&Nothing);
    let ids: Vec<&str> = document.outline.iter().map(|heading| heading.id.as_str()).collect();
    let links: Vec<&str> =
        article.markdown.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
    assert_eq!((ids.len(), links.len()), (10, 10), "{}", article.markdown);
    for (at, link) in links.chunks(2).enumerate() {
        assert_eq!(link, [ids[(at + 1) % 5 * 2], ids[(at + 2) % 5 * 2]], "{}", article.markdown);
    }
}

struct Nothing;

impl article::Surroundings for Nothing {
    fn medium(&self, _: &str, _: &str) -> article::Found {
        article::Found::default()
    }
}

#[test]
fn what_is_broken_is_told_and_the_rest_kept() {
    let words = [chapter("<p>The first words.</p>"), chapter("<p>Picture: <img src='p.jpg' alt='p'/></p>")];
    let whole = book(&words, &[("../evil.xhtml", b"x"), ("/etc/passwd", b"x"), ("C:/x", b"x")]);
    let given = file(&whole, "x.epub").unwrap();
    let warnings = given.warnings.join("\n");
    assert!(warnings.contains("“../evil.xhtml”") && warnings.contains("“/etc/passwd”"), "{warnings}");
    assert!(warnings.contains("“p.jpg” is missing from the book."), "{warnings}");
    assert!(given.article.unwrap().markdown.contains("The first words."));
    // A chapter whose bytes are damaged is left out, and named.
    let mut chance = 88_172_645_463_325_252_u64;
    let noise: String = std::iter::repeat_with(|| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        char::from(b'a' + (chance % 26) as u8)
    })
    .take(4000)
    .collect();
    let mut damaged = book(&[chapter("<p>The first words.</p>"), chapter(&format!("<p>{noise}</p>"))], &[]);
    let local = damaged.windows(8).position(|window| window == b"c1.xhtml").unwrap();
    damaged[local + 1000] ^= 0xff;
    let given = file(&damaged, "x.epub").unwrap();
    assert_eq!(given.warnings, ["“c1.xhtml” is damaged, and was left out."]);
    assert!(given.article.unwrap().markdown.contains("The first words."));
    for (bytes, says) in [
        (whole[..whole.len() / 2].to_vec(), "cut short"),
        (packed(&[("x.xhtml", b"<p>x")]), "does not say which parts"),
        (book(&[chapter("<p> </p>")], &[]), "no text"),
    ] {
        let why = file(&bytes, "x.epub").unwrap_err().0;
        assert!(why.contains(says), "{why}");
    }
}

#[test]
fn locked_books_are_refused_and_fonts_are_none() {
    let encrypted = |method: &str| {
        format!(
            "<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm='{method}'/></enc:EncryptedData></encryption>"
        )
    };
    let chapters = [chapter("<p>Words</p>")];
    let given = |method: &str| {
        let bytes = encrypted(method);
        file(&book(&chapters, &[("META-INF/encryption.xml", bytes.as_bytes())]), "x.epub")
    };
    assert!(given("http://www.idpf.org/2008/embedding").is_ok());
    assert!(given("http://ns.adobe.com/pdf/enc#RC").is_ok());
    let why = given("http://www.w3.org/2001/04/xmlenc#aes128-cbc").unwrap_err().0;
    assert!(why.contains("copy protection"), "{why}");
}

#[test]
fn bombs_end() {
    let words = [chapter("<p>The words.</p><img src='bomb.png'/>")];
    let zeros = vec![0; 70 << 20];
    let deep = chapter(&"<div>".repeat(200_000));
    let nested = format!("<package><metadata><title>{}</title></metadata></package>", "<b>".repeat(500_000));
    let many: Vec<String> = (0..20_001).map(|number| format!("e{number}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    for (name, bytes) in [
        ("a large picture", book(&words, &[("bomb.png", &zeros)])),
        ("a deep chapter", book(&[deep, words[0].clone()], &[])),
        (
            "a deep description",
            packed(&[("META-INF/container.xml", CONTAINER.as_bytes()), ("a.opf", nested.as_bytes())]),
        ),
        ("many entries", book(&words, &many)),
    ] {
        let begun = Instant::now();
        let given = file(&bytes, "x.epub");
        assert!(begun.elapsed() < Duration::from_secs(20), "{name}: {:?}", begun.elapsed());
        match name {
            "a large picture" => {
                let given = given.unwrap();
                assert_eq!(given.warnings, ["“bomb.png” is larger than is read, and was left out."]);
                assert!(given.media.is_empty());
            }
            "a deep chapter" => assert!(given.unwrap().article.unwrap().text.contains("The words.")),
            _ => assert!(given.is_err(), "{name}"),
        }
    }
}

/// Two thousand pages: some 600,000 words in 60 chapters, each with links to others.
#[test]
fn long_books_are_read() {
    let sentence =
        "The harbour lay still, and <i>nobody</i> had seen the ship that was said to come before the ice. ";
    let page = format!("<p>{}</p><p id='x'>{}</p>", sentence.repeat(8), sentence.repeat(9));
    let text = |number: usize| {
        let link = format!("<p>See <a href='c{}.xhtml#x'>there</a>.</p>", (number * 7) % 60);
        chapter(&format!("<h1>Chapter {number}</h1>{}", (page.clone() + &link).repeat(33)))
    };
    let chapters: Vec<String> = (0..60).map(text).collect();
    let bytes = book(&chapters, &[]);
    let begun = Instant::now();
    let article = file(&bytes, "x.epub").unwrap().article.unwrap();
    println!("{} words in {:?}", article.text.split_whitespace().count(), begun.elapsed());
    assert!(article.text.split_whitespace().count() > 600_000);
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}
