//! What other programs' files hold: `tests/arriving/<program>/<file>`, and beside it what comes of it. A folder of a
//! program whose export is an archive is packed first, and what comes of it is in `<folder>.expected`.
//!
//! `UPDATE_EXPECTED=1 cargo test -p exchange` writes the expectations anew, to be read before they are kept.
//! `OFFPRINT_MUTATED` is how many damaged copies of each file are tried, `OFFPRINT_SEED` where chance begins.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use exchange::arriving::{Body, Came, Container, Entry, Format, Unread, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Folders that are packed as a whole.
const PACKED: &[&str] = &["omnivore", "pocket-parts", "readeck"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/arriving")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if path.extension().is_none_or(|ending| ending != "expected") {
            all.push(path);
        }
    }
    all.sort();
    all
}

fn packed(folder: &Path) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files(folder) {
        let name = file.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&std::fs::read(file).unwrap()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A name, its bytes, and where what comes of it is written.
fn fixtures() -> Vec<(String, Vec<u8>, PathBuf)> {
    let mut all = Vec::new();
    for program in std::fs::read_dir(folder()).unwrap() {
        let program = program.unwrap().path();
        let name = program.file_name().unwrap().to_string_lossy().into_owned();
        if PACKED.contains(&name.as_str()) {
            all.push((format!("{name}.zip"), packed(&program), folder().join(format!("{name}.expected"))));
        } else if program.is_dir() {
            for file in files(&program) {
                let expected = PathBuf::from(format!("{}.expected", file.display()));
                let name = file.file_name().unwrap().to_string_lossy().into_owned();
                all.push((name, std::fs::read(&file).unwrap(), expected));
            }
        }
    }
    all.sort();
    assert!(all.len() > 15);
    all
}

fn come(bytes: &[u8], name: &str) -> (Result<Format, Unread>, Vec<(Came, String)>) {
    let mut all = Vec::new();
    let format = read(Cursor::new(bytes), name, &mut |came, files: &mut dyn Container| {
        let text = match &came {
            Came::Entry(entry) => {
                entry.content.as_ref().map_or_else(String::new, |content| match &content.body {
                    Body::Here(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                    Body::File => match files.read(&content.base, 1 << 24) {
                        Ok(bytes) => format!("{} bytes of {}", bytes.len(), content.base),
                        Err(lack) => format!("{} {}", content.base, lack.why()),
                    },
                })
            }
            Came::Refused(_) => String::new(),
        };
        all.push((came, text));
        all.len() < 100_000
    });
    (format, all)
}

fn shown(entry: &Entry, text: &str) -> String {
    let mut out = format!("{} {}\n", entry.line, entry.url);
    let said = [
        ("title", &entry.title),
        ("author", &entry.author),
        ("site", &entry.site),
        ("description", &entry.description),
        ("language", &entry.language),
        ("published", &entry.published),
        ("saved", &entry.saved),
        ("note", &entry.note),
    ];
    for (name, value) in said.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        writeln!(out, "  {name}: {}", value.replace('\n', "⏎")).unwrap();
    }
    for (name, list) in [("tags", &entry.tags), ("folders", &entry.folders)] {
        if !list.is_empty() {
            writeln!(out, "  {name}: {}", list.join(" | ")).unwrap();
        }
    }
    if entry.favourite {
        out.push_str("  favourite\n");
    }
    if entry.archived {
        out.push_str("  archived\n");
    }
    if let Some(progress) = entry.progress {
        writeln!(out, "  progress: {progress}").unwrap();
    }
    for mark in &entry.highlights {
        let note = mark.note.as_deref().unwrap_or("-");
        let colour = mark.colour.as_deref().unwrap_or("-");
        writeln!(out, "  mark: “{}” {note} {colour} {}", mark.quote.replace('\n', "⏎"), mark.tags.join(","))
            .unwrap();
    }
    if let Some(content) = &entry.content {
        writeln!(out, "  {:?}: {}", content.kind, text.replace('\n', "⏎")).unwrap();
    }
    out
}

#[test]
fn files_become_what_is_expected() {
    let mut wrong = Vec::new();
    for (name, bytes, expected) in fixtures() {
        let (format, all) = come(&bytes, &name);
        let mut got = format!("{:?}\n", format.map_err(|unread| unread.0));
        for (came, text) in &all {
            match came {
                Came::Entry(entry) => got.push_str(&shown(entry, text)),
                Came::Refused(refusal) => {
                    writeln!(got, "{} refused “{}”: {}", refusal.line, refusal.url, refusal.reason).unwrap();
                }
            }
        }
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&expected, &got).unwrap();
        } else if std::fs::read_to_string(&expected).ok().as_ref() != Some(&got) {
            wrong.push(format!("{}\n{got}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same words in another encoding say the same.
#[test]
fn encodings_make_no_difference() {
    for (name, bytes, _) in fixtures() {
        let Ok(text) = String::from_utf8(bytes.clone()) else { continue };
        if text.starts_with("PK") {
            continue;
        }
        let utf16 = |big: bool| -> Vec<u8> {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        let crlf = text.replace('\n', "\r\n");
        let entries = |bytes: &[u8]| -> Vec<(String, usize)> {
            let told = |(came, _): (Came, String)| match came {
                Came::Entry(entry) => {
                    (entry.url.clone() + entry.title.as_deref().unwrap_or_default(), entry.line)
                }
                Came::Refused(refusal) => (refusal.url, refusal.line),
            };
            come(bytes, &name).1.into_iter().map(told).collect()
        };
        let plain = entries(&bytes);
        for (what, other) in
            [("marked", marked), ("le", utf16(false)), ("be", utf16(true)), ("crlf", crlf.into_bytes())]
        {
            assert_eq!(entries(&other), plain, "{name} {what}");
        }
    }
}

/// Wherever a file ends, what came before its last entry comes in as ever.
#[test]
fn what_is_cut_short_gives_what_is_left() {
    for (name, bytes, _) in fixtures() {
        let (_, whole) = come(&bytes, &name);
        let urls = |all: &[(Came, String)]| -> Vec<String> {
            let url = |(came, _): &(Came, String)| match came {
                Came::Entry(entry) => Some(entry.url.clone()),
                Came::Refused(_) => None,
            };
            all.iter().filter_map(url).collect()
        };
        let known = urls(&whole);
        for end in (0..bytes.len()).step_by(1 + bytes.len() / 200) {
            let (_, left) = come(&bytes[..end], &name);
            let left = urls(&left);
            // An archive's own order is another than that in which it is read; else the beginning stays.
            if !name.ends_with(".zip") && left.len() > 1 {
                assert_eq!(left[..left.len() - 1], known[..left.len() - 1], "{name} at {end}");
            }
        }
        if name.ends_with(".zip") {
            let (format, left) = come(&bytes[..bytes.len() - 30], &name);
            assert!(format.is_ok() && left.len() > 1, "{name}: nothing is left");
        }
    }
}

/// Nothing trips over a damaged file, and each of its entries is handed over once.
#[test]
fn damaged_files_are_read() {
    let number = |name: &str, usual: u64| std::env::var(name).map_or(usual, |text| text.parse().unwrap());
    let rounds = number("OFFPRINT_MUTATED", 60);
    let mut seed = number("OFFPRINT_SEED", 88_172_645_463_325_252).max(1);
    let mut below = move |limit: usize| -> usize {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % limit.max(1) as u64) as usize
    };
    for (name, bytes, _) in fixtures() {
        let all = come(&bytes, &name).1.len();
        for _ in 0..rounds {
            let mut damaged = bytes.clone();
            for _ in 0..=below(4) {
                let at = below(damaged.len());
                match below(5) {
                    0 => damaged[at] ^= 1 << below(8),
                    1 => damaged[at] = b"\",[]{}<>\n\0;|'\\&"[below(15)],
                    2 => drop(damaged.drain(at..(at + 1 + below(12)).min(damaged.len()))),
                    3 => {
                        let piece: Vec<u8> = damaged[at..(at + below(40)).min(damaged.len())].to_vec();
                        damaged.splice(at..at, piece);
                    }
                    _ => damaged.truncate(at.max(1)),
                }
                if damaged.is_empty() {
                    damaged.push(b' ');
                }
            }
            let (format, came) = come(&damaged, &name);
            assert!(format.is_ok() || came.len() <= all + 4, "{name}: {format:?} after {}", came.len());
            assert!(came.len() <= all * 3 + 20, "{name}: {} entries of {all}", came.len());
        }
    }
}

/// A member of an archive, as it is written there.
struct Member<'a>(&'a str, &'a [u8], u32);

/// An archive of members under any names, not compressed.
fn archive(members: &[Member<'_>]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for Member(name, bytes, mode) in members {
        let at = out.len() as u32;
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let (crc, length, names) = (crc.sum(), bytes.len() as u32, name.len() as u16);
        let common = |out: &mut Vec<u8>| {
            [10u16, 0, 0, 0, 33].iter().for_each(|number| out.extend(number.to_le_bytes()));
            [crc, length, length].iter().for_each(|number| out.extend(number.to_le_bytes()));
            out.extend(names.to_le_bytes());
            out.extend(0u16.to_le_bytes());
        };
        out.extend(b"PK\x03\x04");
        common(&mut out);
        out.extend(name.as_bytes());
        out.extend(*bytes);
        list.extend(b"PK\x01\x02");
        list.extend(0x031e_u16.to_le_bytes());
        common(&mut list);
        list.extend([0; 6]);
        list.extend((mode << 16).to_le_bytes());
        list.extend(at.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let (at, length, count) = (out.len() as u32, list.len() as u32, members.len() as u16);
    out.extend(list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    [count, count].iter().for_each(|number| out.extend(number.to_le_bytes()));
    [length, at].iter().for_each(|number| out.extend(number.to_le_bytes()));
    out.extend([0; 2]);
    out
}

#[test]
fn what_is_dangerous_in_an_archive_is_refused_by_name() {
    let text = b"# A note\n\nWords.\n";
    let bomb = vec![b'a'; 3 << 20];
    let bytes = archive(&[
        Member("good.md", text, 0o100_644),
        Member("../out.md", text, 0o100_644),
        Member("/etc/absolute.md", text, 0o100_644),
        Member("C:\\drive.md", text, 0o100_644),
        Member("in\\..\\..\\out.md", text, 0o100_644),
        Member("link.md", b"/etc/passwd", 0o120_777),
        Member("twice.md", text, 0o100_644),
        Member("twice.md", b"# Another\n\nOther words.\n", 0o100_644),
    ]);
    let (format, all) = come(&bytes, "notes.zip");
    assert_eq!(format, Ok(Format::Markdown));
    let entries: Vec<_> = all.iter().filter(|(came, _)| matches!(came, Came::Entry(_))).collect();
    assert_eq!(entries.len(), 2, "{all:?}");
    for name in ["../out.md", "/etc/absolute.md", "C:/drive.md", "in/../../out.md", "link.md", "twice.md"] {
        let refused = all.iter().any(|(came, _)| matches!(came, Came::Refused(refusal) if refusal.url == name && refusal.reason.contains(name)));
        assert!(refused, "{name}: {all:?}");
    }
    // Packed a thousand times smaller.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("bomb.md", bomb.as_slice()), ("good.md", text)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let (_, all) = come(&zip.finish().unwrap().into_inner(), "notes.zip");
    let told: Vec<_> = all
        .iter()
        .map(|(came, _)| matches!(came, Came::Refused(refusal) if refusal.url == "bomb.md"))
        .collect();
    assert_eq!(told, [true, false], "{all:?}");
}

/// Many rows of a table are read in little time, and one that is damaged costs only itself.
#[test]
fn a_damaged_row_costs_only_itself() {
    let mut csv = "title,url,time_added,tags,status\n".to_owned();
    for row in 0..3000 {
        let mark = if row % 500 == 77 { "" } else { "\"" };
        writeln!(csv, "\"Title, {row}{mark},https://harbour.example/{row},1690000000,a|b,unread").unwrap();
    }
    let (format, all) = come(csv.as_bytes(), "pocket.csv");
    assert_eq!(format, Ok(Format::Pocket));
    let refused: Vec<usize> = all
        .iter()
        .filter_map(|(came, _)| match came {
            Came::Refused(refusal) => Some(refusal.line),
            Came::Entry(_) => None,
        })
        .collect();
    assert_eq!(refused, [79, 579, 1079, 1579, 2079, 2579]);
    assert_eq!(all.len(), 3000);
}

/// Pocket's parts come packed, and a folder of another name in front of all names makes no difference.
#[test]
fn parts_that_came_packed_are_one_export() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..3 {
        let rows = format!(
            "title,url,time_added,tags,status\nA,https://harbour.example/{part},1690000000,a,unread\n"
        );
        zip.start_file(format!("pocket/part_00000{part}.csv"), SimpleFileOptions::default()).unwrap();
        zip.write_all(rows.as_bytes()).unwrap();
    }
    zip.start_file("__MACOSX/pocket/._part_000000.csv", SimpleFileOptions::default()).unwrap();
    let (format, all) = come(&zip.finish().unwrap().into_inner(), "pocket.zip");
    assert_eq!((format, all.len()), (Ok(Format::Pocket), 3));

    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let omnivore = folder().join("omnivore");
    for file in files(&omnivore) {
        let name = format!("my export/{}", file.strip_prefix(&omnivore).unwrap().to_string_lossy());
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&std::fs::read(file).unwrap()).unwrap();
    }
    let (format, all) = come(&zip.finish().unwrap().into_inner(), "x.zip");
    assert_eq!((format, all.len()), (Ok(Format::Omnivore), 4));
}

#[test]
fn what_was_unpacked_is_told_from_a_folder_of_articles() {
    for (names, expected) in [
        (&["part_000000.csv", "part_000001.csv", "annotations/part_000000.json"][..], true),
        (&["metadata_0_to_20.json", "content/a.html", "highlights/a.md"], true),
        (&["readeck/data.json", "readeck/bookmarks/aB1/info.json", "readeck/notes.md"], true),
        (&["notes/one.md", "notes/table.csv"], false),
        (&["read me.txt", "part_000000.csv"], false),
        (&["picture.png"], false),
        (&[], false),
    ] {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(exchange::arriving::is_export(&names), expected, "{names:?}");
    }
}
