//! The system's own player and media keys, for what is read aloud: there from the first sentence until listening ends.
//!
//! The page alone knows what is heard. What it tells is shown, and each key that is pressed is told to it.

// A phone shows nothing of it.
#![cfg_attr(mobile, allow(dead_code))]

#[cfg_attr(
    all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))),
    path = "keys/desktop.rs"
)]
#[cfg_attr(any(target_os = "macos", windows), path = "keys/system.rs")]
#[cfg_attr(mobile, path = "keys/none.rs")]
mod player;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::Result;
use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::desk::{Desk, work};

/// What is heard, or paused.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Heard {
    id: String,
    title: String,
    /// Who wrote it, or where it was published.
    by: Option<String>,
    /// The key of a picture of it.
    picture: Option<String>,
    playing: bool,
}

/// What a key, or a button of the system's player, asks for.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Key {
    Play,
    Pause,
    Toggle,
    Stop,
    Next,
    Previous,
}

/// The system's player, while something is heard, and the page that its keys are told to.
#[derive(Default)]
pub(crate) struct Keys {
    player: Mutex<Option<player::Player>>,
    page: Arc<Mutex<Option<Channel<Key>>>>,
}

/// Has the system show what is heard and tell its keys to `channel`; null puts its player away. Where the system has none,
/// nothing happens.
#[tauri::command]
pub(crate) async fn show_heard(
    handle: AppHandle,
    desk: State<'_, Desk>,
    keys: State<'_, Keys>,
    heard: Option<Heard>,
    channel: Channel<Key>,
) -> Result<()> {
    let Some(heard) = heard else {
        *held(&keys.player) = None;
        *held(&keys.page) = None;
        return Ok(());
    };
    let picture = match (heard.id.clone(), heard.picture.clone()) {
        (id, Some(key)) => work(&desk, move |app| app.medium_path(&id, &key)).await.ok(),
        _ => None,
    };
    *held(&keys.page) = Some(channel);
    held(&keys.player).get_or_insert_with(|| player::Player::new(&handle, keys.press())).show(heard, picture);
    Ok(())
}

/// Called with each key.
type Press = Arc<dyn Fn(Key) + Send + Sync>;

impl Keys {
    fn press(&self) -> Press {
        let page = self.page.clone();
        Arc::new(move |key| {
            if let Some(page) = held(&page).as_ref() {
                // A page that is gone is told nothing.
                let _ = page.send(key);
            }
        })
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
