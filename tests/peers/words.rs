//! Our verdicts in pretix's words, and the table of deliberate differences.

use admission::verdict::Verdict;

/// What pretix answers: status, reason, and the ticket found (order and position).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: String,
    pub(crate) reason: Option<String>,
    pub(crate) ticket: Option<(String, i64)>,
}

/// One deliberate difference: where it applies, and why we differ.
pub(crate) struct Difference {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) applies: fn(verdict: Verdict, ours: &Answer, theirs: &Answer) -> bool,
}

/// Every deliberate difference. A step that differs without standing here is a failure.
pub(crate) const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "a ticket that no longer stands is named",
        reason: "pretix calls a single cancelled ticket of a living order unknown; the door says VOID (or REFUNDED, \
                 TRANSFERRED) and whose ticket it was, because the guest is about to argue",
        applies: |verdict, _, theirs| {
            matches!(verdict, Verdict::Void | Verdict::Refunded | Verdict::Transferred)
                && theirs.reason.as_deref() == Some("invalid")
                && theirs.ticket.is_none()
        },
    },
    Difference {
        name: "a ticket that no longer stands is never forced",
        reason: "pretix forces a cancelled ticket in when its code was signed and never when its code was random; \
                 here void, refunded and transferred are final whatever the code looks like",
        applies: |verdict, _, theirs| {
            matches!(verdict, Verdict::Void | Verdict::Refunded | Verdict::Transferred)
                && theirs.status == "ok"
        },
    },
    Difference {
        name: "a code replaced before the import belongs to nobody",
        reason: "the export lists replaced codes without their tickets, so such a code is called replaced, names no \
                 ticket, and cannot be forced",
        applies: |verdict, ours, theirs| {
            verdict == Verdict::Revoked
                && ours.ticket.is_none()
                && (theirs.reason.as_deref() == Some("revoked") || theirs.status == "ok")
        },
    },
    Difference {
        name: "a ticket of another event is named",
        reason: "pretix calls it unknown; the door says which event it is for, so that the guest can be sent there",
        applies: |verdict, _, theirs| {
            verdict == Verdict::WrongEvent
                && theirs.reason.as_deref() == Some("invalid")
                && theirs.ticket.is_none()
        },
    },
];

/// Our verdict as pretix's status and reason.
pub(crate) fn translate(verdict: Verdict) -> (&'static str, Option<&'static str>) {
    match verdict {
        Verdict::Admit => ("ok", None),
        Verdict::Incomplete => ("incomplete", None),
        Verdict::AlreadyUsed => ("error", Some("already_redeemed")),
        Verdict::Refunded | Verdict::Void | Verdict::Cancelled | Verdict::Transferred => {
            ("error", Some("canceled"))
        }
        Verdict::Revoked => ("error", Some("revoked")),
        Verdict::WrongEvent | Verdict::Unknown | Verdict::BadSignature => ("error", Some("invalid")),
        Verdict::WrongTier => ("error", Some("product")),
        Verdict::WrongGate | Verdict::RuleRefused => ("error", Some("rules")),
        Verdict::NotYetValid | Verdict::Expired => ("error", Some("invalid_time")),
        Verdict::Unpaid => ("error", Some("unpaid")),
        Verdict::Unapproved => ("error", Some("unapproved")),
        Verdict::Blocked => ("error", Some("blocked")),
        Verdict::Ambiguous => ("error", Some("ambiguous")),
    }
}
