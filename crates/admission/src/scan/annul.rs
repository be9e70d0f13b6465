//! Taking an admission back: a fact of its own, after which the ticket was never used by that scan.

use chrono::TimeDelta;
use identity::wording::{self, WordingError};
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::store;
use crate::ids::ScanId;

/// How long whoever scanned may take the scan back; later it takes a supervisor.
pub const ANNUL_BY_SCANNER_WITHIN: TimeDelta = TimeDelta::seconds(60);

const REASON_CHARACTERS_MAX: usize = 200;

/// Takes an admission back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AnnulScan {
    /// The admitted scan.
    pub scan_id: ScanId,
    /// Why.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// By what right a scan is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnulAuthority {
    /// The person who scanned, within [`ANNUL_BY_SCANNER_WITHIN`].
    Scanner,
    /// Someone who may overrule verdicts, at any time.
    Supervisor,
}

/// An admission that was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AnnulledScan {
    /// Which.
    pub scan_id: ScanId,
}

/// Why a scan is not taken back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnnulRefused {
    /// No scan has this id.
    #[error("there is no scan {0}")]
    Unknown(ScanId),
    /// The scan admitted nobody.
    #[error("this scan admitted nobody")]
    NotAdmitted,
    /// It was taken back before.
    #[error("this scan was taken back already")]
    Already,
    /// Somebody else scanned.
    #[error("somebody else made this scan")]
    NotYours,
    /// The minute is over.
    #[error("a scan can be taken back within {} seconds", ANNUL_BY_SCANNER_WITHIN.num_seconds())]
    TooLate,
    /// The reason.
    #[error(transparent)]
    Wording(#[from] WordingError),
}

impl Refuse for AnnulRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown_scan",
            Self::NotAdmitted => "scan_not_admitted",
            Self::Already => "scan_annulled_already",
            Self::NotYours => "scan_of_another_person",
            Self::TooLate => "annul_too_late",
            Self::Wording(error) => error.code(),
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Unknown(_) | Self::NotAdmitted => "Choose an admitted scan from the last scans.".to_owned(),
            Self::Already => "Nothing is left to do.".to_owned(),
            Self::NotYours | Self::TooLate => "Ask a supervisor to take the scan back.".to_owned(),
            Self::Wording(error) => error.fix(),
        }
    }
}

/// Takes an admission back.
///
/// # Errors
/// [`AnnulRefused`], or a fault of the file.
pub fn annul_scan(
    tx: &Tx<'_>,
    request: &AnnulScan,
    authority: AnnulAuthority,
) -> Result<AnnulledScan, Failure> {
    let scan_id = request.scan_id;
    let scan = store::scan_by_id(tx, scan_id)?.ok_or(AnnulRefused::Unknown(scan_id))?;
    if !scan.is_admitted {
        return Err(AnnulRefused::NotAdmitted.into());
    }
    if scan.is_annulled {
        return Err(AnnulRefused::Already.into());
    }
    if authority == AnnulAuthority::Scanner {
        if scan.operator != tx.actor().map(|actor| actor.0) {
            return Err(AnnulRefused::NotYours.into());
        }
        if tx.now() - scan.created_at > ANNUL_BY_SCANNER_WITHIN {
            return Err(AnnulRefused::TooLate.into());
        }
    }
    let reason = request.reason.as_deref().unwrap_or("");
    let reason =
        wording::optional_line("reason", reason, REASON_CHARACTERS_MAX).map_err(AnnulRefused::from)?;
    store::insert_annulment(tx, scan_id, &reason)?;
    Ok(AnnulledScan { scan_id })
}
