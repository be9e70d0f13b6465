//! Who belongs to the organization, and in which role.
//!
//! There is exactly one owner: nobody is given that role or loses it except by [`hand_over_ownership`].

mod add;
mod change_role;
mod hand_over;
mod remove;
pub(crate) mod store;

use kernel::{Failure, Refuse};
use serde::{Deserialize, Serialize};
use workspace::View;

pub use add::{AddMember, add_member};
pub use change_role::{ChangeRole, change_role};
pub use hand_over::{HandOverOwnership, hand_over_ownership};
pub use remove::{RemoveMember, remove_member};
pub use store::{member, members, owner};

use crate::{OrganizationRole, User, UserId, organization::NoOrganization};

kernel::id_type!(MembershipId, "membership", "Names one person's place in the organization.");

/// A person who belongs to the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Member {
    /// The place in the organization.
    pub membership_id: MembershipId,
    /// Who.
    pub user: User,
    /// In which role.
    pub role: OrganizationRole,
    /// Counts changes of the membership.
    #[ts(type = "number")]
    pub version: i64,
}

/// Why a membership was not made or changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MembershipRefused {
    /// Nobody with this id belongs to the organization.
    #[error("nobody with the id {user} belongs to the organization")]
    NotAMember {
        /// Who was asked for.
        user: UserId,
    },
    /// The person belongs to the organization already.
    #[error("{name} already belongs to the organization, as {role}")]
    AlreadyAMember {
        /// Who.
        name: String,
        /// The role the person has.
        role: OrganizationRole,
    },
    /// There is one owner, and it is someone else.
    #[error("{owner} is the owner, and there is only one")]
    SecondOwner {
        /// Who owns the organization.
        owner: String,
    },
    /// The owner stays until ownership is handed over.
    #[error("{owner} is the owner and cannot lose that role here")]
    OwnerStays {
        /// Who owns the organization.
        owner: String,
    },
    /// Only the owner hands the organization over.
    #[error("only {owner}, the owner, can hand the organization over")]
    NotTheOwner {
        /// Who owns the organization.
        owner: String,
    },
}

impl Refuse for MembershipRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAMember { .. } => "not_a_member",
            Self::AlreadyAMember { .. } => "already_a_member",
            Self::SecondOwner { .. } => "second_owner",
            Self::OwnerStays { .. } => "owner_stays",
            Self::NotTheOwner { .. } => "not_the_owner",
        }
    }
    fn fix(&self) -> String {
        match self {
            Self::NotAMember { .. } => "Choose a person from the list of members.",
            Self::AlreadyAMember { .. } => "Change the person's role instead.",
            Self::SecondOwner { .. } => {
                "Hand the ownership over instead; the present owner then becomes an admin."
            }
            Self::OwnerStays { .. } => "Hand the ownership over to someone else first.",
            Self::NotTheOwner { .. } => "Ask the owner to do it.",
        }
        .to_owned()
    }
    fn field(&self) -> Option<String> {
        match self {
            Self::NotAMember { .. } | Self::OwnerStays { .. } => Some("user".to_owned()),
            Self::AlreadyAMember { .. } => Some("email".to_owned()),
            Self::SecondOwner { .. } => Some("role".to_owned()),
            Self::NotTheOwner { .. } => None,
        }
    }
}

/// Nobody is made owner beside the owner.
fn refuse_second_owner(view: &View<'_>, role: OrganizationRole) -> Result<(), Failure> {
    if role != OrganizationRole::Owner {
        return Ok(());
    }
    let owner = store::owner(view)?.ok_or(NoOrganization)?;
    Err(MembershipRefused::SecondOwner { owner: owner.user.name }.into())
}
