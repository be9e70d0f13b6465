//! Taking a role at one event away.

use kernel::Failure;
use workspace::Tx;

use super::{EventRoleChange, store};
use crate::event::find_event;

/// Takes a role at one event away; does nothing when it is not there.
///
/// # Errors
/// [`crate::event::UnknownEvent`] as a refusal, or a fault of the file.
pub fn revoke_event_role(tx: &Tx<'_>, request: &EventRoleChange) -> Result<(), Failure> {
    let event = find_event(tx, &request.event)?;
    store::delete_role(tx, event.id, request.user, request.role)?;
    Ok(())
}
