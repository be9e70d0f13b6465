//! A file or folder is named for what it holds. These names hold anything, and so nothing can be found in them.

use super::{Finding, Source};

const MEANINGLESS: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc"];

pub(super) fn check(source: &Source) -> Vec<Finding> {
    source
        .path
        .split('/')
        .filter_map(|part| {
            let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
            MEANINGLESS
                .contains(&stem.as_str())
                .then(|| Finding::at(source, 0, format!("“{part}” says nothing; name it for what it holds")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str) -> usize {
        check(&Source { path: path.to_owned(), text: String::new() }).len()
    }

    #[test]
    fn meaningless_files_and_folders_are_found() {
        assert_eq!(findings("crates/app/src/utils.rs"), 1);
        assert_eq!(findings("ui/src/design/helpers/money.ts"), 1);
        assert_eq!(findings("crates/common/src/misc/mod.rs"), 2);
    }

    #[test]
    fn names_that_contain_such_a_word_are_fine() {
        assert_eq!(findings("crates/app/src/commons_licence.rs"), 0);
        assert_eq!(findings("crates/ticketing/src/order/refund.rs"), 0);
    }
}
