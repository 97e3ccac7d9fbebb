//! Where pages send on to: `sends_on.txt`.

use capture::{Page, sends_on};

#[test]
fn pages_send_on() {
    let mut count = 0;
    for row in crate::fetch::rows(include_str!("../sends_on.txt")) {
        let [page, expected] = row[..] else { panic!("{row:?}") };
        let page = page.replace("WORDS", &"words ".repeat(100));
        let got = sends_on(&Page { bytes: page.as_bytes(), url: crate::URL, charset: None });
        assert_eq!(got.as_deref().unwrap_or("-"), expected, "{page}");
        count += 1;
    }
    assert!(count >= 15);
}
