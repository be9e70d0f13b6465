//! Chores for builders. `cargo run -p xtask -- tidy` reads the whole repository and names what breaks a rule of the
//! house that no compiler, clippy or eslint can see.

use std::process::ExitCode;

use anyhow::Result;

const USAGE: &str = "usage: cargo run -p xtask -- COMMAND

  tidy    check crate order, places of SQL and of the database driver, names, lengths, leftovers
  types   write ui/src/gen from the command registry";

fn main() -> Result<ExitCode> {
    let command = std::env::args().nth(1);
    match command.as_deref() {
        Some("tidy") => tidy(),
        Some("types") => types(),
        Some(_) | None => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}

fn tidy() -> Result<ExitCode> {
    let findings = xtask::tidy::check(&xtask::repository_root())?;
    for finding in &findings {
        eprintln!("{finding}");
    }
    if findings.is_empty() {
        eprintln!("tidy: nothing to mend");
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("tidy: {} to mend", findings.len());
    Ok(ExitCode::FAILURE)
}

fn types() -> Result<ExitCode> {
    let changed = xtask::types::write(&xtask::repository_root())?;
    eprintln!(
        "types: {}",
        if changed.is_empty() { "nothing has changed".to_owned() } else { changed.join(", ") }
    );
    Ok(ExitCode::SUCCESS)
}
