//! A body, received within its limits.

use std::io::Write;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::{Body, Bytes};
use tokio::time::{Instant, timeout};
use tower::BoxError;

use super::address::clip;
use super::error::{Code, Error};
use super::failure::{failure, too_large};
use super::limits::{Limits, SLOW_FOR};

/// Writes all of `body` to `into` and gives its length, in bytes.
pub(super) async fn receive<B>(
    mut body: B,
    host: &str,
    limits: &Limits,
    into: &mut dyn Write,
) -> Result<u64, Error>
where
    B: Body<Data = Bytes, Error = BoxError> + Unpin,
{
    let mut bytes = 0;
    let mut counted = (Instant::now(), bytes);
    loop {
        let frame = match timeout(limits.quiet, body.frame()).await {
            Err(_) => return Err(slow(host, limits.quiet)),
            Ok(None) => return Ok(bytes),
            Ok(Some(frame)) => frame.map_err(|error| failure(error.as_ref(), host, limits.bytes))?,
        };
        let Ok(data) = frame.into_data() else { continue };
        bytes += data.len() as u64;
        if bytes > limits.bytes {
            return Err(too_large(host, limits.bytes));
        }
        into.write_all(&data).map_err(|_| not_written())?;
        let (since, before) = counted;
        if since.elapsed() >= SLOW_FOR {
            if bytes - before < limits.slowest * SLOW_FOR.as_secs() {
                return Err(slow(host, SLOW_FOR));
            }
            counted = (Instant::now(), bytes);
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
