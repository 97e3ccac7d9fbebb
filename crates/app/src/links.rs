//! Where a link of an article leads.

use serde::Serialize;

use crate::{App, Entry, Error, Result};

/// Where a link led.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Followed {
    /// An article of the library.
    pub id: Option<String>,
    /// The part of it that was meant: an element id.
    pub fragment: Option<String>,
    /// An address for the system's own programs, its scheme checked.
    #[serde(skip)]
    pub outside: Option<String>,
}

impl App {
    /// Finds where the link `href` of the article `id` leads; `wiki` says that it was written `[[href]]`.
    ///
    /// # Errors
    /// `link_refused`: neither an article of the library nor http, https or mailto.
    pub fn follow(&self, id: &str, href: &str, wiki: bool) -> Result<Followed> {
        if !wiki && has_scheme(href, &["http:", "https:", "mailto:"]) {
            return Ok(Followed { id: None, fragment: None, outside: Some(href.trim().to_owned()) });
        }
        if let Some(id) = href.strip_prefix("offprint://open/").filter(|_| !wiki) {
            return Ok(Followed { id: Some(self.existing(id)?), fragment: None, outside: None });
        }
        let inside = self.outside_path(id).is_none();
        match inside.then(|| self.library()).transpose()?.and_then(|library| library.resolve(id, href, wiki))
        {
            Some((id, fragment)) => Ok(Followed { id: Some(id), fragment, outside: None }),
            None if wiki => {
                Err(Error::new("link_refused", format!("No article in the library is called “{href}”.")))
            }
            None => Err(Error::new(
                "link_refused",
                format!("The link “{href}” leads to no article in the library."),
            )),
        }
    }

    /// The article of the library to which the link `href` of the article `id` leads, before it is followed; `None`
    /// where it leads elsewhere, to the article itself, or nowhere.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn preview(&self, id: &str, href: &str, wiki: bool) -> Result<Option<Entry>> {
        let there = match self.follow(id, href, wiki) {
            Ok(followed) => followed.id.filter(|there| there != id),
            Err(_) => None,
        };
        there.map_or(Ok(None), |there| self.entry(&there))
    }

    fn existing(&self, id: &str) -> Result<String> {
        self.library()?.path(id)?;
        Ok(id.to_owned())
    }
}

/// Whether the address begins with one of the schemes, as browsers read it: without regard to case.
fn has_scheme(href: &str, schemes: &[&str]) -> bool {
    let href = href.trim_start().as_bytes();
    schemes.iter().any(|scheme| {
        href.len() > scheme.len() && href[..scheme.len()].eq_ignore_ascii_case(scheme.as_bytes())
    })
}
