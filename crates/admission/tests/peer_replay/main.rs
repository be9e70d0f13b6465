//! Replays recorded scan histories of pretix against the verdict engine and compares status, reason and ticket.
//!
//! The folder is taken from `PEER_TRANSCRIPTS`, or `../shared/cases/transcripts` beside the repository. Without
//! either the test says so and passes: the recordings are not part of the repository.

#[cfg(test)]
mod export;
#[cfg(test)]
mod replay;
#[cfg(test)]
mod words;

use std::path::{Path, PathBuf};

fn transcripts() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("PEER_TRANSCRIPTS") {
        return Some(PathBuf::from(folder));
    }
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases/transcripts");
    beside.is_dir().then_some(beside)
}

#[test]
fn every_recorded_scan_gets_the_same_answer() {
    let Some(folder) = transcripts() else {
        println!("skipped: no PEER_TRANSCRIPTS and no ../shared/cases/transcripts");
        return;
    };
    let mut scenarios: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("transcript.json").is_file())
        .collect();
    scenarios.sort();
    assert!(!scenarios.is_empty(), "{} holds no transcripts", folder.display());
    let mut differing = 0;
    for scenario in scenarios {
        let report = replay::run(&scenario);
        println!("{report}");
        differing += report.differing.len();
    }
    assert_eq!(differing, 0, "answers differ without a named reason");
}

#[test]
fn every_ticket_of_the_export_gets_the_same_answer_at_its_clock() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/pretix-export");
    if !folder.is_dir() {
        println!("skipped: no ../shared/data/pretix-export");
        return;
    }
    let report = replay::admissible(&folder);
    println!("{report}");
    assert!(report.differing.is_empty(), "answers differ without a named reason");
}
