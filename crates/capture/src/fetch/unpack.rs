//! A body as it was before it was packed for the way (`Content-Encoding`, RFC 9110, 8.4).

use std::io;
use std::pin::Pin;

use async_compression::tokio::bufread::{
    BrotliDecoder, DeflateDecoder, GzipDecoder, ZlibDecoder, ZstdDecoder,
};
use async_compression::zstd::DParameter;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, BufReader};

/// What is asked for in `Accept-Encoding`.
pub(super) const KNOWN: &str = "gzip, deflate, br, zstd";

/// How often one body may be packed.
const MOST: usize = 3;
/// A window of 8 MB: more memory nobody has to give for a page (RFC 9659).
const ZSTD_WINDOW: u32 = 23;

/// Bytes that are unpacked while they are read.
pub(super) type Bytes = Pin<Box<dyn AsyncBufRead + Send>>;

/// The names in `Content-Encoding`, in the order in which they were applied; `None` where one is not known.
pub(super) fn packings(header: Option<&str>) -> Option<Vec<String>> {
    let names = header.unwrap_or_default().split(',').map(|name| name.trim().to_ascii_lowercase());
    let names: Vec<String> = names.filter(|name| !name.is_empty() && name != "identity").collect();
    let known = |name: &String| ["gzip", "x-gzip", "deflate", "br", "zstd"].contains(&name.as_str());
    (names.len() <= MOST && names.iter().all(known)).then_some(names)
}

/// Unpacks `bytes`, the last of `packings` first. Nothing at all stays that, though it is no packed nothing.
///
/// # Errors
/// What reading `bytes` gives. What can't be unpacked is found while reading.
pub(super) async fn unpack(mut bytes: Bytes, packings: &[String]) -> io::Result<Bytes> {
    for packing in packings.iter().rev() {
        let first = bytes.fill_buf().await?.first().copied();
        let Some(first) = first else { break };
        bytes = match packing.as_str() {
            "br" => boxed(BrotliDecoder::new(bytes)),
            "zstd" => {
                let mut decoder = ZstdDecoder::with_params(bytes, &[DParameter::window_log_max(ZSTD_WINDOW)]);
                decoder.multiple_members(true);
                boxed(decoder)
            }
            // Some servers send what the name says, and not the zlib format that the standard means by it.
            "deflate" if first & 0x0f != 8 => boxed(DeflateDecoder::new(bytes)),
            "deflate" => boxed(ZlibDecoder::new(bytes)),
            _ => {
                let mut decoder = GzipDecoder::new(bytes);
                decoder.multiple_members(true);
                boxed(decoder)
            }
        };
    }
    Ok(bytes)
}

fn boxed(decoder: impl tokio::io::AsyncRead + Send + 'static) -> Bytes {
    Box::pin(BufReader::new(decoder))
}
