//! The repository works wherever it is cloned: no file names a folder of a build machine. Invented paths below `/home`
//! are fine in tests.

use super::{Finding, Source};

// Put together here, so that this file does not report itself.
const FOLDERS: &[&str] = &[concat!("/wo", "rk/"), concat!("/ro", "ot/")];

pub(super) fn check(source: &Source) -> Vec<Finding> {
    (1..)
        .zip(source.text.lines())
        .filter_map(|(number, line)| {
            let folder = FOLDERS.iter().find(|folder| starts_path(line, folder))?;
            Some(Finding::at(source, number, format!("“{folder}” is a folder of one machine")))
        })
        .collect()
}

/// Whether the folder stands at the start of a path, and not inside a longer one such as an address.
fn starts_path(line: &str, folder: &str) -> bool {
    let continues_path = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '}' | ')' | '*');
    line.match_indices(folder).any(|(at, _)| !line[..at].ends_with(continues_path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> usize {
        check(&Source { path: "README.md".to_owned(), text: text.to_owned() }).len()
    }

    #[test]
    fn a_machine_folder_is_found() {
        assert_eq!(findings(&format!("cd {}main", FOLDERS[0])), 1);
        assert_eq!(findings(&format!("let path = \"{}.config\";\nok", FOLDERS[1])), 1);
    }

    #[test]
    fn addresses_and_relative_paths_are_fine() {
        assert_eq!(findings(&format!("https://example.org{}shop", FOLDERS[0])), 0);
        assert_eq!(findings(&format!("ui/src{}index.ts and ${{HOME}}{}x", FOLDERS[0], FOLDERS[1])), 0);
    }
}
