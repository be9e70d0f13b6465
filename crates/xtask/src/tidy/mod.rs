//! The rules of the house that are checked by reading sources. One rule a file; each rule is a pure function of one
//! source (or of the crate list) and proves in its own tests that it can fail.
//!
//! To add a rule, write its file and add one line to [`SOURCE_RULES`].

mod crate_order;
mod database_driver;
mod file_length;
mod lint_opt_in;
mod machine_paths;
mod meaningless_names;
mod open_work;
mod rust_text;
mod sources;
mod sql_place;
mod tauri_imports;

use std::{fmt, path::Path};

use anyhow::Result;
pub use sources::Source;

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Path from the repository's root.
    pub path: String,
    /// Line, counted from 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// What is wrong and what to do instead.
    pub message: String,
}

impl Finding {
    fn at(source: &Source, line: usize, message: impl Into<String>) -> Self {
        Self { path: source.path.clone(), line, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}: {}", self.path, self.message)
        } else {
            write!(f, "{}:{}: {}", self.path, self.line, self.message)
        }
    }
}

/// A rule about one file.
type SourceRule = fn(&Source) -> Vec<Finding>;

const SOURCE_RULES: &[SourceRule] = &[
    database_driver::check,
    file_length::check,
    lint_opt_in::check,
    machine_paths::check,
    meaningless_names::check,
    open_work::check,
    sql_place::check,
    tauri_imports::check,
];

/// Everything that breaks a rule, in the order of paths.
///
/// # Errors
/// When the sources or the crate list cannot be read.
pub fn check(root: &Path) -> Result<Vec<Finding>> {
    let mut findings = crate_order::check(&crate_order::read_arrows(root)?);
    for source in sources::read(root)? {
        findings.extend(SOURCE_RULES.iter().flat_map(|rule| rule(&source)));
    }
    findings.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    Ok(findings)
}
