//! Who may do what: the roles and the one table that maps each to its permissions (domain.md, 2.2).

use std::{collections::BTreeSet, fmt, str::FromStr};

use kernel::Permission::{self, *};
use serde::{Deserialize, Serialize};

/// A person's role in the organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum OrganizationRole {
    /// Exactly one person: may do everything, and alone hands the organization over.
    Owner,
    /// May do everything.
    Admin,
    /// Runs events and money, but not the organization and its people.
    Manager,
    /// Sells and scans.
    Member,
    /// Looks on.
    Viewer,
}

/// A person's role at one event, on top of the role in the organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum EventRole {
    /// Runs this event.
    Manager,
    /// Sells, gives away and takes back at this event.
    BoxOffice,
    /// Stands at the door.
    Scanner,
    /// Sees this event's money.
    Finance,
    /// Looks on.
    Viewer,
}

impl OrganizationRole {
    /// Every role, the mightiest first.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Admin, Self::Manager, Self::Member, Self::Viewer];

    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Manager => "manager",
            Self::Member => "member",
            Self::Viewer => "viewer",
        }
    }

    /// What this role may do anywhere in the organization.
    #[must_use]
    pub fn permissions(self) -> BTreeSet<Permission> {
        permissions_where(|row| row.organization.contains(&self))
    }

    /// Whether this role may do what `permission` names.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        row(permission).organization.contains(&self)
    }
}

impl EventRole {
    /// Every role.
    pub const ALL: [Self; 5] = [Self::Manager, Self::BoxOffice, Self::Scanner, Self::Finance, Self::Viewer];

    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::BoxOffice => "box_office",
            Self::Scanner => "scanner",
            Self::Finance => "finance",
            Self::Viewer => "viewer",
        }
    }

    /// What this role may do at its event.
    #[must_use]
    pub fn permissions(self) -> BTreeSet<Permission> {
        permissions_where(|row| row.event.contains(&self))
    }

    /// Whether this role may do what `permission` names at its event.
    #[must_use]
    pub fn may(self, permission: Permission) -> bool {
        row(permission).event.contains(&self)
    }
}

/// Who holds one permission.
struct Row {
    organization: &'static [OrganizationRole],
    event: &'static [EventRole],
}

/// The table. A new permission does not compile until it is given a row here.
const fn row(permission: Permission) -> Row {
    use EventRole as E;
    use OrganizationRole as O;
    const RUNS: &[O] = &[O::Owner, O::Admin, O::Manager];
    const WORKS: &[O] = &[O::Owner, O::Admin, O::Manager, O::Member];
    let (organization, event): (&[O], &[E]) = match permission {
        Open | ViewEvents => (&O::ALL, &E::ALL),
        ViewOrders => (&O::ALL, &[E::Manager, E::BoxOffice, E::Finance, E::Viewer]),
        PlanEvents | PublishEvents | OverrideVerdict => (RUNS, &[E::Manager]),
        Sell => (WORKS, &[E::Manager, E::BoxOffice]),
        Comp | Refund => (RUNS, &[E::Manager, E::BoxOffice]),
        Scan => (WORKS, &[E::Manager, E::Scanner]),
        ViewFinance => (RUNS, &[E::Manager, E::Finance]),
        Import | MaintainWorkspace => (RUNS, &[]),
        ManageOrganization => (&[O::Owner, O::Admin], &[]),
    };
    Row { organization, event }
}

/// Every permission, in the kernel's order.
pub const PERMISSIONS: [Permission; 14] = [
    Open,
    ViewEvents,
    PlanEvents,
    PublishEvents,
    ViewOrders,
    Sell,
    Comp,
    Refund,
    Scan,
    OverrideVerdict,
    ViewFinance,
    Import,
    MaintainWorkspace,
    ManageOrganization,
];

fn permissions_where(holds: impl Fn(&Row) -> bool) -> BTreeSet<Permission> {
    PERMISSIONS.into_iter().filter(|permission| holds(&row(*permission))).collect()
}

/// A word that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a role")]
pub struct UnknownRole(pub String);

impl kernel::Refuse for UnknownRole {
    fn code(&self) -> &'static str {
        "unknown_role"
    }
    fn fix(&self) -> String {
        let words: Vec<_> = OrganizationRole::ALL.iter().map(|role| role.as_str()).collect();
        format!("Use one of {}.", words.join(", "))
    }
    fn field(&self) -> Option<String> {
        Some("role".to_owned())
    }
}

impl FromStr for OrganizationRole {
    type Err = UnknownRole;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        named(Self::ALL, Self::as_str, text)
    }
}

impl FromStr for EventRole {
    type Err = UnknownRole;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        named(Self::ALL, Self::as_str, text)
    }
}

fn named<R: Copy>(all: [R; 5], word: impl Fn(R) -> &'static str, text: &str) -> Result<R, UnknownRole> {
    all.into_iter()
        .find(|role| word(*role) == text)
        .ok_or_else(|| UnknownRole(text.chars().take(40).collect()))
}

impl fmt::Display for OrganizationRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for EventRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(permissions: &[Permission]) -> BTreeSet<Permission> {
        permissions.iter().copied().collect()
    }

    #[test]
    fn the_whole_table_for_the_organization_is_as_written_here() {
        let all = set(&PERMISSIONS);
        let all_but_the_organization = &all - &set(&[ManageOrganization]);
        for (role, expected) in [
            (OrganizationRole::Owner, all.clone()),
            (OrganizationRole::Admin, all),
            (OrganizationRole::Manager, all_but_the_organization),
            (OrganizationRole::Member, set(&[Open, ViewEvents, ViewOrders, Sell, Scan])),
            (OrganizationRole::Viewer, set(&[Open, ViewEvents, ViewOrders])),
        ] {
            assert_eq!(role.permissions(), expected, "{role}");
        }
    }

    #[test]
    fn the_whole_table_for_one_event_is_as_written_here() {
        let of_the_house = set(&[Import, MaintainWorkspace, ManageOrganization]);
        for (role, expected) in [
            (EventRole::Manager, &set(&PERMISSIONS) - &of_the_house),
            (EventRole::BoxOffice, set(&[Open, ViewEvents, ViewOrders, Sell, Comp, Refund])),
            (EventRole::Scanner, set(&[Open, ViewEvents, Scan])),
            (EventRole::Finance, set(&[Open, ViewEvents, ViewOrders, ViewFinance])),
            (EventRole::Viewer, set(&[Open, ViewEvents, ViewOrders])),
        ] {
            assert_eq!(role.permissions(), expected, "{role}");
        }
    }

    #[test]
    fn asking_for_one_permission_agrees_with_the_set() {
        for permission in PERMISSIONS {
            for role in OrganizationRole::ALL {
                assert_eq!(
                    role.may(permission),
                    role.permissions().contains(&permission),
                    "{role} {permission:?}"
                );
            }
            for role in EventRole::ALL {
                assert_eq!(
                    role.may(permission),
                    role.permissions().contains(&permission),
                    "{role} {permission:?}"
                );
            }
        }
    }

    #[test]
    fn stored_words_read_back_and_others_are_refused() {
        for role in OrganizationRole::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        for role in EventRole::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert!("emperor".parse::<OrganizationRole>().is_err(), "an unknown word is no role");
    }
}
