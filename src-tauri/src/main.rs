//! The window's program. Everything is in the library, which mobile systems load by themselves.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    offprint_reader::run();
}
