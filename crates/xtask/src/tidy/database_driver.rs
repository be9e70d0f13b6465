//! Only `crates/workspace` speaks to the database library. Stores go through its transactions and views, so that
//! capture, audit and the one writer cannot be walked around.

use super::{
    Finding, Source,
    rust_text::{Kind, pieces},
};

const DRIVER: &str = "rusqlite";
const HOME: &str = "crates/workspace/";

pub(super) fn check(source: &Source) -> Vec<Finding> {
    // Tests and benchmarks may tamper with a file, or measure the bare library beside ours.
    let is_exempt =
        source.path.starts_with(HOME) || source.is_below(&["tests/", "benches/", "crates/xtask/"]);
    if is_exempt || !source.is_below(&["crates/", "src-tauri/"]) {
        return Vec::new();
    }
    match source.extension() {
        "rs" => pieces(&source.text)
            .iter()
            .filter(|piece| piece.kind == Kind::Code)
            .filter_map(|piece| {
                let at = piece.text.find(DRIVER)?;
                let line = piece.line + piece.text[..at].matches('\n').count();
                Some(found(source, line))
            })
            .collect(),
        "toml" => {
            let lines = (1..).zip(source.text.lines());
            lines.filter(|(_, line)| line.starts_with(DRIVER)).map(|(line, _)| found(source, line)).collect()
        }
        _ => Vec::new(),
    }
}

fn found(source: &Source, line: usize) -> Finding {
    Finding::at(source, line, format!("uses {DRIVER}; go through workspace::Tx or workspace::View"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        check(&source).iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn the_driver_is_found_in_code_and_in_dependencies() {
        assert_eq!(lines("crates/ticketing/src/order/store.rs", "//! Doc.\nuse rusqlite::params;"), [2]);
        assert_eq!(lines("crates/ticketing/Cargo.toml", "[dependencies]\nrusqlite.workspace = true"), [2]);
        assert_eq!(lines("src-tauri/src/main.rs", "fn f(c: rusqlite::Connection) {}"), [1]);
    }

    #[test]
    fn its_home_and_prose_are_fine() {
        let none: [usize; 0] = [];
        assert_eq!(lines("crates/workspace/src/tx.rs", "use rusqlite::params;"), none);
        assert_eq!(lines("crates/app/src/lib.rs", "// rusqlite is faster here\nlet a = \"rusqlite\";"), none);
        assert_eq!(lines("Cargo.toml", "rusqlite = \"0.41\""), none);
    }
}
