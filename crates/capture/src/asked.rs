//! Which pages a text asks for: lines of addresses, a list of them as programs drop it (RFC 2483), prose and Markdown
//! with links, `offprint://save?url=…`.

mod canonical;
mod scan;

use std::collections::{HashMap, HashSet};

use url::Url;

pub use canonical::canonical;
use scan::Found;

/// Something that a text asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A page of the web.
    Page {
        /// Its address, as the URL standard writes it. It is not vetted.
        address: String,
        /// What the text calls it, where it is a link.
        title: Option<String>,
    },
    /// What looks like an address and is none that can be saved; why, in a sentence.
    Unread(String),
}

/// The pages that a text asks for, each once ([`canonical`]) and in their order, and between them what could not be
/// read. Words around are not mentioned: a text without an address asks for nothing.
pub fn addresses(text: &str) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut told: HashSet<String> = HashSet::new();
    let mut take = |found: Found, asked: &mut Vec<Asked>| match read(&found.written, 0) {
        Ok(url) => {
            let key = canonical(url.as_str());
            if let Some(Asked::Page { title, .. }) = known.get(&key).and_then(|place| asked.get_mut(*place)) {
                *title = title.take().or(found.title);
            } else {
                known.insert(key, asked.len());
                asked.push(Asked::Page { address: url.into(), title: found.title });
            }
        }
        Err(sentence) => {
            if told.insert(sentence.clone()) {
                asked.push(Asked::Unread(sentence));
            }
        }
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let entries = || lines.clone().filter(|line| !line.starts_with('#'));
    let is_list = entries().next().is_some() && entries().all(is_address);
    for line in lines {
        if is_list && line.starts_with('#') {
            continue;
        }
        match scan::whole_line(line) {
            Some(found) => take(found, &mut asked),
            None => scan::line(line).for_each(|found| take(found, &mut asked)),
        }
    }
    asked
}

/// A line of nothing but an address with a scheme.
fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace) && line.contains("://") && Url::parse(line).is_ok()
}

/// An address as it was written; one of Offprint's own means the page that it names.
fn read(written: &str, depth: usize) -> Result<Url, String> {
    let bare = written.strip_prefix("view-source:").unwrap_or(written);
    let url = if scan::is_bare(bare) { Url::parse(&format!("https://{bare}")) } else { Url::parse(bare) };
    let shown = crate::fetch::clip(written);
    let Ok(url) = url else {
        return Err(format!("“{shown}” can't be read as an address of the web. Check it, or copy it anew."));
    };
    match url.scheme() {
        "http" | "https" => Ok(url),
        "offprint" if depth == 0 && url.host_str() == Some("save") => {
            let named =
                url.query_pairs().find(|(name, _)| name == "url").map(|(_, value)| value.trim().to_owned());
            let named = named.filter(|named| !named.is_empty());
            let named = named.ok_or_else(|| format!("“{shown}” names no page to save."))?;
            read(&named, depth + 1)
        }
        scheme => Err(format!(
            "“{shown}” begins with “{scheme}:”. Only pages whose address begins with https:// or http:// can be saved."
        )),
    }
}
