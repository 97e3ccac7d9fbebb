//! A web on loopback with good and bad sites, one at each of 127.0.0.1 to 127.0.0.99.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

pub(crate) const PHOTO: &[u8] = include_bytes!("../../../capture/tests/media/photo.jpg");
const BOMB: &[u8] = include_bytes!("../../../capture/tests/media/bomb.png");
const DAMAGED: &[u8] = include_bytes!("../../../capture/tests/media/noise.png");
const HEADED: &[u8] = include_bytes!("../../../capture/tests/media/headed.jpg");
const DOT: &[u8] = include_bytes!("../../../capture/tests/media/dot.gif");

/// The last words of each page.
pub(crate) const END: &str = "Here the page ends";

/// Serves for as long as the process lives, and gives the port.
pub(crate) fn start() -> u16 {
    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A client that hangs up is no fault of the web's.
            thread::spawn(move || answer(stream, port));
        }
    });
    port
}

/// The address of page `number`, `pictures` of which are good; each ten pages are another site's.
pub(crate) fn page(port: u16, number: usize, pictures: usize) -> String {
    format!("http://127.0.0.{}:{port}/page/{number}/{pictures}", 2 + number % 40)
}

/// What the page `/changing` of the web at `port` says from now on: a word, or what is wrong with it.
pub(crate) fn change(port: u16, what: &str) {
    changing().insert(port, what.to_owned());
}

fn changing() -> MutexGuard<'static, HashMap<u16, String>> {
    static CHANGING: LazyLock<Mutex<HashMap<u16, String>>> = LazyLock::new(Mutex::default);
    CHANGING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn changed(stream: &mut TcpStream, what: &str) -> io::Result<()> {
    let title = "<title>A page that changes</title><article><h1>A page that changes</h1>";
    let (status, body) = match what {
        "gone" => ("404 Not Found", "<h1>Not found</h1><p>There is nothing at this address any more.".to_owned()),
        "busy" => ("429 Too Many Requests", "Later".to_owned()),
        "pdf" => return reply(stream, "200 OK", "application/pdf", b"%PDF-1.7"),
        "login" => ("200 OK", "<title>Log in</title><h1>Log in</h1><p>Please log in to go on reading.<form><input type=password></form>".to_owned()),
        "shorter" => ("200 OK", format!("{title}<p>Only a few words of it are left here, and no more of them than that.</p>")),
        _ => {
            let new = if what == "first" { "" } else { what.strip_prefix("number").unwrap_or("new") };
            let picture = |name: &str| format!("<figure><img src='/photo/{name}.jpg' width=600 height=400></figure>");
            let said = format!("<p>Of all the states of this page, it is the {what} one that is served today.</p>");
            if what == "bare" {
                let page = format!("{title}{said}{}<p>{END}, with a few more words that make it a paragraph.</p></article>", paragraphs(0));
                return reply(stream, "200 OK", "text/html; charset=utf-8", page.as_bytes());
            }
            let more = if new.is_empty() { String::new() } else { picture(new.trim_start_matches('-')) };
            (
                "200 OK",
                format!("{title}{said}{}{}{more}<p>{END}, with a few more words that make it a paragraph of its own, and part of the article.</p></article>", paragraphs(0), picture("kept")),
            )
        }
    };
    reply(stream, status, "text/html; charset=utf-8", body.as_bytes())
}

