//! Why an export could not be imported. Every variant names the place, so that a person can open the file there.

use std::{collections::BTreeMap, fmt};

use kernel::Refuse;

/// Where in an export something stands: the file, its line (from 1) and the path of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's name inside the export folder.
    pub file: String,
    /// The line in the decompressed text, counted from 1.
    pub line: usize,
    /// The field, such as `results[37].positions[2].price`; empty for the file as a whole.
    pub path: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} line {}", self.file, self.line)?;
        if self.path.is_empty() { Ok(()) } else { write!(f, ": {}", self.path) }
    }
}

/// A refused import. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefused {
    /// The path names nothing.
    #[error("there is no export at {path}")]
    PathMissing {
        /// The path as it was given.
        path: String,
    },
    /// A file that every export has is not there.
    #[error("the export has no {file}")]
    FileMissing {
        /// The name that was looked for.
        file: String,
    },
    /// The file is there but its bytes cannot be read as text.
    #[error("{file} cannot be read: {problem}")]
    Unreadable {
        /// The file's name.
        file: String,
        /// What stood in the way.
        problem: String,
    },
    /// The file is larger than an export can be; a small `.gz` may unpack to this on purpose.
    #[error("{file} holds more than {bytes_max} bytes when unpacked")]
    TooLarge {
        /// The file's name.
        file: String,
        /// The limit.
        bytes_max: u64,
    },
    /// A field is missing, or holds something that its meaning does not allow.
    #[error("{place}: {problem}")]
    Malformed {
        /// Where.
        place: Place,
        /// What is wrong there.
        problem: String,
    },
    /// A field points at a record that the export does not contain.
    #[error("{place}: {problem}")]
    BrokenReference {
        /// Where.
        place: Place,
        /// What it points at.
        problem: String,
    },
    /// The event is a series; each date would be an event here.
    #[error("{place}: the event is a series of dates, and series cannot be imported yet")]
    SeriesOfDates {
        /// Where the export says so.
        place: Place,
    },
    /// Another order of this workspace has the code already.
    #[error("{place}: order code {code} is in use by an order that did not come from this export")]
    OrderCodeTaken {
        /// Where the export has it.
        place: Place,
        /// The code.
        code: String,
    },
    /// The record was imported before and now differs in something that cannot be changed afterwards.
    #[error("{place}: {what} was imported before and now differs: {difference}")]
    ChangedBeyondUpdate {
        /// Where the export has it.
        place: Place,
        /// The record, as a person would name it.
        what: String,
        /// What differs and why that is not taken over.
        difference: String,
    },
    /// The record was changed in this workspace since its import, so the export may not overwrite it.
    #[error("{place}: {what} was changed here after its import, and the export now differs too")]
    ChangedHere {
        /// Where the export has it.
        place: Place,
        /// The record, as a person would name it.
        what: String,
    },
}

impl ImportRefused {
    fn place(&self) -> Option<&Place> {
        match self {
            Self::PathMissing { .. }
            | Self::FileMissing { .. }
            | Self::Unreadable { .. }
            | Self::TooLarge { .. } => None,
            Self::Malformed { place, .. }
            | Self::BrokenReference { place, .. }
            | Self::SeriesOfDates { place }
            | Self::OrderCodeTaken { place, .. }
            | Self::ChangedBeyondUpdate { place, .. }
            | Self::ChangedHere { place, .. } => Some(place),
        }
    }
}

impl Refuse for ImportRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::PathMissing { .. } => "import_path_missing",
            Self::FileMissing { .. } => "import_file_missing",
            Self::Unreadable { .. } => "import_file_unreadable",
            Self::TooLarge { .. } => "import_file_too_large",
            Self::Malformed { .. } => "import_malformed",
            Self::BrokenReference { .. } => "import_broken_reference",
            Self::SeriesOfDates { .. } => "import_series_of_dates",
            Self::OrderCodeTaken { .. } => "import_order_code_taken",
            Self::ChangedBeyondUpdate { .. } => "import_changed_beyond_update",
            Self::ChangedHere { .. } => "import_changed_here",
        }
    }

    fn fix(&self) -> String {
        match self {
            Self::PathMissing { .. } => "Give the folder that holds the exported JSON files.",
            Self::FileMissing { .. } => {
                "Export the event again with all its files, or copy the missing file into the folder."
            }
            Self::Unreadable { .. } => "Export the file again; it may have been cut short on its way here.",
            Self::TooLarge { .. } => "Check where the file comes from. No single event fills that much.",
            Self::Malformed { .. } | Self::BrokenReference { .. } => {
                "Export the file again, or correct it at that line. Nothing was imported."
            }
            Self::SeriesOfDates { .. } => "Export an event that is not a series.",
            Self::OrderCodeTaken { .. } => "Import into a workspace that does not hold the other order.",
            Self::ChangedBeyondUpdate { .. } => {
                "Make that change here by hand, or import into a new workspace. Nothing was imported."
            }
            Self::ChangedHere { .. } => {
                "Decide which one is right and bring the other in line. Nothing was imported."
            }
        }
        .to_owned()
    }

    /// The command's own input is a path; what is wrong inside the files is told by [`Refuse::params`].
    fn field(&self) -> Option<String> {
        Some("path".to_owned())
    }

    fn params(&self) -> BTreeMap<String, String> {
        let mut params = BTreeMap::new();
        if let Some(place) = self.place() {
            params.insert("file".to_owned(), place.file.clone());
            params.insert("line".to_owned(), place.line.to_string());
            params.insert("path".to_owned(), place.path.clone());
        }
        params
    }
}
