//! The sessions of a till, newest first.

use kernel::{
    Failure,
    page::{Page, PageRequest},
};
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{DrawerRefusal, SessionId, TillSession, store};
use crate::till::chosen_till;

/// Asks for sessions.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ts_rs::TS)]
pub struct ListSessions {
    /// Only this till's, by code or id; all when absent.
    #[serde(default)]
    #[ts(optional)]
    pub till: Option<String>,
    /// Which page.
    #[serde(default)]
    #[ts(optional, as = "Option<PageRequest>")]
    pub page: PageRequest,
}

/// Sessions, newest first.
///
/// # Errors
/// A refusal when there is no such till or the cursor is none; a fault when the file cannot be read.
pub fn list_sessions(view: &View<'_>, request: &ListSessions) -> Result<Page<TillSession>, Failure> {
    let till = match &request.till {
        Some(reference) => Some(chosen_till(view, Some(reference))?.id),
        None => None,
    };
    let after: Option<SessionId> = match &request.page.after {
        Some(cursor) => Some(cursor.parse().map_err(|_| DrawerRefusal::UnknownSession)?),
        None => None,
    };
    let wanted = request.page.rows();
    let mut rows = store::page(view, till, after, wanted + 1)?;
    let next = if rows.len() > wanted as usize {
        rows.truncate(wanted as usize);
        rows.last().map(|last| last.id.to_string())
    } else {
        None
    };
    Ok(Page { rows, total: store::count(view, till)?, next })
}