fn answer(mut stream: TcpStream, port: u16) -> io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte)? == 1 {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse().ok()).unwrap_or(0_usize);
    match parts[..] {
        ["page", ..] => {
            reply(&mut stream, "200 OK", "text/html; charset=utf-8", &text(number(1), number(2), &[]))
        }
        ["bad", ..] => reply(&mut stream, "200 OK", "text/html; charset=utf-8", &text(number(1), 1, BAD)),
        ["photo", ..] => {
            // So that a kill finds pictures under way.
            thread::sleep(Duration::from_millis(2));
            reply(&mut stream, "200 OK", "image/jpeg", PHOTO)
        }
        ["sends", to, ..] => sends_on(&mut stream, to, number(2)),
        ["later", seconds, ..] if asked(&path) == 1 => {
            write!(
                stream,
                "HTTP/1.1 503 Busy\r\nConnection: close\r\nRetry-After: {seconds}\r\nContent-Length: 0\r\n\r\n"
            )
        }
        ["later", ..] => reply(&mut stream, "200 OK", "text/html; charset=utf-8", &text(7, 1, &[])),
        ["drawn"] => {
            let shapes = "<rect width='40' height='90' fill='#369'/>".repeat(6);
            let page = format!(
                "<title>A chart</title><article><h1>A chart</h1>{}<figure><svg viewBox='0 0 640 360' onload='alert(1)'>\
                 <title>Passengers</title>{shapes}</svg><figcaption>By year.</figcaption></figure>{}</article>",
                paragraphs(0),
                paragraphs(1)
            );
            reply(&mut stream, "200 OK", "text/html; charset=utf-8", page.as_bytes())
        }
        ["changing"] => {
            let what = changing().get(&port).cloned().unwrap_or_default();
            changed(&mut stream, &what)
        }
        ["parts"] => reply(&mut stream, "200 OK", "text/html; charset=utf-8", page_of_parts().as_bytes()),
        ["old", "parts"] => redirect(&mut stream, "/new/place/parts"),
        ["new", "place", "parts"] => {
            let page =
                page_of_parts().replace("/photo/left", "left").replace("said.", "said in the caf\u{8e}.");
            // Macintosh's é: no page of Western Europe is taken for that unless the answer says so.
            let bytes: Vec<u8> =
                page.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
            reply(&mut stream, "200 OK", "text/html; charset=macintosh", &bytes)
        }
        ["new", "place", "left.jpg"] => reply(&mut stream, "200 OK", "image/jpeg", PHOTO),
        ["m", what, ..] => medium(&mut stream, what),
        ["story", what, ..] => {
            let gap = changing().get(&port).map_or(what == "gap", |now| now == "gap");
            story(&mut stream, what, gap, number(2).max(1))
        }
        ["long", what, ..] => long(&mut stream, what),
        ["stub"] => {
            let page = "<title>A paid story</title><script type='application/ld+json'>\
                 {\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script><article><h1>A paid story</h1>\
                 <p>The beginning of this story is here, for those who do not pay, with enough words to be one of a page, \
                 and with commas, too.</p></article>";
            reply(&mut stream, "200 OK", "text/html; charset=utf-8", page.as_bytes())
        }
        ["rfc.txt"] => {
            let text = "A Protocol for Ferries\n\n\
                The captain <shall> answer every question that is asked on the quay, and shall\n\
                say so when the ferry does not go, which may be told by a flag in the wind that\n\
                everybody on the quay can see from where they stand, whatever the weather is.\n\n\
                \x20    +------+      +-----+\n     | quay |----->| sea |\n     +------+      +-----+\n";
            reply(&mut stream, "200 OK", "text/plain; charset=utf-8", text.as_bytes())
        }
        ["doc", "notes"] => {
            let text = "# Notes on *ferries*\n\nWords, and `code`.\n\n![A boat](../photo/boat.jpg)\n";
            reply(&mut stream, "200 OK", "text/markdown", text.as_bytes())
        }
        ["notebook"] => {
            let picture = data_encoding::BASE64.encode(PHOTO);
            let page = format!(
                "<title>A notebook</title><article><h1>A notebook</h1>{}<figure><img alt=Plot \
                 src='data:image/jpeg;base64,{picture}'></figure>{}</article>",
                paragraphs(0),
                paragraphs(1)
            );
            reply(&mut stream, "200 OK", "text/html; charset=utf-8", page.as_bytes())
        }
        ["film.mp4"] => reply(&mut stream, "200 OK", "video/mp4", FILM),
        ["film"] => {
            let page = format!(
                "<title>A film</title><article><h1>A film</h1>{}<figure><video poster='/photo/poster.jpg' controls>\
                 <source src='/film.mp4'></video><figcaption>The ferry</figcaption></figure>{}</article>",
                paragraphs(0),
                paragraphs(1)
            );
            reply(&mut stream, "200 OK", "text/html; charset=utf-8", page.as_bytes())
        }
        ["latin"] => {
            let page = "<title>Caf\u{e9}</title><article><h1>Café</h1>".to_owned()
                + &paragraphs(0).replace("words", "caf\u{e9}s");
            let latin: Vec<u8> =
                page.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
            reply(&mut stream, "200 OK", "text/html; charset=utf-8", &latin)
        }
        ["moved", ..] => redirect(&mut stream, &path.replacen("moved", "page", 1)),
        ["loop", ..] => redirect(&mut stream, &path),
        ["away", ..] => redirect(&mut stream, "file:///etc/passwd"),
        ["busy", ..] => reply(&mut stream, "429 Too Many Requests", "text/html", b"Later"),
        ["broken", status, ..] => {
            let status = format!("{status} Broken");
            reply(&mut stream, &status, "text/html", b"<h1>Internal error</h1><p>Sorry.")
        }
        ["puzzle", ..] => {
            let page = b"<title>Just a moment...</title><h1>Checking your browser</h1>\
                <script src='/cdn-cgi/challenge-platform/h/b.js'></script><p>Verify you are human by waiting.";
            reply(&mut stream, "503 Service Unavailable", "text/html", page)
        }
        ["short", ..] => {
            write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n<article>Half"
            )
        }
        ["pdf", ..] => reply(&mut stream, "200 OK", "application/pdf", b"%PDF-1.7"),
        _ => reply(&mut stream, "404 Not Found", "text/html", b"<h1>Not found</h1>"),
    }
}

