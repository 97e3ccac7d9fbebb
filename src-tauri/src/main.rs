//! The window's program. Everything is in the library, which mobile systems load by themselves.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

const USAGE: &str = "usage: offprint-reader [FILE | offprint://open/ID | --specimen]";

fn main() {
    // Before the window, so that a packager's script can ask where there is no screen.
    match std::env::args_os().nth(1).as_deref().and_then(|first| first.to_str()) {
        Some("--version" | "-V") => println!("offprint-reader {}", env!("CARGO_PKG_VERSION")),
        Some("--help" | "-h") => println!("{USAGE}"),
        _ => offprint_reader::run(),
    }
}
