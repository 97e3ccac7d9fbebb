//! Taking the article out of a page, without keeping anything.

use std::path::Path;

use capture::Extract;
use capture::fetch::Cancel;

use crate::saving::get_page;
use crate::{Error, Fetching, Result};

/// The article of a page that lies in a file and came from `url`. Nothing is fetched.
///
/// # Errors
/// `unreadable`; `bad_address` where `url` is none of the web.
pub fn extract(file: &Path, url: &str) -> Result<Extract> {
    let bytes = std::fs::read(file).map_err(|error| {
        let name = file.display();
        let reason = library::reason(&error);
        Error::new(
            "unreadable",
            format!("The file “{name}” could not be read: {reason}. Look at the name and the folder."),
        )
    })?;
    of(&bytes, url, None)
}

/// The article of a page on the web, fetched now.
///
/// # Errors
/// Those of [`Fetcher::get`] in its words; `not_there` where the site answers with an error.
pub fn extract_from_web(url: &str, how: &Fetching) -> Result<Extract> {
    let told = |error: capture::fetch::Error| Error::new("not_fetched", error.message);
    let fetcher = how.fetcher()?;
    let mut bytes = Vec::new();
    let answer = get_page(&fetcher, url, &Cancel::default(), &mut bytes).map_err(told)?;
    if !(200..300).contains(&answer.status) {
        let sentence = format!(
            "The site answered with an error ({}) in place of the page. Look at the address, or try again later.",
            answer.status
        );
        return Err(Error::new("not_there", sentence));
    }
    of(&bytes, &answer.address, answer.charset())
}

fn of(bytes: &[u8], url: &str, charset: Option<&str>) -> Result<Extract> {
    let mut extract = capture::extract(&capture::Page { bytes, url, charset }).map_err(|_| {
        Error::new(
            "bad_address",
            format!("“{url}” is no address of the web. Give the whole one, with https:// before it."),
        )
    })?;
    if let Some(next) = extract.next.take() {
        extract.warnings.push(format!("This is one page of the article, which goes on at {next}."));
    }
    Ok(extract)
}
