//! Proofs of cases by their numbers, each against the public interface of what it is about. A proof panics when the
//! case does not hold.

pub(crate) mod door;
mod house;
pub(crate) mod money;
pub(crate) mod places;
pub(crate) mod policies;
pub(crate) mod prices;
pub(crate) mod vouchers;
