//! Writes books: EPUBs as large as one likes, the same for the same arguments.

use std::fmt::Write as _;
use std::path::Path;

/// Paragraphs of a chapter; each tenth has a note.
const PARAGRAPHS: usize = 55;

/// Writes an EPUB of so many chapters to `path`, of about ten pages each.
pub fn write_book(path: &Path, title: &str, chapters: usize) {
    let mut files = vec![
        ("mimetype".to_owned(), "application/epub+zip".to_owned()),
        (
            "META-INF/container.xml".to_owned(),
            "<?xml version=\"1.0\"?><container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>".to_owned(),
        ),
    ];
    let (mut items, mut order) = (String::new(), String::new());
    for chapter in 1..=chapters {
        let _ = write!(
            items,
            "<item id=\"c{chapter}\" href=\"c{chapter}.xhtml\" media-type=\"application/xhtml+xml\"/>"
        );
        let _ = write!(order, "<itemref idref=\"c{chapter}\"/>");
        files.push((format!("c{chapter}.xhtml"), text_of(chapter)));
    }
    files.insert(2, ("book.opf".to_owned(), format!("<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"i\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:identifier id=\"i\">urn:uuid:12345678-1234-4234-8234-{chapters:012}</dc:identifier><dc:title>{title}</dc:title><dc:language>en</dc:language></metadata><manifest>{items}</manifest><spine>{order}</spine></package>")));
    std::fs::write(path, stored(&files)).unwrap();
}

fn text_of(chapter: usize) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>{chapter}</title></head><body><h1>Chapter {chapter}</h1>"
    );
    let mut notes = String::new();
    for paragraph in 0..PARAGRAPHS {
        let steps = "one step after another and on ".repeat(14 + (chapter * 7 + paragraph * 5) % 11);
        let _ = write!(text, "<p>{steps} {chapter}.{paragraph}");
        if paragraph % 10 == 0 {
            let _ = write!(text, "<a href=\"#n{paragraph}\" epub:type=\"noteref\">{paragraph}</a>");
            let _ = write!(
                notes,
                "<aside epub:type=\"footnote\" id=\"n{paragraph}\"><p>A note to {chapter}.{paragraph}.</p></aside>"
            );
        }
        text.push_str("</p>");
    }
    text + &notes + "</body></html>"
}

/// A ZIP archive in which nothing is packed (APPNOTE 6.3.10).
fn stored(files: &[(String, String)]) -> Vec<u8> {
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let at = archive.len() as u32;
        let size = (text.len() as u32).to_le_bytes();
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        about.extend(crc(text.as_bytes()).to_le_bytes());
        about.extend(size);
        about.extend(size);
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(text.as_bytes());
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&about);
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let (at, count) = (archive.len() as u32, (files.len() as u16).to_le_bytes());
    archive.extend(&list);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count);
    archive.extend(count);
    archive.extend((list.len() as u32).to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// CRC-32 as ZIP has it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1)))
    })
}
