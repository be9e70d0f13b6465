//! The words every other crate speaks: identifiers, money, time, failures, permissions, paging.
//!
//! Nothing here reads a clock, a file or a database. Editing this crate rebuilds the world, so a type
//! belongs here only when at least two contexts pass it to each other.

pub mod clock;
pub mod code;
pub mod currency;
pub mod failure;
pub mod id;
pub mod money;
pub mod page;
pub mod permission;
pub mod zone;

pub use clock::{Clock, Randomness, Timestamp};
pub use code::HumanCode;
pub use currency::Currency;
pub use failure::{Failure, Fault, FaultKind, Refusal, Refuse};
pub use money::{Money, MoneyError};
pub use permission::Permission;
pub use zone::{LocalTimeError, Zone};
