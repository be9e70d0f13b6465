//! The SQL of reports.

pub(crate) mod proof;
pub(crate) mod sealed;
pub(crate) mod sums;
