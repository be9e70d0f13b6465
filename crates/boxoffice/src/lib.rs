//! The box office: tills, their drawers and reports, and the queue of what is to be printed (domain.md, 2.5).

/// The tables of this context and what a write to each means.
pub const TABLES: &[workspace::Table] = &[];
