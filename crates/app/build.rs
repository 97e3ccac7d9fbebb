//! The articles that come with the program, and the specimen, are compiled in: a new one is reason to compile again.

fn main() {
    println!("cargo::rerun-if-changed=../../articles");
    println!("cargo::rerun-if-changed=specimen");
}
