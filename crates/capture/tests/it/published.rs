//! Dates of publication: `published.txt`, each page taken as any page is.

use capture::{Page, extract};

const TEXT: &str = "<p>The ferry left the northern pier a little after six, as it has done every working day for ninety \
    years, and nobody aboard looked up from the papers, the phones or the windows.</p>";

#[test]
fn as_the_table_says() {
    let mut wrong = Vec::new();
    for case in include_str!("../published.txt").split("\n== ").skip(1) {
        let (head, page) = case.split_once('\n').unwrap();
        let head: Vec<&str> = head.split(" | ").collect();
        let [name, url, wanted] = head.as_slice() else { panic!("{head:?}") };
        let page = format!("<!doctype html>{}", page.replace("{text}", TEXT));
        let got = extract(&Page { bytes: page.as_bytes(), url, charset: None }).unwrap().published;
        let got = got.unwrap_or_else(|| "-".to_owned());
        if got != *wanted {
            wrong.push(format!("{name}: {got}, expected {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
}
