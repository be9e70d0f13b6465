//! One guest stands for many: everybody of an order who is not inside yet is admitted by one key (ux.md, section 4, C7).

use std::collections::BTreeMap;

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{ScanOutcome, ScanRequest, ScanStation, store};
use crate::{ids::TicketId, verdict::Verdict};

/// Admits what is left of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ScanGroup {
    /// The event: its id or its slug.
    pub event: String,
    /// The check-in list: its id or its name.
    pub list: String,
    /// Where: the gate's id, code or name.
    #[serde(default)]
    #[ts(optional)]
    pub gate: Option<String>,
    /// A ticket of the order, such as the one that was just scanned.
    pub ticket: TicketId,
    /// How many people the operator has counted; when it is another number than may enter, nobody does.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub expected: Option<i64>,
    /// The scanning device's name.
    #[serde(default)]
    #[ts(optional)]
    pub device: Option<String>,
}

/// Who of an order was admitted, and who was not and why. Who was inside already is in neither list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct GroupOutcome {
    /// Admitted now.
    pub admitted: Vec<ScanOutcome>,
    /// Not admitted.
    pub refused: Vec<ScanOutcome>,
}

/// As many may enter as nobody counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{may_enter} of this order may enter now, not {expected}")]
pub struct GroupChanged {
    /// How many may.
    pub may_enter: usize,
    /// How many were counted.
    pub expected: i64,
}

impl Refuse for GroupChanged {
    fn code(&self) -> &'static str {
        "group_changed"
    }
    fn fix(&self) -> String {
        "Count the guests again, then admit that many; nobody was admitted.".to_owned()
    }
    fn field(&self) -> Option<String> {
        Some("expected".to_owned())
    }
    fn params(&self) -> BTreeMap<String, String> {
        [("may_enter", self.may_enter.to_string()), ("expected", self.expected.to_string())]
            .map(|(name, value)| (name.to_owned(), value))
            .into()
    }
}

/// Admits everybody of an order whom the list would admit one by one: all of them or, when their number is not the one
/// that was counted, nobody.
///
/// # Errors
/// [`GroupChanged`]; a refusal when event, list or gate are unknown; a fault of the file.
pub fn scan_group(tx: &Tx<'_>, group: &ScanGroup) -> Result<GroupOutcome, Failure> {
    let station = ScanStation::new();
    let mut may_enter = Vec::new();
    let mut refused = Vec::new();
    for code in store::codes_beside(tx, group.ticket)? {
        let scan = group.scan_of(code);
        let judged = station.scan_within(tx, &ScanRequest { simulate: true, ..scan.clone() })?;
        if judged.verdict == Verdict::Admit {
            may_enter.push(scan);
        } else if judged.verdict != Verdict::AlreadyUsed {
            refused.push(judged);
        }
    }
    if let Some(expected) = group.expected
        && usize::try_from(expected) != Ok(may_enter.len())
    {
        return Err(GroupChanged { may_enter: may_enter.len(), expected }.into());
    }
    let admitted = may_enter.iter().map(|scan| station.scan_within(tx, scan)).collect::<Result<_, _>>()?;
    Ok(GroupOutcome { admitted, refused })
}

impl ScanGroup {
    fn scan_of(&self, code: String) -> ScanRequest {
        ScanRequest {
            event: self.event.clone(),
            list: self.list.clone(),
            gate: self.gate.clone(),
            device: self.device.clone(),
            code,
            ..ScanRequest::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use workspace::params;

    use super::*;
    use crate::fixture::{EVENT, LIST, as_mia, logged, refused, scan, scan_of, venue_with_tickets, write};

    fn group(ticket: TicketId, expected: Option<i64>) -> ScanGroup {
        ScanGroup {
            event: EVENT.to_owned(),
            list: LIST.to_owned(),
            gate: None,
            ticket,
            expected,
            device: Some("laptop".to_owned()),
        }
    }

    fn codes(outcomes: &[ScanOutcome]) -> Vec<&str> {
        outcomes.iter().map(|outcome| outcome.ticket.as_ref().unwrap().code.as_str()).collect()
    }

    #[test]
    fn the_rest_of_an_order_enters_by_one_key() {
        let file = venue_with_tickets();
        let station = ScanStation::new();
        let first = scan(&file, &station, &scan_of("beta")).ticket.unwrap().id;
        write(&file, |tx| {
            tx.execute_one("update tickets set status = 'refunded' where code = 'delta'", params![])?;
            crate::fixture::add_places(tx, 1, crate::fixture::STANDARD, -1)
        });
        let counted_wrong = file.transact(&as_mia(), |tx| scan_group(tx, &group(first, Some(3))));
        let changed = refused(counted_wrong);
        assert_eq!((changed.code.as_str(), changed.params["may_enter"].as_str()), ("group_changed", "2"));
        assert_eq!(logged(&file).len(), 1, "nobody entered");
        let done = file.transact(&as_mia(), |tx| scan_group(tx, &group(first, Some(2)))).unwrap();
        assert_eq!(codes(&done.admitted), ["alpha", "gamma"]);
        assert_eq!(done.refused, [], "a refunded ticket does not stand beside the others");
        let again = file.transact(&as_mia(), |tx| scan_group(tx, &group(first, None))).unwrap();
        assert_eq!((again.admitted.len(), again.refused.len()), (0, 0));
        let inside = scan(&file, &station, &scan_of("alpha"));
        assert_eq!((inside.verdict, inside.ticket.unwrap().order_inside), (Verdict::AlreadyUsed, 3));
    }

    #[test]
    fn who_may_not_enter_alone_does_not_enter_with_others() {
        let file = venue_with_tickets();
        let first = scan(&file, &ScanStation::new(), &scan_of("alpha")).ticket.unwrap().id;
        write(&file, |tx| {
            tx.execute_one("update tickets set block_reason = 'stolen' where code = 'gamma'", params![])?;
            Ok(())
        });
        let done = file.transact(&as_mia(), |tx| scan_group(tx, &group(first, None))).unwrap();
        assert_eq!(codes(&done.admitted), ["beta", "delta"]);
        assert_eq!((codes(&done.refused), done.refused[0].verdict), (vec!["gamma"], Verdict::Blocked));
    }
}
