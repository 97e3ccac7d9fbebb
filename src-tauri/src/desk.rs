//! What the window's commands share.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use app::{App, Error, Progress, Result};
use serde::Serialize;
use tauri::State;
use tauri::ipc::Channel;

/// The program's state while the window is open.
pub(crate) struct Desk {
    pub(crate) app: Arc<App>,
    told: Arc<Mutex<Told>>,
    watch: Mutex<Option<app::Watch>>,
    import: Mutex<Import>,
    check: Mutex<Import>,
    duplicates: Mutex<Import>,
    export: Mutex<Import>,
    pub(crate) saver: app::Saver,
}

/// How often the window is told how far something is.
const BETWEEN: Duration = Duration::from_millis(50);

/// How long the end of the program waits for an import to stop.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// An import, an export, a check or a search for duplicates that runs, or ran last.
#[derive(Clone, Default)]
pub(crate) struct Import(Arc<AtomicBool>);

impl Import {
    /// Waits until nothing is being copied any more, so that no half of a file stays; not for a disk that hangs.
    fn wait(&self) {
        let until = Instant::now() + LONGEST_WAIT;
        // Who copies has the other hold on it.
        while Arc::strong_count(&self.0) > 1 && Instant::now() < until {
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// False from when it is to end early.
    pub(crate) fn goes_on(&self) -> bool {
        !self.0.load(Ordering::Relaxed)
    }
}

/// Who is told, and what waits. Under one lock, so that nothing begins to wait while the window begins to listen.
#[derive(Default)]
struct Told {
    window: Option<Channel<Notice>>,
    /// What was asked for from outside before the window was ready to show it.
    asked: Option<String>,
    problem: Option<Error>,
}

/// What the window is told while it is open.
#[derive(Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Notice {
    Changed { warnings: Vec<String> },
    Open { id: String },
    Problem { problem: Error },
    Saving { saved: app::Saved },
}

impl Desk {
    pub(crate) fn new(app: Arc<App>) -> Desk {
        let told: Arc<Mutex<Told>> = Arc::default();
        let [steps, problems] = [told.clone(), told.clone()];
        let tell = move |saved| {
            // A window that is gone is told nothing.
            let _ = lock(&steps).tell(Notice::Saving { saved });
        };
        let saver = app::Saver::new(app.clone(), tell, move |problem| lock(&problems).complain(problem));
        let [import, check, duplicates, export] = Default::default();
        Desk { app, told, watch: Mutex::new(None), import, check, duplicates, export, saver }
    }

    /// Tells the window, if it listens yet.
    pub(crate) fn tell(&self, notice: Notice) {
        self.told().tell(notice);
    }

    /// From now on the window listens. What waited for it is told now.
    pub(crate) fn listen(&self, window: Channel<Notice>) {
        let mut told = self.told();
        told.window = Some(window);
        if let Some(id) = told.asked.take() {
            told.show(id);
        }
        if let Some(problem) = told.problem.take() {
            told.complain(problem);
        }
    }

    /// Opens an article in the window: now, or when it asks what to show first.
    pub(crate) fn show(&self, id: String) {
        self.told().show(id);
    }

    /// Says in the window what went wrong, now or when it listens.
    pub(crate) fn complain(&self, problem: Error) {
        self.told().complain(problem);
    }

