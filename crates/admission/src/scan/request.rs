//! A scan as it is asked for.

use std::collections::BTreeMap;

use kernel::{Failure, LocalTimeError, Refuse, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    code::CHARACTERS_MAX,
    gate::GateRefused,
    list::ListAtDoor,
    verdict::{AdmissionRequest, Direction, GivenAnswers},
};

const MARK_CHARACTERS_MAX: usize = 200;

/// Asks whether a code may pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ScanRequest {
    /// The event: its id or its slug.
    pub event: String,
    /// The check-in list: its id or its name.
    pub list: String,
    /// The gate: its id, code or name.
    #[serde(default)]
    #[ts(optional)]
    pub gate: Option<String>,
    /// What was scanned or typed.
    pub code: String,
    /// Which way; entry when absent.
    #[serde(default)]
    #[ts(optional, as = "Option<Direction>")]
    pub direction: Direction,
    /// The scanning app's own mark of this scan: the same scan sent twice is one record.
    #[serde(default)]
    #[ts(optional)]
    pub nonce: Option<String>,
    /// When the guest stood at the door, if not now: local in the event's zone, or with an offset.
    #[serde(default)]
    #[ts(optional)]
    pub scanned_at: Option<String>,
    /// Admit against the verdict where that is possible. Needs a reason.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
    /// Why the verdict was overruled.
    #[serde(default)]
    #[ts(optional)]
    pub override_reason: Option<String>,
    /// Let an unpaid ticket enter if the list includes pending orders.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub ignore_unpaid: bool,
    /// The guest's answers, by the question's id or identifier.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<String, String>>")]
    pub answers: BTreeMap<String, String>,
    /// The scanner cannot ask questions, so none are required.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub asks_nothing: bool,
    /// Judge only: nothing is written.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub simulate: bool,
    /// The scanning device's name.
    #[serde(default)]
    #[ts(optional)]
    pub device: Option<String>,
}

/// Why a scan cannot be judged at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanRefused {
    /// A scanner sent an empty line.
    #[error("the scan is empty")]
    NoCode,
    /// A scanner sent more than any code has, as a stuck key does.
    #[error("the scan has more than {CHARACTERS_MAX} characters")]
    EndlessCode,
    /// A force without a reason.
    #[error("a verdict is overruled only with a reason")]
    ReasonMissing,
    /// A reason, nonce or device name longer than anybody needs.
    #[error("the {field} has more than {MARK_CHARACTERS_MAX} characters")]
    TooLong {
        /// Which.
        field: &'static str,
    },
    /// The time of the scan.
    #[error(transparent)]
    Time(#[from] LocalTimeError),
}

impl Refuse for ScanRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoCode => "empty_code",
            Self::EndlessCode => "code_too_long",
            Self::ReasonMissing => "override_needs_reason",
            Self::TooLong { .. } => "text_too_long",
            Self::Time(error) => error.code(),
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NoCode | Self::EndlessCode => "Scan the code again; nothing was recorded.".to_owned(),
            Self::ReasonMissing => "Say why this guest may enter.".to_owned(),
            Self::TooLong { .. } => format!("Shorten it to {MARK_CHARACTERS_MAX} characters or fewer."),
            Self::Time(error) => error.fix(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::NoCode | Self::EndlessCode => Some("code".to_owned()),
            Self::ReasonMissing => Some("override_reason".to_owned()),
            Self::TooLong { field } => Some((*field).to_owned()),
            Self::Time(_) => Some("scanned_at".to_owned()),
        }
    }
}

impl ScanRequest {
    /// The request as the verdict engine takes it.
    pub(super) fn for_judging(&self, list: &ListAtDoor, now: Timestamp) -> Result<AdmissionRequest, Failure> {
        if self.code.trim().is_empty() {
            return Err(ScanRefused::NoCode.into());
        }
        if self.code.chars().nth(CHARACTERS_MAX).is_some() {
            return Err(ScanRefused::EndlessCode.into());
        }
        let reason = self.override_reason.as_deref().map_or("", str::trim);
        if self.force && reason.is_empty() {
            return Err(ScanRefused::ReasonMissing.into());
        }
        let device = self.device.as_deref().map_or("", str::trim);
        let nonce = self.nonce.as_deref().filter(|nonce| !nonce.is_empty());
        for (field, text) in [("override_reason", reason), ("device", device), ("nonce", nonce.unwrap_or(""))]
        {
            if text.chars().count() > MARK_CHARACTERS_MAX {
                return Err(ScanRefused::TooLong { field }.into());
            }
        }
        let gate = match self.gate.as_deref().filter(|gate| !gate.trim().is_empty()) {
            None => None,
            Some(gate) => {
                Some(list.gate(gate).ok_or_else(|| GateRefused::Unknown(gate.chars().take(60).collect()))?)
            }
        };
        let scanned_at = match &self.scanned_at {
            None => now,
            Some(text) => list.facts.zone.parse(text).map_err(ScanRefused::from)?,
        };
        Ok(AdmissionRequest {
            scanned_at,
            direction: self.direction,
            gate: gate.map(|gate| gate.id),
            device: device.to_owned(),
            nonce: nonce.map(str::to_owned),
            is_forced: self.force,
            ignores_unpaid: self.ignore_unpaid,
            answers: self.given_answers(list),
            can_ask: !self.asks_nothing,
        })
    }

    fn given_answers(&self, list: &ListAtDoor) -> GivenAnswers {
        let questions = &list.facts.questions;
        let find = |mark: &str| {
            questions
                .iter()
                .find(|question| question.identifier == mark || mark.parse() == Ok(question.question))
        };
        self.answers
            .iter()
            .filter_map(|(mark, answer)| find(mark).map(|question| (question.question, answer.clone())))
            .collect()
    }
}
