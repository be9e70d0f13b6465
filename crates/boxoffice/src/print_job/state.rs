//! The lives of a job and of a sheet. Pure rules.

use kernel::Refuse;
use payments::stored_words;

stored_words! {
    /// Where a job stands.
    pub enum JobStatus: "print job status" {
        /// It waits for its printer.
        Queued = "queued",
        /// Its sheets are being sent.
        Printing = "printing",
        /// Somebody, or a printer's trouble, stopped it.
        Paused = "paused",
        /// Every sheet was sent.
        Done = "done",
        /// Somebody gave it up; what waited is not printed.
        Cancelled = "cancelled",
    }
}

stored_words! {
    /// Where a sheet stands.
    pub enum ItemStatus: "print item status" {
        /// It waits.
        Queued = "queued",
        /// It is on its way to the printer.
        Sending = "sending",
        /// It came out.
        Printed = "printed",
        /// Certainly it did not come out.
        Failed = "failed",
        /// Nobody knows whether it came out.
        Unknown = "unknown",
    }
}

/// What can happen to a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobAction {
    /// Send its next sheets.
    Start,
    /// Stop after the sheet that is on its way.
    Pause,
    /// Go on.
    Resume,
    /// Nothing waits any more.
    Finish,
    /// Give it up.
    Cancel,
    /// A sheet is wanted again.
    Reopen,
}

/// What can happen to a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemAction {
    /// Send it.
    Send,
    /// The printer says that it came out.
    Acknowledge,
    /// Certainly it did not come out.
    Refuse,
    /// Contact was lost on the way.
    Lose,
    /// A person saw it.
    Confirm,
    /// Send it again: a person asked for it, or it certainly did not come out.
    Repeat,
}

impl JobAction {
    /// Every action.
    pub const ALL: [Self; 6] =
        [Self::Start, Self::Pause, Self::Resume, Self::Finish, Self::Cancel, Self::Reopen];

    const fn done(self) -> &'static str {
        match self {
            Self::Start => "started",
            Self::Pause => "paused",
            Self::Resume => "resumed",
            Self::Finish => "finished",
            Self::Cancel => "cancelled",
            Self::Reopen => "taken up again",
        }
    }
}

impl ItemAction {
    /// Every action.
    pub const ALL: [Self; 6] =
        [Self::Send, Self::Acknowledge, Self::Refuse, Self::Lose, Self::Confirm, Self::Repeat];

    const fn done(self) -> &'static str {
        match self {
            Self::Send => "sent",
            Self::Acknowledge => "acknowledged",
            Self::Refuse => "refused",
            Self::Lose => "lost",
            Self::Confirm => "confirmed as printed",
            Self::Repeat => "repeated",
        }
    }
}

/// A job or a sheet cannot do that from where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPrintTransition {
    /// The job.
    #[error("a print job that is {from} cannot be {}", action.done())]
    Job {
        /// Where it stands.
        from: JobStatus,
        /// What was asked.
        action: JobAction,
    },
    /// The sheet.
    #[error("a sheet that is {from} cannot be {}", action.done())]
    Item {
        /// Where it stands.
        from: ItemStatus,
        /// What was asked.
        action: ItemAction,
    },
}

impl Refuse for InvalidPrintTransition {
    fn code(&self) -> &'static str {
        match self {
            Self::Job { .. } => "print_job_state",
            Self::Item { .. } => "print_item_state",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::Job { .. } => "Print what is missing in a new job.".to_owned(),
            Self::Item { .. } => {
                "Only a sheet that nobody knows of needs an answer; print others again.".to_owned()
            }
        }
    }
    fn field(&self) -> Option<String> {
        Some(match self {
            Self::Job { .. } => "job".to_owned(),
            Self::Item { .. } => "item".to_owned(),
        })
    }
}

