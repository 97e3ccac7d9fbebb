//! A small web on loopback: what a test puts there is what it answers.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What ends the type of something that is answered late.
pub const SLOW: &str = ";slow";

/// What stands at each path: a type and bytes.
type Pages = Arc<Mutex<HashMap<String, (String, Vec<u8>)>>>;

/// A web, for as long as the test runs.
pub struct Web {
    pages: Pages,
    port: u16,
}

impl Web {
    /// An empty one.
    pub fn start() -> Web {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let pages = Pages::default();
        let served = pages.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let served = served.clone();
                // A client that hangs up is no fault of the web's.
                thread::spawn(move || answer(stream, &served));
            }
        });
        Web { pages, port }
    }

    /// Puts something at a path.
    pub fn put(&self, path: &str, kind: &str, bytes: impl Into<Vec<u8>>) {
        self.pages.lock().unwrap().insert(path.to_owned(), (kind.to_owned(), bytes.into()));
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

fn answer(mut stream: TcpStream, pages: &Pages) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte)? == 1 {
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default();
    let found = pages.lock().unwrap().get(path).cloned();
    if found.as_ref().is_some_and(|(kind, _)| kind.ends_with(SLOW)) {
        thread::sleep(Duration::from_secs(2));
    }
    let (status, (kind, bytes)) = match found {
        Some(page) => ("200 OK", page),
        None => ("404 Not Found", ("text/html".to_owned(), b"Not found".to_vec())),
    };
    let length = bytes.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
    )?;
    stream.write_all(&bytes)
}
