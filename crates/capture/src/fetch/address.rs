//! Which addresses may be asked for at all, before any name is looked up.
//!
//! Read as the URL standard of the WHATWG reads them, so that `http://0x7f.1/`, `http://2130706433/` and full-width
//! digits are the IP addresses that a browser would ask.

use std::net::IpAddr;

use url::{Host, Url};

use super::error::{Code, Error};
use super::ranges::{self, Kind};

/// Reads `address` and vets what can be told without the network: scheme, login, port, host. With `own_network`, the
/// reader's own network is allowed.
///
/// A name that passes may still mean an address that does not: a [`Fetcher`](super::Fetcher) vets that too.
///
/// # Errors
/// [`Code::AddressInvalid`], [`Code::AddressRefused`], [`Code::OwnNetwork`], [`Code::NotPublic`].
pub fn vet(address: &str, own_network: bool) -> Result<Url, Error> {
    let url = Url::parse(address).map_err(|problem| invalid(address, problem))?;
    vet_url(url, own_network)
}

/// The same for an address that is read already, such as a redirect's.
pub(crate) fn vet_url(url: Url, own_network: bool) -> Result<Url, Error> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse(format!(
            "Offprint fetches only addresses that begin with https:// or http://, and this one begins with “{}:”. \
             Open it in the program that it is for.",
            clip(url.scheme())
        )));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refuse(
            "The address holds a name or a password, and Offprint sends none. Remove what stands before the “@”; \
             a page behind a login can be saved in a browser, and its file given.",
        ));
    }
    if let Some(port) = url.port().filter(|port| BAD_PORTS.contains(port)) {
        return Err(refuse(format!(
            "Port {port} belongs to another service than the web, so nothing is fetched there. Check the address."
        )));
    }
    match url.host() {
        None => return Err(invalid(url.as_str(), url::ParseError::EmptyHost)),
        Some(Host::Ipv4(ip)) => vet_ip(IpAddr::V4(ip), None, own_network)?,
        Some(Host::Ipv6(ip)) => vet_ip(IpAddr::V6(ip), None, own_network)?,
        Some(Host::Domain(name)) => vet_name(name, own_network)?,
    }
    Ok(url)
}

/// Vets an IP address, which is that of `name` where one was looked up.
pub(crate) fn vet_ip(ip: IpAddr, name: Option<&str>, own_network: bool) -> Result<(), Error> {
    let Some(kind) = ranges::refused(ip, own_network) else { return Ok(()) };
    let subject = match name {
        Some(name) => format!("“{}” leads to {ip}, which is {}.", clip(name), kind.words()),
        None => format!("{ip} is {}.", kind.words()),
    };
    Err(not_public(kind, &subject))
}

/// Names that mean the own device or network wherever they are asked (RFC 6761, 6762, 8375, and ICANN's `internal`),
/// and those of Tor, which no resolver may be asked for (RFC 7686).
fn vet_name(name: &str, own_network: bool) -> Result<(), Error> {
    let plain = name.trim_end_matches('.').to_ascii_lowercase();
    let is =
        |domain: &str| plain == domain || plain.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    let own = if is("localhost") {
        Kind::Loopback
    } else if ["local", "internal", "home.arpa", "localdomain"].into_iter().any(is) {
        Kind::Private
    } else if is("onion") {
        return Err(refuse(
            "Addresses that end in .onion are reached only through Tor. Save the page in the Tor Browser, \
             and give its file.",
        ));
    } else {
        return Ok(());
    };
    if own_network && !is("metadata.google.internal") {
        return Ok(());
    }
    Err(not_public(own, &format!("“{}” is a name of your own device or network.", clip(name))))
}

fn not_public(kind: Kind, subject: &str) -> Error {
    let advice = match kind.code() {
        Code::OwnNetwork => {
            "Offprint fetches only from the public web, until you allow your own network in the settings \
             (or with --own-network). Or save the page in a browser, and give its file."
        }
        _ => "Offprint fetches only from the public web. Check the address.",
    };
    Error::new(kind.code(), format!("{subject} {advice}"))
}

fn invalid(address: &str, problem: url::ParseError) -> Error {
    let message = match problem {
        url::ParseError::RelativeUrlWithoutBase => {
            format!(
                "“{}” is no address of the web. Give the whole address: it begins with https://.",
                clip(address.trim())
            )
        }
        _ => format!(
            "“{}” can't be read as an address of the web. Check it, or copy it anew.",
            clip(address.trim())
        ),
    };
    Error::new(Code::AddressInvalid, message)
}

fn refuse(message: impl Into<String>) -> Error {
    Error::new(Code::AddressRefused, message)
}

/// As much of an address as fits into a sentence.
pub(crate) fn clip(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Ports that browsers refuse, after the Fetch standard ("port blocking").
const BAD_PORTS: &[u16] = &[
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103,
    104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514,
    515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723,
    2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];
