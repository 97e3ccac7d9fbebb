//! Articles leave as files that need no Offprint.

use app::{Chosen, Error, Exported, Format, Progress, Result};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::desk::{Desk, now_and_then, work};
use crate::platform;

/// Lets the reader choose where, writes articles there, those of `ids` or all, and tells `channel` how far it is; `None`
/// where the reader cancelled. Of a reading pack, `minutes` is how long it is to be read.
#[tauri::command]
pub(crate) async fn export(
    handle: AppHandle,
    desk: State<'_, Desk>,
    format: String,
    ids: Option<Vec<String>>,
    minutes: Option<u32>,
    name: String,
    channel: Channel<Progress>,
) -> Result<Option<Exported>> {
    let known = Format::ALL.into_iter().find(|(known, _)| *known == format).map(|(_, format)| format);
    let Some(format) = known else {
        let message = "Offprint writes no such format. Choose another one.".to_owned();
        return Err(Error { code: "not_exported".to_owned(), message });
    };
    // A dialog suggests the name alone; what it means is the reader's to say.
    let name = name.replace(['/', '\\', ':', '\0'], " ");
    let Some(target) = platform::choose_new_file(&handle, "dialog-export", name).await? else {
        return Ok(None);
    };
    let export = desk.begin_export();
    // The window shows that something is under way before the articles are counted.
    let _ = channel.send(Progress { done: 0, all: 0 });
    let tell = now_and_then(channel);
    let exported = work(&desk, move |app| {
        let chosen = Chosen { ids, minutes, ..Chosen::default() };
        let exported = app.export(format, &chosen, &target, &|progress| {
            tell(progress);
            export.goes_on()
        })?;
        // The window knows no paths.
        let name = target.file_name().unwrap_or(target.as_os_str()).to_string_lossy();
        Ok(Exported { file: name.into_owned(), ..exported })
    });
    exported.await.map(Some)
}

/// Lets an export end early; nothing of it is kept.
#[tauri::command]
pub(crate) fn stop_export(desk: State<'_, Desk>) {
    desk.stop_export();
}
