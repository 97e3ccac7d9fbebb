//! Tests of Offprint's real window, run by `./dev test`: each opens it in a home of its own on a screen that nobody
//! sees. Arguments are those of `cargo test` after `--`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod cases;

fn main() -> std::process::ExitCode {
    let mut arguments = libtest_mimic::Arguments::from_args();
    // Each window keeps more than one processor busy while it starts.
    arguments.test_threads.get_or_insert(2);
    let screen = std::sync::Arc::new(window_tests::screen::Screen::start());
    libtest_mimic::run(&arguments, cases::all(&screen)).exit_code()
}
