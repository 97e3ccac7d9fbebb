//! What the window's commands share.

use std::sync::{Arc, Mutex, PoisonError};

use app::{App, Error, Result};
use serde::Serialize;
use tauri::State;
use tauri::ipc::Channel;

/// The program's state while the window is open.
pub(crate) struct Desk {
    pub(crate) app: Arc<App>,
    /// What was asked for from outside before the window was ready to show it.
    asked: Mutex<Option<String>>,
    problem: Mutex<Option<Error>>,
    window: Mutex<Option<Channel<Notice>>>,
    watch: Mutex<Option<app::Watch>>,
}

/// What the window is told while it is open.
#[derive(Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Notice {
    Changed(app::Shelf),
    Open { id: String },
    Problem { problem: Error },
}

impl Desk {
    pub(crate) fn new(app: Arc<App>) -> Desk {
        Desk {
            app,
            asked: Mutex::new(None),
            problem: Mutex::new(None),
            window: Mutex::new(None),
            watch: Mutex::new(None),
        }
    }

    /// Tells the window, if it listens yet. Says whether it does.
    pub(crate) fn tell(&self, notice: Notice) -> bool {
        let window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        window.as_ref().is_some_and(|window| window.send(notice).is_ok())
    }

    /// From now on the window listens. What waited for it is told now.
    pub(crate) fn listen(&self, window: Channel<Notice>) {
        *self.window.lock().unwrap_or_else(PoisonError::into_inner) = Some(window);
        if let Some(id) = self.take_asked() {
            self.show(id);
        }
        let waiting = self.problem.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(problem) = waiting {
            self.complain(problem);
        }
    }

    /// Opens an article in the window: now, or when it asks what to show first.
    pub(crate) fn show(&self, id: String) {
        if !self.tell(Notice::Open { id: id.clone() }) {
            *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(id);
        }
    }

    /// Says in the window what went wrong, now or when it listens.
    pub(crate) fn complain(&self, problem: Error) {
        if !self.tell(Notice::Problem { problem: problem.clone() }) {
            *self.problem.lock().unwrap_or_else(PoisonError::into_inner) = Some(problem);
        }
    }

    /// What was asked for before the window listened.
    pub(crate) fn take_asked(&self) -> Option<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Watches what is open, from now on; what was watched before is not watched any more.
    pub(crate) fn watch(&self, begin: impl FnOnce(&App) -> Result<app::Watch>) -> Result<()> {
        // Held throughout, so that of two that begin at once the later one stays.
        let mut watch = self.watch.lock().unwrap_or_else(PoisonError::into_inner);
        *watch = None;
        *watch = Some(begin(&self.app)?);
        Ok(())
    }

    /// Whether the window listens, but nothing is watched.
    pub(crate) fn is_unwatched(&self) -> bool {
        let listens = self.window.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        listens && self.watch.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Puts away what is open.
    pub(crate) fn close(&self) {
        *self.watch.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.app.close();
    }
}

/// Does blocking work away from the window's threads.
pub(crate) async fn work<T: Send + 'static>(
    desk: &State<'_, Desk>,
    task: impl FnOnce(&App) -> Result<T> + Send + 'static,
) -> Result<T> {
    let app = desk.app.clone();
    match tauri::async_runtime::spawn_blocking(move || task(&app)).await {
        Ok(done) => done,
        Err(error) => Err(Error {
            code: "failed".to_owned(),
            message: format!(
                "Offprint failed at this: {error}. Try again; if it fails again, please report it."
            ),
        }),
    }
}
