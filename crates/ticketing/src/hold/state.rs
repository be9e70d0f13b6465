//! The life of a hold. Pure rules.

use kernel::Refuse;
use payments::stored_words;

stored_words! {
    /// Where a hold stands.
    pub enum HoldStatus: "hold status" {
        /// Its places are set aside.
        Active = "active",
        /// Its places were given back.
        Released = "released",
        /// Its time was up.
        Expired = "expired",
        /// Its places were sold.
        Converted = "converted",
    }
}

/// What can happen to a hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldAction {
    /// Give its places back.
    Release,
    /// Its time is up.
    Expire,
    /// Sell its places.
    Convert,
}

impl HoldAction {
    /// Every action.
    pub const ALL: [Self; 3] = [Self::Release, Self::Expire, Self::Convert];

    const fn done(self) -> &'static str {
        match self {
            Self::Release => "released",
            Self::Expire => "expired",
            Self::Convert => "sold",
        }
    }
}

/// The hold cannot do that from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hold that is {from} cannot be {}", action.done())]
pub struct InvalidHoldTransition {
    /// Where it stands.
    pub from: HoldStatus,
    /// What was asked.
    pub action: HoldAction,
}

impl Refuse for InvalidHoldTransition {
    fn code(&self) -> &'static str {
        "hold_state"
    }
    fn fix(&self) -> String {
        "Start the sale again; the places may still be there.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("hold".to_owned())
    }
}

impl HoldStatus {
    /// Where `action` leads from here.
    ///
    /// # Errors
    /// When the machine has no such edge.
    pub const fn after(self, action: HoldAction) -> Result<Self, InvalidHoldTransition> {
        match (self, action) {
            (Self::Active, HoldAction::Release) => Ok(Self::Released),
            (Self::Active, HoldAction::Expire) => Ok(Self::Expired),
            (Self::Active, HoldAction::Convert) => Ok(Self::Converted),
            (
                Self::Released | Self::Expired | Self::Converted,
                HoldAction::Release | HoldAction::Expire | HoldAction::Convert,
            ) => Err(InvalidHoldTransition { from: self, action }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_active_hold_ends_in_one_of_three_ways_and_never_twice() {
        for from in HoldStatus::ALL {
            for action in HoldAction::ALL {
                assert_eq!(from.after(action).is_ok(), *from == HoldStatus::Active, "{from} {action:?}");
            }
        }
        let ends: Vec<_> =
            HoldAction::ALL.iter().map(|action| HoldStatus::Active.after(*action).unwrap()).collect();
        assert_eq!(ends, [HoldStatus::Released, HoldStatus::Expired, HoldStatus::Converted]);
    }
}
