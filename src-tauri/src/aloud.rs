//! The window's commands for reading aloud.

use app::{Manner, Result, Sentence, Voices};
use tauri::State;
use tauri::ipc::Channel;

use crate::desk::{Desk, work};

/// The voices that there are.
#[tauri::command]
pub(crate) async fn voices(desk: State<'_, Desk>) -> Result<Voices> {
    work(&desk, |app| app.voices()).await
}

/// Says the sentences, and tells `channel` the place of each as it begins. True when all was said.
#[tauri::command]
pub(crate) async fn read_aloud(
    desk: State<'_, Desk>,
    sentences: Vec<Sentence>,
    manner: Manner,
    channel: Channel<usize>,
) -> Result<bool> {
    work(&desk, move |app| {
        app.read_aloud(&sentences, &manner, &|at| {
            // A window that is gone is told nothing.
            let _ = channel.send(at);
        })
    })
    .await
}

/// Stops what is being said.
#[tauri::command]
pub(crate) async fn hush(desk: State<'_, Desk>) -> Result<()> {
    work(&desk, |app| {
        app.hush();
        Ok(())
    })
    .await
}
