//! The window's commands: each takes ids and keys, never paths, and gives plain data or `{code, message}`.

use app::{
    About, Again, App, Audit, Block, Cancel, Corrected, Details, Entry, Error, Fetching, Followed, Found,
    Known, Line, Marks, Near, Neighbours, Opened, Page, Part, Position, Progress, Refetched, Result, Saved,
    Start, Version, View, Way,
};
use tauri::ipc::{Channel, InvokeBody, Request, Response};
use tauri::{AppHandle, State};

use crate::desk::{Desk, Notice, now_and_then, work};
use crate::handed::{self, Handed};
use crate::{media, platform, watch as watching};

/// How much of a long article is given at once, in bytes of HTML.
const PART: usize = 200_000;

/// The most hits that are given at once.
const LARGEST: usize = 200;

#[tauri::command]
pub(crate) async fn start(handle: AppHandle, desk: State<'_, Desk>) -> Result<Start> {
    let asked = desk.take_asked();
    let start = work(&desk, move |app| Ok(app.start(asked))).await?;
    // The library could not be reached when the window began to listen; now it can.
    if start.problem.is_none() {
        watching::begin_if_nothing_is(&handle);
    }
    Ok(start)
}

/// The rows `from` on of a view, `count` at most, and where in it the article `about` is.
#[tauri::command]
pub(crate) async fn page(
    desk: State<'_, Desk>,
    view: View,
    from: usize,
    count: usize,
    about: Option<String>,
) -> Result<Page> {
    work(&desk, move |app| app.page(&view, from, count, about.as_deref())).await
}

/// All that a view shows.
#[tauri::command]
pub(crate) async fn ids(desk: State<'_, Desk>, view: View) -> Result<Vec<String>> {
    work(&desk, move |app| app.ids(&view)).await
}

#[tauri::command]
pub(crate) async fn entry(desk: State<'_, Desk>, id: String) -> Result<Option<Entry>> {
    work(&desk, move |app| app.entry(&id)).await
}

/// What a search finds while it is typed.
#[tauri::command]
pub(crate) async fn search(desk: State<'_, Desk>, view: View, limit: usize) -> Result<Found> {
    work(&desk, move |app| app.search(&view, limit.min(LARGEST))).await
}

/// How a query may go on.
#[tauri::command]
pub(crate) async fn complete(desk: State<'_, Desk>, query: String, cursor: usize) -> Result<Vec<Way>> {
    work(&desk, move |app| app.complete(&query, cursor)).await
}

/// The articles before and after one in a view, as it was at a revision.
#[tauri::command]
pub(crate) async fn neighbours(
    desk: State<'_, Desk>,
    view: View,
    revision: u64,
    id: String,
) -> Result<Neighbours> {
    work(&desk, move |app| app.neighbours(&view, revision, &id)).await
}

#[tauri::command]
pub(crate) async fn open(desk: State<'_, Desk>, id: String, at: Option<String>) -> Result<Opened> {
    work(&desk, move |app| app.open(&id, at.as_deref(), &|key| media::address(&id, key))).await
}

/// More of a long article that is open.
#[tauri::command]
pub(crate) async fn blocks(desk: State<'_, Desk>, id: String, from: usize, back: bool) -> Result<Vec<Block>> {
    work(&desk, move |app| app.blocks(&id, from, back, PART)).await
}

#[tauri::command]
pub(crate) async fn set_bookmarked(desk: State<'_, Desk>, id: String, on: bool) -> Result<Marks> {
    work(&desk, move |app| app.set_bookmarked(&id, on)).await
}

#[tauri::command]
pub(crate) async fn set_archived(desk: State<'_, Desk>, id: String, on: bool) -> Result<Marks> {
    work(&desk, move |app| app.set_archived(&id, on)).await
}

#[tauri::command]
pub(crate) async fn set_read(desk: State<'_, Desk>, id: String, on: bool) -> Result<Option<Position>> {
    work(&desk, move |app| app.set_read(&id, on)).await
}

#[tauri::command]
pub(crate) async fn set_position(desk: State<'_, Desk>, id: String, position: Position) -> Result<()> {
    work(&desk, move |app| app.set_position(&id, position)).await
}

#[tauri::command]
pub(crate) async fn follow(
    handle: AppHandle,
    desk: State<'_, Desk>,
    id: String,
    href: String,
    wiki: bool,
) -> Result<Followed> {
    let follow = move |app: &App| {
        let followed = app.follow(&id, &href, wiki)?;
        if let Some(address) = &followed.outside {
            platform::open_outside(&handle, address)?;
        }
        Ok(followed)
    };
    work(&desk, follow).await
}

