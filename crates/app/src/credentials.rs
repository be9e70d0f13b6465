//! Proving who one is on this device: by a badge, or by a name and a PIN.

use identity::{
    Session, UserId,
    badge::session_by_badge,
    pin::{begin_pin_attempt, settle_pin_attempt},
};
use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::CommandContext;

use crate::stagedoor::OpenWorkspace;

/// The command that attempts are counted under.
const COMMAND: &str = "session.sign_in";

/// What somebody shows: a badge, or a PIN with the person it belongs to.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
pub(crate) struct Credentials {
    /// Whose PIN it is.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) user: Option<UserId>,
    /// The digits.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) pin: Option<String>,
    /// What the badge's code says.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) badge: Option<String>,
}

/// Neither a badge nor a person with a PIN.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a badge, or a person and a PIN, is needed")]
pub(crate) struct NoCredentials;

impl Refuse for NoCredentials {
    fn code(&self) -> &'static str {
        "no_credentials"
    }
    fn fix(&self) -> String {
        "Scan a badge, or choose a person and type the PIN.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("pin".to_owned())
    }
}

/// Whoever bears the badge or knows the PIN.
///
/// # Errors
/// A refusal when nobody does, or too many wrong PINs came before; a fault of the file.
pub(crate) fn verify(open: &OpenWorkspace, shown: &Credentials) -> Result<Session, Failure> {
    let workspace = open.workspace();
    match (&shown.badge, &shown.user, &shown.pin) {
        (Some(badge), _, _) => workspace.read(|view| session_by_badge(view, badge)),
        (None, Some(user), Some(pin)) => {
            let context = CommandContext { command: COMMAND, actor: None };
            let attempt = workspace.transact(&context, |tx| begin_pin_attempt(tx, *user))?;
            let is_right = attempt.is_right(pin)?;
            workspace.transact(&context, |tx| settle_pin_attempt(tx, &attempt, is_right))
        }
        (None, _, _) => Err(NoCredentials.into()),
    }
}
