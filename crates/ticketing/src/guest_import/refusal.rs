//! Why an import as a whole is refused. What is wrong with single rows is told row by row.

use kernel::Refuse;

/// Why an import is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GuestImportRefusal {
    /// No column holds names.
    #[error("no column holds the guests' names")]
    NoNameColumn,
    /// A column that the file does not have.
    #[error("the file has no column “{title}”")]
    UnknownColumn {
        /// What was named.
        title: String,
        /// For what.
        field: &'static str,
    },
    /// No such tier.
    #[error("there is no tier “{0}” in this event")]
    UnknownTier(String),
    /// The event is over or called off.
    #[error("“{0}” is over or cancelled; it takes no guests")]
    EventEnded(String),
    /// The file has columns and nothing below them.
    #[error("the file has no rows below its titles")]
    NoRows,
    /// Rows are wrong, and the import was to be whole.
    #[error("{errors} of {rows} rows cannot be taken; the first is line {line}: {message}")]
    RowsWrong {
        /// How many.
        errors: usize,
        /// Of how many.
        rows: usize,
        /// The first one's line.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
    /// The key came back with another file.
    #[error("this key began another import")]
    KeyReused,
    /// The key is empty or too long.
    #[error("an idempotency key has 1 to 200 characters")]
    KeyLength,
    /// It was taken back before.
    #[error("this import was taken back")]
    Undone,
    /// No such import.
    #[error("there is no import “{0}”")]
    UnknownImport(String),
    /// An order cannot be left out of an import that was to be whole.
    #[error("line {line}: {message}; the lines before it are taken")]
    PlacesGone {
        /// The line.
        line: usize,
        /// What is short.
        message: String,
    },
}

impl Refuse for GuestImportRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoNameColumn => "name_column_missing",
            Self::UnknownColumn { .. } => "unknown_column",
            Self::UnknownTier(_) => "unknown_tier",
            Self::EventEnded(_) => "event_ended",
            Self::NoRows => "file_without_rows",
            Self::RowsWrong { .. } => "rows_wrong",
            Self::KeyReused => "idempotency_key_reused",
            Self::KeyLength => "idempotency_key_length",
            Self::Undone => "import_undone",
            Self::UnknownImport(_) => "unknown_import",
            Self::PlacesGone { .. } => "places_gone",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NoNameColumn => "Say which column the names are in, such as “Name” or “First + Last”.",
            Self::UnknownColumn { .. } => "Name a column by its title in the file's first row.",
            Self::UnknownTier(_) => "Use a name or a number from the event's list of tiers.",
            Self::EventEnded(_) => "Choose another event.",
            Self::NoRows => "Put the guests below the titles, one a row.",
            Self::RowsWrong { .. } => "Correct those rows, or take the others without them.",
            Self::KeyReused => "Use a new key for each file.",
            Self::KeyLength => "Use a new key for each import.",
            Self::Undone => "Start a new import.",
            Self::UnknownImport(_) => "Choose one from the list of imports.",
            Self::PlacesGone { .. } => {
                "Somebody sold those places meanwhile. Go on without the rows that do not fit, or undo the import."
            }
        }
        .to_owned()
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::NoNameColumn => Some("mapping.name".to_owned()),
            Self::UnknownColumn { field, .. } => Some(format!("mapping.{field}")),
            Self::UnknownTier(_) => Some("default_tier".to_owned()),
            Self::EventEnded(_) => Some("event".to_owned()),
            Self::NoRows => Some("base64".to_owned()),
            Self::KeyReused | Self::KeyLength => Some("idempotency_key".to_owned()),
            Self::Undone | Self::UnknownImport(_) => Some("import_id".to_owned()),
            Self::RowsWrong { .. } | Self::PlacesGone { .. } => Some("accepts_partial".to_owned()),
        }
    }
}