/// The article to which a link leads, if it is one of the library: nothing is opened.
#[tauri::command]
pub(crate) async fn preview(
    desk: State<'_, Desk>,
    id: String,
    href: String,
    wiki: bool,
) -> Result<Option<Entry>> {
    work(&desk, move |app| app.preview(&id, &href, wiki)).await
}

#[tauri::command]
pub(crate) async fn reveal(handle: AppHandle, desk: State<'_, Desk>, id: Option<String>) -> Result<()> {
    work(&desk, move |app| platform::reveal(&handle, &app.whereabouts(id.as_deref())?)).await
}

#[tauri::command]
pub(crate) async fn choose_library(handle: AppHandle, desk: State<'_, Desk>) -> Result<Option<Start>> {
    let Some(folder) = platform::choose_folder(&handle, "dialog-library").await? else {
        return Ok(None);
    };
    let start = work(&desk, move |app| {
        app.choose_library(&folder)?;
        Ok(app.start(None))
    });
    let start = start.await?;
    desk.saver.stop();
    watching::begin(&handle);
    Ok(Some(start))
}

#[tauri::command]
pub(crate) async fn default_library(handle: AppHandle, desk: State<'_, Desk>) -> Result<Start> {
    let start = work(&desk, |app| {
        app.default_library()?;
        Ok(app.start(None))
    });
    let start = start.await?;
    desk.saver.stop();
    watching::begin(&handle);
    Ok(start)
}

#[tauri::command]
pub(crate) async fn libraries(desk: State<'_, Desk>) -> Result<Vec<Known>> {
    work(&desk, |app| Ok(app.libraries())).await
}

#[tauri::command]
pub(crate) async fn open_library(handle: AppHandle, desk: State<'_, Desk>, id: String) -> Result<Start> {
    let start = work(&desk, move |app| {
        app.open_known(&id)?;
        Ok(app.start(None))
    });
    let start = start.await?;
    desk.saver.stop();
    watching::begin(&handle);
    Ok(start)
}

#[tauri::command]
pub(crate) async fn watch(handle: AppHandle, desk: State<'_, Desk>, channel: Channel<Notice>) -> Result<()> {
    desk.listen(channel);
    watching::begin(&handle);
    Ok(())
}

/// Lets an import end early. What it has copied stays.
#[tauri::command]
pub(crate) fn stop_import(desk: State<'_, Desk>) {
    desk.stop_import();
}

/// Looks whether all that was saved is here, and tells `channel` how far it is.
#[tauri::command]
pub(crate) async fn check_library(desk: State<'_, Desk>, channel: Channel<Progress>) -> Result<Audit> {
    let check = desk.begin_check();
    let tell = now_and_then(channel);
    work(&desk, move |app| {
        app.check(&|progress| {
            tell(progress);
            check.goes_on()
        })
    })
    .await
}

/// Lets a check end early.
#[tauri::command]
pub(crate) fn stop_check(desk: State<'_, Desk>) {
    desk.stop_check();
}

/// Puts the addresses in a text on the shelf, and begins to fetch them.
#[tauri::command]
pub(crate) async fn save(desk: State<'_, Desk>, text: String) -> Result<Vec<Saved>> {
    let queue = work(&desk, move |app| {
        let how = Fetching { own_network: app.settings().own_network };
        app.queue(&text, &how)
    });
    let queue = queue.await?;
    desk.saver.add(queue.waiting);
    Ok(queue.saved)
}

/// Saves a file that was dropped or chosen, with those beside it: `handed` has the form of the body.
#[tauri::command]
pub(crate) async fn save_file(desk: State<'_, Desk>, request: Request<'_>) -> Result<Saved> {
    let Handed { name, bytes, beside } = handed::unpacked(&body(&request)?)?;
    let save = move |app: &App| {
        let how = Fetching { own_network: app.settings().own_network };
        app.save_given(&name, &bytes, Near::Files(&beside), &how, &Cancel::default())
    };
    work(&desk, save).await
}

/// Saves what was pasted: the body, in UTF-8. Headers say where it was copied, in percent-encoding, and whether it is HTML.
#[tauri::command]
pub(crate) async fn save_pasted(desk: State<'_, Desk>, request: Request<'_>) -> Result<Saved> {
    let address = header(&request, "offprint-address");
    let is_html = header(&request, "offprint-form") == "html";
    let bytes = body(&request)?;
    let save = move |app: &App| {
        let how = Fetching { own_network: app.settings().own_network };
        app.save_pasted(&bytes, is_html, Some(&address), &how, &Cancel::default())
    };
    work(&desk, save).await
}

