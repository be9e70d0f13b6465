//! Questions that are asked at the door, and the answers guests have given.

mod store;

pub(crate) use store::{answered_by, keep_answer, questions_of, remove_answer};

#[cfg(test)]
pub(crate) use store::STATEMENTS;
