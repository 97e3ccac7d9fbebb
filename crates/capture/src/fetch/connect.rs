//! From a host to a connection: its name is looked up once, every answer is vetted, and one of just these is connected
//! to. So a second look-up can't lead elsewhere, and what is no name is vetted here too.

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::Uri;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::timeout;
use tower_service::Service;

use super::address::{clip, vet_ip};
use super::error::{Code, Error};
use super::network::Network;

/// How long one address may take before the next is tried beside it (RFC 8305, "Connection Attempt Delay").
const HEAD_START: Duration = Duration::from_millis(250);
/// Of the addresses of a name, those that are tried.
const MOST: usize = 8;

/// Opens connections to vetted addresses.
#[derive(Clone)]
pub(super) struct Connector {
    pub(super) network: Arc<dyn Network>,
    pub(super) own_network: bool,
    /// For looking up and connecting.
    pub(super) limit: Duration,
}

impl Service<Uri> for Connector {
    type Response = TokioIo<TcpStream>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connector = self.clone();
        Box::pin(async move {
            let host = uri.host().unwrap_or_default();
            let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
            let connecting = async { connector.dial(connector.addresses(host).await?, host, port).await };
            let slow = || slow(host, connector.limit);
            timeout(connector.limit, connecting).await.map_err(|_| slow())?.map(TokioIo::new)
        })
    }
}

impl Connector {
    /// The addresses of `host`, all vetted: one that is refused refuses the host, since a name of the public web has no
    /// business with it.
    async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, Error> {
        let plain = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        if let Ok(ip) = plain.parse() {
            vet_ip(ip, None, self.own_network)?;
            return Ok(vec![ip]);
        }
        let network = Arc::clone(&self.network);
        let name = host.to_owned();
        let found = spawn_blocking(move || network.resolve(&name)).await.map_err(io::Error::other).flatten();
        let found = found.map_err(|_| unknown(host))?;
        if found.is_empty() {
            return Err(unknown(host));
        }
        for ip in &found {
            vet_ip(*ip, Some(host), self.own_network)?;
        }
        Ok(found)
    }

    /// The first connection that comes to be. Where one address does not answer soon, the next is tried beside it.
    async fn dial(&self, addresses: Vec<IpAddr>, host: &str, port: u16) -> Result<TcpStream, Error> {
        let mut waiting = addresses.into_iter().take(MOST);
        let mut tried = JoinSet::new();
        let mut last = None;
        loop {
            let next = waiting.next();
            if let Some(ip) = next {
                tried.spawn(self.network.connect(SocketAddr::new(ip, port)));
            }
            let ended = if next.is_some() {
                let Ok(ended) = timeout(HEAD_START, tried.join_next()).await else { continue };
                ended
            } else {
                tried.join_next().await
            };
            match ended.map(|ended| ended.map_err(io::Error::other).flatten()) {
                Some(Ok(stream)) => return Ok(stream),
                Some(Err(error)) => last = Some(error),
                None => return Err(unreachable(host, last)),
            }
        }
    }
}

fn unknown(host: &str) -> Error {
    Error::new(
        Code::NameUnknown,
        format!(
            "No address is known for “{}”. Check the spelling, and whether this device is online.",
            clip(host)
        ),
    )
}

fn slow(host: &str, limit: Duration) -> Error {
    Error::new(
        Code::TooSlow,
        format!("“{}” could not be reached within {} seconds. Try again later.", clip(host), limit.as_secs()),
    )
}

fn unreachable(host: &str, error: Option<io::Error>) -> Error {
    let host = clip(host);
    let message = match error.map(|error| error.kind()) {
        Some(io::ErrorKind::ConnectionRefused) => {
            format!("“{host}” refused the connection. Check the address, or try again later.")
        }
        Some(
            io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkDown,
        ) => {
            format!("There is no way from here to “{host}”. Check whether this device is online.")
        }
        _ => format!(
            "“{host}” could not be connected to. Check whether this device is online, or try again later."
        ),
    };
    Error::new(Code::Unreachable, message)
}
