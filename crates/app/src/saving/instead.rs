//! A file of a page or a book that is here already: the beginning that a site shows without paying is completed so, and a
//! book that came damaged. It takes the place of the copy that is kept where it has more, else it is a version.

use article::Status;
use capture::fetch::Cancel;
use capture::verdict::ReasonKind;
use capture::{Extract, Given, GivenKind};
use library::{Library, New, Renewed};

use super::against::Kept;
use super::given::{Came, Taken, at_hand, fill};
use super::{Fetching, Saved, Step, is_web, one};
use crate::Result;

const UNFETCHED: &str =
    "It was neither in the file nor beside it, and is fetched when the version is chosen and tried again.";
const NO_LONGER: &str =
    "The file has no more text than the copy that is kept, so it is another version of the article.";

/// Puts what was given in the place of the article `id`, or beside it, and says so in `saved`; false where it is an
/// article of its own, or nothing is to be done.
///
/// # Errors
/// `not_saved`, `not_fetched`.
pub(super) fn renew(
    library: &Library,
    id: &str,
    (given, taken, came): (&Given, &Taken, &Came<'_>),
    (how, cancel): (&Fetching, &Cancel),
    saved: &mut Saved,
) -> Result<bool> {
    let is_book = given.kind == GivenKind::Article && !came.pasted;
    let address = given.address.as_deref().filter(|address| is_book || is_web(address));
    let (Some(found), Some(address)) = (&taken.page, address) else { return Ok(false) };
    // What can't be read is not weighed.
    let Ok(kept) = Kept::of(library, id) else { return Ok(false) };
    // Of a book that came damaged a better copy is taken.
    if is_book && !(kept.is_cut && kept.is_shorter(found)) {
        return Ok(false);
    }
    let reason = if is_book { None } else { kept.outweighs(200, [address, address], found, None) };
    // That it is no article is to be told of the text itself, should it be chosen.
    let odd = reason.as_ref().filter(|reason| reason.kind != ReasonKind::Shorter);
    let odd = odd.map(|reason| reason.sentence.clone());
    let worse = reason.map(|reason| reason.sentence);
    let worse = worse.or_else(|| (!kept.is_shorter(found)).then(|| NO_LONGER.to_owned()));
    // A piece that somebody chose completes what is known to be a beginning; else it is the reader's own.
    if came.pasted && (worse.is_some() || !kept.is_cut) {
        return Ok(false);
    }
    // What Offprint did not save, or is at this moment, stays as it is.
    let Ok(Some(mut renewal)) = library.renew(id) else { return Ok(false) };
    let mut wanted = Vec::new();
    for medium in &taken.media {
        let is_near = || at_hand(given, came, &medium.source).is_some();
        match renewal.here.iter().find(|item| item.source == medium.source) {
            Some(item) => renewal.staged.here(item.clone()),
            None if worse.is_some() && is_web(&medium.source) && !is_near() => {
                renewal.staged.lacks(&medium.source, Status::Waiting, UNFETCHED);
            }
            None => wanted.push(medium.clone()),
        }
    }
    fill(&mut renewal.staged, given, &wanted, came, how, cancel)?;
    (saved.all, saved.done, saved.lacking) = (taken.media.len(), taken.media.len(), renewal.staged.lacking());
    let worse = worse.or_else(|| kept.outshows(&renewal.staged));
    let note = odd.or_else(|| (!given.warnings.is_empty()).then(|| given.warnings.join(" ")));
    let new = New {
        page: (given.kind == GivenKind::Page).then_some(given.page.as_slice()),
        note: note.as_deref(),
        charset: given.charset.as_deref(),
        ..one::new(found, address, found.image.as_deref(), &given.page)
    };
    (saved.step, saved.why) = match library.renewed(renewal, &new, worse.as_deref())? {
        Renewed::Replaced => (Step::Saved, note),
        Renewed::Unchanged => (Step::Here, None),
        Renewed::SetAside(why) => (Step::Here, Some(why)),
    };
    saved.id = Some(id.to_owned());
    Ok(true)
}

impl Kept {
    /// Whether it has less text than what came: of what is known to be cut each word more counts, else a tenth.
    fn is_shorter(&self, extract: &Extract) -> bool {
        let (before, now) = self.lengths(extract);
        if self.is_cut { now > before } else { now * 10 >= before * 11 }
    }
}
