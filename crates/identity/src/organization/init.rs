//! Setting the workspace up: the organization and its first owner, both or neither.

use kernel::{Currency, Failure, Refuse, Zone, currency::UnknownCurrency, zone::LocalTimeError};
use reference::UnknownReference;
use serde::{Deserialize, Serialize};
use workspace::Tx;

use super::{HANDLE_CHARACTERS_MAX, Organization, OrganizationType, store};
use crate::{
    OrganizationRole, User, membership, slug, user,
    wording::{self, NAME_CHARACTERS_MAX, WordingError},
};

/// What a new workspace needs to know.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct InitOrganization {
    /// As printed on tickets and receipts.
    pub organization_name: String,
    /// What kind of organization it is.
    #[serde(default, rename = "type")]
    #[ts(optional, as = "Option<OrganizationType>")]
    pub organization_type: OrganizationType,
    /// The first owner.
    pub owner_name: String,
    /// Absent or blank: none.
    #[serde(default)]
    #[ts(optional)]
    pub owner_email: Option<String>,
    /// ISO 3166-1, two letters.
    pub country_code: String,
    /// ISO 4217, three letters.
    pub currency: String,
    /// IANA name.
    pub time_zone: String,
}

/// What was set up.
#[derive(Clone, Debug, Serialize, Deserialize, ts_rs::TS)]
pub struct InitializedOrganization {
    /// The organization.
    pub organization: Organization,
    /// Its owner.
    pub owner: User,
}

/// Why the workspace was not set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InitRefused {
    /// A workspace is one organization, and this one has it already.
    #[error("this workspace already belongs to {name}")]
    SecondOrganization {
        /// Whose it is.
        name: String,
    },
    /// The name does not fit.
    #[error(transparent)]
    Name(#[from] WordingError),
    /// No such country.
    #[error(transparent)]
    Country(#[from] UnknownReference),
    /// No such currency.
    #[error(transparent)]
    Currency(#[from] UnknownCurrency),
    /// No such zone.
    #[error(transparent)]
    TimeZone(#[from] LocalTimeError),
}

impl Refuse for InitRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::SecondOrganization { .. } => "second_organization",
            Self::Name(reason) => reason.code(),
            Self::Country(reason) => reason.code(),
            Self::Currency(reason) => reason.code(),
            Self::TimeZone(reason) => reason.code(),
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::SecondOrganization { .. } => {
                "Create another workspace file for another organization; one file holds one.".to_owned()
            }
            Self::Name(reason) => reason.fix(),
            Self::Country(reason) => reason.fix(),
            Self::Currency(reason) => reason.fix(),
            Self::TimeZone(reason) => reason.fix(),
        }
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::SecondOrganization { .. } => None,
            Self::Name(reason) => reason.field(),
            Self::Country(reason) => reason.field(),
            Self::Currency(reason) => reason.field(),
            Self::TimeZone(_) => Some("time_zone".to_owned()),
        }
    }
}

/// Whether a workspace holds a real organization's data or invented data for trying things out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkspacePurpose {
    /// Real business.
    Business,
    /// Invented, and marked so everywhere.
    Demo,
}

/// Sets the workspace up with its organization and first owner.
///
/// # Errors
/// [`InitRefused`] or [`user::UserRefused`] as a refusal, or a fault of the file.
pub fn init_organization(
    tx: &Tx<'_>,
    request: &InitOrganization,
    purpose: WorkspacePurpose,
) -> Result<InitializedOrganization, Failure> {
    if let Some(present) = store::current(tx)? {
        return Err(InitRefused::SecondOrganization { name: present.name }.into());
    }
    let organization = decide(request, tx.new_id()?, purpose)?;
    let (name, email) = (&request.owner_name, request.owner_email.as_deref());
    let owner = user::create_user_from_fields(tx, "owner_name", name, "owner_email", email)?;
    store::insert_organization(tx, &organization)?;
    membership::store::insert_membership(
        tx,
        tx.new_id()?,
        organization.id,
        owner.id,
        OrganizationRole::Owner,
    )?;
    Ok(InitializedOrganization { organization, owner })
}

