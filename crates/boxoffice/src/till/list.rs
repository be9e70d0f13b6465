//! All tills with the sessions that are not closed.

use kernel::Fault;
use serde::{Deserialize, Serialize};
use workspace::View;

use super::{Till, store};
use crate::session::{self, TillSession};

/// A till and its drawer's session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TillSummary {
    /// The till.
    #[serde(flatten)]
    pub till: Till,
    /// The session that is not closed; absent when the drawer is.
    pub session: Option<TillSession>,
}

/// Every till, by code.
///
/// # Errors
/// A fault when the file cannot be read.
pub fn list_tills(view: &View<'_>) -> Result<Vec<TillSummary>, Fault> {
    let with_session = |till: Till| {
        let session = session::store::unclosed(view, till.id)?;
        Ok(TillSummary { session, till })
    };
    store::all(view)?.into_iter().map(with_session).collect()
}
