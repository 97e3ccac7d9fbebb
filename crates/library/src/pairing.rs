//! Which file a lost article is now.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use uuid::Uuid;

use crate::catalogue::{Catalogue, Shelved};
use crate::traces::Trace;
use crate::{card, likeness};

/// An article that is not there any more.
pub(crate) struct Lost {
    pub(crate) id: String,
    pub(crate) trace: Trace,
}

/// An article without marks, which a lost one may be.
pub(crate) struct Found {
    pub(crate) id: String,
    pub(crate) trace: Trace,
    /// Whether it was not there at the last look, as far as is known.
    pub(crate) just_now: bool,
    /// Whether it came up in this run, as far as is known.
    pub(crate) arrived: bool,
    /// Whether it has no id of its own.
    loose: bool,
}

/// What tells that a lost and a found article are the same.
struct Round {
    key: fn(&Trace) -> Option<(&str, &str)>,
    of: Of,
}

/// Of which articles a key tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Of all that were lost, and came up, since the last look. Where it is not of one each, any one will do.
    Any,
    /// Where only one was lost, and only one came up, since the last look.
    One,
    /// As `One`, and the new text is the old one, edited.
    OneAlike,
    /// As `Any`, and of what was lost, or came up, before that.
    Late,
    /// As `Late`, where the text is so long that no other is the same by chance.
    LateAndLong,
    /// As `LateAndLong`, of one each only: a template's notes say the same under a title each.
    OneAndLong,
}

/// From the surest to the least sure. A file that got an id is known by its place or its text. In the last ones a move
/// is told that was seen in halves, as when files are copied, and then removed, or were away for a while.
const ROUNDS: [Round; 9] = [
    Round { key: |trace| Some((&trace.path, "")), of: Of::One },
    Round { key: |trace| Some((trace.print.as_deref()?, trace.name())), of: Of::Any },
    Round { key: |trace| Some((trace.print.as_deref()?, trace.source.as_deref()?)), of: Of::Any },
    Round { key: |trace| Some((trace.print.as_deref()?, "")), of: Of::Any },
    Round { key: |trace| Some((trace.source.as_deref()?, "")), of: Of::One },
    Round { key: |trace| Some((&trace.title, "")), of: Of::OneAlike },
    Round { key: |trace| Some((trace.print.as_deref()?, trace.name())), of: Of::Late },
    Round { key: |trace| Some((trace.print.as_deref()?, "")), of: Of::LateAndLong },
    Round { key: |trace| Some((trace.said.as_deref()?, "")), of: Of::OneAndLong },
];

/// What may be a lost one: free, and with something in common. `came` are those that can be, where it is known. Of those
/// that `is_new` the text is read too: the shelf does not know it without its headings, and to read all takes too long.
pub(crate) fn found<'a>(
    root: &Path,
    lost: &[Lost],
    now: Catalogue<'_>,
    came: Option<impl Iterator<Item = &'a str>>,
    is_free: impl Fn(&str) -> bool,
    is_new: impl Fn(&str) -> bool,
) -> Vec<Found> {
    let each = || lost.iter().map(|lost| &lost.trace);
    let names: HashSet<&str> = each().map(Trace::name).collect();
    let titles: HashSet<&str> = each().map(|trace| trace.title.as_str()).collect();
    let prints: HashSet<Uuid> = each().filter_map(|trace| trace.print.as_deref()?.parse().ok()).collect();
    let sources: HashSet<&str> = each().filter_map(|trace| trace.source.as_deref()).collect();
    let long = || each().filter(|trace| is_long(trace));
    let said: HashSet<&str> = long().filter_map(|trace| trace.said.as_deref()).collect();
    let candidate = |shelved: Shelved| {
        if !is_free(&shelved.id) {
            return None;
        }
        let card = &shelved.card;
        let loose = card.claim.is_none();
        let named = || card.path.file_name().is_some_and(|name| names.contains(&*name.to_string_lossy()));
        let printed = || card.print.is_some_and(|print| prints.contains(&print));
        let source =
            || card.summary.meta.source.as_deref().is_some_and(|source| sources.contains(source.trim()));
        let read = (loose && !said.is_empty() && is_new(&shelved.id))
            .then(|| card::read_body(root, &card.path).map(|body| likeness::said(&body)));
        let same = read.flatten().filter(|read| said.contains(read.as_str()));
        let common = same.is_some()
            || titles.contains(card.title.as_str())
            || if loose { printed() || source() } else { named() };
        if !common {
            return None;
        }
        let mut trace = Trace { said: same, ..Trace::of(card) };
        if !loose {
            // Those with an id have no print on the shelf, because few are asked for it.
            let body = card::read_body(root, &card.path);
            trace.print = body.as_deref().and_then(card::print).map(|print| print.to_string());
        }
        Some(Found { id: shelved.id, trace, just_now: true, arrived: true, loose })
    };
    match came {
        Some(came) => came.filter_map(|id| now.get(id)).filter_map(candidate).collect(),
        None => {
            let mut found = Vec::new();
            now.each(|shelved| found.extend(candidate(shelved)));
            found
        }
    }
}

