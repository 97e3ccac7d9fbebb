//! The way out: names are looked up and connections opened here, and nowhere else in the project.

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::pin::Pin;

use tokio::net::TcpStream;

/// A connection that is being opened.
pub type Connecting = Pin<Box<dyn Future<Output = io::Result<TcpStream>> + Send>>;

/// A way to the network. The program has [`System`]; a test brings its own, and sees with it what would be asked.
///
/// What is vetted is vetted before: neither method is called with what was refused.
pub trait Network: Send + Sync + 'static {
    /// All addresses of `name`, best first. May block.
    ///
    /// # Errors
    /// Where the name is not known, or can't be looked up.
    fn resolve(&self, name: &str) -> io::Result<Vec<IpAddr>>;

    /// Opens a connection to just this address.
    fn connect(&self, to: SocketAddr) -> Connecting;
}

/// The system's own resolver and network, without any proxy.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Network for System {
    fn resolve(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        Ok((name, 0).to_socket_addrs()?.map(|address| address.ip()).collect())
    }

    fn connect(&self, to: SocketAddr) -> Connecting {
        Box::pin(async move {
            let stream = TcpStream::connect(to).await?;
            stream.set_nodelay(true)?;
            Ok(stream)
        })
    }
}
