//! Taking in other programs' exports: what a file holds is shown first, then taken in. The window never knows where it lies.

use std::sync::{Arc, Mutex, PoisonError};

use app::{Error, Export, Fetching, Import, Importing, Preview, Progress, Report, Result};
use serde::Serialize;
use tauri::ipc::{Channel, Request};
use tauri::{AppHandle, State};

use crate::commands::{body, header};
use crate::desk::{Desk, now_and_then, work};
use crate::platform;

/// What was offered last.
#[derive(Default)]
pub(crate) struct Offered(Mutex<Option<Export>>);

/// What a file holds.
#[derive(Debug, Serialize)]
pub(crate) struct Offer {
    /// The file's own name.
    name: String,
    preview: Preview,
}

/// What a folder was.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Chosen {
    /// Articles, which are copied now.
    Articles(Import),
    /// What a program exported: it is offered as a file is.
    Export(Offer),
}

/// Has the reader choose a folder. One of articles is taken in, and `channel` told how far that is; of what a program exported
/// it is looked what it holds. Null where that was cancelled.
#[tauri::command]
pub(crate) async fn import_folder(
    handle: AppHandle,
    desk: State<'_, Desk>,
    offered: State<'_, Offered>,
    channel: Channel<Progress>,
) -> Result<Option<Chosen>> {
    let Some(folder) = platform::choose_folder(&handle, "dialog-import").await? else { return Ok(None) };
    let asked = folder.clone();
    if work(&desk, move |app| Ok(app.is_export(&asked))).await? {
        let offer = look(&desk, &offered, Export::At(folder), Channel::new(|_| Ok(()))).await?;
        return Ok(Some(Chosen::Export(offer)));
    }
    let import = desk.begin_import();
    // The window shows that something is under way before the articles are counted.
    let _ = channel.send(Progress { done: 0, all: 0 });
    let imported = work(&desk, move |app| {
        app.import(&folder, &|progress| {
            // A window that is gone is told nothing.
            let _ = channel.send(progress);
            import.goes_on()
        })
    });
    Ok(Some(Chosen::Articles(imported.await?)))
}

/// Has the reader choose a file, and looks what it holds; null where that was cancelled.
#[tauri::command]
pub(crate) async fn offer_import(
    handle: AppHandle,
    desk: State<'_, Desk>,
    offered: State<'_, Offered>,
    channel: Channel<Progress>,
) -> Result<Option<Offer>> {
    let Some(path) = platform::choose_file(&handle, "dialog-import-file").await? else { return Ok(None) };
    look(&desk, &offered, Export::At(path), channel).await.map(Some)
}

/// The same of a file that was dropped: its bytes are the body, its name a header, in percent-encoding.
#[tauri::command]
pub(crate) async fn offer_dropped(
    desk: State<'_, Desk>,
    offered: State<'_, Offered>,
    request: Request<'_>,
) -> Result<Offer> {
    let export = Export::Here(header(&request, "offprint-name"), Arc::new(body(&request)?));
    look(&desk, &offered, export, Channel::new(|_| Ok(()))).await
}

async fn look(
    desk: &State<'_, Desk>,
    offered: &State<'_, Offered>,
    export: Export,
    channel: Channel<Progress>,
) -> Result<Offer> {
    let import = desk.begin_import();
    // The window shows that something is under way before anything is counted.
    let _ = channel.send(Progress { done: 0, all: 0 });
    let given = export.clone();
    let preview = work(desk, move |app| {
        let how = Importing { fetching: Fetching { own_network: app.settings().own_network } };
        app.preview_import(&given, &how, &|_| import.goes_on())
    });
    let offer = Offer { name: export.name(), preview: preview.await? };
    *offered.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(export);
    Ok(offer)
}

/// Takes in what was offered last, and tells `channel` how far it is. What waits then is fetched in the background.
#[tauri::command]
pub(crate) async fn take_import(
    desk: State<'_, Desk>,
    offered: State<'_, Offered>,
    channel: Channel<Progress>,
) -> Result<Report> {
    let export = offered.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    let export = export.ok_or_else(|| Error {
        code: "failed".to_owned(),
        message: "No file is at hand any more. Choose it once more.".to_owned(),
    })?;
    let import = desk.begin_import();
    let tell = now_and_then(channel);
    let landed = work(&desk, move |app| {
        let how = Importing { fetching: Fetching { own_network: app.settings().own_network } };
        app.import_file(&export, &how, &|progress| {
            tell(progress);
            import.goes_on()
        })
    });
    let app::Landed { report, waiting, lacking } = landed.await?;
    desk.saver.add(waiting);
    desk.saver.complete(lacking);
    Ok(report)
}
