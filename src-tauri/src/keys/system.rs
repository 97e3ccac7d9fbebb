//! macOS (Now Playing) and Windows (system media transport controls). Both are spoken with from the main thread.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use souvlaki::{MediaControlEvent, MediaControls, MediaMetadata, MediaPlayback, PlatformConfig};
use tauri::AppHandle;

use super::{Heard, Key, Press, held};

/// Shown until it is dropped.
pub(super) struct Player {
    handle: AppHandle,
    /// `None` where the system refuses.
    controls: Arc<Mutex<Option<MediaControls>>>,
}

impl Player {
    pub(super) fn new(handle: &AppHandle, press: Press) -> Player {
        let player = Player { handle: handle.clone(), controls: Arc::default() };
        let window = handle.clone();
        player.on_main_thread(move |controls| *controls = begin(&window, press));
        player
    }

    /// Pictures are left to the systems on which that was tried.
    pub(super) fn show(&self, heard: Heard, _: Option<PathBuf>) {
        self.on_main_thread(move |controls| {
            let Some(controls) = controls else { return };
            // Windows keeps the words that it is not told anew.
            let by = heard.by.as_deref().unwrap_or_default();
            let _ = controls.set_metadata(MediaMetadata {
                title: Some(&heard.title),
                artist: Some(by),
                ..MediaMetadata::default()
            });
            let _ = controls.set_playback(if heard.playing {
                MediaPlayback::Playing { progress: None }
            } else {
                MediaPlayback::Paused { progress: None }
            });
        });
    }

    fn on_main_thread(&self, task: impl FnOnce(&mut Option<MediaControls>) + Send + 'static) {
        let controls = self.controls.clone();
        let _ = self.handle.run_on_main_thread(move || task(&mut held(&controls)));
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.on_main_thread(|controls| {
            if let Some(mut controls) = controls.take() {
                let _ = controls.set_playback(MediaPlayback::Stopped);
            }
        });
    }
}

fn begin(handle: &AppHandle, press: Press) -> Option<MediaControls> {
    let config = PlatformConfig { display_name: "Offprint", dbus_name: "offprint", hwnd: window(handle) };
    #[cfg(windows)]
    config.hwnd?;
    let mut controls = MediaControls::new(config).ok()?;
    controls
        .attach(move |event| {
            let key = match event {
                MediaControlEvent::Play => Key::Play,
                MediaControlEvent::Pause => Key::Pause,
                MediaControlEvent::Toggle => Key::Toggle,
                MediaControlEvent::Stop => Key::Stop,
                MediaControlEvent::Next => Key::Next,
                MediaControlEvent::Previous => Key::Previous,
                _ => return,
            };
            press(key);
        })
        .ok()?;
    Some(controls)
}

/// The window that the player belongs to.
#[cfg(windows)]
fn window(handle: &AppHandle) -> Option<*mut std::ffi::c_void> {
    use tauri::Manager;
    Some(handle.get_webview_window(crate::window::LABEL)?.hwnd().ok()?.0)
}

/// macOS asks for none.
#[cfg(not(windows))]
fn window(_: &AppHandle) -> Option<*mut std::ffi::c_void> {
    None
}
