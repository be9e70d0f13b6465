//! The SQL of the organization.

use kernel::{Failure, Fault, Refuse, id::Id};
use workspace::{Row, Tx, View, params};

use super::Organization;

const LIVING: &str = "
    select id, name, handle, type, country_code, currency, time_zone, is_demo, version
    from organizations
    where deleted_at is null";
const INSERT: &str = "
    insert into organizations (
      id, name, handle, type, country_code, currency, time_zone, is_demo,
      created_at, updated_at, created_by_user_id, updated_by_user_id
    )
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?10)";

/// Every statement of this store.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&str] = &[LIVING, INSERT];

/// The organization of this workspace; none before [`super::init_organization`].
///
/// # Errors
/// A fault when the file cannot be read or holds a value that the model does not know.
pub fn current(view: &View<'_>) -> Result<Option<Organization>, Fault> {
    view.optional(LIVING, params![], organization_from_row)
}

/// The organization of this workspace, for commands that make no sense before there is one.
///
/// # Errors
/// A refusal when there is none yet, or a fault of the file.
pub fn required_organization(view: &View<'_>) -> Result<Organization, Failure> {
    Ok(current(view)?.ok_or(NoOrganization)?)
}

/// The workspace is still empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this workspace has no organization yet")]
pub struct NoOrganization;

impl Refuse for NoOrganization {
    fn code(&self) -> &'static str {
        "no_organization"
    }
    fn fix(&self) -> String {
        "Set the organization up first: name, owner, country, currency and time zone.".to_owned()
    }
}

pub(super) fn insert_organization(tx: &Tx<'_>, organization: &Organization) -> Result<(), Fault> {
    tx.execute_one(
        INSERT,
        params![
            organization.id.bytes(),
            organization.name,
            organization.handle,
            organization.organization_type.as_str(),
            organization.country_code,
            organization.currency.code(),
            organization.time_zone.name(),
            organization.is_demo,
            tx.now_micros(),
            tx.actor(),
        ],
    )
}

fn organization_from_row(row: &Row<'_>) -> Result<Organization, Fault> {
    Ok(Organization {
        id: row.id("id")?,
        name: row.text("name")?,
        handle: row.text("handle")?,
        organization_type: row.parsed("type")?,
        country_code: row.text("country_code")?,
        currency: row.parsed("currency")?,
        time_zone: row.parsed("time_zone")?,
        is_demo: row.flag("is_demo")?,
        version: row.int("version")?,
    })
}
