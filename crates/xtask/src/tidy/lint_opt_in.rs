//! Every crate takes the workspace's lints: a crate that forgets is a crate without rules.

use super::{Finding, Source};

pub(super) fn check(source: &Source) -> Vec<Finding> {
    let is_crate = source.path.ends_with("Cargo.toml") && source.text.contains("[package]");
    let mut lines = source.text.lines().map(str::trim);
    let is_opted_in = lines.any(|line| line == "[lints]") && lines.next() == Some("workspace = true");
    if !is_crate || is_opted_in {
        return Vec::new();
    }
    vec![Finding::at(source, 0, "add `[lints]` with `workspace = true`")]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> usize {
        check(&Source { path: "crates/a/Cargo.toml".to_owned(), text: text.to_owned() }).len()
    }

    #[test]
    fn a_crate_without_the_lints_is_found() {
        assert_eq!(findings("[package]\nname = \"a\"\n"), 1);
        assert_eq!(findings("[package]\nname = \"a\"\n\n[lints]\nworkspace = false\n"), 1);
    }

    #[test]
    fn a_crate_with_them_and_the_workspace_itself_are_fine() {
        assert_eq!(findings("[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n"), 0);
        assert_eq!(findings("[workspace]\nresolver = \"3\"\n"), 0);
    }
}