/// Which lost article each found one is.
pub(crate) fn pair<'a>(
    root: &Path,
    lost: &'a [Lost],
    found: &'a [Found],
    now: Catalogue<'_>,
) -> Vec<(&'a Lost, &'a Found)> {
    let mut pairs: Vec<(&Lost, &Found)> = Vec::new();
    let mut paired: HashSet<&str> = HashSet::new();
    for (number, round) in ROUNDS.iter().enumerate() {
        let mut groups: HashMap<_, (Vec<&Lost>, Vec<&Found>)> = HashMap::new();
        let late = matches!(round.of, Of::Late | Of::LateAndLong | Of::OneAndLong);
        let long = matches!(round.of, Of::LateAndLong | Of::OneAndLong);
        let single = matches!(round.of, Of::One | Of::OneAlike | Of::OneAndLong);
        let open = |id: &str| !paired.contains(id);
        let asked =
            |lost: &&Lost| open(&lost.id) && (!lost.trace.gone || late) && (!long || is_long(&lost.trace));
        for lost in lost.iter().filter(asked) {
            if let Some(key) = (round.key)(&lost.trace) {
                groups.entry(key).or_default().0.push(lost);
            }
        }
        let fits = |found: &&Found| {
            let sure = number == 0 || !single;
            open(&found.id) && (found.loose || sure) && if late { found.arrived } else { found.just_now }
        };
        for found in found.iter().filter(fits) {
            if let Some((_, group)) = (round.key)(&found.trace).and_then(|key| groups.get_mut(&key)) {
                group.push(found);
            }
        }
        for (mut lost, mut found) in groups.into_values() {
            let one = lost.len() == 1 && found.len() == 1;
            // Of files that are all alike, any one will do, and one it must be.
            let alike = !single && (lost.len() == 1 || lost.len() == found.len());
            if !one && !alike {
                continue;
            }
            // All devices are to find the same.
            lost.sort_by(|a, b| a.trace.path.cmp(&b.trace.path));
            found.sort_by(|a, b| a.trace.path.cmp(&b.trace.path));
            for (lost, found) in lost.into_iter().zip(found) {
                let (one, other) = (&lost.trace.source, &found.trace.source);
                let differ = one.is_some() && other.is_some() && one != other;
                if (differ && number > 0) || (round.of == Of::OneAlike && !is_edited(root, lost, found, now))
                {
                    continue;
                }
                paired.extend([lost.id.as_str(), found.id.as_str()]);
                pairs.push((lost, found));
            }
        }
    }
    pairs
}

fn is_long(trace: &Trace) -> bool {
    trace.sample.as_deref().is_some_and(likeness::is_of_long)
}

/// Whether the text of the found one is that of the lost one, edited.
fn is_edited(root: &Path, lost: &Lost, found: &Found, now: Catalogue<'_>) -> bool {
    let body = || card::read_body(root, &now.get(&found.id)?.card.path);
    lost.trace
        .sample
        .as_deref()
        .is_some_and(|sample| body().is_some_and(|body| likeness::is_like(sample, &body)))
}
