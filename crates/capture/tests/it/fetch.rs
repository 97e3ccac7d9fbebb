//! Fetching, against a web that the tests serve on loopback, over a network of their own that tells what was asked.

mod answers;
mod encrypted;
mod names;
mod searching;
mod site;
mod vetting;
mod web;

use std::time::Duration;

use capture::fetch::{Answer, Cancel, Error, Fetcher, Limits, Options, Want};

/// Short limits, so that what is slow is given up while one waits.
fn limits() -> Limits {
    Limits {
        bytes: 1024 * 1024,
        answer: Duration::from_secs(4),
        quiet: Duration::from_secs(4),
        whole: Duration::from_secs(12),
        slowest: 1000,
        slow_for: Duration::from_secs(2),
        redirects: 10,
    }
}

fn get(fetcher: &Fetcher, address: &str) -> Result<(Answer, Vec<u8>), Error> {
    let mut body = Vec::new();
    let answer = fetcher.get(address, Want::Page, &limits(), &Cancel::default(), &mut body)?;
    Ok((answer, body))
}

fn fetcher(network: &web::Staged) -> Fetcher {
    Fetcher::over(network.clone(), &Options::default()).unwrap()
}

/// A code as the window reads it.
fn code(error: &Error) -> String {
    serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned()
}

/// The lines of a table, without comments, cut at its bars.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split(" | ").map(str::trim).collect())
}
