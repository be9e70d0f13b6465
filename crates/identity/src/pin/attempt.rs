//! Signing in by PIN: count, check, settle.

use std::collections::BTreeMap;

use kernel::{Failure, Fault, Refuse, Timestamp};
use workspace::Tx;

use super::{hash, store};
use crate::{Session, UserId};

/// Wrong PINs in a row that cost nothing but the try (ux.md: "5 tries → delay").
pub(super) const FREE_ATTEMPTS: i64 = 5;
/// The wait after the free attempts; it doubles with every further wrong PIN.
pub(super) const FIRST_WAIT_SECONDS: i64 = 30;
/// The longest wait: long enough against guessing, short enough for a door that opens tonight.
pub(super) const WAIT_SECONDS_MAX: i64 = 15 * 60;

/// Why someone was not signed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PinAttemptRefused {
    /// The person has no PIN on this device.
    #[error("no PIN is set for this person on this device")]
    NoPin,
    /// Too many wrong PINs.
    #[error("too many wrong PINs: wait {wait_seconds} seconds")]
    Locked {
        /// How long.
        wait_seconds: i64,
    },
    /// Not this PIN.
    #[error("this is not the PIN")]
    WrongPin {
        /// Tries before there is a wait.
        attempts_left: i64,
    },
}

impl Refuse for PinAttemptRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NoPin => "pin_not_set",
            Self::Locked { .. } => "pin_locked",
            Self::WrongPin { .. } => "pin_wrong",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NoPin => "Sign in another way, then set a PIN on this device.".to_owned(),
            Self::Locked { .. } => "Wait, or let someone else sign in.".to_owned(),
            Self::WrongPin { attempts_left: 0 } => "Wait a moment before the next try.".to_owned(),
            Self::WrongPin { attempts_left } => {
                format!("Try again; {attempts_left} tries are left before a wait.")
            }
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::NoPin => Some("user".to_owned()),
            Self::Locked { .. } | Self::WrongPin { .. } => Some("pin".to_owned()),
        }
    }
    fn params(&self) -> BTreeMap<String, String> {
        match self {
            Self::NoPin => BTreeMap::new(),
            Self::Locked { wait_seconds } => {
                BTreeMap::from([("wait_seconds".to_owned(), wait_seconds.to_string())])
            }
            Self::WrongPin { attempts_left } => {
                BTreeMap::from([("attempts_left".to_owned(), attempts_left.to_string())])
            }
        }
    }
}

/// An attempt that is counted and not yet checked.
#[derive(Debug)]
pub struct PinAttempt {
    user: UserId,
    pin_hash: String,
    failed_attempts: i64,
}

impl PinAttempt {
    /// Whether `digits` are the PIN. Slow on purpose; hold no transaction meanwhile.
    ///
    /// # Errors
    /// A fault when the stored hash is damaged.
    pub fn is_right(&self, digits: &str) -> Result<bool, Fault> {
        hash::is_match(&self.pin_hash, digits)
    }
}

/// The first step: counts the attempt, as failed until it is settled. Commit this before checking the PIN.
///
/// # Errors
/// [`PinAttemptRefused::NoPin`] or [`PinAttemptRefused::Locked`] as a refusal, or a fault of the file.
pub fn begin_pin_attempt(tx: &Tx<'_>, user: UserId) -> Result<PinAttempt, Failure> {
    let stored = store::pin_of(tx, user)?.ok_or(PinAttemptRefused::NoPin)?;
    if let Some(wait_seconds) = seconds_to_wait(stored.locked_until, tx.now()) {
        return Err(PinAttemptRefused::Locked { wait_seconds }.into());
    }
    let failed_attempts = stored.failed_attempts + 1;
    store::record_attempts(tx, user, failed_attempts, locked_until(failed_attempts, tx.now()))?;
    Ok(PinAttempt { user, pin_hash: stored.pin_hash, failed_attempts })
}

/// The last step: a right PIN forgets the failed attempts and opens a session.
///
/// # Errors
/// [`PinAttemptRefused::WrongPin`] as a refusal (the attempt stays counted), or a fault of the file.
pub fn settle_pin_attempt(tx: &Tx<'_>, attempt: &PinAttempt, is_right: bool) -> Result<Session, Failure> {
    if !is_right {
        let attempts_left = (FREE_ATTEMPTS - attempt.failed_attempts).max(0);
        return Err(PinAttemptRefused::WrongPin { attempts_left }.into());
    }
    store::record_attempts(tx, attempt.user, 0, None)?;
    Session::of_member(tx, attempt.user)
}

/// Until when nobody may try again after `failed_attempts` wrong PINs in a row.
fn locked_until(failed_attempts: i64, now: Timestamp) -> Option<Timestamp> {
    let beyond = failed_attempts - FREE_ATTEMPTS;
    if beyond < 0 {
        return None;
    }
    let doublings = u32::try_from(beyond).unwrap_or(u32::MAX).min(10);
    let seconds = (FIRST_WAIT_SECONDS << doublings).min(WAIT_SECONDS_MAX);
    Some(now + std::time::Duration::from_secs(seconds.unsigned_abs()))
}

