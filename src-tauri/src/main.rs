//! The window's program. Everything is in the library, which mobile systems load by themselves.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

const USAGE: &str = "usage: offprint-reader [FILE | offprint://open/ID | --specimen]";

fn main() -> ExitCode {
    // In a package both names lead here: two programs would hold the same rooms twice.
    #[cfg(target_os = "linux")]
    if called().as_deref() == Some("offprint".as_ref()) {
        return cli::run();
    }
    // Before the window, so that a packager's script can ask where there is no screen.
    match std::env::args_os().nth(1).as_deref().and_then(|first| first.to_str()) {
        Some("--version" | "-V") => println!("offprint-reader {}", env!("CARGO_PKG_VERSION")),
        Some("--help" | "-h") => println!("{USAGE}"),
        _ => offprint_reader::run(),
    }
    ExitCode::SUCCESS
}

/// By which name this program was started.
#[cfg(target_os = "linux")]
fn called() -> Option<std::ffi::OsString> {
    let first = std::env::args_os().next()?;
    Some(std::path::Path::new(&first).file_name()?.to_owned())
}
