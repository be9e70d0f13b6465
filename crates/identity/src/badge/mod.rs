//! Signing in by one scan: a staff badge bears a code that nobody can guess.

mod make;
pub(crate) mod store;

use kernel::{Failure, Refuse};
use sha2::{Digest, Sha256};
use workspace::View;

pub use make::{MadeBadge, drop_badge, make_badge};

use crate::{Session, UserId};

/// What every badge's code begins with, so that a scanner's host knows a badge from a ticket.
pub const BADGE_PREFIX: &str = "STAFF-";

/// Letters and digits of a code behind the prefix: 80 bits.
const CODE_LENGTH: usize = 16;

/// No member bears this badge.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nobody here has this badge")]
pub struct UnknownBadge;

impl Refuse for UnknownBadge {
    fn code(&self) -> &'static str {
        "badge_unknown"
    }
    fn fix(&self) -> String {
        "Sign in by PIN, or have a new badge printed.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("badge".to_owned())
    }
}

/// The session of whoever bears a badge. The code is too long to be guessed, so attempts are not counted.
///
/// # Errors
/// [`UnknownBadge`] as a refusal, or a fault of the file.
pub fn session_by_badge(view: &View<'_>, code: &str) -> Result<Session, Failure> {
    let user: UserId = store::user_by_hash(view, hashed(code))?.ok_or(UnknownBadge)?;
    Session::of_member(view, user)
}

/// What is stored of a code. Scanners may type in another case.
fn hashed(code: &str) -> [u8; 32] {
    Sha256::digest(code.trim().to_ascii_uppercase()).into()
}
