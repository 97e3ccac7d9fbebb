//! What it means that another address answered than the one that was asked for.

use url::Url;

/// Where a redirect led.
pub(super) enum Place {
    Login,
    Consent,
    Front,
    Missing,
}

/// Where a redirect led, and whether that place names the address that was asked for, to lead back to it.
pub(super) struct Led {
    pub(super) place: Place,
    pub(super) leads_back: bool,
}

/// Names of a path's part, without its ending; sorted.
const LOGIN: &[&str] = &[
    "account-login",
    "accounts-login",
    "anmelden",
    "anmeldung",
    "auth",
    "authorize",
    "authwall",
    "connexion",
    "einloggen",
    "iniciar-sesion",
    "inloggen",
    "log-in",
    "login",
    "login_form",
    "logon",
    "oauth",
    "registerwall",
    "sign-in",
    "sign_in",
    "signin",
    "signup",
    "sso",
    "user-login",
    "wp-login",
];
const CONSENT: &[&str] = &[
    "collectconsent",
    "consent",
    "cookie-consent",
    "cookie-wall",
    "cookiewall",
    "gdpr",
    "gdpr-consent",
    "privacy-consent",
    "privacy-gate",
    "privacy-wall",
    "zustimmung",
];
const MISSING: &[&str] =
    &["404", "error", "error404", "not-found", "notfound", "page-not-found", "pagenotfound"];

/// Beginnings of a host's name.
const LOGIN_HOSTS: &[&str] = &["accounts.", "auth.", "login.", "passport.", "signin.", "sso."];
const CONSENT_HOSTS: &[&str] =
    &["cmp.", "cmpv2.", "consent.", "cookiewall.", "guce.", "myprivacy.", "zustimmung."];

/// Tells where a redirect led; none where nothing follows from it.
pub(super) fn to(asked: &str, final_address: &str) -> Option<Led> {
    let (from, to) = (Url::parse(asked).ok()?, Url::parse(final_address).ok()?);
    if from == to {
        return None;
    }
    let is = |url: &Url, names: &[&str], hosts: &[&str]| {
        let host = url.host_str().unwrap_or_default();
        hosts.iter().any(|start| host.starts_with(start))
            || parts(url).any(|part| names.contains(&part.as_str()))
    };
    // Who asked for such a place wants it.
    let led = |names: &[&str], hosts: &[&str]| is(&to, names, hosts) && !is(&from, names, hosts);
    let place = if led(CONSENT, CONSENT_HOSTS) {
        Place::Consent
    } else if led(LOGIN, LOGIN_HOSTS) {
        Place::Login
    } else if led(MISSING, &[]) {
        Place::Missing
    } else if is_front(&to) && same_site(&from, &to) && is_deep(&from) {
        return Some(Led { place: Place::Front, leads_back: true });
    } else {
        return None;
    };
    Some(Led { place, leads_back: names(&to, &from) })
}

fn parts(url: &Url) -> impl Iterator<Item = String> + '_ {
    url.path().split('/').map(|part| {
        let part = part.to_ascii_lowercase();
        let stem =
            part.rsplit_once('.').filter(|(_, ending)| ending.len() <= 5).map(|(stem, _)| stem.to_owned());
        stem.unwrap_or(part)
    })
}

fn is_front(url: &Url) -> bool {
    url.query().is_none() && matches!(url.path(), "" | "/" | "/index.html" | "/index.php" | "/home")
}

/// An address that can't mean the front page: a name of an article at its end.
fn is_deep(url: &Url) -> bool {
    let mut parts = url.path_segments().into_iter().flatten().filter(|part| !part.is_empty());
    let last = parts.clone().next_back().unwrap_or_default();
    last.matches(['-', '_']).count() >= 2 || (parts.nth(1).is_some() && last.len() >= 8)
}

fn same_site(one: &Url, other: &Url) -> bool {
    let bare = |url: &Url| {
        let host = url.host_str().unwrap_or_default();
        host.strip_prefix("www.").or(host.strip_prefix("m.")).unwrap_or(host).to_owned()
    };
    bare(one) == bare(other)
}

/// Whether an address holds another: as it is, without its scheme, or its path alone.
fn names(holder: &Url, held: &Url) -> bool {
    let values: Vec<String> = holder.query_pairs().map(|(_, value)| value.into_owned()).collect();
    let whole = held.as_str();
    let bare = whole.split_once("://").map_or(whole, |(_, rest)| rest).trim_end_matches('/');
    values
        .iter()
        .any(|value| value.contains(bare) || (held.path().len() > 1 && value.starts_with(held.path())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [LOGIN, CONSENT, MISSING, LOGIN_HOSTS, CONSENT_HOSTS] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
