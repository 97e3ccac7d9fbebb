//! A page and its media in one message (RFC 2557), as browsers save it.

use std::collections::HashMap;

use mailparse::{MailHeaderMap, ParsedMail, parse_mail};
use url::Url;

/// What an archive holds.
pub(super) struct Archive {
    pub(super) page: Vec<u8>,
    pub(super) charset: Option<String>,
    pub(super) address: Option<String>,
    /// By address, and by `cid:` and the part's own name.
    pub(super) parts: HashMap<String, Vec<u8>>,
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
    let address = saved.or_else(|| location(main)).or_else(|| location(&message));
    let mut parts = HashMap::new();
    for part in all.iter().filter(|part| !is_page(part) && !part.ctype.mimetype.starts_with("text/css")) {
        let Ok(body) = part.get_body_raw() else { continue };
        if let Some(url) = location(part).and_then(|location| Url::parse(&location).ok()) {
            parts.insert(url.to_string(), body.clone());
        }
        if let Some(id) = part.headers.get_first_value("Content-ID") {
            parts.insert(format!("cid:{}", id.trim().trim_start_matches('<').trim_end_matches('>')), body);
        }
    }
    Some(Archive {
        page: main.get_body_raw().ok()?,
        charset: main.ctype.params.get("charset").cloned(),
        address: address.filter(|address| address.starts_with("http://") || address.starts_with("https://")),
        parts,
    })
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
    matches!(part.ctype.mimetype.as_str(), "text/html" | "application/xhtml+xml")
}

fn location(part: &ParsedMail<'_>) -> Option<String> {
    part.headers.get_first_value("Content-Location").map(|value| value.trim().to_owned())
}
