//! Judging what was sent for a medium: `judge.txt`, and `media/svg/<name>.svg` with `.safe` beside it.

use std::path::Path;

use capture::Kind;
use capture::medium::judge;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/media")
}

/// The bytes of a row's first two columns.
pub(crate) fn sent(what: &str, change: &str) -> Vec<u8> {
    let unescaped = |text: &str| text.replace("\\n", "\n").into_bytes();
    let mut bytes = if let Some(hex) = what.strip_prefix("hex ") {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        digits.chunks(2).map(byte).collect()
    } else if let Some(text) = what.strip_prefix("text") {
        unescaped(text.trim_start_matches(' '))
    } else {
        let own = folder().join(what);
        let specimen = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/specimen").join(what);
        std::fs::read(if own.exists() { own } else { specimen }).unwrap()
    };
    match change.split_once(' ') {
        Some(("first", count)) => bytes.truncate(count.parse().unwrap()),
        Some(("less", count)) => bytes.truncate(bytes.len() - count.parse::<usize>().unwrap()),
        Some(("then", text)) => bytes.extend(unescaped(text)),
        Some(("turn", places)) => places.split(' ').for_each(|at| bytes[at.parse::<usize>().unwrap()] ^= 1),
        _ => assert_eq!(change, "-"),
    }
    bytes
}

#[test]
fn what_was_sent_is_judged() {
    let rows = crate::fetch::rows(include_str!("../judge.txt"));
    let (mut wrong, mut count) = (Vec::new(), 0);
    for row in rows {
        let [what, change, kind, declared, expected] = row[..] else { panic!("{row:?}") };
        let kind = match kind {
            "picture" => Kind::Picture,
            "sound" => Kind::Sound,
            "video" => Kind::Video,
            other => panic!("{other}"),
        };
        let bytes = sent(what, change);
        let got = match judge(&bytes, kind, (declared != "-").then_some(declared)) {
            Ok(judged) => {
                if judged.ending != "svg" {
                    assert_eq!(&*judged.bytes, bytes, "{row:?}");
                }
                let size = judged.width.zip(judged.height);
                let size = size.map(|(width, height)| format!(" {width}x{height}"));
                format!("{}{}", judged.ending, size.unwrap_or_default())
            }
            Err(refusal) => format!("{:?}: {}", refusal.kind, refusal.why),
        };
        count += 1;
        if got != expected {
            wrong.push(format!("{what} | {change}\n  {got}\n  {expected}"));
        }
    }
    assert!(count >= 60);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn drawings_are_written_anew() {
    let mut names: Vec<_> =
        std::fs::read_dir(folder().join("svg")).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|ending| ending == "svg"));
    names.sort();
    let mut wrong = Vec::new();
    for path in names {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(judged) = judge(&bytes, Kind::Picture, None) else { continue };
        let got = String::from_utf8(judged.bytes.into_owned()).unwrap();
        for never in
            ["evil.example", "alert", "passwd", "foreignObject", "@import", "<!", "<a ", "<a>", "onload"]
        {
            assert!(!got.contains(never), "{}: {never}\n{got}", path.display());
        }
        let again = judge(got.as_bytes(), Kind::Picture, None).unwrap();
        assert_eq!(String::from_utf8_lossy(&again.bytes), got, "{}: written twice", path.display());
        let safe = path.with_extension("safe");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&safe, &got).unwrap();
        } else if std::fs::read_to_string(&safe).ok().as_ref() != Some(&got) {
            wrong.push(format!("{}\n{got}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n\n"));
}

/// What repeats without end ends in time.
#[test]
fn hostile_drawings_end() {
    let many = |text: &str, count: usize| text.repeat(count);
    let named: String = (0..20_000)
        .map(|number| format!("<g id=\"a{number}\"><use href=\"#a{}\"/></g>", number + 1))
        .collect();
    let sheets = [
        format!("<style>{}</style>", many("@import x;", 100_000)),
        format!("<style>{}</style>", many("@im", 50_000) + &many("@import;port;", 50_000)),
        format!("<style>{}</style>", many("url(#", 100_000)),
        format!("<path d=\"{}\"/>", many("(#", 200_000)),
        many("<g>", 100_000),
        named,
        many("<path/>", 100_000),
        format!("<text>{}</text>", many("&amp;", 200_000)),
        format!("<path {}/>", many("x=\"1\" ", 100_000)),
    ];
    for sheet in sheets {
        let start = std::time::Instant::now();
        let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><path/>{sheet}</svg>");
        drop(judge(drawing.as_bytes(), Kind::Picture, None));
        assert!(start.elapsed().as_secs() < 5, "{:?}: {}", start.elapsed(), &drawing[..90]);
    }
}
