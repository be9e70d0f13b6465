//! Who may run a command: whoever is signed in, by the role in the organization or at the event that the command is
//! about; or a clerk with a supervisor beside, whose badge or PIN comes with the one command (ux.md, section 3, B4).

use events::{
    event::{EventRef, find_event},
    role::permissions_at,
};
use identity::{
    Session,
    approval::{Approval, record_approval},
};
use kernel::{Failure, Permission};
use serde_json::Value;
use workspace::Tx;

use super::{Command, dispatch};
use crate::{
    credentials::{self, Credentials},
    stagedoor::OpenWorkspace,
};

/// Where a supervisor's credentials stand in a command's input. They are no part of the request itself.
const APPROVAL: &str = "approval";

/// Who runs one command, and who allows it besides.
pub(super) struct Access {
    pub(super) session: Session,
    pub(super) approver: Option<Session>,
}

impl Access {
    /// Whoever is signed in, when `permission` is theirs or a supervisor's whose approval comes with `input`; the
    /// approval is taken out of it.
    ///
    /// # Errors
    /// A refusal when nobody is signed in, the credentials are wrong or neither person may; a fault of the file.
    pub(super) fn of(
        open: &OpenWorkspace,
        permission: Permission,
        input: &mut Value,
    ) -> Result<Self, Failure> {
        let mut session = open.session()?;
        let approver = match input.as_object_mut().and_then(|fields| fields.remove(APPROVAL)) {
            None | Some(Value::Null) => None,
            Some(credentials) => {
                Some(credentials::verify(open, &dispatch::input::<Credentials>(credentials)?)?)
            }
        };
        if permission != Permission::Open && !session.may(permission) {
            add_permissions_at_event(open, &mut session, input)?;
            if !session.may(permission) {
                match &approver {
                    Some(supervisor) => supervisor.require(permission)?,
                    None => session.require(permission)?,
                }
            }
        }
        Ok(Self { session, approver })
    }

    /// Writes down who allowed `command`, in its transaction.
    pub(super) fn record(&self, tx: &Tx<'_>, command: &Command) -> Result<(), Failure> {
        if let Some(supervisor) = &self.approver {
            let (approved_by, asked_by) = (supervisor.user.id, self.session.user.id);
            let approval =
                Approval { command: command.name, permission: command.permission, approved_by, asked_by };
            record_approval(tx, &approval)?;
        }
        Ok(())
    }
}

/// A role at one event adds to the role in the organization, for commands that name the event.
fn add_permissions_at_event(
    open: &OpenWorkspace,
    session: &mut Session,
    input: &Value,
) -> Result<(), Failure> {
    let named = input.get("event").or_else(|| input.pointer("/order/event")).and_then(Value::as_str);
    let Some(named) = named else { return Ok(()) };
    session.permissions = open.workspace().read(|view| {
        let event = find_event(view, &EventRef::from(named))?;
        Ok::<_, Failure>(permissions_at(view, session, event.id)?)
    })?;
    Ok(())
}
