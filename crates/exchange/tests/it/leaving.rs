//! Chapters of a book: for each `tests/leaving/<name>.md` the body that is written stands in `<name>.xhtml`. Where one is
//! meant to change, `OFFPRINT_WRITE=1` writes what there is now.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::Path;

use article::{Form, Found, Status, Surroundings};
use exchange::leaving::{
    About, Around, Article, Book, Epub, Highlight, Html, Listed, Medium, Picture, Site, Stretch, Writer,
    Zipped,
};

/// A picture is there where its name says so.
struct Beside;

impl Surroundings for Beside {
    fn medium(&self, source: &str, key: &str) -> Found {
        let status = if source.starts_with("here") { Status::Saved } else { Status::Missing };
        Found { status, address: key.to_owned(), ..Found::default() }
    }
}

impl Around for Beside {
    fn small(&self, _key: &str, _width: u32) -> io::Result<Option<Picture>> {
        Ok(Some(Picture { kind: "image/png".to_owned(), bytes: b"\x89PNG".to_vec() }))
    }

    fn medium(&self, _key: &str) -> io::Result<Option<Medium>> {
        Ok(Some(Medium { kind: "image/png".to_owned(), from: Box::new(Cursor::new(b"\x89PNG")) }))
    }

    fn link(&self, href: &str, _wiki: bool) -> Option<(String, Option<String>)> {
        href.starts_with("Other").then(|| ("other".to_owned(), None))
    }
}

fn read(text: &str) -> Article {
    let document = article::Article::read(text, Form::Markdown).document(&Beside);
    let meta = &document.meta;
    let block = document.blocks.iter().find(|block| block.html.contains("remember"));
    let highlight = block.map(|block| {
        // Where they are in the text of the block, as a browser has it.
        let (quote, mut text, mut inside) = ("words to remember", String::new(), false);
        for character in block.html.chars() {
            match character {
                '<' => inside = true,
                '>' => inside = false,
                character if !inside => text.push(character),
                _ => {}
            }
        }
        let begin = text.split(quote).next().unwrap().encode_utf16().count();
        Highlight {
            quote: quote.to_owned(),
            note: Some("A <note>.".to_owned()),
            places: vec![Stretch { block: block.id.clone(), begin, end: begin + quote.len() }],
        }
    });
    Article {
        about: About {
            id: "this".to_owned(),
            title: meta.title.clone().unwrap_or_default(),
            source: meta.source.clone(),
            language: meta.language.clone(),
            direction: meta.direction,
            ..About::default()
        },
        highlights: highlight.into_iter().collect(),
        document,
    }
}

fn book() -> Book {
    let listed = |id: &str| Listed {
        id: id.to_owned(),
        title: "A \"title\" & <more>".to_owned(),
        ..Listed::default()
    };
    Book {
        title: "<Title>".to_owned(),
        id: "01a1f82f-0000-7000-8000-000000000001".to_owned(),
        made: "2026-01-01T00:00:00Z".to_owned(),
        articles: vec![listed("this"), listed("other")],
    }
}

/// A file that a `Writer` writes to, to be looked at afterwards.
fn written(made: impl FnOnce(fs::File) -> Box<dyn Writer>, article: &Article) -> Vec<u8> {
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut writer = made(file.reopen().unwrap());
    writer.add(article, &Beside).unwrap();
    writer.finish().unwrap();
    fs::read(file.path()).unwrap()
}

fn part(archive: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn chapters_are_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/leaving");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        count += 1;
        let article = read(&fs::read_to_string(&path).unwrap());
        let epub = written(|file| Box::new(Epub::new(file, book()).unwrap()), &article);
        let chapter = part(&epub, "book/chapter-1.xhtml");
        let body = chapter.split_once("<body>\n").unwrap().1.replace("</body>\n</html>\n", "");
        let expected = path.with_extension("xhtml");
        if std::env::var_os("OFFPRINT_WRITE").is_some() {
            fs::write(&expected, &body).unwrap();
        }
        assert_eq!(body, fs::read_to_string(&expected).unwrap(), "{}", path.display());
        every_id_once_and_every_part_there(&chapter);
        let html =
            String::from_utf8(written(|file| Box::new(Html::new(file, &book()).unwrap()), &article)).unwrap();
        assert!(!html.contains("<script") && html.contains("default-src 'none'"));
        every_id_once_and_every_part_there(&html.replace("href=\"#a1-top\"", ""));
    }
    assert!(count >= 3, "{count} cases");
}

fn every_id_once_and_every_part_there(text: &str) {
    let values = |name: &str| {
        let before = format!(" {name}=\"");
        let all = text.split(&before).skip(1).map(|rest| rest.split_once('"').unwrap().0.to_owned());
        all.collect::<Vec<_>>()
    };
    let ids = values("id");
    let known: HashSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), known.len(), "{ids:?}");
    for part in values("href").iter().filter_map(|href| href.strip_prefix('#').map(str::to_owned)) {
        assert!(known.contains(&part), "#{part}");
    }
}

#[test]
fn a_book_begins_as_it_must() {
    let article = read("---\ntitle: One\nlanguage: en\n---\nWords.\n");
    let epub = written(|file| Box::new(Epub::new(file, book()).unwrap()), &article);
    assert_eq!(&epub[30..58], b"mimetypeapplication/epub+zip");
    let package = part(&epub, "book/package.opf");
    assert!(
        package.contains("<dc:title>&lt;Title&gt;</dc:title>") && package.contains("cover-image"),
        "{package}"
    );
    assert!(part(&epub, "book/contents.xhtml").contains("<a href=\"chapter-1.xhtml\">One</a>"));
}

#[test]
fn a_website_names_its_pages_by_ids_and_asks_for_nothing_else() {
    let mut article = read("---\ntitle: \"<b>One\"\n---\nRain on the 雨の屋根.\n");
    article.about.id = "../../CON".to_owned();
    let site = written(|file| Box::new(Site::new(Zipped::new(file), book())), &article);
    let zip = zip::ZipArchive::new(Cursor::new(&site)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.iter().all(|name| !name.contains("..") && !name.contains("CON")), "{names:?}");
    assert!(part(&site, "index.html").contains("&lt;b&gt;One"));
    let words = part(&site, "offprint/words-0.js");
    assert!(words.contains("\"rain\":\"0,\"") && words.contains("\"の屋\":\"0,\""), "{words}");
}
