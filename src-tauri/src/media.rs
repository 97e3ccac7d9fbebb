//! The media protocol: `offprint-media://localhost/<article id>/<key>[?w=<px>]`, with Range (RFC 9110, section 14).

use app::{Picture, Result};
use tauri::http::header::{
    ACCEPT_RANGES, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_LENGTH,
    CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, RANGE, X_CONTENT_TYPE_OPTIONS,
};
use tauri::http::{HeaderValue, Request, Response, StatusCode};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::desk::Desk;

/// The scheme of media addresses.
pub(crate) const SCHEME: &str = "offprint-media";

/// The window's origin, the only one that may read what this protocol answers.
const WINDOW: &str =
    if cfg!(any(windows, target_os = "android")) { "http://tauri.localhost" } else { "tauri://localhost" };

/// The address of a medium, as this system's web view wants it.
pub(crate) fn address(id: &str, key: &str) -> String {
    if cfg!(any(windows, target_os = "android")) {
        format!("http://{SCHEME}.localhost/{id}/{key}")
    } else {
        format!("{SCHEME}://localhost/{id}/{key}")
    }
}

/// Answers a request for a medium, away from the window's thread.
pub(crate) fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let handle = context.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || {
        let answered =
            open(&handle.state::<Desk>().app, &request).and_then(|picture| send(picture, &request));
        responder.respond(answered.unwrap_or_else(|_| status(StatusCode::NOT_FOUND)));
    });
}

fn open(app: &app::App, request: &Request<Vec<u8>>) -> Result<Picture> {
    let mut parts = request.uri().path().trim_start_matches('/').splitn(2, '/');
    let (id, key) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let query = request.uri().query().unwrap_or_default();
    let width =
        query.split('&').find_map(|pair| pair.strip_prefix("w=")).and_then(|width| width.parse().ok());
    app.medium(id, key, width)
}

fn send(mut picture: Picture, request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>> {
    let whole = picture.len();
    let asked = request.headers().get(RANGE).and_then(|range| range.to_str().ok());
    let mut response = Response::builder()
        .header(CONTENT_TYPE, picture.mime)
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        // WebKitGTK's player knows no scheme but http, file and blob: there the window fetches sound and video itself.
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, WINDOW)
        .header(ACCESS_CONTROL_EXPOSE_HEADERS, "content-range")
        .header(ACCEPT_RANGES, "bytes")
        // An SVG that is opened by itself can't run script, load anything, or reach the window's origin.
        .header(CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header(CACHE_CONTROL, "no-cache");
    let bytes = match asked.map(|range| part(range, whole)) {
        // An answer lies in memory as a whole: who wants more than that asks for parts.
        None | Some(Part::Whole) if whole > WHOLE => {
            return Ok(length_only(StatusCode::PAYLOAD_TOO_LARGE, whole));
        }
        None | Some(Part::Whole) => picture.read(0, whole)?,
        Some(Part::Nothing) => return Ok(length_only(StatusCode::RANGE_NOT_SATISFIABLE, whole)),
        Some(Part::Bytes(from, until)) => {
            // A player asks for "the rest" of a long video: it gets a piece, and asks again.
            let until = until.min(from + PIECE - 1);
            response = response
                .status(StatusCode::PARTIAL_CONTENT)
                .header(CONTENT_RANGE, format!("bytes {from}-{until}/{whole}"));
            picture.read(from, until - from + 1)?
        }
    };
    let sent = response.header(CONTENT_LENGTH, bytes.len()).body(bytes);
    Ok(sent.unwrap_or_else(|_| status(StatusCode::INTERNAL_SERVER_ERROR)))
}

/// The most of a file that one answer to a Range holds, in bytes.
const PIECE: u64 = 4 * 1024 * 1024;

/// The longest file that is answered without a Range, in bytes.
const WHOLE: u64 = 64 * 1024 * 1024;

#[derive(Debug, PartialEq)]
enum Part {
    Whole,
    Nothing,
    Bytes(u64, u64),
}

/// The part of `whole` bytes that a Range header asks for. More than one range, or another unit, is answered whole.
fn part(range: &str, whole: u64) -> Part {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Part::Whole;
    };
    let until_end = whole.saturating_sub(1);
    let (from, until) = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(from), Ok(until)) if from <= until => (from, until.min(until_end)),
        (Ok(from), Err(_)) if last.trim().is_empty() => (from, until_end),
        (Err(_), Ok(0)) if first.trim().is_empty() => return Part::Nothing,
        (Err(_), Ok(length)) if first.trim().is_empty() => (whole.saturating_sub(length), until_end),
        _ => return Part::Whole,
    };
    if from >= whole { Part::Nothing } else { Part::Bytes(from, until) }
}

