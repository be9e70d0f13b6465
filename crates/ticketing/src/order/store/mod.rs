//! The SQL of orders: [`write`] changes, [`read`] shows one, [`find`] lists and searches, [`check`] proves the money.

pub(crate) mod check;
pub(crate) mod find;
pub(crate) mod gifts;
pub(crate) mod read;
pub(crate) mod refunds;
pub(crate) mod write;
