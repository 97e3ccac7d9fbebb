//! A body, received within its limits.

use std::io::{self, Write};
use std::time::Duration;

use http_body_util::{BodyDataStream, BodyExt, Limited};
use hyper::Response;
use hyper::body::Incoming;
use hyper::header;
use tokio::io::AsyncBufReadExt;
use tokio::time::{Instant, timeout};
use tokio_util::io::StreamReader;

use super::address::clip;
use super::answer::text;
use super::error::{Code, Error};
use super::failure::{broken, failure, not_unpacked, too_large};
use super::limits::Limits;
use super::unpack::{packings, unpack};

/// Writes all of a body, unpacked, to `into` and gives its length in bytes.
pub(super) async fn receive(
    response: Response<Incoming>,
    host: &str,
    limits: &Limits,
    into: &mut dyn Write,
) -> Result<u64, Error> {
    let length = text(response.headers(), &header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    if length.is_some_and(|length: u64| length > limits.bytes) {
        return Err(too_large(host, limits.bytes));
    }
    let packings = packings(text(response.headers(), &header::CONTENT_ENCODING).as_deref());
    let packings = packings.ok_or_else(|| not_unpacked(host))?;
    let failed = |error: io::Error| {
        failure(&error, host, limits.bytes).unwrap_or_else(|| match error.kind() {
            // It ended before the packing did.
            io::ErrorKind::UnexpectedEof => broken(host),
            _ => not_unpacked(host),
        })
    };
    // Counted as it comes, and below as it is unpacked.
    let most = usize::try_from(limits.bytes).unwrap_or(usize::MAX);
    let body = Limited::new(response.into_body(), most).map_err(io::Error::other);
    let bytes = Box::pin(StreamReader::new(BodyDataStream::new(body)));
    let bytes = timeout(limits.quiet, unpack(bytes, &packings)).await;
    let mut bytes = bytes.map_err(|_| slow(host, limits.quiet))?.map_err(failed)?;

    let mut count = 0;
    let mut counted = (Instant::now(), count);
    loop {
        let read = timeout(limits.quiet, bytes.fill_buf()).await;
        let data = read.map_err(|_| slow(host, limits.quiet))?.map_err(failed)?;
        if data.is_empty() {
            return Ok(count);
        }
        count += data.len() as u64;
        if count > limits.bytes {
            return Err(too_large(host, limits.bytes));
        }
        into.write_all(data).map_err(|_| not_written())?;
        let length = data.len();
        bytes.consume(length);
        let (since, before) = counted;
        if since.elapsed() >= limits.slow_for {
            if count - before < limits.slowest * limits.slow_for.as_secs() {
                return Err(slow(host, limits.slow_for));
            }
            counted = (Instant::now(), count);
        }
    }
}

fn slow(host: &str, waited: Duration) -> Error {
    let message = format!(
        "“{}” sent too little in {} seconds, so it was given up. Try again later.",
        clip(host),
        waited.as_secs()
    );
    Error::new(Code::TooSlow, message)
}

fn not_written() -> Error {
    Error::new(
        Code::NotWritten,
        "What was fetched could not be written. Look whether the disk is full or can only be read.",
    )
}
