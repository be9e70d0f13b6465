//! The drawer that a command works at: its till, and the session that takes money.

use identity::{Session, UserId};
use kernel::{Failure, Permission};
use workspace::{Tx, View};

use super::store;
use crate::{
    session::{DrawerRefusal, SessionId, SessionStatus},
    till::{Till, chosen_till},
};

/// A till with a session that is not closed.
#[derive(Clone, Debug)]
pub(crate) struct OpenDrawer {
    pub(crate) till: Till,
    pub(crate) session: SessionId,
}

/// The till that takes money now.
///
/// # Errors
/// A refusal when there is no such till, its drawer is closed or being counted; a fault when the file cannot be read.
pub(crate) fn open_drawer(view: &View<'_>, reference: Option<&str>) -> Result<OpenDrawer, Failure> {
    let till = chosen_till(view, reference)?;
    match store::unclosed_session(view, till.id)? {
        Some((session, SessionStatus::Open)) => Ok(OpenDrawer { till, session }),
        Some((_, SessionStatus::Counting)) => Err(DrawerRefusal::BeingCounted(till.code).into()),
        Some((_, SessionStatus::Closed)) | None => Err(DrawerRefusal::Closed(till.code).into()),
    }
}

/// Somebody who may do what `permission` names, when a name was given: the supervisor over a clerk's session.
pub(super) fn supervisor(
    tx: &Tx<'_>,
    named: Option<&str>,
    permission: Permission,
) -> Result<Option<UserId>, Failure> {
    let Some(named) = named.map(str::trim).filter(|named| !named.is_empty()) else { return Ok(None) };
    let supervisor = Session::of_member(tx, named.parse()?)?;
    supervisor.require(permission)?;
    Ok(Some(supervisor.user.id))
}