/// Refuses, and says how many bytes there are.
fn length_only(refused: StatusCode, whole: u64) -> Response<Vec<u8>> {
    let mut response = status(refused);
    if let Ok(value) = format!("bytes */{whole}").parse() {
        response.headers_mut().insert(CONTENT_RANGE, value);
    }
    response
}

fn status(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    // The window may know why: without this all that it learns is that something failed.
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static(WINDOW));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("content-range"));
    response
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Seek, Write};

    use app::{Body, Picture};
    use tauri::http::header::{CONTENT_LENGTH, CONTENT_RANGE, RANGE};
    use tauri::http::{Request, StatusCode};

    use super::{PIECE, Part, WHOLE, part, send};

    /// What is answered to a request for a file of `whole` bytes: status, Content-Range, and bytes sent.
    fn answered(whole: u64, range: Option<&str>) -> (StatusCode, String, u64) {
        // Not a byte of it lies on the disk but the last.
        let mut file = tempfile::tempfile().unwrap();
        file.set_len(whole).unwrap();
        file.seek(std::io::SeekFrom::End(-1)).unwrap();
        file.write_all(b"!").unwrap();
        let mut request = Request::new(Vec::new());
        if let Some(range) = range {
            request.headers_mut().insert(RANGE, range.parse().unwrap());
        }
        let response =
            send(Picture { mime: "audio/mpeg", body: Body::Lying(file, whole) }, &request).unwrap();
        let header = |name| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let sent = response.body().len() as u64;
        assert!(header(CONTENT_LENGTH).is_none_or(|length| length == sent.to_string()));
        (response.status(), header(CONTENT_RANGE).unwrap_or_default(), sent)
    }

    #[test]
    fn no_answer_holds_a_long_file_whole() {
        let hour = 600 * 1024 * 1024;
        for (whole, range, status, part, sent) in [
            (WHOLE, None, StatusCode::OK, "", WHOLE),
            (hour, None, StatusCode::PAYLOAD_TOO_LARGE, "bytes */629145600", 0),
            (hour, Some("bytes=0-1,5-6"), StatusCode::PAYLOAD_TOO_LARGE, "bytes */629145600", 0),
            (hour, Some("bytes=0-"), StatusCode::PARTIAL_CONTENT, "bytes 0-4194303/629145600", PIECE),
            (hour, Some("bytes=-2"), StatusCode::PARTIAL_CONTENT, "bytes 629145598-629145599/629145600", 2),
            (hour, Some("bytes=629145600-"), StatusCode::RANGE_NOT_SATISFIABLE, "bytes */629145600", 0),
            (9, Some("bytes=2-3"), StatusCode::PARTIAL_CONTENT, "bytes 2-3/9", 2),
        ] {
            assert_eq!(answered(whole, range), (status, part.to_owned(), sent), "{range:?} of {whole}");
        }
    }

    #[test]
    fn ranges_as_rfc_9110_has_them() {
        for (range, expected) in [
            ("bytes=0-499", Part::Bytes(0, 499)),
            ("bytes=500-", Part::Bytes(500, 999)),
            ("bytes=-200", Part::Bytes(800, 999)),
            ("bytes=-2000", Part::Bytes(0, 999)),
            ("bytes=900-5000", Part::Bytes(900, 999)),
            ("bytes=1000-", Part::Nothing),
            ("bytes=-0", Part::Nothing),
            ("bytes=9-3", Part::Whole),
            ("bytes=0-1,5-6", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("bytes=a-b", Part::Whole),
        ] {
            assert_eq!(part(range, 1000), expected, "{range}");
        }
        assert_eq!(part("bytes=0-", 0), Part::Nothing);
    }
}