impl JobStatus {
    /// Where `action` leads from here.
    ///
    /// # Errors
    /// When the machine has no such edge.
    pub const fn after(self, action: JobAction) -> Result<Self, InvalidPrintTransition> {
        match (self, action) {
            (Self::Queued | Self::Printing, JobAction::Start) => Ok(Self::Printing),
            (Self::Queued | Self::Printing | Self::Paused, JobAction::Pause) => Ok(Self::Paused),
            (Self::Paused, JobAction::Resume) | (Self::Done, JobAction::Reopen) => Ok(Self::Queued),
            (Self::Queued | Self::Printing, JobAction::Finish) => Ok(Self::Done),
            (Self::Queued | Self::Printing | Self::Paused, JobAction::Cancel) => Ok(Self::Cancelled),
            (Self::Queued | Self::Printing, JobAction::Resume | JobAction::Reopen)
            | (Self::Paused, JobAction::Start | JobAction::Finish | JobAction::Reopen)
            | (
                Self::Done,
                JobAction::Start
                | JobAction::Pause
                | JobAction::Resume
                | JobAction::Finish
                | JobAction::Cancel,
            )
            | (
                Self::Cancelled,
                JobAction::Start
                | JobAction::Pause
                | JobAction::Resume
                | JobAction::Finish
                | JobAction::Cancel
                | JobAction::Reopen,
            ) => Err(InvalidPrintTransition::Job { from: self, action }),
        }
    }
}

impl ItemStatus {
    /// Where `action` leads from here.
    ///
    /// # Errors
    /// When the machine has no such edge.
    pub const fn after(self, action: ItemAction) -> Result<Self, InvalidPrintTransition> {
        match (self, action) {
            (Self::Queued, ItemAction::Send) => Ok(Self::Sending),
            (Self::Sending, ItemAction::Acknowledge) | (Self::Unknown, ItemAction::Confirm) => {
                Ok(Self::Printed)
            }
            (Self::Sending, ItemAction::Refuse) => Ok(Self::Failed),
            (Self::Sending, ItemAction::Lose) => Ok(Self::Unknown),
            (Self::Unknown | Self::Failed, ItemAction::Repeat) => Ok(Self::Queued),
            (
                Self::Queued,
                ItemAction::Acknowledge
                | ItemAction::Refuse
                | ItemAction::Lose
                | ItemAction::Confirm
                | ItemAction::Repeat,
            )
            | (Self::Sending, ItemAction::Send | ItemAction::Confirm | ItemAction::Repeat)
            | (
                Self::Printed,
                ItemAction::Send
                | ItemAction::Acknowledge
                | ItemAction::Refuse
                | ItemAction::Lose
                | ItemAction::Confirm
                | ItemAction::Repeat,
            )
            | (
                Self::Failed,
                ItemAction::Send
                | ItemAction::Acknowledge
                | ItemAction::Refuse
                | ItemAction::Lose
                | ItemAction::Confirm,
            )
            | (
                Self::Unknown,
                ItemAction::Send | ItemAction::Acknowledge | ItemAction::Refuse | ItemAction::Lose,
            ) => Err(InvalidPrintTransition::Item { from: self, action }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_sheet_is_sent_once_and_once_more_for_each_repeat(
            actions in prop::collection::vec(prop::sample::select(ItemAction::ALL.to_vec()), 0..60)
        ) {
            let (mut status, mut sent, mut repeated) = (ItemStatus::Queued, 0, 0);
            for action in actions {
                if let Ok(next) = status.after(action) {
                    sent += usize::from(action == ItemAction::Send);
                    repeated += usize::from(action == ItemAction::Repeat);
                    prop_assert!(status != ItemStatus::Printed, "what came out is never touched again");
                    status = next;
                }
            }
            prop_assert!(sent <= 1 + repeated, "{sent} sendings for {repeated} repeats");
        }

        #[test]
        fn a_job_that_was_given_up_or_stopped_sends_nothing(
            actions in prop::collection::vec(prop::sample::select(JobAction::ALL.to_vec()), 0..60)
        ) {
            let mut status = JobStatus::Queued;
            for action in actions {
                let next = status.after(action);
                if matches!(status, JobStatus::Cancelled) {
                    prop_assert!(next.is_err());
                }
                if action == JobAction::Start && next.is_ok() {
                    prop_assert!(!matches!(status, JobStatus::Paused | JobStatus::Done));
                }
                status = next.unwrap_or(status);
            }
        }
    }

    #[test]
    fn only_what_is_on_its_way_can_be_lost() {
        for status in ItemStatus::ALL {
            assert_eq!(status.after(ItemAction::Lose).is_ok(), *status == ItemStatus::Sending);
        }
    }
}
