//! Files of marks among those that a reader imports: what is in them is told first, then taken in.

use std::fs::File;
use std::io::Read;

use exchange::annotations::{self, Arrived};
use exchange::arriving::Format;

use super::{Annotated, LARGEST};
use crate::saving::{Export, Preview, Refused, Report, TITLES};
use crate::{App, Result};

/// By so many bytes a file of marks is known.
const HEAD: usize = 1 << 20;

/// The marks of a file, as Offprint writes them; `None` of any other, or of one that can't be read.
pub(crate) fn marks_of(export: &Export) -> Option<Arrived> {
    let mut bytes = Vec::new();
    match export {
        Export::Here(_, here) => {
            let head = here.get(..here.len().min(HEAD)).unwrap_or_default();
            annotations::is_marks(head).then_some(())?;
            bytes.extend_from_slice(here);
        }
        Export::At(path) => {
            let mut file =
                File::open(path).ok().filter(|file| file.metadata().is_ok_and(|file| file.is_file()))?;
            file.by_ref().take(HEAD as u64).read_to_end(&mut bytes).ok()?;
            annotations::is_marks(&bytes).then_some(())?;
            file.take(LARGEST).read_to_end(&mut bytes).ok()?;
        }
    }
    if bytes.len() as u64 > LARGEST {
        return None;
    }
    annotations::read(&bytes).ok()
}

impl App {
    /// Tells what becomes of marks. Changes nothing.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub(crate) fn preview_marks(&self, arrived: Arrived) -> Result<Preview> {
        let library = self.library()?;
        let mut titles: Vec<String> = Vec::new();
        for (_, one) in &arrived.annotations {
            if titles.len() < TITLES && !one.title.is_empty() && !titles.contains(&one.title) {
                titles.push(one.title.clone());
            }
        }
        let (Annotated { entries, merged, refused, .. }, new, removed) =
            self.sorted_marks(&library, arrived)?;
        let refused = refused.len();
        Ok(Preview {
            entries,
            merged,
            refused,
            highlights: new.len() + removed.len(),
            titles,
            ..Preview::of(Format::Annotations)
        })
    }

    /// Takes marks in. On disk when it returns.
    ///
    /// # Errors
    /// `not_saved`, `config_unwritable`, `library_unreachable`.
    pub(crate) fn take_marks(&self, arrived: Arrived) -> Result<Report> {
        let Annotated { entries, new, merged, refused, .. } = self.add_marks(arrived)?;
        let refused =
            refused.into_iter().map(|one| Refused { line: one.line, url: one.url, reason: one.reason });
        let (format, refused) = (Some(Format::Annotations), refused.collect());
        Ok(Report { format, entries, new, merged, refused, highlights: new, ..Report::default() })
    }
}
