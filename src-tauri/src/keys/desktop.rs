//! Desktops on Linux and the BSDs, by D-Bus: <https://specifications.freedesktop.org/mpris-spec/latest/>.

use std::future::poll_fn;
use std::path::PathBuf;
use std::pin::pin;

use mpris_server::zbus::Result;
use mpris_server::{Metadata, PlaybackStatus, Player as Server, TrackId};
use tauri::{AppHandle, Url};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::{Heard, Key, Press};

/// On the bus until it is dropped.
pub(super) struct Player(UnboundedSender<(Heard, Option<PathBuf>)>);

impl Player {
    pub(super) fn new(handle: &AppHandle, press: Press) -> Player {
        let (tell, told) = unbounded_channel();
        let handle = handle.clone();
        std::thread::spawn(move || {
            // Where there is no session bus, there are no keys.
            let _ = tauri::async_runtime::block_on(serve(&handle, told, &press));
        });
        Player(tell)
    }

    pub(super) fn show(&self, heard: Heard, picture: Option<PathBuf>) {
        let _ = self.0.send((heard, picture));
    }
}

/// Shows what is told until nobody tells any more.
async fn serve(
    handle: &AppHandle,
    mut told: UnboundedReceiver<(Heard, Option<PathBuf>)>,
    press: &Press,
) -> Result<()> {
    // Not on the bus before it has something to show.
    let Some((heard, picture)) = told.recv().await else { return Ok(()) };
    // Windows of several libraries have a name each. A Flatpak may have those that begin with its own.
    let player = Server::builder(&format!("org.offprint.reader.instance{}", std::process::id()))
        .identity("Offprint")
        .desktop_entry("org.offprint.reader")
        .can_raise(true)
        .can_play(true)
        .can_pause(true)
        .can_go_next(true)
        .can_go_previous(true)
        .metadata(metadata(&heard, picture)?)
        .playback_status(status(&heard))
        .build()
        .await?;
    let told_of = |key| {
        let press = press.clone();
        move |_: &Server| press(key)
    };
    player.connect_play(told_of(Key::Play));
    player.connect_pause(told_of(Key::Pause));
    player.connect_play_pause(told_of(Key::Toggle));
    player.connect_stop(told_of(Key::Stop));
    player.connect_next(told_of(Key::Next));
    player.connect_previous(told_of(Key::Previous));
    let raised = handle.clone();
    player.connect_raise(move |_| crate::window::bring_to_front(&raised));

    let mut answers = pin!(player.run());
    let mut shows = pin!(async {
        while let Some((heard, picture)) = told.recv().await {
            player.set_metadata(metadata(&heard, picture)?).await?;
            player.set_playback_status(status(&heard)).await?;
        }
        Ok(())
    });
    poll_fn(|context| {
        let _ = answers.as_mut().poll(context);
        shows.as_mut().poll(context)
    })
    .await
}

/// No length and no place in it: how long a voice takes is not known before.
fn metadata(heard: &Heard, picture: Option<PathBuf>) -> Result<Metadata> {
    let mut metadata = Metadata::builder()
        .trackid(TrackId::try_from("/org/offprint/reader/heard")?)
        .title(&heard.title)
        .build();
    metadata.set_artist(heard.by.as_ref().map(|by| [by]));
    metadata.set_art_url(picture.and_then(|path| Url::from_file_path(path).ok()).map(String::from));
    Ok(metadata)
}

fn status(heard: &Heard) -> PlaybackStatus {
    if heard.playing { PlaybackStatus::Playing } else { PlaybackStatus::Paused }
}
