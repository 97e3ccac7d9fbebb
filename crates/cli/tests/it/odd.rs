//! Pages and files that are not as most are: what belongs to them comes along all the same, or it is said what is missing.

use std::fs;
use std::time::Instant;

use serde_json::Value;

use crate::web::{self, PHOTO};
use crate::{Desk, Ran};

fn ledger(desk: &Desk, name: &str) -> Value {
    serde_json::from_slice(&fs::read(desk.library().join(name).join("media.json")).unwrap()).unwrap()
}

fn text(desk: &Desk, name: &str) -> String {
    fs::read_to_string(desk.library().join(name).join(format!("{name}.md"))).unwrap()
}

#[test]
fn pictures_lie_in_any_folder_beside_a_page() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("pages/site");
    fs::create_dir_all(folder.join("img/more")).unwrap();
    for name in ["img/a.jpg", "img/more/b c.jpg", "large.jpg", "../outside.jpg"] {
        fs::write(folder.join(name), PHOTO).unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink("../../outside.jpg", folder.join("img/link.jpg")).unwrap();
    let words =
        "The ferry crosses the river from six in the morning, and whoever comes late waits on the bank. ";
    let absolute = folder.join("img/a.jpg");
    let page = format!(
        "<title>A page beside its pictures</title><article><h1>A page beside its pictures</h1><p>{0}</p>\
         <figure><img src='img/a.jpg' alt=here></figure><figure><img src='./img/more/b%20c.jpg' alt=deeper></figure>\
         <figure><img src='small.jpg' srcset='large.jpg 900w' alt=large></figure><p>{0}</p>\
         <figure><img src='img/gone.jpg' alt=gone></figure><figure><img src='../outside.jpg' alt=outside></figure>\
         <figure><img src='img/../../outside.jpg' alt=around></figure><figure><img src='img/link.jpg' alt=linked></figure>\
         <figure><img src='{1}' alt=absolute></figure>\
         <p>{0}<a href='other.html#part'>Another</a>, <a href='../up.html'>one above</a>, <a href='/root.html'>one of a root</a>.</p></article>",
        words.repeat(3),
        absolute.display()
    );
    fs::write(folder.join("page.html"), page).unwrap();
    let path = folder.join("page.html");
    let saved = desk.json(&["save", "--json", path.to_str().unwrap()]);
    assert_eq!((&saved[0]["all"], &saved[0]["lacking"]), (&Value::from(7), &Value::from(4)), "{saved}");
    let name = "A page beside its pictures";
    let text = text(&desk, name);
    for part in [
        "![here](a.jpg)",
        "![deeper](b",
        "![large](large.jpg)",
        "![gone](img/gone.jpg)",
        "[Another](other.html#part), [one above](../up.html), one of a root.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("invalid") && !ledger(&desk, name).to_string().contains("invalid"), "{text}");
    for item in ledger(&desk, name)["media"].as_array().unwrap() {
        let source = item["source"].as_str().unwrap();
        let is_near = ["img/a.jpg", "img/more/b%20c.jpg", "large.jpg"].contains(&source);
        assert_eq!(item["status"] == "saved", is_near, "{item}");
        assert!(is_near || item["why"].as_str().is_some_and(|why| why.contains("beside it")), "{item}");
    }
}

#[test]
fn a_page_that_sends_on_is_the_one_that_it_sends_to() {
    let port = web::start();
    let desk = Desk::new();
    let at = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    let saved = desk.json(&["save", "--own-network", "--json", &at("sends/there")]);
    assert_eq!(saved[0]["title"], "Page 3", "{saved}");
    assert!(text(&desk, "Page 3").contains(&at("page/3/1")), "it comes from there");
    for (path, says) in
        [("sends/secrets", "169.254.169.254"), ("sends/gone", "404"), ("sends/round", "more than 10 times")]
    {
        let Ran { code, out, .. } = desk.run(&["save", "--own-network", "--json", &at(path)]);
        let saved: Value = serde_json::from_str(&out).unwrap();
        assert!(code == 1 && saved[0]["step"] == "failed", "{path}: {saved}");
        assert!(saved[0]["why"].as_str().is_some_and(|why| why.contains(says)), "{path}: {saved}");
    }
}

#[test]
fn a_site_that_asks_for_patience_is_waited_for() {
    let port = web::start();
    let desk = Desk::new();
    let at = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    let start = Instant::now();
    let Ran { code, out, err } = desk.run(&["save", "--own-network", "--json", &at("later/1")]);
    let saved: Value = serde_json::from_str(&out).unwrap();
    assert!(code == 0 && saved[0]["title"] == "Page 7", "{saved}");
    assert!(start.elapsed().as_secs() >= 1 && err.contains("left alone for 1 s"), "{err}");
    // An hour is too long: it waits on the shelf.
    let Ran { code, out, .. } = desk.run(&["save", "--own-network", "--json", &at("later/3600")]);
    assert!(code == 1 && out.contains("\"waiting\""), "{out}");
    // So it is when one is fetched anew.
    let id = saved[0]["id"].as_str().unwrap();
    let ran = desk.run(&["refetch", id, "--own-network", "--json"]);
    assert!(ran.code == 0 && ran.out.contains("unchanged"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_drawing_in_a_page_is_saved() {
    let port = web::start();
    let desk = Desk::new();
    let saved = desk.json(&["save", "--own-network", "--json", &format!("http://127.0.0.1:{port}/drawn")]);
    assert_eq!((&saved[0]["all"], &saved[0]["lacking"]), (&Value::from(1), &Value::from(0)), "{saved}");
    let file = ledger(&desk, "A chart")["media"][0]["file"].as_str().unwrap().to_owned();
    assert!(
        file.ends_with(".svg")
            && text(&desk, "A chart").contains(&format!("![Passengers]({file} \"By year.\")"))
    );
    let drawing = fs::read_to_string(desk.library().join("A chart").join(file)).unwrap();
    assert!(drawing.contains("<rect") && !drawing.contains("alert"), "{drawing}");
    // So it is of a file, and of a text.
    let page = format!(
        "<title>By hand</title><article><h1>By hand</h1><p>{}</p><figure><svg width=400 height=300>{}</svg></figure></article>",
        "The ferry crosses the river from six in the morning, and nobody waits. ".repeat(9),
        "<circle r=9 fill=red />".repeat(6)
    );
    fs::write(desk.folder.path().join("page.html"), page).unwrap();
    let picture = data_encoding::BASE64.encode(PHOTO);
    fs::write(
        desk.folder.path().join("note.md"),
        format!("# A note\n\n![A boat](data:image/jpeg;base64,{picture})\n"),
    )
    .unwrap();
    for file in ["../page.html", "../note.md"] {
        let saved = desk.json(&["save", "--json", file]);
        assert_eq!((&saved[0]["all"], &saved[0]["lacking"]), (&Value::from(1), &Value::from(0)), "{saved}");
    }
}

#[test]
fn a_login_that_was_chosen_is_told_of() {
    let port = web::start();
    web::change(port, "first");
    let desk = Desk::new();
    let saved = desk.json(&["save", "--own-network", "--json", &format!("http://127.0.0.1:{port}/changing")]);
    let id = saved[0]["id"].as_str().unwrap();
    let name = "A page that changes";
    assert_eq!(ledger(&desk, name)["article"]["why"], Value::Null);
    web::change(port, "login");
    let came = desk.json(&["refetch", id, "--own-network", "--json"]);
    assert_eq!(came["came"], "set_aside", "{came}");
    let versions = desk.json(&["versions", id, "--json"]);
    let other = versions.as_array().unwrap().iter().find(|version| version["current"] == false).unwrap();
    desk.json(&["versions", id, "--choose", other["time"].as_str().unwrap(), "--json"]);
    let why = ledger(&desk, name)["article"]["why"].clone();
    assert!(why.as_str().is_some_and(|why| why == came["why"]), "{why}: {came}");
}
