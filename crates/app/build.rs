//! The articles that come with the program are compiled in: a new one is reason to compile again.

fn main() {
    println!("cargo::rerun-if-changed=../../articles");
}
