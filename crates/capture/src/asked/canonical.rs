//! The address under which two savings are of the same article.

use url::Url;

/// Parts of a query that tell where a reader came from and change nothing on the page, in small letters: a name a line,
/// sorted; with `*` all that begins so.
const CAMPAIGNS: &str = include_str!("campaigns.txt");

/// The key of an address: two with the same key lead to the same article. It is not meant to be fetched.
///
/// http and https are one, for no site serves two articles under them, and old bookmarks would come twice. The port of
/// the scheme, a dot behind the host, an empty query, what tells of campaigns, and a fragment are dropped, but not
/// fragments that scripts read as addresses (`#!…`, `#/…`). Escapes are written alike (RFC 3986, 6.2.2). All else may
/// change the page, so it stays: order, `www.`, a slash at the end. What is no address is its own key.
pub fn canonical(url: &str) -> String {
    let Ok(mut url) = Url::parse(url.trim()) else { return url.trim().to_owned() };
    if !matches!(url.scheme(), "http" | "https") {
        return url.into();
    }
    if let Some(host) = url.host_str().and_then(|host| host.strip_suffix('.')).map(str::to_owned)
        && url.set_host(Some(&host)).is_err()
    {
        return url.into();
    }
    if !url.fragment().is_some_and(|part| part.starts_with(['!', '/'])) {
        url.set_fragment(None);
    }
    let kept: Option<Vec<&str>> = url
        .query()
        .map(|query| query.split('&').filter(|pair| !pair.is_empty() && !is_campaign(pair)).collect());
    let kept = kept.map(|kept| kept.join("&")).filter(|kept| !kept.is_empty());
    url.set_query(kept.as_deref());
    let written = plain_escapes(url.as_str());
    match written.strip_prefix("http://") {
        // With a port of its own, an address is that of one server.
        Some(rest) if url.port().is_none() => format!("https://{rest}"),
        _ => written,
    }
}

fn is_campaign(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    CAMPAIGNS.lines().any(|known| match known.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == known,
    })
}

/// Escapes in capitals, and none for letters, digits, `-`, `.`, `_`, `~`.
fn plain_escapes(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    let mut rest = url;
    while let Some(at) = rest.find('%') {
        let (before, behind) = rest.split_at(at);
        out.push_str(before);
        let byte = behind.get(1..3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte {
            // Two dots would become a step up.
            Some(byte) if byte.is_ascii_alphanumeric() || b"-_~".contains(&byte) => {
                out.push(char::from(byte))
            }
            Some(byte) => out.push_str(&format!("%{byte:02X}")),
            None => {
                out.push('%');
                rest = &behind[1..];
                continue;
            }
        }
        rest = &behind[3..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn table_is_sorted() {
        assert!(super::CAMPAIGNS.lines().is_sorted());
        assert!(super::CAMPAIGNS.lines().all(|name| !name.is_empty() && name == name.to_ascii_lowercase()));
    }
}
