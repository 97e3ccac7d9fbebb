//! The site of the test web that `answers.txt` lists: sound, packed, broken, untrue, large and slow answers.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::Duration;

use super::web::{path, reply};

pub(super) const TEXT: &[u8] = b"The quick brown fox jumps over the lazy dog.";

/// 32 MB of nothing as gzip, deflate, Brotli and Zstandard. Packed once, beforehand: a busy machine needs seconds for it.
pub(super) static BOMBS: LazyLock<[Vec<u8>; 4]> = LazyLock::new(|| {
    let zeros = vec![0; 32 * 1024 * 1024];
    [gzip(&zeros), zlib(&zeros), brotli(&zeros), zstd::encode_all(&zeros[..], 3).unwrap()]
});

/// What stands under each path of `answers.txt`.
pub(super) fn answer(head: &str, stream: &mut TcpStream) -> io::Result<()> {
    let packed = |stream: &mut TcpStream, packing: &str, body: &[u8]| {
        reply(stream, "200 OK", &format!("Content-Encoding: {packing}\r\n"), body)
    };
    let open = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    match path(head) {
        "/plain" => reply(stream, "200 OK", "Content-Type: text/plain\r\n", TEXT),
        "/chunked" => {
            let chunks = b"Transfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n6\r\n and 6\r\n0\r\n\r\n";
            stream.write_all(&[open.as_bytes(), chunks].concat())
        }
        "/until-closed" => stream.write_all(&[open.as_bytes(), b"\r\n", TEXT].concat()),
        "/not-found" => reply(stream, "404 Not Found", "", b"<p>No such page"),
        "/broken" => reply(stream, "500 Internal Server Error", "", b"<p>It is we, not you"),
        "/nothing" => stream.write_all(b"HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n"),
        "/empty-packed" => packed(stream, "gzip", b""),
        "/sends-nowhere" => reply(stream, "302 Found", "", b"moved"),
        "/loop" => reply(stream, "302 Found", "Location: /loop\r\n", b""),

        "/gzip" => packed(stream, "gzip", &gzip(TEXT)),
        "/gzip-in-members" => packed(stream, "gzip", &[gzip(&TEXT[..20]), gzip(&TEXT[20..])].concat()),
        "/deflate" => packed(stream, "deflate", &zlib(TEXT)),
        "/brotli" => packed(stream, "br", &brotli(TEXT)),
        "/zstd" => packed(stream, "zstd", &zstd::encode_all(TEXT, 3)?),
        "/identity" => packed(stream, "identity", TEXT),
        "/gzip-cut" => packed(stream, "gzip", &gzip(TEXT)[..20]),
        "/gzip-damaged" => packed(stream, "gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03 these are no packed bytes"),
        "/gzip-untrue" => packed(stream, "gzip", TEXT),
        "/brotli-untrue" => packed(stream, "br", TEXT),
        "/zstd-untrue" => packed(stream, "zstd", TEXT),
        "/packing-unknown" => packed(stream, "compress", TEXT),
        "/packed-twice" => packed(stream, "gzip, gzip", &gzip(&gzip(TEXT))),

        "/packed-by-two" => packed(stream, "GZIP, br", &brotli(&gzip(TEXT))),
        "/packed-often" => packed(stream, "gzip, gzip, gzip, gzip", &gzip(&gzip(&gzip(&gzip(TEXT))))),
        "/deflate-without-its-head" => packed(stream, "deflate", &deflate(TEXT)),
        "/x-gzip" => packed(stream, "x-gzip", &gzip(TEXT)),
        "/zstd-needs-128-mb" => packed(stream, "zstd", &wide_zstd()?),

        "/bomb-in-a-bomb" => packed(stream, "gzip, gzip", &gzip(&BOMBS[0])),
        "/gzip-bomb" => packed(stream, "gzip", &BOMBS[0]),
        "/deflate-bomb" => packed(stream, "deflate", &BOMBS[1]),
        "/brotli-bomb" => packed(stream, "br", &BOMBS[2]),
        "/zstd-bomb" => packed(stream, "zstd", &BOMBS[3]),
        "/gzip-of-nothing-forever" => {
            stream.write_all(&[open.as_bytes(), b"Content-Encoding: gzip\r\n\r\n"].concat())?;
            let nothing = gzip(b"").repeat(100);
            endless(stream, &nothing)
        }
        "/endless" => {
            stream.write_all(&[open.as_bytes(), b"\r\n"].concat())?;
            endless(stream, &[b'x'; 4096])
        }
        "/announced-large" => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99000000000\r\n\r\nx"),

        "/length-too-long" => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"),
        "/length-too-short" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nshort and more")
        }
        "/length-no-number" => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: five\r\n\r\nshort"),
        "/lengths-differ" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nshort")
        }
        "/chunk-cut" => {
            stream.write_all(&[open.as_bytes(), b"Transfer-Encoding: chunked\r\n\r\n40\r\nfour"].concat())
        }
        "/chunk-no-number" => {
            stream.write_all(&[open.as_bytes(), b"Transfer-Encoding: chunked\r\n\r\nzz\r\nfour"].concat())
        }
        "/closed-at-once" => Ok(()),
        "/closed-in-the-head" => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Ty"),
        "/reset" => reset(stream),

        "/no-http" => stream.write_all(b"220 mail.test ESMTP ready\r\n"),
        "/http-0.9" => stream.write_all(b"<html><p>Plain"),
        "/headers-large" => {
            stream.write_all(&[open.as_bytes(), b"X: "].concat())?;
            endless(stream, &[b'y'; 4096])
        }
        "/headers-many" => {
            stream.write_all(open.as_bytes())?;
            endless(stream, b"X-Y: z\r\n")
        }
        "/headers-considerable" => {
            let header = format!("Content-Security-Policy: {}\r\n", "a".repeat(60_000));
            reply(stream, "200 OK", &header, TEXT)
        }
        "/header-not-utf-8" => {
            stream.write_all(&[open.as_bytes(), b"X: \xe4\xff\r\nBad Name: x\r\n\r\n", TEXT].concat())
        }

        "/silent" => silence(),
        "/head-by-drips" => drip(stream, &mut open.bytes().cycle()),
        "/silent-in-the-body" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")?;
            silence()
        }
        "/body-by-drips" => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")?;
            drip(stream, &mut std::iter::repeat(b'x'))
        }
        "/redirects-slowly" => {
            sleep(Duration::from_millis(1500));
            reply(stream, "302 Found", "Location: /redirects-slowly\r\n", b"")
        }
        "/asked" => reply(stream, "200 OK", "Set-Cookie: a=b\r\n", head.as_bytes()),
        "/said" => reply(
            stream,
            "429 Too Many Requests",
            "Content-Type: text/html; charset=\"shift_jis\"\r\nETag: W/\"1\"\r\n\
             Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: 120\r\n",
            b"\x83\x65",
        ),
        "/said-by-a-date" => reply(
            stream,
            "503 Service Unavailable",
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 08:50:07 GMT\r\n",
            b"",
        ),
        other => panic!("nothing is under {other}"),
    }
}

