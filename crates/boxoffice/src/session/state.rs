//! The life of a drawer's session: `open ↔ counting → closed`. Pure rules.

use kernel::Refuse;
use payments::stored_words;

stored_words! {
    /// Where a drawer's session stands.
    pub enum SessionStatus: "drawer status" {
        /// Money is taken.
        Open = "open",
        /// The cash is being counted; nothing is taken meanwhile.
        Counting = "counting",
        /// It was counted and reported; final.
        Closed = "closed",
    }
}

/// What can happen to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionAction {
    /// Start to count.
    BeginCount,
    /// Put the count off and take money again.
    Resume,
    /// Write down what was counted.
    Close,
}

impl SessionAction {
    /// Every action.
    pub const ALL: [Self; 3] = [Self::BeginCount, Self::Resume, Self::Close];
}

/// The session cannot do that from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct InvalidSessionTransition {
    /// Where it stands.
    pub from: SessionStatus,
    /// What was asked.
    pub action: SessionAction,
}

impl InvalidSessionTransition {
    const fn message(&self) -> &'static str {
        match (self.from, self.action) {
            (SessionStatus::Open, SessionAction::Close) => "the drawer has not been counted",
            (SessionStatus::Open, SessionAction::BeginCount | SessionAction::Resume) => {
                "nobody is counting the drawer"
            }
            (
                SessionStatus::Counting,
                SessionAction::BeginCount | SessionAction::Resume | SessionAction::Close,
            ) => "the drawer is being counted",
            (
                SessionStatus::Closed,
                SessionAction::BeginCount | SessionAction::Resume | SessionAction::Close,
            ) => "the drawer is closed",
        }
    }
}

impl Refuse for InvalidSessionTransition {
    fn code(&self) -> &'static str {
        "drawer_state"
    }
    fn fix(&self) -> String {
        match self.from {
            SessionStatus::Open => "Begin the count first.".to_owned(),
            SessionStatus::Counting => "Finish the count, or put it off.".to_owned(),
            SessionStatus::Closed => "Open the drawer first.".to_owned(),
        }
    }
    fn field(&self) -> Option<String> {
        Some("till".to_owned())
    }
}

impl SessionStatus {
    /// Where `action` leads from here.
    ///
    /// # Errors
    /// When the machine has no such edge.
    pub const fn transition(self, action: SessionAction) -> Result<Self, InvalidSessionTransition> {
        match (self, action) {
            (Self::Open, SessionAction::BeginCount) => Ok(Self::Counting),
            (Self::Counting, SessionAction::Resume) => Ok(Self::Open),
            (Self::Counting, SessionAction::Close) => Ok(Self::Closed),
            (Self::Open, SessionAction::Resume | SessionAction::Close)
            | (Self::Counting, SessionAction::BeginCount)
            | (Self::Closed, SessionAction::BeginCount | SessionAction::Resume | SessionAction::Close) => {
                Err(InvalidSessionTransition { from: self, action })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_machine_has_exactly_its_three_edges() {
        let mut edges = Vec::new();
        for from in SessionStatus::ALL {
            for action in SessionAction::ALL {
                if let Ok(to) = from.transition(action) {
                    edges.push((*from, to));
                }
            }
        }
        assert_eq!(
            edges,
            [
                (SessionStatus::Open, SessionStatus::Counting),
                (SessionStatus::Counting, SessionStatus::Open),
                (SessionStatus::Counting, SessionStatus::Closed),
            ]
        );
    }

    proptest! {
        #[test]
        fn a_session_can_be_closed_from_wherever_it_stands_and_then_rests(
            actions in prop::collection::vec(prop::sample::select(SessionAction::ALL.to_vec()), 0..24),
        ) {
            let mut status = SessionStatus::Open;
            for action in actions {
                let before = status;
                status = status.transition(action).unwrap_or(status);
                prop_assert!(before != SessionStatus::Closed || status == SessionStatus::Closed, "closed is final");
                prop_assert!(
                    status != SessionStatus::Closed || before != SessionStatus::Open,
                    "nothing is closed without a count"
                );
            }
            let counted = status.transition(SessionAction::BeginCount).unwrap_or(status);
            let closed = counted.transition(SessionAction::Close).unwrap_or(counted);
            prop_assert_eq!(closed, SessionStatus::Closed, "there is always a way to close");
        }
    }
}
