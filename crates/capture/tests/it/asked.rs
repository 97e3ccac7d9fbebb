//! Addresses in texts: `asked.txt`; and which mean one article: `canonical.txt`.

use capture::{Asked, addresses, canonical};

#[test]
fn addresses_are_found() {
    let (_, cases) = include_str!("../asked.txt").split_once("\n== ").unwrap();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for case in cases.split("\n== ") {
        let (name, rest) = case.split_once('\n').unwrap();
        let (text, expected) =
            format!("\n{rest}\n").split_once("\n--\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let expected: Vec<&str> = expected.lines().filter(|line| !line.is_empty()).collect();
        let got: Vec<String> = addresses(&text.replace("\\r", "\r")).into_iter().map(written).collect();
        count += 1;
        let same = |(got, expected): (&String, &&str)| match expected.strip_prefix('!') {
            Some(_) => got.starts_with(expected),
            None => got == expected,
        };
        if got.len() != expected.len() || !got.iter().zip(&expected).all(same) {
            wrong.push(format!("{name}\n  {got:?}\n  {expected:?}"));
        }
    }
    assert!(count >= 60);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn written(asked: Asked) -> String {
    match asked {
        Asked::Page { address, title: None } => address,
        Asked::Page { address, title: Some(title) } => format!("{address} “{title}”"),
        Asked::Unread(sentence) => {
            assert!(sentence.ends_with('.'));
            format!("! {sentence}")
        }
    }
}

#[test]
fn one_article_has_one_key() {
    let mut wrong = Vec::new();
    for row in crate::fetch::rows(include_str!("../canonical.txt")) {
        let [saved, key] = row[..] else { panic!("{row:?}") };
        let got = canonical(saved);
        if got != key || canonical(&got) != got {
            wrong.push(format!("{saved}\n  {got}\n  {key}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A thousand addresses are one paste; a line of many does not take the time of its square.
#[test]
fn many_addresses() {
    let lines: String = (0..1000).map(|number| format!("https://a.example/{number}\n")).collect();
    assert_eq!(addresses(&lines).len(), 1000);
    let line: String = (0..20_000).map(|number| format!("[x](https://a.example/{number}) ](x ")).collect();
    let start = std::time::Instant::now();
    assert_eq!(addresses(&line).iter().filter(|asked| matches!(asked, Asked::Page { .. })).count(), 20_000);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}
