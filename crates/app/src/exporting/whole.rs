//! Everything of each article: its files and what its reader did.

use std::cell::RefCell;
use std::collections::HashSet;
use std::io;

use exchange::leaving::Format;
use exchange::leaving::whole::{Archive, Collection, Content, Json, Place, Position, Record, Writer};
use library::{Gathering, Held, Library, Progress, Status};

use super::chosen::Order;
use super::target::Target;
use super::{Exported, go, now};
use crate::{App, beside};

impl App {
    pub(super) fn write_whole(
        &self,
        library: &Library,
        format: Format,
        order: &Order,
        place: &mut Target,
        exported: &mut Exported,
        go_on: &dyn Fn(Progress) -> bool,
    ) -> io::Result<()> {
        let told = |error: library::Error| io::Error::other(error.message);
        let collections = collections(library.gatherings().map_err(told)?, order);
        let mut writer: Box<dyn Writer> = match format {
            Format::Json => Box::new(Json::new(place.file()?, &now(), collections)?),
            _ => Box::new(Archive::new(place.file()?, &now(), collections, order.ids.len())?),
        };
        // What two notes show is written once.
        let mut shared: HashSet<String> = HashSet::new();
        let written: HashSet<&String> = order.ids.iter().collect();
        let mut notes_written: HashSet<String> = HashSet::new();
        for (done, id) in order.ids.iter().enumerate() {
            go(go_on, done, order.ids.len())?;
            let (holding, entry) = match (library.holding(id), library.entry(id)) {
                (Ok(holding), Ok(Some(entry))) => (holding, entry),
                (Err(error), _) | (_, Err(error)) if error.code != library::Code::ArticleGone => {
                    return Err(told(error));
                }
                // Where the whole library is out of reach, what would be written is not all of it.
                _ if !library.is_reachable() => {
                    return Err(io::Error::other("the library can't be reached any more"));
                }
                // What went while others were written is not there any more.
                _ => continue,
            };
            let (marks, read_at) = library.known_of(id);
            let notes = (order.notes && format == Format::Markdown)
                .then(|| library.notes_place(id).zip(beside::notes(library, id)))
                .flatten()
                .filter(|(path, _)| notes_written.insert(path.clone()));
            let record = Record {
                id: id.clone(),
                title: entry.title,
                source: order.sources.get(id).cloned(),
                path: holding.path.clone(),
                bundle: holding.bundle,
                waiting: entry.status == Status::Waiting,
                bookmarked: marks.bookmarked,
                archived: marks.archived,
                position: marks.position.map(|position| Position {
                    block: position.block,
                    within: position.within,
                    progress: position.progress,
                }),
                read_at,
                tags: marks.tags,
                hidden_tags: marks.hidden_tags,
                highlights: highlights(library, id)?,
                notes: notes.as_ref().map(|(path, _)| path.clone()),
            };
            exported.left_out.extend(holding.left_out);
            let folder = holding.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
            let mut files: Vec<Held> = Vec::with_capacity(holding.files.len());
            for held in holding.files {
                let own = held.path == record.path
                    || (record.bundle && folder.as_ref().is_some_and(|folder| held.path.starts_with(folder)));
                // What lies in another article's folder comes with that one.
                let of_other = held.of.as_ref().is_some_and(|id| written.contains(id));
                if own || (!of_other && shared.insert(held.path.clone())) {
                    files.push(held);
                }
            }
            let left_out = RefCell::new(Vec::new());
            let mut opened = files.into_iter().filter_map(|held| match held.open() {
                Ok(file) => {
                    Some(Ok(Content { path: held.path, modified: Some(held.modified), from: Box::new(file) }))
                }
                Err(error) => {
                    let why = library::reason(&error);
                    left_out.borrow_mut().push(format!("“{}” was left out: {why}.", held.path));
                    None
                }
            });
            writer.add(&record, &mut opened)?;
            if let Some((path, text)) = &notes {
                writer.notes(path, &Library::notes_file(text))?;
            }
            exported.left_out.extend(left_out.into_inner());
            exported.articles += 1;
        }
        go(go_on, order.ids.len(), order.ids.len())?;
        writer.finish()
    }
}

/// What is marked in an article, with all that is known of it; that which was removed too.
fn highlights(library: &Library, id: &str) -> io::Result<Vec<serde_json::Value>> {
    let all = library.marks_in(id);
    Ok(all.iter().map(serde_json::to_value).collect::<Result<_, _>>()?)
}

/// The collections; where not all articles are written, those that hold one of them.
fn collections(gatherings: Vec<Gathering>, order: &Order) -> Vec<Collection> {
    let written: HashSet<&String> = order.ids.iter().collect();
    let collection = |gathering: Gathering| {
        let places = gathering.places.into_iter().filter(|placed| written.contains(&placed.id));
        let articles: Vec<Place> =
            places.filter_map(|placed| Some(Place { place: placed.place?, id: placed.id })).collect();
        let wanted = order.all || !articles.is_empty();
        let Gathering { id, name, query, created, .. } = gathering;
        wanted.then_some(Collection { id, name, query, created, articles })
    };
    gatherings.into_iter().filter_map(collection).collect()
}