/// Whole seconds, rounded up. Setting the clock back lengthens a wait and never shortens it.
fn seconds_to_wait(locked_until: Option<Timestamp>, now: Timestamp) -> Option<i64> {
    let left = locked_until?.signed_duration_since(now);
    (left.num_milliseconds() > 0).then(|| (left.num_milliseconds() + 999) / 1_000)
}

#[cfg(test)]
mod tests {
    use testkit::as_test;

    use super::*;
    use crate::{OrganizationRole, fixture, pin::set_pin};

    fn at(seconds: i64) -> Timestamp {
        kernel::clock::from_micros(1_781_287_200_000_000 + seconds * 1_000_000).unwrap()
    }

    #[test]
    fn waits_double_after_the_free_attempts_up_to_the_longest() {
        for (failed, wait) in [
            (1, None),
            (4, None),
            (5, Some(30)),
            (6, Some(60)),
            (9, Some(480)),
            (10, Some(900)),
            (i64::MAX, Some(900)),
        ] {
            assert_eq!(locked_until(failed, at(0)), wait.map(at), "after {failed}");
        }
    }

    #[test]
    fn a_wait_counts_down_and_ends() {
        assert_eq!(seconds_to_wait(Some(at(30)), at(0)), Some(30));
        assert_eq!(seconds_to_wait(Some(at(30)), at(29)), Some(1));
        assert_eq!(seconds_to_wait(Some(at(30)), at(30)), None);
        assert_eq!(seconds_to_wait(None, at(0)), None);
    }

    #[test]
    fn the_right_pin_opens_a_session_and_forgets_failures() {
        let house = fixture::house();
        house.transact(&as_test(), |tx| set_pin(tx, house.owner.id, "482519")).unwrap();
        assert_eq!(fixture::refused(try_pin(&house, "111111")).code, "pin_wrong");
        assert_eq!(try_pin(&house, "482519").unwrap().role, OrganizationRole::Owner);
        for _ in 1..FREE_ATTEMPTS {
            assert_eq!(fixture::refused(try_pin(&house, "0")).code, "pin_wrong", "the count began anew");
        }
    }

    #[test]
    fn a_screen_can_count_the_tries_and_the_wait_down() {
        let house = fixture::house();
        house.transact(&as_test(), |tx| set_pin(tx, house.owner.id, "482519")).unwrap();
        for left in (0..FREE_ATTEMPTS).rev() {
            assert_eq!(fixture::refused(try_pin(&house, "000000")).params["attempts_left"], left.to_string());
        }
        assert_eq!(fixture::refused(try_pin(&house, "482519")).params["wait_seconds"], "30");
    }

    #[test]
    fn the_right_pin_does_not_help_during_a_wait() {
        let house = fixture::house();
        house.transact(&as_test(), |tx| set_pin(tx, house.owner.id, "482519")).unwrap();
        for _ in 0..FREE_ATTEMPTS {
            assert_eq!(fixture::refused(try_pin(&house, "000000")).code, "pin_wrong");
        }
        assert_eq!(fixture::refused(try_pin(&house, "482519")).code, "pin_locked");
        house.clock.advance(chrono::TimeDelta::seconds(FIRST_WAIT_SECONDS));
        assert!(try_pin(&house, "482519").is_ok(), "the wait is over");
    }

    #[test]
    fn an_attempt_that_is_never_settled_stays_counted() {
        let house = fixture::house();
        house.transact(&as_test(), |tx| set_pin(tx, house.owner.id, "482519")).unwrap();
        for _ in 0..FREE_ATTEMPTS {
            house.transact(&as_test(), |tx| begin_pin_attempt(tx, house.owner.id)).unwrap();
        }
        assert_eq!(fixture::refused(try_pin(&house, "482519")).code, "pin_locked");
    }

    #[test]
    fn without_a_pin_there_is_no_attempt() {
        let house = fixture::house();
        assert_eq!(fixture::refused(try_pin(&house, "482519")).code, "pin_not_set");
    }

    #[test]
    fn no_hash_reaches_the_audit_log() {
        let house = fixture::house();
        house.transact(&as_test(), |tx| set_pin(tx, house.owner.id, "482519")).unwrap();
        let captured = house.read(|view| {
            let sql = "select count(*) as n from entity_audit_log
                where coalesce(before_json, '') || coalesce(after_json, '') like '%argon2%'";
            view.one(sql, workspace::params![], |row| row.int("n"))
        });
        let captured: Result<i64, Fault> = captured;
        assert_eq!(captured.unwrap(), 0, "a short PIN can be guessed from its hash");
    }

    fn try_pin(house: &fixture::House, digits: &str) -> Result<Session, Failure> {
        let attempt = house.transact(&as_test(), |tx| begin_pin_attempt(tx, house.owner.id))?;
        let is_right = attempt.is_right(digits)?;
        house.transact(&as_test(), |tx| settle_pin_attempt(tx, &attempt, is_right))
    }
}
