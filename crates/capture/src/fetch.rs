//! Brings bytes from an address of the public web: the one place in the project that opens a connection.
//!
//! 1. `address` vets what is asked for, `ranges` the IP addresses, `limits` says how much and how long.
//! 2. `connect` looks a name up once, vets all answers and connects to just these; `network` is the way out, `tls` whom
//!    to trust.
//! 3. A redirect is an address like the first, and vetted like it.
//! 4. `body` takes what comes within the limits, by `unpack`; `answer` is what was said of it.
//! 5. `failure` puts into words what went wrong.
//!
//! Nothing tells who reads: no cookies, no referrer, no login, a user agent that names the program alone. No proxy is
//! used, whatever the environment says: behind one, the names would be looked up where nothing can be vetted.

mod address;
mod answer;
mod body;
mod cancel;
mod connect;
mod error;
mod failure;
mod limits;
mod network;
mod ranges;
mod tls;
mod unpack;

use std::fmt;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Empty;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::{Request, Response, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use url::Url;

pub use self::address::vet;
pub use self::answer::Answer;
pub use self::cancel::Cancel;
pub use self::error::{Code, Error};
pub use self::limits::{Limits, Want};
pub use self::network::{Connecting, Network, System};

pub(crate) use self::address::clip;
use self::address::vet_url;
use self::connect::Connector;
use self::failure::{broken, failure};

/// Of an answer's headers, in bytes, all together.
const HEADERS: u32 = 128 * 1024;
/// How long a connection is kept for another question to the same site.
const IDLE: Duration = Duration::from_secs(20);

/// What a reader may choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Addresses of the reader's own network are fetched too.
    pub own_network: bool,
    /// `Accept-Language` (RFC 9110, 12.5.4), such as `de, en;q=0.8`. Without it nothing is said of languages.
    pub languages: Option<String>,
}

/// Fetches. Calls block, and may come from many threads at once; connections are shared between them.
pub struct Fetcher {
    /// `None` only while being dropped.
    runtime: Option<Runtime>,
    client: Client<HttpsConnector<Connector>, Empty<Bytes>>,
    own_network: bool,
    languages: Option<HeaderValue>,
}

impl Fetcher {
    /// A fetcher over the system's network. Opens no connection yet.
    ///
    /// # Errors
    /// [`Code::NotStarted`] where the system gives no thread, or no encryption.
    pub fn new(options: &Options) -> Result<Self, Error> {
        Self::over(System, options)
    }

