//! Answers of every kind: what is broken, slow, large or untrue ends with a sentence, and in time.

use std::io::{self, Write};
use std::process::Command;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use capture::fetch::{Cancel, Code, Fetcher, Options, Want};

use super::site::{self, TEXT};
use super::web::{Staged, serve};
use super::{code, fetcher, get, limits, rows};

fn web() -> Staged {
    Staged::new(serve(site::answer))
}

#[test]
fn of_every_kind() {
    std::sync::LazyLock::force(&site::BOMBS);
    let network = web();
    let fetcher = fetcher(&network);
    thread::scope(|scope| {
        for row in rows(include_str!("answers.txt")) {
            let fetcher = &fetcher;
            scope.spawn(move || {
                let began = Instant::now();
                let mut body = Vec::new();
                let address = format!("http://site.test{}", row[0]);
                let got = fetcher.get(&address, Want::Page, &limits(), &Cancel::default(), &mut body);
                let came = match &got {
                    Ok(answer) => {
                        assert_eq!(answer.bytes, body.len() as u64, "{row:?}");
                        format!("{} {}", answer.status, String::from_utf8_lossy(&body))
                    }
                    Err(error) => {
                        assert!(error.message.contains("site.test"), "{row:?}: {}", error.message);
                        code(error)
                    }
                };
                assert_eq!(came.trim(), row[1], "{row:?}: {got:?}");
                let most = row.get(2).map_or(30, |seconds| seconds.parse().unwrap());
                assert!(began.elapsed() < Duration::from_secs(most), "{row:?} took {:?}", began.elapsed());
                assert!(body.len() as u64 <= limits().bytes, "{row:?} wrote {}", body.len());
            });
        }
    });
}

#[test]
fn what_was_said_of_it() {
    let (answer, body) = get(&fetcher(&web()), "http://site.test/said#part").unwrap();
    assert_eq!((answer.address.as_str(), answer.status), ("http://site.test/said#part", 429));
    assert_eq!(answer.content_type.as_deref(), Some("text/html; charset=\"shift_jis\""));
    assert_eq!(answer.charset(), Some("shift_jis"));
    assert_eq!(answer.etag.as_deref(), Some("W/\"1\""));
    assert_eq!(answer.last_modified.as_deref(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    assert_eq!(answer.retry_after, Some(Duration::from_secs(120)));
    assert_eq!((answer.redirects.len(), answer.downgraded), (0, false));
    assert_eq!(body, b"\x83\x65", "bytes are left as they are");
    let (answer, _) = get(&fetcher(&web()), "http://site.test/said-by-a-date").unwrap();
    assert_eq!(answer.retry_after, Some(Duration::from_secs(30)));
}

#[test]
fn nothing_tells_who_asks() {
    let network = web();
    let options = Options { languages: Some("de, en;q=0.8".into()), ..Options::default() };
    let fetcher = Fetcher::over(network, &options).unwrap();
    let asked = |want| {
        let mut body = Vec::new();
        fetcher.get("http://site.test/asked#x", want, &limits(), &Cancel::default(), &mut body).unwrap();
        String::from_utf8(body).unwrap().replace("\r\n", "\n").replace(env!("CARGO_PKG_VERSION"), "VERSION")
    };
    assert_eq!(asked(Want::Page), include_str!("request.txt"));
    let again = asked(Want::Picture);
    assert!(!again.to_lowercase().contains("cookie") && again.contains("\naccept: image/webp,"), "{again}");
}

#[test]
fn no_proxy_is_asked() {
    if std::env::var_os("http_proxy").is_some_and(|proxy| proxy == "http://127.0.0.1:9") {
        assert_eq!(get(&fetcher(&web()), "http://site.test/plain").unwrap().1, TEXT);
        return;
    }
    let mut again = Command::new(std::env::current_exe().unwrap());
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"] {
        again.env(name, "http://127.0.0.1:9");
    }
    let again = again.args(["--exact", "fetch::answers::no_proxy_is_asked"]).output().unwrap();
    assert!(
        again.status.success() && String::from_utf8_lossy(&again.stdout).contains("1 passed"),
        "{again:?}"
    );
}

#[test]
fn cancelled_at_once() {
    let fetcher = fetcher(&web());
    for page in ["silent", "silent-in-the-body", "endless"] {
        let cancel = Cancel::default();
        let from_outside = cancel.clone();
        thread::spawn(move || {
            sleep(Duration::from_millis(300));
            from_outside.cancel();
        });
        let began = Instant::now();
        let long = capture::fetch::Limits { bytes: u64::MAX, ..capture::fetch::Limits::of(Want::Page) };
        let error = fetcher
            .get(&format!("http://site.test/{page}"), Want::Page, &long, &cancel, &mut io::sink())
            .unwrap_err();
        assert_eq!(error.code, Code::Cancelled);
        assert!(began.elapsed() < Duration::from_secs(3) && cancel.is_cancelled());
    }
}

#[test]
fn a_full_disk_is_said() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let fetched =
        fetcher(&web()).get("http://site.test/plain", Want::Page, &limits(), &Cancel::default(), &mut Full);
    assert_eq!(fetched.unwrap_err().code, Code::NotWritten);
}