fn gzip(data: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    flate2::read::GzEncoder::new(data, flate2::Compression::default()).read_to_end(&mut packed).unwrap();
    packed
}

fn zlib(data: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    flate2::read::ZlibEncoder::new(data, flate2::Compression::default()).read_to_end(&mut packed).unwrap();
    packed
}

fn deflate(data: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    flate2::read::DeflateEncoder::new(data, flate2::Compression::default()).read_to_end(&mut packed).unwrap();
    packed
}

/// To be read with 128 MB of memory.
fn wide_zstd() -> io::Result<Vec<u8>> {
    let mut encoder = zstd::Encoder::new(Vec::new(), 3)?;
    encoder.window_log(27)?;
    encoder.include_contentsize(false)?;
    encoder.write_all(TEXT)?;
    encoder.finish()
}

fn brotli(data: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    brotli::CompressorReader::new(data, 4096, 3, 22).read_to_end(&mut packed).unwrap();
    packed
}

fn endless(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    loop {
        stream.write_all(bytes)?;
    }
}

fn drip(stream: &mut TcpStream, bytes: &mut dyn Iterator<Item = u8>) -> io::Result<()> {
    for byte in bytes {
        stream.write_all(&[byte])?;
        sleep(Duration::from_millis(200));
    }
    Ok(())
}

/// Closes with something unread, which the other side gets as a reset.
fn reset(stream: &mut TcpStream) -> io::Result<()> {
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")?;
    sleep(Duration::from_millis(100));
    let socket = tokio::net::TcpSocket::from_std_stream(stream.try_clone()?);
    socket.set_zero_linger()?;
    Ok(())
}

fn silence() -> io::Result<()> {
    sleep(Duration::from_secs(30));
    Ok(())
}
