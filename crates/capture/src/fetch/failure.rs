//! What the client reports, in words for the reader.

use std::error::Error as StdError;
use std::io;

use http_body_util::LengthLimitError;
use rustls::{AlertDescription, CertificateError};

use super::address::clip;
use super::error::{Code, Error};

/// What `error` means, which came while `host` was asked or its answer read. The innermost cause that says more counts.
/// `None` where none does.
pub(super) fn failure(error: &(dyn StdError + 'static), host: &str, most: u64) -> Option<Error> {
    let mut found = None;
    let mut next = Some(error);
    while let Some(error) = next {
        found = cause(error, host, most).or(found);
        // An io::Error names as its source that of the error in it, and so passes over that one.
        next = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    found
}

fn cause(error: &(dyn StdError + 'static), host: &str, most: u64) -> Option<Error> {
    if let Some(error) = error.downcast_ref::<Error>() {
        return Some(error.clone());
    }
    if error.is::<LengthLimitError>() {
        return Some(too_large(host, most));
    }
    if let Some(error) = error.downcast_ref::<rustls::Error>() {
        return Some(tls(error, host));
    }
    let error = error.downcast_ref::<hyper::Error>()?;
    Some(if error.is_parse() { not_understood(host) } else { broken(host) })
}

fn tls(error: &rustls::Error, host: &str) -> Error {
    let host = clip(host);
    let why = match error {
        rustls::Error::InvalidCertificate(problem) => match problem {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "its certificate has expired"
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                "its certificate is not valid yet, by the clock of this device"
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                "its certificate is that of another site"
            }
            CertificateError::UnknownIssuer => "its certificate is by nobody whom this device trusts",
            CertificateError::Revoked => "its certificate was revoked",
            _ => "its certificate can't be verified",
        },
        rustls::Error::AlertReceived(alert) if *alert != AlertDescription::InternalError => {
            "it and Offprint have no way of encryption in common"
        }
        _ => "it did not agree on an encrypted connection",
    };
    Error::new(
        Code::CertificateRefused,
        format!(
            "“{host}” could not prove that it is that site: {why}. Check the address and this device's clock; if both are right, the site has to mend it."
        ),
    )
}

fn not_understood(host: &str) -> Error {
    let message = format!(
        "What “{}” answered is not the language of the web (HTTP), or its headers are far too large. Check the address and its port, or open it in a browser.",
        clip(host)
    );
    Error::new(Code::NotUnderstood, message)
}

pub(super) fn broken(host: &str) -> Error {
    let message = format!("The connection to “{}” broke before everything had come. Try again.", clip(host));
    Error::new(Code::BrokenOff, message)
}

pub(super) fn not_unpacked(host: &str) -> Error {
    let message = format!(
        "What “{}” sent is compressed in a way that can't be unpacked, or is damaged. Try again, or save the page in a browser and give its file.",
        clip(host)
    );
    Error::new(Code::NotUnpacked, message)
}

pub(super) fn too_large(host: &str, most: u64) -> Error {
    let most = most / (1024 * 1024);
    let least = if most == 0 { "allowed here".to_owned() } else { format!("{most} MB") };
    let message = format!(
        "What “{}” sends is larger than {least}, so it was not kept. Open it in a browser.",
        clip(host)
    );
    Error::new(Code::TooLarge, message)
}
