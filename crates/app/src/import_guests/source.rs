//! The file: from the request or from the disk, read as a table.

use std::{fs::File, io::Read, path::PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use documents::spreadsheet::{ReadTable, UnreadableTable, read_table};
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ticketing::guest_import::{GuestMapping, GuestTable, GuestTerms, TakenAs};

/// Largest file that is looked at.
const BYTES_MAX: u64 = 32 * 1024 * 1024;

/// Which file, and how it is to be taken.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct GuestSource {
    /// The event: its id or its slug.
    pub(crate) event: String,
    /// The file itself.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) base64: Option<String>,
    /// Where the file is, instead.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub(crate) path: Option<PathBuf>,
    /// What the file is called; from its path when absent.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) file_name: Option<String>,
    /// Which column means what; guessed from the titles when absent.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) mapping: Option<GuestMapping>,
    /// The tier of rows that name none: its id, its name or its number.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) default_tier: Option<String>,
    /// As what the rows are taken.
    #[serde(rename = "as")]
    pub(crate) taken_as: TakenAs,
}

/// A file that is no guest list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SourceRefused {
    #[error("no file was handed over")]
    Missing,
    #[error("the file is not written in base64")]
    NotBase64,
    #[error("{path} cannot be read: {problem}")]
    Unreadable { path: String, problem: String },
    #[error(transparent)]
    Table(#[from] UnreadableTable),
}

impl Refuse for SourceRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "file_missing",
            Self::NotBase64 => "file_not_base64",
            Self::Unreadable { .. } => "file_unreadable",
            Self::Table(UnreadableTable::Empty) => "file_without_rows",
            Self::Table(UnreadableTable::TooLarge(_)) => "file_too_large",
            Self::Table(UnreadableTable::NoTable(_)) => "file_no_table",
            Self::Table(UnreadableTable::Row { .. }) => "file_row_unreadable",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Missing => "Choose a file, or paste the rows.",
            Self::NotBase64 => "Choose the file again.",
            Self::Unreadable { .. } => "Check the path, and that you may read the file.",
            Self::Table(UnreadableTable::Empty) => "Put titles in the first row and guests below.",
            Self::Table(UnreadableTable::TooLarge(_)) => "Cut it into several files.",
            Self::Table(UnreadableTable::NoTable(_) | UnreadableTable::Row { .. }) => {
                "Save it as CSV or as a workbook (.xlsx) and try again."
            }
        }
        .to_owned()
    }
    fn field(&self) -> Option<String> {
        Some(if matches!(self, Self::Unreadable { .. }) { "path" } else { "base64" }.to_owned())
    }
}

/// A file that was read.
pub(super) struct Source<'a> {
    request: &'a GuestSource,
    pub(super) table: ReadTable,
    pub(super) file_name: String,
    pub(super) content_hash: [u8; 32],
}

impl<'a> Source<'a> {
    /// Reads the file that `request` names.
    pub(super) fn read(request: &'a GuestSource) -> Result<Self, Failure> {
        let bytes = bytes(request)?;
        let from_path = || Some(request.path.as_ref()?.file_name()?.to_string_lossy().into_owned());
        let file_name = request.file_name.clone().filter(|name| !name.trim().is_empty());
        let file_name = file_name.or_else(from_path).unwrap_or_else(|| "list".to_owned());
        let content_hash = digest(&bytes, request);
        let table = read_table(&bytes).map_err(SourceRefused::Table)?;
        Ok(Self { request, table, file_name, content_hash })
    }

    pub(super) fn table(&self) -> GuestTable<'_> {
        GuestTable { columns: &self.table.columns, rows: &self.table.rows }
    }

    pub(super) fn terms(&self) -> GuestTerms<'a> {
        GuestTerms {
            taken_as: self.request.taken_as,
            mapping: self.request.mapping.as_ref(),
            default_tier: self.request.default_tier.as_deref(),
        }
    }
}

/// What is in the file and how it is to be taken: the same key goes on only with the same of both.
fn digest(bytes: &[u8], request: &GuestSource) -> [u8; 32] {
    let how = format!("{:?} {:?} {:?}", request.mapping, request.default_tier, request.taken_as);
    Sha256::new().chain_update(how).chain_update([0]).chain_update(bytes).finalize().into()
}

fn bytes(request: &GuestSource) -> Result<Vec<u8>, SourceRefused> {
    if let Some(text) = &request.base64 {
        return BASE64_STANDARD.decode(text.trim()).map_err(|_| SourceRefused::NotBase64);
    }
    let path = request.path.as_ref().ok_or(SourceRefused::Missing)?;
    let unreadable = |error: std::io::Error| SourceRefused::Unreadable {
        path: path.display().to_string(),
        problem: error.to_string(),
    };
    let mut bytes = Vec::new();
    // One byte more than is allowed, so that the reader says that it is too large.
    File::open(path).map_err(unreadable)?.take(BYTES_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}
