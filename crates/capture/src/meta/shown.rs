//! Dates that can be seen on a page: in places named for them, then in short lines; the nearer to the headline the
//! better. What belongs to comments, other stories and the frame of the site is passed over.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::place::{self, BEFORE, CHANGED, Rank};
use super::written::{self, Habit};
use crate::dom;

/// So much of the words is read, in bytes.
const READ: usize = 200_000;

/// So many bytes of words are near the headline.
const NEAR: usize = 4000;

/// Where the headline is.
#[derive(Debug, Default)]
pub(crate) struct Headline {
    node: Option<NodeId>,
    above: HashSet<NodeId>,
}

impl Headline {
    /// The heading with the words of the title, else the first.
    pub(crate) fn of(document: &Document, title: &str) -> Headline {
        let all = dom::all(&document.root(), "h1, h2, h3");
        let words: Vec<String> = all.iter().map(dom::words).collect();
        // The name of the site may be in the title too, so it is the longest.
        let length = |at: &usize| {
            let words = &words[*at];
            let says_it = words.chars().count() >= 8 && title.contains(words.as_str());
            if says_it { words.len() } else { 0 }
        };
        let at = (0..all.len()).rev().max_by_key(length).filter(|at| length(at) > 0);
        // Some write it in no heading.
        let heading = at.map(|at| all[at]).or_else(|| {
            let is_it = |node: &NodeRef<'_>| title.chars().count() >= 8 && node.text().trim() == title;
            let body = document.body()?;
            body.descendants_it().filter(NodeRef::is_text).find(is_it)?.parent()
        });
        let heading = heading.or_else(|| {
            let first = (0..all.len()).find(|at| all[*at].has_name("h1") && words[*at].chars().count() >= 2);
            first.map(|at| all[at])
        });
        let Some(heading) = heading else { return Headline::default() };
        let above = heading.ancestors_it(None).map(|node| node.id).collect();
        Headline { node: Some(heading.id), above }
    }
}

/// A date, and how far in letters of the page from the end of the headline.
#[derive(Debug)]
struct Seen {
    date: String,
    rank: Rank,
    far: usize,
}

/// What was seen.
#[derive(Debug, Default)]
pub(crate) struct Dates(Vec<Seen>);

impl Dates {
    /// What the page marks as the date of publication; of several, one of the month of its address, if there is.
    pub(crate) fn marked(&self, month: &str) -> Option<String> {
        self.nearest(month, Rank::Marked, Rank::Named)
    }

    /// What else is likely to be it.
    pub(crate) fn placed(&self, month: &str) -> Option<String> {
        self.nearest(month, Rank::Said, Rank::Line)
    }

    /// When it was changed.
    pub(crate) fn changed(&self) -> Option<String> {
        self.nearest("", Rank::Changed, Rank::Changed)
    }

    fn nearest(&self, month: &str, from: Rank, to: Rank) -> Option<String> {
        let fits = |seen: &&Seen| (from..=to).contains(&seen.rank);
        let of_month = |seen: &&Seen| seen.date.starts_with(month);
        let best = |of_month: &dyn Fn(&&Seen) -> bool| {
            self.0.iter().filter(fits).filter(of_month).min_by_key(|seen| (seen.rank, seen.far))
        };
        best(&of_month).or_else(|| best(&|_| true)).map(|seen| seen.date.clone())
    }
}

/// Reads a page.
pub(crate) fn read<'a>(document: &'a Document, headline: &'a Headline, habit: Habit) -> Dates {
    let habit = Habit { short_years: true, ..habit };
    let Some(body) = document.body() else { return Dates::default() };
    let mut reader = Reader {
        headline,
        habit,
        dates: Vec::new(),
        letters: 0,
        end: None,
        in_headline: false,
        line: Line::default(),
    };
    let mut skipped: Option<NodeId> = None;
    for node in body.descendants_it() {
        if let Some(above) = skipped {
            if node.ancestors_it(None).any(|one| one.id == above) {
                continue;
            }
            skipped = None;
        }
        if node.is_text() {
            reader.text(&node);
        } else if node.is_element() {
            if dom::is_named(&node, &["script", "style", "noscript", "template", "select", "svg"]) {
                skipped = Some(node.id);
                continue;
            }
            reader.element(&node);
        }
        if reader.letters > READ {
            break;
        }
    }
    reader.finish_line();
    reader.dates()
}

struct Reader<'a> {
    headline: &'a Headline,
    habit: Habit,
    dates: Vec<Seen>,
    /// Letters read so far, and how many of them when the headline ended.
    letters: usize,
    end: Option<usize>,
    in_headline: bool,
    line: Line<'a>,
}