fn decide(
    request: &InitOrganization,
    id: super::OrganizationId,
    purpose: WorkspacePurpose,
) -> Result<Organization, InitRefused> {
    let name = wording::line("organization_name", &request.organization_name, NAME_CHARACTERS_MAX)?;
    Ok(Organization {
        id,
        handle: slug::derive(&name, HANDLE_CHARACTERS_MAX, "organization"),
        name,
        organization_type: request.organization_type,
        country_code: reference::check_country(&request.country_code)?.code.clone(),
        currency: request.currency.parse::<Currency>()?,
        time_zone: request.time_zone.parse::<Zone>()?,
        is_demo: purpose == WorkspacePurpose::Demo,
        version: 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Session, fixture, membership, organization};

    #[test]
    fn a_workspace_gets_its_organization_and_owner_together() {
        let file = testkit::workspace(crate::TABLES);
        let made = fixture::init(&file, &fixture::setup()).unwrap();
        assert_eq!(made.organization.handle, "lindenhof-kulturhaus");
        let stored: Result<_, Failure> = file.read(|view| {
            Ok((
                organization::required_organization(view)?,
                membership::members(view)?,
                Session::of_owner(view)?,
            ))
        });
        let (organization, members, session) = stored.unwrap();
        assert_eq!(organization, made.organization);
        assert_eq!(members.len(), 1, "the owner and nobody else");
        assert_eq!((session.user, session.role), (made.owner, OrganizationRole::Owner));
    }

    #[test]
    fn a_second_organization_is_refused_by_the_name_of_the_first() {
        let house = fixture::house();
        let before = house.changes();
        let refusal = fixture::refused(fixture::init(&house, &fixture::setup()));
        assert_eq!(refusal.code, "second_organization");
        assert!(refusal.message.contains("Lindenhof Kulturhaus"), "{}", refusal.message);
        assert_eq!(house.changes(), before, "a refusal changes nothing");
    }

    #[test]
    fn a_bad_field_is_refused_in_its_place_and_leaves_the_file_empty() {
        let good = fixture::setup();
        let text = |text: &str| text.to_owned();
        for (request, code, field) in [
            (
                InitOrganization { organization_name: text(" \n"), ..good.clone() },
                "text_missing",
                "organization_name",
            ),
            (
                InitOrganization { organization_name: "x".repeat(10_000), ..good.clone() },
                "text_too_long",
                "organization_name",
            ),
            (InitOrganization { owner_name: text("\u{202E}"), ..good.clone() }, "text_missing", "owner_name"),
            (
                InitOrganization { owner_email: Some(text("mara")), ..good.clone() },
                "invalid_email",
                "owner_email",
            ),
            (
                InitOrganization { country_code: text("ZZ"), ..good.clone() },
                "unknown_country",
                "country_code",
            ),
            (InitOrganization { currency: text("EURO"), ..good.clone() }, "unknown_currency", "currency"),
            (
                InitOrganization { time_zone: text("Berlin"), ..good.clone() },
                "unknown_time_zone",
                "time_zone",
            ),
        ] {
            let file = testkit::workspace(crate::TABLES);
            let refusal = fixture::refused(fixture::init(&file, &request));
            assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), (code, Some(field)));
            let stored: Result<_, kernel::Fault> = file.read(organization::current);
            assert_eq!(stored.unwrap(), None, "a refusal changes nothing");
        }
    }

    #[test]
    fn hostile_names_are_kept_as_words() {
        let file = testkit::workspace(crate::TABLES);
        let name = "'; DROP TABLE organizations; --".to_owned();
        let made =
            fixture::init(&file, &InitOrganization { organization_name: name.clone(), ..fixture::setup() })
                .unwrap();
        assert_eq!(
            (made.organization.name, made.organization.handle.as_str()),
            (name, "drop-table-organizations")
        );
    }

    #[test]
    fn a_fault_at_any_statement_leaves_nothing_behind() {
        for n in 1.. {
            let file = testkit::workspace(crate::TABLES);
            file.fail_at_statement(n);
            let outcome = fixture::init(&file, &fixture::setup());
            file.fail_at_statement(0);
            let stored: Result<_, kernel::Fault> = file.read(|view| {
                Ok((organization::current(view)?.is_some(), crate::user::all_users(view)?.len()))
            });
            if outcome.is_ok() {
                assert!(n > 3, "the trap never sprang");
                assert_eq!(stored.unwrap(), (true, 1));
                return;
            }
            assert_eq!(stored.unwrap(), (false, 0), "all or nothing, with the fault at statement {n}");
        }
    }
}
