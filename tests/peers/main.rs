//! Replays recorded scan histories of another ticketing system through the real import and the real scan station, and
//! compares status, reason and ticket of every step.
//!
//! The folder is taken from `PEER_TRANSCRIPTS`, or is `../shared/cases/transcripts` beside the repository. Without
//! either the test says so and passes: the recordings are not part of the repository. Each folder below it holds
//! `export/` (the event before the first scan, as the REST API gives it) and `transcript.json`.

#[cfg(test)]
mod door;
#[cfg(test)]
mod report;
#[cfg(test)]
mod state;
#[cfg(test)]
mod words;

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{door, report::Report};

    fn transcripts() -> Option<PathBuf> {
        if let Some(folder) = std::env::var_os("PEER_TRANSCRIPTS") {
            return Some(PathBuf::from(folder));
        }
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases/transcripts");
        beside.is_dir().then_some(beside)
    }

    #[test]
    fn every_recorded_scan_gets_the_same_answer() {
        let Some(folder) = transcripts() else {
            println!("skipped: PEER_TRANSCRIPTS is not set and ../shared/cases/transcripts is not there");
            return;
        };
        let mut scenarios: Vec<PathBuf> = std::fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()))
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.join("transcript.json").is_file())
            .collect();
        scenarios.sort();
        assert!(!scenarios.is_empty(), "{} holds no transcripts", folder.display());
        let reports: Vec<Report> = scenarios.iter().map(|scenario| door::replay(scenario)).collect();
        for report in &reports {
            println!("{report}");
        }
        let differing: usize = reports.iter().map(|report| report.differing.len()).sum();
        assert_eq!(differing, 0, "answers differ without a named reason");
    }
}