/// Words that stand on one line.
#[derive(Default)]
struct Line<'a> {
    block: Option<NodeRef<'a>>,
    words: String,
    from: usize,
}

impl<'a> Reader<'a> {
    /// Distances are known once the headline is.
    fn dates(self) -> Dates {
        let end = self.end.unwrap_or(if self.in_headline { self.letters } else { 0 });
        let seen = |mut seen: Seen| {
            // Above the headline stand a site's own dates too: that of today, that of an issue.
            seen.far = if seen.far >= end { seen.far - end } else { (end - seen.far) * 8 + 100 };
            seen
        };
        let mut dates: Vec<Seen> = self.dates.into_iter().map(seen).collect();
        // Far from the headline stand other dates too, unless all of the page are of one day.
        let is_loose = |seen: &Seen| matches!(seen.rank, Rank::Placed | Rank::Line);
        let mut loose = dates.iter().filter(|seen| is_loose(seen)).map(|seen| &seen.date[..10]);
        let first = loose.next();
        if loose.any(|day| Some(day) != first) {
            dates.retain(|seen| !is_loose(seen) || seen.far <= NEAR);
        }
        Dates(dates)
    }

    fn element(&mut self, node: &NodeRef<'_>) {
        if Some(node.id) == self.headline.node {
            self.in_headline = true;
        }
        let Some(rank) = place::rank(node) else { return };
        if self.headline.above.contains(&node.id) || self.is_aside(node, rank <= Rank::Named) {
            return;
        }
        let mut words = dom::words(node);
        let exact = place::stamp(node, self.habit);
        if words.len() > 300 && exact.is_none() {
            // Below an entry stands a whole sentence of when it was posted, and in what.
            if words.len() > 1500 || !dom::are_marked(node, &["meta"]) {
                return;
            }
            words = words.chars().take(160).collect();
        }
        let rank = if place::tells_of_change(node, &words) { Rank::Changed } else { rank };
        if let Some(date) = exact.or_else(|| place::in_words(&words, self.habit)) {
            self.dates.push(Seen { date, rank, far: self.letters });
        }
    }

    fn text(&mut self, node: &NodeRef<'a>) {
        let text = node.text();
        let words = text.trim();
        if words.is_empty() {
            return;
        }
        if self.in_headline && !node.ancestors_it(None).any(|one| Some(one.id) == self.headline.node) {
            self.in_headline = false;
            self.end = Some(self.letters);
        }
        let block = node.ancestors_it(Some(8)).find(place::is_line);
        if block.as_ref().map(|block| block.id) != self.line.block.as_ref().map(|block| block.id) {
            self.finish_line();
            self.line = Line { block, words: String::new(), from: self.letters };
        }
        if !self.line.words.is_empty() {
            self.line.words.push(' ');
        }
        self.line.words.push_str(words);
        self.letters += words.len();
    }

    /// A line that says that it was published, is short, or begins with a place and a day.
    fn finish_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let has_year = line.words.bytes().filter(|byte| byte.is_ascii_digit() || *byte >= 0xd9).count() >= 4;
        if !has_year {
            return;
        }
        let words = article::one_line(&line.words);
        let small = words.to_lowercase();
        if small.contains('©') || small.contains("copyright") {
            return;
        }
        // A text, too, tells of what was published when.
        let opening: String =
            small.chars().take(if words.chars().count() <= 160 { 160 } else { 30 }).collect();
        let is_said = BEFORE.iter().any(|word| opening.contains(word));
        let said = place::words_after(&small, BEFORE).filter(|_| is_said);
        let said = said.and_then(|rest| written::first(&rest, self.habit));
        let (date, rank) = if let Some(date) = said {
            (date, Rank::Said)
        } else {
            let length = words.chars().count();
            let start: String = words.chars().take(if length <= 100 { 100 } else { 40 }).collect();
            let Some(date) = written::first(&start, Habit { short_years: length <= 40, ..self.habit }) else {
                return;
            };
            (date, if CHANGED.iter().any(|word| small.contains(word)) { Rank::Changed } else { Rank::Line })
        };
        // When a page was changed, the footer of the site may say.
        if line.block.is_some_and(|block| self.is_aside(&block, rank == Rank::Changed)) {
            return;
        }
        self.dates.push(Seen { date, rank, far: line.from });
    }

    /// Whether it belongs to something beside the article: of what stands above it, only what is not above the headline
    /// tells.
    fn is_aside(&self, node: &NodeRef<'_>, is_named: bool) -> bool {
        let above = std::iter::once(*node).chain(node.ancestors_it(None));
        above
            .take_while(|one| !self.headline.above.contains(&one.id) && !one.has_name("body"))
            .any(|one| place::is_aside(&one, is_named))
    }
}