/// How often this was asked for.
fn asked(path: &str) -> usize {
    static ASKED: LazyLock<Mutex<HashMap<String, usize>>> = LazyLock::new(Mutex::default);
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    let times = asked.entry(path.to_owned()).or_default();
    *times += 1;
    *times
}

/// A page that only sends on.
fn sends_on(stream: &mut TcpStream, to: &str, number: usize) -> io::Result<()> {
    let to = match to {
        "there" => "/page/3/1".to_owned(),
        "round" => format!("/sends/round/{}", number + 1),
        "secrets" => "http://169.254.169.254/latest/meta-data/".to_owned(),
        _ => "/nowhere".to_owned(),
    };
    let page = format!("<html><head><meta http-equiv=refresh content='0; url={to}'></head><body>Moved.");
    reply(stream, "200 OK", "text/html; charset=utf-8", page.as_bytes())
}

/// The smallest film that is whole (ISO/IEC 14496-12, 4.2).
pub(crate) const FILM: &[u8] = b"\0\0\0\x14ftypisom\0\0\0\0isom\0\0\0\x08mdat";

/// A film of over a megabyte, as cameras and sites write them: its list of pieces comes last.
pub(crate) fn long_film() -> Vec<u8> {
    let mut film = b"\0\0\0\x14ftypisom\0\0\0\0isom".to_vec();
    for (name, length) in [(b"mdat", 1_500_000_u32), (b"moov", 4000)] {
        film.extend((length + 8).to_be_bytes());
        film.extend(name);
        film.extend((0..length).map(|number| number.to_le_bytes()[0]));
    }
    film
}

/// A page with such a film, and the film: whole, or without its end.
fn long(stream: &mut TcpStream, what: &str) -> io::Result<()> {
    if let Some(what) = what.strip_suffix(".mp4") {
        let film = long_film();
        let end = if what == "whole" { film.len() } else { film.len() - 100 };
        return reply(stream, "200 OK", "video/mp4", film.get(..end).unwrap_or_default());
    }
    let page = format!(
        "<title>A {what} film</title><article><h1>A {what} film</h1>{}<video src='/long/{what}.mp4' controls></video>{}\
         </article>",
        paragraphs(0),
        paragraphs(1)
    );
    reply(stream, "200 OK", "text/html; charset=utf-8", page.as_bytes())
}

