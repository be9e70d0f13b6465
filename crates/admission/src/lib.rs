//! Admission: check-in lists, gates, the rules of a list, the verdict on a scan, and the log of scans.
//!
//! The words: a *list* says which tickets may enter and how often; a *gate* is a place; a *scan* is one code held
//! under a scanner; a *verdict* is what the door says; a *pass* is an admitted scan. What happened at a door is a
//! fact: the scan log is only ever appended to, and an annulment is a fact of its own.
//!
//! [`verdict`] and [`rules`] are pure. Invariants: an unknown code is never forced; "forced" is written only where a
//! force was needed; the same nonce is one record; refused scans neither use a ticket nor move any clock.

pub mod code;
pub mod ids;
pub mod rules;
pub mod verdict;
