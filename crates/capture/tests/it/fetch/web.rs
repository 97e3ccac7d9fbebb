//! A small web on loopback, and a network that leads all names and addresses to it.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use capture::fetch::{Connecting, Network};

/// A public address: what a name that nobody staged means.
pub(super) const PUBLIC: &str = "93.184.215.14";

/// Serves `answer(request head, connection)` on loopback while the process lives.
pub(super) fn serve(
    answer: impl Fn(&str, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static,
) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            thread::spawn(move || {
                let head = head(&mut stream)?;
                // A client that has had enough hangs up: that is no fault of the web's.
                answer(&head, &mut stream)
            });
        }
    });
    address
}

/// The path that a request asks for.
pub(super) fn path(head: &str) -> &str {
    head.split(' ').nth(1).unwrap_or_default()
}

/// A whole answer, after which the connection is closed.
pub(super) fn reply(stream: &mut impl Write, status: &str, headers: &str, body: &[u8]) -> io::Result<()> {
    let head =
        format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)
}

fn head(stream: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    // A site without TLS sees at the first byte that it is not asked in words.
    while !head.ends_with(b"\r\n\r\n") && head != [0x16] && stream.read(&mut byte)? == 1 {
        head.push(byte[0]);
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}

/// A network whose names are staged, and of which every connection leads to one place on loopback.
#[derive(Clone)]
pub(super) struct Staged(Arc<Stage>);

struct Stage {
    leads_to: SocketAddr,
    /// Where port 443 leads.
    encrypted: SocketAddr,
    /// By name, the answers of one look-up after the other; the last one stays.
    names: Mutex<HashMap<String, Vec<Vec<IpAddr>>>>,
    looked_up: Mutex<Vec<String>>,
    dialled: Mutex<Vec<SocketAddr>>,
}

impl Staged {
    pub(super) fn new(leads_to: SocketAddr) -> Self {
        Self::encrypted(leads_to, leads_to)
    }

    /// With another place for what is encrypted.
    pub(super) fn encrypted(leads_to: SocketAddr, encrypted: SocketAddr) -> Self {
        let (names, looked_up, dialled) = Default::default();
        Staged(Arc::new(Stage { leads_to, encrypted, names, looked_up, dialled }))
    }

    /// Lets `name` mean `answers`, look-up by look-up.
    pub(super) fn name(&self, name: &str, answers: &[&[&str]]) {
        let answers = answers.iter().map(|answer| answer.iter().map(|ip| ip.parse().unwrap()).collect());
        self.0.names.lock().unwrap().insert(name.to_owned(), answers.collect());
    }

    /// What was looked up since this was last asked.
    pub(super) fn looked_up(&self) -> Vec<String> {
        std::mem::take(&mut self.0.looked_up.lock().unwrap())
    }

    /// What was connected to since this was last asked.
    pub(super) fn dialled(&self) -> Vec<SocketAddr> {
        std::mem::take(&mut self.0.dialled.lock().unwrap())
    }
}

impl Network for Staged {
    fn resolve(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        self.0.looked_up.lock().unwrap().push(name.to_owned());
        match self.0.names.lock().unwrap().get_mut(name) {
            Some(answers) if answers.len() > 1 => Ok(answers.remove(0)),
            Some(answers) => answers.first().cloned().ok_or_else(|| io::ErrorKind::NotFound.into()),
            None => Ok(vec![PUBLIC.parse().unwrap()]),
        }
    }

    fn connect(&self, to: SocketAddr) -> Connecting {
        self.0.dialled.lock().unwrap().push(to);
        let leads_to = if to.port() == 443 { self.0.encrypted } else { self.0.leads_to };
        Box::pin(tokio::net::TcpStream::connect(leads_to))
    }
}
