//! The articles that come with the program, the specimen and the languages of the window are compiled in: a new one is
//! reason to compile again.

fn main() {
    println!("cargo::rerun-if-changed=../../articles");
    println!("cargo::rerun-if-changed=../../ui/languages");
    println!("cargo::rerun-if-changed=specimen");
}
