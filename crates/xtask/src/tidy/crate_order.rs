//! Arrows between crates point one way (ARCHITECTURE.md): foundations, contexts from left to right, renderers, `app`,
//! hosts. Crates for builders stand aside: nothing that ships may depend on them.

use std::path::Path;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, MetadataCommand};

use super::Finding;

/// Shipped crates by rank. An arrow may only point to a lower rank.
const RANKS: &[&[&str]] = &[
    &["kernel"],
    &["workspace"],
    &["reference"],
    &["identity"],
    &["events"],
    &["payments"],
    &["ticketing"],
    &["boxoffice"],
    &["admission"],
    &["documents", "integrations"],
    &["app"],
    &["serve"],
    &["cli", "stagedoor-desktop"],
];

/// Crates that see nothing but the kernel: values in, bytes out.
const KERNEL_ONLY: &[&str] = &["documents"];

/// Crates for builders: they may depend on everything.
const FOR_BUILDERS: &[&str] = &["testkit", "xtask", "stagedoor-tests", "stagedoor-benches"];

/// A dependency of one crate of this repository on another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arrow {
    /// The crate whose manifest names the dependency.
    pub(super) from: String,
    /// The crate it names; its own name when it has no dependency here.
    pub(super) to: String,
    /// Whether only its tests need it.
    pub(super) is_for_tests: bool,
}

/// All arrows of the repository. A crate without any still appears, as an arrow to itself.
pub(super) fn read_arrows(root: &Path) -> Result<Vec<Arrow>> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .no_deps()
        .exec()
        .context("asking cargo for the crates of the workspace")?;
    let mut arrows = Vec::new();
    for package in &metadata.packages {
        let from = package.name.to_string();
        arrows.push(Arrow { from: from.clone(), to: from.clone(), is_for_tests: false });
        for dependency in package.dependencies.iter().filter(|dependency| dependency.path.is_some()) {
            let is_for_tests = dependency.kind == DependencyKind::Development;
            arrows.push(Arrow { from: from.clone(), to: dependency.name.clone(), is_for_tests });
        }
    }
    Ok(arrows)
}

pub(super) fn check(arrows: &[Arrow]) -> Vec<Finding> {
    arrows
        .iter()
        .filter_map(|arrow| {
            let message = objection(arrow)?;
            Some(Finding { path: "Cargo.toml".to_owned(), line: 0, message })
        })
        .collect()
}

fn objection(arrow: &Arrow) -> Option<String> {
    let Arrow { from, to, is_for_tests } = arrow;
    let names = (from.as_str(), to.as_str());
    if FOR_BUILDERS.contains(&names.0) {
        return None;
    }
    let Some(rank) = rank_of(names.0) else {
        return Some(format!("crate {from} has no place in the order; give it one in crate_order.rs"));
    };
    if from == to {
        return None;
    }
    if FOR_BUILDERS.contains(&names.1) {
        let is_fine = *is_for_tests && names.1 == "testkit";
        return (!is_fine).then(|| format!("{from} → {to}: what ships may not depend on builders' crates"));
    }
    if KERNEL_ONLY.contains(&names.0) && names.1 != "kernel" {
        return Some(format!("{from} → {to}: {from} may see the kernel only"));
    }
    let points_left = rank_of(names.1).is_some_and(|target| target < rank);
    (!points_left).then(|| format!("{from} → {to} points the wrong way"))
}

fn rank_of(name: &str) -> Option<usize> {
    RANKS.iter().position(|names| names.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objections(from: &str, to: &str, is_for_tests: bool) -> usize {
        check(&[Arrow { from: from.to_owned(), to: to.to_owned(), is_for_tests }]).len()
    }

    #[test]
    fn an_arrow_to_the_right_is_found_in_code_and_in_tests() {
        assert_eq!(objections("payments", "ticketing", false), 1);
        assert_eq!(objections("payments", "ticketing", true), 1);
        assert_eq!(objections("kernel", "workspace", false), 1);
        assert_eq!(objections("app", "cli", false), 1);
        assert_eq!(objections("cli", "stagedoor-desktop", false), 1, "hosts do not see each other");
    }

    #[test]
    fn an_arrow_to_the_left_is_fine() {
        for (from, to) in
            [("ticketing", "payments"), ("app", "documents"), ("cli", "serve"), ("admission", "kernel")]
        {
            assert_eq!(objections(from, to, false), 0, "{from} → {to}");
        }
    }

    #[test]
    fn documents_see_the_kernel_only() {
        assert_eq!(objections("documents", "kernel", false), 0);
        assert_eq!(objections("documents", "ticketing", false), 1);
    }

    #[test]
    fn builders_crates_serve_tests_only() {
        assert_eq!(objections("ticketing", "testkit", true), 0);
        assert_eq!(objections("ticketing", "testkit", false), 1);
        assert_eq!(objections("app", "xtask", true), 1);
        assert_eq!(objections("stagedoor-tests", "cli", true), 0);
    }

    #[test]
    fn a_crate_without_a_place_is_found() {
        assert_eq!(objections("gadgets", "gadgets", false), 1);
        assert_eq!(objections("app", "gadgets", false), 1);
    }

    #[test]
    fn the_repository_has_arrows_to_judge() {
        let arrows = read_arrows(&crate::repository_root()).unwrap();
        let has = |from: &str, to: &str| arrows.iter().any(|arrow| arrow.from == from && arrow.to == to);
        assert!(has("ticketing", "payments") && has("app", "documents"), "{arrows:?}");
    }
}
