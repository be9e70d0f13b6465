//! SQL stands in a `store.rs`, below a `store/` folder, in a `.sql` file or in `crates/workspace`: rules stay pure, and
//! "where is this table written?" has one answer.

use super::{
    Finding, Source,
    rust_text::{Kind, pieces, without_tests},
};

/// How statements begin. Each needs a second word, so that a sentence that starts with “select” is none.
const STATEMENTS: &[(&str, &str)] = &[
    ("select", " from "),
    ("with", " as ("),
    ("insert", "into "),
    ("replace", "into "),
    ("update", " set "),
    ("delete", "from "),
    ("create", "table "),
    ("create", "index "),
    ("create", "trigger "),
    ("create", "view "),
    ("alter", "table "),
    ("drop", "table "),
    ("pragma", ""),
    ("begin", "immediate"),
    ("vacuum", ""),
];

pub(super) fn check(source: &Source) -> Vec<Finding> {
    if source.extension() != "rs" || may_hold_sql(source) {
        return Vec::new();
    }
    pieces(without_tests(&source.text))
        .iter()
        .filter(|piece| piece.kind == Kind::Text && is_statement(piece.text))
        .map(|piece| Finding::at(source, piece.line, "SQL outside a store; move it to this noun's store.rs"))
        .collect()
}

fn may_hold_sql(source: &Source) -> bool {
    let is_store = source.path.ends_with("/store.rs") || source.path.contains("/store/");
    is_store || source.is_for_builders() || source.path.starts_with("crates/workspace/")
}

fn is_statement(text: &str) -> bool {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
    STATEMENTS.iter().any(|(verb, object)| {
        words
            .strip_prefix(verb)
            .is_some_and(|rest| rest.starts_with(' ') && format!("{rest} ").contains(object))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        check(&source).iter().map(|finding| finding.line).collect()
    }

    const RULES: &str = "crates/ticketing/src/order/pricing.rs";

    #[test]
    fn statements_outside_a_store_are_found() {
        assert_eq!(lines(RULES, "fn f() {\n  g(\"select id\n   from orders\");\n}"), [2]);
        assert_eq!(lines(RULES, "const S: &str = r#\"  insert into orders (id) values (?)\"#;"), [1]);
        assert_eq!(lines("crates/app/src/demo.rs", "f(\"UPDATE orders SET status = 'paid'\")"), [1]);
        assert_eq!(
            lines("crates/cli/src/main.rs", "f(\"delete from orders\"); f(\"pragma user_version\")"),
            [1, 1]
        );
    }

    #[test]
    fn stores_tests_and_the_workspace_may_hold_sql() {
        let none: [usize; 0] = [];
        let text = "f(\"select id from orders\");";
        for path in [
            "crates/ticketing/src/order/store.rs",
            "crates/ticketing/src/order/store/read.rs",
            "crates/workspace/src/verify.rs",
            "crates/admission/tests/replay.rs",
            "tests/faults/kill.rs",
        ] {
            assert_eq!(lines(path, text), none, "{path}");
        }
        assert_eq!(lines(RULES, &format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{ {text} }}")), none);
    }

    #[test]
    fn sentences_and_comments_are_no_sql() {
        let none: [usize; 0] = [];
        assert_eq!(
            lines(RULES, "f(\"select a tier first\"); f(\"Update available\"); f(\"with care\");"),
            none
        );
        assert_eq!(lines(RULES, "// \"select id from orders\"\n/// delete from the list"), none);
    }
}
