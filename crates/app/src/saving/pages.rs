//! An article of many pages: those that follow the first are fetched one after the other, with the rest between them that
//! any two pages of a site have.

use std::collections::HashSet;
use std::time::Duration;

use capture::fetch::Cancel;
use capture::{Extract, canonical, join};

use super::bringing::Bringing;
use super::lanes::PAUSE;
use super::one;

/// Pages of one article.
const MOST: usize = 30;
/// How often it is looked whether the reader cancelled.
const LOOK: Duration = Duration::from_millis(50);

/// Adds the pages that follow the first, which came from `address`. Where not all of them are here, says so in sentences.
pub(super) fn follow(bringing: &Bringing<'_>, article: &mut Extract, address: &str) -> Option<String> {
    let mut seen = HashSet::from([canonical(address)]);
    for number in 2..=MOST {
        let next = article.next.take()?;
        if !seen.insert(canonical(&next)) {
            return None;
        }
        rest(bringing.cancel);
        let missing = |why: String| {
            Some(format!(
                "This article goes on, but its page {number} could not be fetched. {why} What comes before it is here."
            ))
        };
        let (answer, bytes) = match bringing.page(&next) {
            Ok(came) => came,
            Err(failure) => return missing(failure.why),
        };
        if !(200..300).contains(&answer.status) {
            return missing(format!("The site answered with an error ({}).", answer.status));
        }
        // Behind the last page some sites show the first.
        let came = canonical(&answer.address);
        if came != canonical(&next) && seen.contains(&came) {
            return None;
        }
        match one::article(&answer, &bytes) {
            Ok(page) => {
                if !join(article, page) {
                    return None;
                }
            }
            Err(failure) => return missing(failure.why),
        }
    }
    article
        .next
        .take()
        .map(|_| format!("This article has more than {MOST} pages. The first {MOST} are here."))
}

fn rest(cancel: &Cancel) {
    let mut left = PAUSE;
    while !left.is_zero() && !cancel.is_cancelled() {
        std::thread::sleep(LOOK);
        left = left.saturating_sub(LOOK);
    }
}