pub(crate) fn header(request: &Request<'_>, name: &str) -> String {
    let value = request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned()
}

pub(crate) fn body(request: &Request<'_>) -> Result<Vec<u8>> {
    if let InvokeBody::Raw(bytes) = request.body() {
        return Ok(bytes.clone());
    }
    let message = "What was to be saved did not arrive. Try again.".to_owned();
    Err(Error { code: "not_saved".to_owned(), message })
}

/// Fetches again what could not be had of an article. True where that goes on in the background.
#[tauri::command]
pub(crate) async fn try_again(desk: State<'_, Desk>, id: String) -> Result<bool> {
    let again = work(&desk, move |app| {
        let how = Fetching { own_network: app.settings().own_network };
        app.try_again(&id, &how, &Cancel::default(), &|_| {})
    });
    match again.await? {
        Again::Whole(waiting) => desk.saver.add(waiting),
        Again::Media(_) => return Ok(false),
    }
    Ok(true)
}

/// Fetches an article anew.
#[tauri::command]
pub(crate) async fn refetch(desk: State<'_, Desk>, id: String) -> Result<Refetched> {
    let refetch = move |app: &App| {
        let how = Fetching { own_network: app.settings().own_network };
        app.refetch(&id, &how, &Cancel::default())
    };
    work(&desk, refetch).await
}

#[tauri::command]
pub(crate) async fn versions(desk: State<'_, Desk>, id: String) -> Result<Vec<Version>> {
    work(&desk, move |app| app.versions(&id)).await
}

#[tauri::command]
pub(crate) async fn compare_version(desk: State<'_, Desk>, id: String, time: String) -> Result<Vec<Line>> {
    work(&desk, move |app| app.compare(&id, &time)).await
}

#[tauri::command]
pub(crate) async fn choose_version(desk: State<'_, Desk>, id: String, time: String) -> Result<String> {
    work(&desk, move |app| app.choose_version(&id, &time)).await
}

#[tauri::command]
pub(crate) async fn set_details(desk: State<'_, Desk>, id: String, details: Details) -> Result<Details> {
    work(&desk, move |app| app.set_details(&id, details)).await
}

#[tauri::command]
pub(crate) async fn undo_details(desk: State<'_, Desk>, id: String) -> Result<()> {
    work(&desk, move |app| app.undo_details(&id)).await
}

#[tauri::command]
pub(crate) async fn parts(desk: State<'_, Desk>, id: String) -> Result<Vec<Part>> {
    work(&desk, move |app| app.parts(&id)).await
}

/// Takes parts out of an article, and puts parts of its page in.
#[tauri::command]
pub(crate) async fn set_parts(
    desk: State<'_, Desk>,
    id: String,
    remove: Vec<String>,
    add: Vec<String>,
) -> Result<Corrected> {
    let correct = move |app: &App| {
        let how = Fetching { own_network: app.settings().own_network };
        app.set_parts(&id, &remove, &add, &how, &Cancel::default())
    };
    work(&desk, correct).await
}

/// Fetches what waits from before.
#[tauri::command]
pub(crate) async fn fetch_waiting(desk: State<'_, Desk>) -> Result<()> {
    let queue = work(&desk, App::waiting).await?;
    desk.saver.add(queue.waiting);
    Ok(())
}

/// Stops fetching. What was not fetched waits.
#[tauri::command]
pub(crate) fn stop_saving(desk: State<'_, Desk>) {
    desk.saver.stop();
}

#[tauri::command]
pub(crate) async fn welcomed(desk: State<'_, Desk>) -> Result<()> {
    work(&desk, App::welcomed).await
}

#[tauri::command]
pub(crate) async fn about(desk: State<'_, Desk>) -> Result<About> {
    work(&desk, |app| Ok(app.about())).await
}

/// JSON already: handed over as it is.
#[tauri::command]
pub(crate) fn licences() -> Response {
    Response::new(app::licences().to_owned())
}

#[tauri::command]
pub(crate) async fn report(desk: State<'_, Desk>, code: String, places: Vec<String>) -> Result<String> {
    let view = tauri::webview_version().unwrap_or_default();
    work(&desk, move |app| Ok(app.report(&code, &places, &view))).await
}
