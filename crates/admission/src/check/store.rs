//! The SQL of the checks.

use kernel::Fault;
use workspace::{View, params};

use crate::ids::ScanId;

const CONTRADICTING: &str = "
    select log.id,
      case
        when log.is_admitted <> (log.verdict = 'admit') then 'its verdict and its admission disagree'
        when log.ticket_id is null then 'it admitted nobody'
        else 'its ticket is for another event'
      end as problem
    from scan_logs log
    left join tickets ticket on ticket.id = log.ticket_id
    where log.is_admitted <> (log.verdict = 'admit')
      or (log.is_admitted = 1 and (ticket.id is null or ticket.event_id <> log.event_id))
    order by log.rowid";

#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[CONTRADICTING];

pub(super) fn contradicting_scans(view: &View<'_>) -> Result<Vec<String>, Fault> {
    view.all(CONTRADICTING, params![], |row| {
        let scan: ScanId = row.id("id")?;
        Ok(format!("scan_logs {scan}: {}", row.text("problem")?))
    })
}
