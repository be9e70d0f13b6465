//! The migrations are built into the program; a new one must be noticed.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations/sqlite");
}
