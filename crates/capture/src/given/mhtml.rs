//! A page and its media in one message (RFC 2557), as browsers save it.

use std::collections::HashMap;

use mailparse::{MailHeaderMap, ParsedMail, parse_mail};
use url::Url;

use super::NOWHERE;

/// What an archive holds.
pub(super) struct Archive {
    pub(super) page: Vec<u8>,
    pub(super) charset: Option<String>,
    pub(super) address: Option<String>,
    /// By address, and by `cid:` and the part's own name.
    pub(super) parts: HashMap<String, Vec<u8>>,
    /// Where the pages in frames are from, by `cid:` and the part's own name.
    pub(super) frames: HashMap<String, String>,
}

/// Whether a file begins with the head of such a message.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let head = head.trim_start().replace("\r\n", "\n");
    let head = head.split("\n\n").next().unwrap_or_default();
    head.contains("mime-version:") && head.contains("content-type:") && !head.starts_with('<')
}

/// Takes an archive apart; none where it holds no page.
pub(super) fn read(bytes: &[u8]) -> Option<Archive> {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let message = parse_mail(&bytes[start..]).ok()?;
    let mut all = Vec::new();
    leaves(&message, &mut all);
    let saved = message.headers.get_first_value("Snapshot-Content-Location");
    let pages: Vec<&ParsedMail<'_>> = all.iter().copied().filter(|part| is_page(part)).collect();
    let main = pages.iter().find(|part| saved.is_some() && location(part) == saved).or(pages.first())?;
    let own = location(main).or_else(|| location(&message));
    let address = saved.or_else(|| own.clone()).filter(|address| is_web(address));
    let near = Near { base: Url::parse(address.as_deref().unwrap_or(NOWHERE)).ok()?, own };
    let (mut parts, mut frames) = (HashMap::new(), HashMap::new());
    for part in all.iter().filter(|part| !part.ctype.mimetype.starts_with("text/css")) {
        if is_page(part) {
            if let (Some(name), Some(location)) = (own_name(part), location(part).filter(|at| is_web(at))) {
                frames.insert(name, location);
            }
            continue;
        }
        let Ok(body) = part.get_body_raw() else { continue };
        for url in location(part).iter().flat_map(|location| near.addresses(location)) {
            parts.insert(url, body.clone());
        }
        if let Some(name) = own_name(part) {
            parts.insert(name, body);
        }
    }
    Some(Archive {
        page: main.get_body_raw().ok()?,
        charset: main.ctype.params.get("charset").cloned(),
        address,
        parts,
        frames,
    })
}

/// Where the page is, to find its parts by.
struct Near {
    /// The page's address, as media are named by it.
    base: Url,
    /// Its address in the archive, which may lead into a folder of whoever made that.
    own: Option<String>,
}

impl Near {
    /// The addresses by which a page may show a part: its own, and where it lies as seen from the page.
    fn addresses(&self, location: &str) -> Vec<String> {
        let folder = self.own.as_ref().and_then(|own| Some(&own[..=own.rfind('/')?]));
        let whole = Url::parse(location).ok();
        let path = match (&whole, folder) {
            (None, _) => Some(location),
            (Some(_), folder) => folder.and_then(|folder| location.strip_prefix(folder)),
        };
        let path = path.filter(|path| !path.is_empty());
        let beside = path.and_then(|path| self.base.join(path).ok());
        let whole = whole.or_else(|| Url::parse(&format!("{}{}", folder?, path?)).ok());
        whole.into_iter().chain(beside).map(String::from).collect()
    }
}

fn is_web(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

/// `cid:` and the name by which other parts call it.
fn own_name(part: &ParsedMail<'_>) -> Option<String> {
    let id = part.headers.get_first_value("Content-ID")?;
    Some(format!("cid:{}", id.trim().trim_start_matches('<').trim_end_matches('>')))
}

fn leaves<'a>(part: &'a ParsedMail<'a>, all: &mut Vec<&'a ParsedMail<'a>>) {
    if part.subparts.is_empty() {
        all.push(part);
    }
    for inner in &part.subparts {
        leaves(inner, all);
    }
}

fn is_page(part: &ParsedMail<'_>) -> bool {
    // What a browser shows where a page can't be had is none.
    matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml")
        && !location(part).is_some_and(|location| location.starts_with("chrome-error:"))
}

fn location(part: &ParsedMail<'_>) -> Option<String> {
    part.headers.get_first_value("Content-Location").map(|value| value.trim().to_owned())
}
