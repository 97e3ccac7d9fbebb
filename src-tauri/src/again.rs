//! Begins again where the process of the page has ended: killed for want of memory, or fallen, as Mesa 22 has it fall over
//! its shader cache where the disk is full. Without that the window stays dead.
//!
//! The whole program is put in its own place, so that nothing is left of what was; with the article that was open. Where
//! that ends soon, too, the shelf is what it begins with, and where even that does, it stays ended.

use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::{Duration, Instant};

use tauri::{Manager, WebviewWindow};
use webkit2gtk::{WebProcessTerminationReason, WebViewExt};

/// How often it began again in a row.
const TIMES: &str = "OFFPRINT_BEGAN_AGAIN";
/// What ends sooner than this ended for the same reason as before.
const SOON: Duration = Duration::from_secs(60);

/// Watches over the process of this window's page.
pub(crate) fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    let begun = Instant::now();
    let handle = window.app_handle().clone();
    window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |view, reason| {
            if reason == WebProcessTerminationReason::TerminatedByApi {
                return;
            }
            let before = std::env::var(TIMES).ok().and_then(|times| times.parse().ok()).unwrap_or(0_u8);
            let times = if begun.elapsed() < SOON { before + 1 } else { 1 };
            if times <= 2 {
                handle.state::<crate::Desk>().close();
                again(view.uri().as_deref().filter(|_| times == 1), times);
            }
        });
    })
}

/// Does not return where the program can be started.
fn again(address: Option<&str>, times: u8) {
    let Ok(program) = std::env::current_exe() else { return };
    let mut command = Command::new(program);
    command.env(TIMES, times.to_string()).env("MESA_SHADER_CACHE_DISABLE", "true");
    if let Some(id) = address.and_then(article) {
        command.arg(format!("offprint://open/{id}"));
    }
    let error = command.exec();
    eprintln!("offprint: the window could not begin again: {error}");
}

/// The article that an address of the window shows.
fn article(address: &str) -> Option<&str> {
    address.split_once("#/read/")?.1.split(['/', '?']).next()
}

#[cfg(test)]
mod tests {
    #[test]
    fn articles_in_addresses() {
        for (address, id) in [
            ("tauri://localhost/#/read/one", Some("one")),
            ("tauri://localhost/index.html#/read/one/h-part?words/and", Some("one")),
            ("tauri://localhost/#/unread", None),
        ] {
            assert_eq!(super::article(address), id, "{address}");
        }
    }
}
