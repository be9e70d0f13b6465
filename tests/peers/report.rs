//! What a replay found.

use std::{collections::BTreeMap, fmt};

use admission::verdict::Verdict;

use crate::words::{Answer, DIFFERENCES};

/// How one scenario went.
pub(crate) struct Report {
    name: String,
    equal: usize,
    total: usize,
    named: BTreeMap<&'static str, usize>,
    pub(crate) differing: Vec<String>,
}

impl Report {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), equal: 0, total: 0, named: BTreeMap::new(), differing: Vec::new() }
    }

    pub(crate) fn compare(&mut self, step: &str, verdict: Verdict, ours: &Answer, theirs: &Answer) {
        self.total += 1;
        if ours == theirs {
            self.equal += 1;
        } else if let Some(difference) =
            DIFFERENCES.iter().find(|difference| (difference.applies)(verdict, ours, theirs))
        {
            *self.named.entry(difference.name).or_default() += 1;
        } else {
            self.differing.push(format!("{step}: recorded {theirs:?}, ours {ours:?} ({verdict})"));
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}/{} equal", self.name, self.equal, self.total)?;
        for (name, count) in &self.named {
            let reason = DIFFERENCES
                .iter()
                .find(|difference| difference.name == *name)
                .map_or("", |found| found.reason);
            write!(f, "\n  {count} differ on purpose, “{name}”: {reason}")?;
        }
        for line in &self.differing {
            write!(f, "\n  differs: {line}")?;
        }
        Ok(())
    }
}
