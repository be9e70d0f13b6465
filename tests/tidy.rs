//! The whole repository keeps the rules of the house: crate order, places of SQL and of the database driver, names,
//! lengths, leftovers. Each rule is proven to fail in `crates/xtask/src/tidy`.

#[test]
fn the_repository_is_tidy() -> anyhow::Result<()> {
    let findings = xtask::tidy::check(&xtask::repository_root())?;
    let listed: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(listed.is_empty(), "to mend:\n{}", listed.join("\n"));
    Ok(())
}

/// The bridge that the screens compile against is the registry's, to the letter.
#[test]
fn the_generated_types_are_current() {
    let stale = xtask::types::stale(&xtask::repository_root());
    assert!(stale.is_empty(), "{stale:?} are not current: run `cargo run -p xtask -- types`");
}
