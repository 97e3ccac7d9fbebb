//! The command as a program of its own, which needs none of the window's libraries.

fn main() -> std::process::ExitCode {
    cli::run()
}
