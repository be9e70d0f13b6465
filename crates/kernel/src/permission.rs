//! What a person may do. Every command names one; one table (identity) maps roles to these (domain.md, 2.2).

use serde::{Deserialize, Serialize};

/// The closed list of permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Needed before anyone is signed in: first run, app info.
    Open,
    /// See events, tiers, venues.
    ViewEvents,
    /// Create and change events, tiers, venues, check-in lists.
    PlanEvents,
    /// Put an event on sale, postpone or cancel it.
    PublishEvents,
    /// See orders and tickets.
    ViewOrders,
    /// Sell, take payment, print.
    Sell,
    /// Give tickets away.
    Comp,
    /// Void tickets and refund orders.
    Refund,
    /// Scan at the door and look guests up.
    Scan,
    /// Admit against the verdict, with a reason.
    OverrideVerdict,
    /// See money: ledger, reconciliation, health.
    ViewFinance,
    /// Bring data in from other systems.
    Import,
    /// Back up, restore, verify.
    MaintainWorkspace,
    /// Change the organization, its people and their roles.
    ManageOrganization,
}

impl Permission {
    /// The name that is stored and sent, as in its JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::ViewEvents => "view_events",
            Self::PlanEvents => "plan_events",
            Self::PublishEvents => "publish_events",
            Self::ViewOrders => "view_orders",
            Self::Sell => "sell",
            Self::Comp => "comp",
            Self::Refund => "refund",
            Self::Scan => "scan",
            Self::OverrideVerdict => "override_verdict",
            Self::ViewFinance => "view_finance",
            Self::Import => "import",
            Self::MaintainWorkspace => "maintain_workspace",
            Self::ManageOrganization => "manage_organization",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_name_is_the_name_in_json() {
        for permission in [
            Permission::Open,
            Permission::ViewEvents,
            Permission::OverrideVerdict,
            Permission::ManageOrganization,
        ] {
            assert_eq!(serde_json::to_string(&permission).unwrap(), format!("\"{}\"", permission.as_str()));
        }
    }
}
