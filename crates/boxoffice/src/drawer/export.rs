//! The entries of a till as rows, for lists and files.

use identity::UserId;
use kernel::{
    Failure, Money, Timestamp,
    page::{Page, PageRequest},
};
use payments::payment::PaymentMethod;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{EntryId, EntryKind, store};
use crate::{
    session::{self, DrawerRefusal, SessionId},
    till::chosen_till,
};

/// Asks for entries.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListEntries {
    /// Only this till's, by code or id; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// Only this session's: its id.
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<String>,
    /// Which page.
    #[serde(default)]
    #[ts(optional, as = "Option<PageRequest>")]
    pub page: PageRequest,
}

/// One thing that happened at a till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct EntryRow {
    /// Which.
    pub id: EntryId,
    /// The till's code.
    pub till_code: String,
    /// The session.
    pub session_id: SessionId,
    /// What happened.
    pub kind: EntryKind,
    /// On which tender; absent where none was touched.
    pub method: Option<PaymentMethod>,
    /// The effect on the tender.
    pub amount: Money,
    /// What a gift or a withdrawn ticket would have cost.
    pub worth: Money,
    /// How many tickets it was about.
    #[ts(type = "number")]
    pub ticket_count: i64,
    /// The order's code; absent where there was none.
    pub order_code: Option<String>,
    /// The receipt's number.
    #[ts(type = "number | null")]
    pub receipt_number: Option<i64>,
    /// Who did it.
    pub operator_user_id: Option<UserId>,
    /// Who did it, by name; empty when unknown.
    pub operator_name: String,
    /// Who allowed it over the clerk's session, by name; empty when nobody had to.
    pub authorised_by_name: String,
    /// Why; empty where nobody was asked.
    pub reason: String,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
}

/// Entries, oldest first.
///
/// # Errors
/// A refusal when there is no such till or session; a fault when the file cannot be read.
pub fn list_entries(view: &View<'_>, request: &ListEntries) -> Result<Page<EntryRow>, Failure> {
    let till = match &request.till {
        Some(reference) => Some(chosen_till(view, Some(reference))?.id),
        None => None,
    };
    let session: Option<SessionId> = match &request.session {
        Some(text) => {
            let id = text.parse().map_err(|_| DrawerRefusal::UnknownSession)?;
            Some(session::store::required(view, id)?.id)
        }
        None => None,
    };
    let after: Option<EntryId> = match &request.page.after {
        Some(cursor) => Some(cursor.parse()?),
        None => None,
    };
    let wanted = request.page.rows();
    let mut rows = store::rows(view, till, session, after, wanted + 1)?;
    let next = if rows.len() > wanted as usize {
        rows.truncate(wanted as usize);
        rows.last().map(|last| last.id.to_string())
    } else {
        None
    };
    Ok(Page { rows, total: store::count(view, till, session)?, next })
}