    /// What was asked for before the window listened.
    pub(crate) fn take_asked(&self) -> Option<String> {
        self.told().asked.take()
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
        let listens = self.told().window.is_some();
        listens && self.watch.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// An import begins; one that still runs ends.
    pub(crate) fn begin_import(&self) -> Import {
        begin(&self.import)
    }

    /// A check begins; one that still runs ends.
    pub(crate) fn begin_check(&self) -> Import {
        begin(&self.check)
    }

    /// The check that runs ends early.
    pub(crate) fn stop_check(&self) {
        self.check.lock().unwrap_or_else(PoisonError::into_inner).0.store(true, Ordering::Relaxed);
    }

    /// A search for duplicates begins; one that still runs ends.
    pub(crate) fn begin_duplicates(&self) -> Import {
        begin(&self.duplicates)
    }

    /// The search for duplicates that runs ends early.
    pub(crate) fn stop_duplicates(&self) {
        self.duplicates.lock().unwrap_or_else(PoisonError::into_inner).0.store(true, Ordering::Relaxed);
    }

    /// An export begins; one that still runs ends.
    pub(crate) fn begin_export(&self) -> Import {
        begin(&self.export)
    }

    /// The export that runs ends early.
    pub(crate) fn stop_export(&self) {
        self.export.lock().unwrap_or_else(PoisonError::into_inner).0.store(true, Ordering::Relaxed);
    }

    /// The import that runs ends early.
    pub(crate) fn stop_import(&self) {
        self.import.lock().unwrap_or_else(PoisonError::into_inner).0.store(true, Ordering::Relaxed);
    }

    /// Puts away what is open.
    pub(crate) fn close(&self) {
        self.saver.stop();
        self.stop_import();
        self.stop_check();
        self.stop_duplicates();
        self.stop_export();
        self.app.hush();
        self.import.lock().unwrap_or_else(PoisonError::into_inner).wait();
        self.export.lock().unwrap_or_else(PoisonError::into_inner).wait();
        *self.watch.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.app.close();
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        lock(&self.told)
    }
}

fn begin(slot: &Mutex<Import>) -> Import {
    let mut last = slot.lock().unwrap_or_else(PoisonError::into_inner);
    last.0.store(true, Ordering::Relaxed);
    *last = Import::default();
    last.clone()
}

fn lock(told: &Mutex<Told>) -> MutexGuard<'_, Told> {
    told.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Told {
    /// Says whether the window listens.
    fn tell(&self, notice: Notice) -> bool {
        self.window.as_ref().is_some_and(|window| window.send(notice).is_ok())
    }

    fn show(&mut self, id: String) {
        if !self.tell(Notice::Open { id: id.clone() }) {
            self.asked = Some(id);
        }
    }

    fn complain(&mut self, problem: Error) {
        if !self.tell(Notice::Problem { problem: problem.clone() }) {
            self.problem = Some(problem);
        }
    }
}

/// Tells the window how far something is: a hundred thousand messages would keep it busy.
pub(crate) fn now_and_then(window: Channel<Progress>) -> impl Fn(Progress) + Send {
    let told = Cell::new(Instant::now());
    move |progress| {
        if progress.done == progress.all || told.get().elapsed() > BETWEEN {
            told.set(Instant::now());
            // A window that is gone is told nothing.
            let _ = window.send(progress);
        }
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::sync::{Arc, Barrier};
    use std::thread;

    use app::{App, Folders};
    use tauri::ipc::Channel;

    use super::Desk;

    #[test]
    fn closing_waits_until_an_import_has_stopped() {
        let folders = Folders {
            config: "none/config".into(),
            cache: "none/cache".into(),
            documents: "none/documents".into(),
            library: None,
        };
        let desk = Desk::new(Arc::new(App::new(folders)));
        let import = desk.begin_import();
        let copied = Arc::new(AtomicUsize::new(0));
        let counts = copied.clone();
        let thread = thread::spawn(move || {
            while import.goes_on() {
                thread::yield_now();
            }
            thread::sleep(std::time::Duration::from_millis(100));
            counts.fetch_add(1, SeqCst);
        });
        desk.close();
        assert_eq!(copied.load(SeqCst), 1);
        assert!(thread.join().is_ok());
    }

    #[test]
    fn what_is_asked_for_while_the_window_begins_to_listen_is_told_once() {
        let folders = Folders {
            config: "none/config".into(),
            cache: "none/cache".into(),
            documents: "none/documents".into(),
            library: None,
        };
        for round in 0..2000 {
            let desk = Desk::new(Arc::new(App::new(folders.clone())));
            let told = Arc::new(AtomicUsize::new(0));
            let counts = told.clone();
            let window = Channel::new(move |_| {
                counts.fetch_add(1, SeqCst);
                Ok(())
            });
            let together = Barrier::new(2);
            thread::scope(|threads| {
                threads.spawn(|| {
                    together.wait();
                    desk.show("an-article".to_owned());
                });
                together.wait();
                desk.listen(window);
            });
            assert_eq!(told.load(SeqCst), 1, "round {round}");
        }
    }
}
