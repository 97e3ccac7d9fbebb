//! All marks of the library, those that a reader asks for, a part at a time.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::away::Absent;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::highlight::{Colour, Highlight, Notebook, NotebookPage, Noted};
use crate::tags::tag_key;
use crate::{Library, Tag};
use index::folded_as_written;

impl Library {
    /// The marks that a notebook shows: `count` of them, from the place `from` on; the newest first, if nothing else is asked
    /// for. Marks of articles that are in the trash are not shown, but those of articles that are away, which others deleted.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub fn notebook(&self, asked: &Notebook, from: usize, count: usize) -> Result<NotebookPage, Error> {
        let (catalogue, Absent { away, hidden }) = self.here_and_absent()?;
        let headline = |article: &str| match away.get(article) {
            Some(title) => title.clone(),
            None => headline(catalogue, article),
        };
        let known = self.state();
        let all = known.state.highlights();
        let words = Words::of(&asked.query);
        let key = asked.tag.as_deref().map(tag_key);
        let mut tags: BTreeMap<String, Tag> = BTreeMap::new();
        let mut colours = vec![0; Colour::ALL.len()];
        let mut found: Vec<&Highlight> = Vec::new();
        for article in all.articles().filter(|article| !hidden.contains(*article)) {
            let mut title = None;
            for one in all.of(article).filter(|one| !one.deleted) {
                for tag in &one.tags {
                    tags.entry(tag_key(tag)).or_insert_with(|| Tag { name: tag.clone(), count: 0 }).count +=
                        1;
                }
                if let Some(at) = Colour::ALL.iter().position(|colour| *colour == one.colour) {
                    colours[at] += 1;
                }
                let is_asked = asked.article.as_ref().is_none_or(|asked| asked == article)
                    && asked.colour.is_none_or(|colour| colour == one.colour)
                    && key.as_ref().is_none_or(|key| one.tags.iter().any(|tag| tag_key(tag) == *key))
                    && asked.from.is_none_or(|from| one.created >= from)
                    && asked.to.is_none_or(|to| one.created < to)
                    && (!asked.noted || !one.note.is_empty());
                if is_asked
                    && (words.is_empty() || {
                        let title = title.get_or_insert_with(|| headline(article).unwrap_or_default());
                        words.are_in(one, title)
                    })
                {
                    found.push(one);
                }
            }
        }
        sort(&mut found, asked);
        let mut titles: HashMap<&str, Option<String>> = HashMap::new();
        let page = found.iter().skip(from).take(count).map(|one| {
            let title = titles.entry(&one.article).or_insert_with(|| headline(&one.article)).clone();
            Noted { gone: away.contains_key(&one.article), ..Noted::of((*one).clone(), title) }
        });
        let marks = page.collect();
        Ok(NotebookPage { marks, from, total: found.len(), tags: tags.into_values().collect(), colours })
    }

    /// The address that an article was saved from.
    pub fn source_of(&self, id: &str) -> Option<String> {
        Catalogue { cache: &self.cache }.get(id)?.card.summary.meta.source
    }

    /// The headline of an article that is here, or of one with marks the last that this device has seen.
    pub fn title(&self, id: &str) -> Option<String> {
        headline(Catalogue { cache: &self.cache }, id).or_else(|| self.state().traces.title(id))
    }

    /// The ids of the articles with marks that have all words of a query in their quote, note or tags, and of each the first
    /// such mark; the newest first, `limit` at most.
    ///
    /// # Errors
    /// [`crate::Code::LibraryUnreachable`].
    pub(crate) fn noted_with(&self, query: &str, limit: usize) -> Result<Vec<Noted>, Error> {
        let words = Words::of(query);
        if words.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let catalogue = self.at_hand()?;
        let known = self.state();
        let all = known.state.highlights();
        let mut found: Vec<&Highlight> =
            all.all.values().filter(|one| !one.deleted && words.are_in(one, "")).collect();
        sort(&mut found, &Notebook::default());
        let mut marks = Vec::new();
        for one in found {
            if let Some(title) = headline(catalogue, &one.article) {
                marks.push(Noted::of(one.clone(), Some(title)));
            }
            if marks.len() == limit {
                break;
            }
        }
        Ok(marks)
    }
}

fn headline(catalogue: Catalogue<'_>, article: &str) -> Option<String> {
    catalogue.get(article).map(|shelved| shelved.card.title)
}

fn sort(found: &mut [&Highlight], asked: &Notebook) {
    let newest = |one: &&Highlight, other: &&Highlight| {
        let order = other.created.cmp(&one.created).then_with(|| other.id.cmp(&one.id));
        if asked.oldest { order.reverse() } else { order }
    };
    found.sort_by(newest);
    if asked.by_article {
        let mut order: HashMap<String, usize> = HashMap::new();
        for (at, one) in found.iter().enumerate() {
            order.entry(one.article.clone()).or_insert(at);
        }
        let place = |one: &Highlight| one.selectors.as_ref().map(|selectors| selectors.start);
        found.sort_by_key(|one| (order.get(&one.article).copied(), place(one), one.id.clone()));
    }
}

/// What is sought in marks: words that begin so, phrases, and what must not be there.
struct Words {
    all: Vec<String>,
    none: Vec<String>,
}

impl Words {
    fn of(query: &str) -> Words {
        let mut words = Words { all: Vec::new(), none: Vec::new() };
        // What is in quotes is one, and so is each word outside.
        for (at, part) in query.split(['"', '“', '”', '„']).enumerate() {
            // As the search beside it reads words: what finds the article finds the mark.
            let folded = folded_as_written(part);
            if at % 2 == 1 {
                let phrase = folded.split_whitespace().collect::<Vec<_>>().join(" ");
                words.all.extend((!phrase.is_empty()).then_some(phrase));
                continue;
            }
            for word in folded.split_whitespace() {
                match word.strip_prefix('-').filter(|word| !word.is_empty()) {
                    Some(word) => words.none.push(word.to_owned()),
                    None => words.all.push(word.to_owned()),
                }
            }
        }
        let mut seen = HashSet::new();
        words.all.retain(|word| seen.insert(word.clone()));
        words
    }

    fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }

    fn are_in(&self, one: &Highlight, title: &str) -> bool {
        let mut text = String::with_capacity(one.quote().len() + one.note.len() + title.len() + 16);
        for part in [one.quote(), &one.note, title] {
            text.push_str(part);
            text.push('\n');
        }
        // As they are shown: `#town` is sought as well as `town`.
        for tag in &one.tags {
            text.push('#');
            text.push_str(tag);
            text.push('\n');
        }
        let text = folded_as_written(&text).split_whitespace().collect::<Vec<_>>().join(" ");
        let begins = |word: &String| {
            let begins_so = |(at, _): (usize, &str)| {
                !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
                    || word.chars().next().is_some_and(|letter| !letter.is_ascii())
            };
            text.match_indices(word.as_str()).any(begins_so)
        };
        self.all.iter().all(begins) && !self.none.iter().any(begins)
    }
}
