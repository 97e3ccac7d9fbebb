//! Which of some articles that are the same is to be kept, unless their reader chooses another.

use std::cmp::Reverse;

use super::Duplicate;
use crate::entry::Status;
use crate::time;

/// Puts the one to keep first: one that can be read, that has all its pictures, has more words, has marks, is older.
pub(super) fn sort<T>(articles: &mut [T], of: impl Fn(&T) -> &Duplicate) {
    // A copy without any picture shows all that it has, and lacks what others have.
    let pictured = articles.iter().any(|article| of(article).pictures > 0);
    articles.sort_by_cached_key(|article| {
        let Duplicate { entry, pictures, lacking, is_marked, .. } = of(article);
        let is_complete = *lacking == 0 && (*pictures > 0 || !pictured);
        let saved = time::read(&entry.created).map_or(i64::MAX, |moment| moment.millis);
        Reverse((
            entry.status == Status::Ready,
            is_complete,
            entry.words,
            *is_marked,
            Reverse(saved),
            Reverse(entry.id.clone()),
        ))
    });
}
