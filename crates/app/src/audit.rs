//! Whether what the library holds is whole.

use capture::Kind;
use capture::medium::{RefusalKind, judge};
use library::{Audit, Fault, Progress};

use crate::{App, Result};

impl App {
    /// Looks whether each article of the library has what it should have, as it was saved; changes nothing. `go_on` is
    /// told how far it is, and stops it by saying no.
    ///
    /// # Errors
    /// `library_unreachable`.
    pub fn check(&self, go_on: &dyn Fn(Progress) -> bool) -> Result<Audit> {
        Ok(self.library()?.check(&flaw, go_on)?)
    }
}

/// What an earlier version may have let through for a picture. One that is only large can be shown.
fn flaw(picture: &[u8]) -> Option<(Fault, String)> {
    let refusal = judge(picture, Kind::Picture, None).err()?;
    let kind = match refusal.kind {
        RefusalKind::Placeholder | RefusalKind::NotAPicture => Fault::Placeholder,
        RefusalKind::Broken => Fault::Damaged,
        RefusalKind::TooLarge => return None,
    };
    Some((kind, refusal.why))
}
