//! No source file is longer than 600 lines; beyond 400 it is time to split by operation or by noun.

use super::{Finding, Source};

const LINES_MAX: usize = 600;
const CODE_EXTENSIONS: &[&str] = &["rs", "ts", "tsx", "js", "mjs", "css", "sql", "sh"];

pub(super) fn check(source: &Source) -> Vec<Finding> {
    let lines = source.text.lines().count();
    if lines <= LINES_MAX || !CODE_EXTENSIONS.contains(&source.extension()) {
        return Vec::new();
    }
    vec![Finding::at(
        source,
        0,
        format!("{lines} lines; split it by operation or by noun (at most {LINES_MAX})"),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_length(path: &str, lines: usize) -> Source {
        Source { path: path.to_owned(), text: "x\n".repeat(lines) }
    }

    #[test]
    fn a_long_source_is_found() {
        assert_eq!(check(&of_length("crates/a/src/order.rs", 601)).len(), 1);
        assert_eq!(check(&of_length("crates/a/src/order.rs", 600)), []);
    }

    #[test]
    fn data_and_prose_may_be_long() {
        assert_eq!(check(&of_length("assets/reference/countries.json", 9_000)), []);
        assert_eq!(check(&of_length("ARCHITECTURE.md", 900)), []);
    }
}