    /// The same over another network.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn over(network: impl Network, options: &Options) -> Result<Self, Error> {
        // One thread moves all bytes; the others wait for names, which the system looks up while blocking.
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .max_blocking_threads(32)
            .thread_name("fetch")
            .enable_all()
            .build()
            .map_err(|_| not_started())?;
        let connector = Connector {
            network: Arc::new(network),
            own_network: options.own_network,
            limit: Duration::from_secs(15),
        };
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls::config().map_err(|_| not_started())?)
            .https_or_http()
            .enable_http1()
            .enable_http2()
            .wrap_connector(connector);
        let client = Client::builder(TokioExecutor::new())
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .pool_max_idle_per_host(4)
            .http1_max_buf_size(HEADERS as usize)
            .http1_max_headers(256)
            .http1_ignore_invalid_headers_in_responses(true)
            .http2_max_header_list_size(HEADERS)
            .build(connector);
        let languages =
            options.languages.as_deref().and_then(|languages| HeaderValue::from_str(languages).ok());
        Ok(Fetcher { runtime: Some(runtime), client, own_network: options.own_network, languages })
    }

    /// Fetches `address` and writes the body of the last answer, unpacked, to `into`, which holds a part of it where
    /// this fails. An answer that says "not found" and the like is an answer.
    ///
    /// # Errors
    /// Every [`Code`]: what happened and what to do.
    pub fn get(
        &self,
        address: &str,
        want: Want,
        limits: &Limits,
        cancel: &Cancel,
        into: &mut dyn Write,
    ) -> Result<Answer, Error> {
        let Some(runtime) = &self.runtime else { return Err(not_started()) };
        runtime.block_on(async {
            tokio::select! {
                biased;
                () = cancel.cancelled() => Err(Error::new(Code::Cancelled, "Fetching was cancelled. Start it anew when you like.")),
                done = timeout(limits.whole, self.follow(address, want, limits, into)) => {
                    done.unwrap_or_else(|_| Err(slow(address, limits.whole)))
                }
            }
        })
    }

    /// From redirect to redirect, to the body of the last answer.
    async fn follow(
        &self,
        address: &str,
        want: Want,
        limits: &Limits,
        into: &mut dyn Write,
    ) -> Result<Answer, Error> {
        let mut url = vet(address.trim(), self.own_network)?;
        let mut redirects = Vec::new();
        let mut downgraded = false;
        loop {
            let host = url.host_str().unwrap_or_default().to_owned();
            let asked = timeout(limits.answer, self.ask(&url, &host, want)).await;
            let response = asked.unwrap_or_else(|_| Err(slow(&host, limits.answer)))?;
            if let Some(next) = redirect(&response, &url) {
                if redirects.len() == limits.redirects {
                    return Err(too_many(address, limits.redirects));
                }
                let next = next
                    .and_then(|next| vet_url(next, self.own_network))
                    .map_err(|error| sent_on(&url, error))?;
                downgraded |= url.scheme() == "https" && next.scheme() == "http";
                redirects.push(String::from(std::mem::replace(&mut url, next)));
                continue;
            }
            let mut answer = Answer::new(response.status().as_u16(), response.headers());
            answer.bytes = body::receive(response, &host, limits, into).await?;
            return Ok(Answer { address: url.into(), redirects, downgraded, ..answer });
        }
    }

    /// One question and the head of its answer.
    async fn ask(&self, url: &Url, host: &str, want: Want) -> Result<Response<Incoming>, Error> {
        let mut to = url.clone();
        to.set_fragment(None);
        let uri: Uri = to.as_str().parse().map_err(|_| unreadable(url))?;
        let mut request = Request::get(uri)
            .header(
                header::USER_AGENT,
                concat!("Mozilla/5.0 (compatible; Offprint/", env!("CARGO_PKG_VERSION"), ")"),
            )
            .header(header::ACCEPT, want.accept())
            .header(header::ACCEPT_ENCODING, unpack::KNOWN);
        if let Some(languages) = &self.languages {
            request = request.header(header::ACCEPT_LANGUAGE, languages);
        }
        let request = request.body(Empty::new()).map_err(|_| unreadable(url))?;
        let asked = self.client.request(request).await;
        asked.map_err(|error| failure(&error, host, u64::MAX).unwrap_or_else(|| broken(host)))
    }
}

impl Drop for Fetcher {
    fn drop(&mut self) {
        // Does not wait for names that are still being looked up.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl fmt::Debug for Fetcher {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Fetcher").field("own_network", &self.own_network).finish_non_exhaustive()
    }
}

/// Where an answer sends on to; `None` where it does not. A fragment goes along (Fetch standard, "HTTP-redirect fetch").
fn redirect<B>(response: &Response<B>, from: &Url) -> Option<Result<Url, Error>> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = answer::text(response.headers(), &header::LOCATION)?;
    let next = from.join(&location).map(|mut next| {
        if next.fragment().is_none() {
            next.set_fragment(from.fragment());
        }
        next
    });
    Some(next.map_err(|_| {
        let message = format!(
            "“{}” can't be read as an address of the web. Open the page in a browser.",
            clip(&location)
        );
        Error::new(Code::AddressInvalid, message)
    }))
}

fn sent_on(from: &Url, error: Error) -> Error {
    Error {
        message: format!("“{}” sends on to another address. {}", clip(from.as_str()), error.message),
        ..error
    }
}

fn too_many(address: &str, most: usize) -> Error {
    let message = format!(
        "“{}” sends from address to address, more than {most} times. Open it in a browser and copy the address that it ends at.",
        clip(address)
    );
    Error::new(Code::TooManyRedirects, message)
}

fn slow(what: &str, limit: Duration) -> Error {
    let message =
        format!("“{}” was not there within {} seconds. Try again later.", clip(what), limit.as_secs());
    Error::new(Code::TooSlow, message)
}

fn unreadable(url: &Url) -> Error {
    let message =
        format!("“{}” is too long, or holds what no site can be asked for. Check it.", clip(url.as_str()));
    Error::new(Code::AddressInvalid, message)
}

fn not_started() -> Error {
    Error::new(Code::NotStarted, "This device gives Offprint no way to the network. Start Offprint anew.")
}