/// Page `number` of an article of three, the last of which is gone where there is a `gap`.
fn story(stream: &mut TcpStream, what: &str, gap: bool, number: usize) -> io::Result<()> {
    if number > 3 || (gap && number == 3) {
        return reply(stream, "404 Not Found", "text/html", b"<h1>Not found</h1>");
    }
    let next = if number < 3 {
        format!("<nav class=pagination><a rel=next href='/story/{what}/{}'>Next page</a></nav>", number + 1)
    } else {
        String::new()
    };
    let page = format!(
        "<html lang=en><title>A long story</title><article><h1>A long story</h1>\
         <figure><img src='/photo/lead.jpg' width=600 height=400 alt=Lead></figure>{}\
         <figure><img src='/photo/of-{number}.jpg' width=600 height=400 alt='Photo {number}'></figure>{next}</article>",
        // The last page is short, as last pages are.
        if number < 3 {
            paragraphs(number)
        } else {
            paragraphs(number).split_inclusive("</p>").take(2).collect()
        }
    );
    reply(stream, "200 OK", "text/html; charset=utf-8", page.as_bytes())
}

/// Media that can't be had, by what is wrong with them.
pub(crate) const BAD: &[&str] =
    &["gone", "error", "html", "bomb", "dot", "empty", "half", "damaged", "headed", "loop", "away", "gzip"];

fn medium(stream: &mut TcpStream, what: &str) -> io::Result<()> {
    match what {
        "error" => reply(stream, "500 Internal Server Error", "text/html", b"Oh"),
        "html" => reply(stream, "200 OK", "image/jpeg", b"<!doctype html><p>Please log in"),
        "bomb" => reply(stream, "200 OK", "image/png", BOMB),
        "dot" => reply(stream, "200 OK", "image/gif", DOT),
        "empty" => reply(stream, "200 OK", "image/jpeg", b""),
        "half" => reply(stream, "200 OK", "image/jpeg", PHOTO.get(..PHOTO.len() / 2).unwrap_or_default()),
        "damaged" => reply(stream, "200 OK", "image/png", DAMAGED),
        "headed" => reply(stream, "200 OK", "image/jpeg", HEADED),
        "loop" => redirect(stream, "/m/loop/a.jpg"),
        "away" => redirect(stream, "file:///etc/passwd"),
        "gzip" => {
            let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Type: image/jpeg\r\n\r\n";
            stream.write_all(head.as_bytes())?;
            stream.write_all(b"this is not packed")
        }
        _ => reply(stream, "404 Not Found", "text/html", b"Not found"),
    }
}

fn text(number: usize, pictures: usize, bad: &[&str]) -> Vec<u8> {
    let mut html = format!(
        "<!doctype html><html lang=en><title>Page {number}</title><article><h1>Page {number}</h1>{}",
        paragraphs(number)
    );
    for picture in 0..pictures {
        html += &format!(
            "<figure><img src='/photo/{number}-{picture}.jpg' width=600 height=400 alt='Photo {picture}'></figure>"
        );
    }
    for what in bad {
        html += &format!("<figure><img src='/m/{what}/a.jpg' width=600 height=400 alt='Nothing'></figure>");
    }
    html += &format!(
        "<p>{END}, with a few more words that make it a paragraph of its own, and part of the article.</p></article>"
    );
    html.into_bytes()
}

/// A page of which one paragraph is wrongly taken for a part of the article, and a box is wrongly left out.
fn page_of_parts() -> String {
    format!(
        "<!doctype html><html lang=en><title>A page of parts</title><nav><p>Front page</p></nav><article><h1>A page of parts</h1>{}\
         <p>WRONG: an offer of boats that reads like any other paragraph, with commas, words, and sense enough to be one.</p>\
         <div class=related-content><p>LEFT OUT: what the captain said.<sup><a href=#n1>1</a></sup></p>\
         <figure><img src=/photo/left.jpg width=600 height=400 alt='The captain'></figure></div>\
         <p>{END}, with a few more words that make it a paragraph of its own, and part of the article.</p></article>\
         <footer><p id=n1>He said it twice.</p><p>Imprint of the paper</p></footer>",
        paragraphs(0)
    )
}

fn paragraphs(number: usize) -> String {
    let paragraph = |at: usize| {
        format!(
            "<p>Paragraph {at} of page {number} has enough words, commas, and sense, so that it is taken for the article that it is. It goes on for a while, and then it ends.</p>"
        )
    };
    (0..6).map(paragraph).collect()
}

fn reply(stream: &mut TcpStream, status: &str, kind: &str, body: &[u8]) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    )?;
    stream.write_all(body)
}

fn redirect(stream: &mut TcpStream, to: &str) -> io::Result<()> {
    write!(stream, "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n")
}
