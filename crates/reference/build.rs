//! Embeds the event templates again when a file is added, not only when a known one changes.

fn main() {
    println!("cargo::rerun-if-changed=../../assets/templates/events");
}
